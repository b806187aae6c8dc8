package attack

import (
	"os"
	"strings"
	"testing"
)

const campaign = "EXCEED_TRUST"

// Full says whether the whole campaign was asked for.
func Full() bool { return os.Getenv(campaign) != "" }

// Size is how much to try: short in everyday tests, full in the campaign.
func Size(short, full int) int {
	if Full() {
		return full
	}
	return short
}

// Errors is by how many standard errors a figure may lie off chance: three in the campaign, which runs now and then, and
// five in everyday tests, which must not fail by chance.
func Errors() float64 {
	if Full() {
		return 3
	}
	return 5
}

// Line is a line of the campaign's table.
type Line struct {
	Channel string
	Tried   string
	Result  string
	Target  string
	Control string // what the same attack did to the control
}

// Report adds a line to the table, and to the test's log.
func Report(t testing.TB, l Line) {
	t.Helper()
	t.Logf("%s: tried %s, result %s, target %s, control %s", l.Channel, l.Tried, l.Result, l.Target, l.Control)
	if !Full() {
		return
	}
	file, err := os.OpenFile(os.Getenv(campaign), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	_, err = file.WriteString(strings.Join([]string{l.Channel, l.Tried, l.Result, l.Target, l.Control}, "\t") + "\n")
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	if err != nil {
		t.Fatal(err)
	}
}
