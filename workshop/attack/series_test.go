package attack_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"exceed/workshop"
	"exceed/workshop/attack"
	"exceed/workshop/exchange"
	"exceed/workshop/storetest"
)

// exported is what the attack reads of a results file.
type exported struct {
	Respondents struct{ Employees float64 }
	Themes      []struct {
		Key       workshop.ThemeKey
		Employees struct{ Mean *float64 }
	}
	Trend []struct {
		Respondents struct{ Employees float64 }
		Means       map[workshop.ThemeKey]*float64 `json:"employees_mean"`
	}
}

// One person came, or left, between two sessions of a team, and everybody else answers as before. Somebody who has the
// results of the second takes the sums of one from those of the other, theme by theme. Control: the figures that the
// earlier session handed on before the second was counted.
func TestSubtractionAcrossSessions(t *testing.T) {
	sessions := attack.Size(40, 1000)
	asked, read, control := 0, 0, 0
	for i := range sessions {
		n := workshop.DefaultThreshold + 1 + rand.IntN(12)
		first := storetest.Ready(i)
		first.Customers = workshop.Customers{}
		all := make([]workshop.Response, n)
		for k := range all {
			all[k] = stranger(k, len(first.Themes))
		}
		then, now, turn := all[1:], all, 1.0
		if i%2 == 1 { // left, not came
			then, now, turn = all, all[1:], -1
		}
		must(t, first.ImportCounted(then, nil))
		second, err := first.Follow("next", first.Setup.Date.AddDays(60))
		must(t, err)
		handedOn := map[workshop.ThemeKey]*float64{}
		for _, m := range second.Earlier[0].Means {
			handedOn[m.Key] = m.Employees
		}
		must(t, second.ImportCounted(now, nil))
		var file bytes.Buffer
		must(t, exchange.WriteResults(&file, second))
		var results exported
		must(t, json.Unmarshal(file.Bytes(), &results))
		hits := func(means map[workshop.ThemeKey]*float64) (hits int) {
			for k, theme := range results.Themes {
				before := means[theme.Key]
				if before == nil {
					continue
				}
				difference := results.Respondents.Employees**theme.Employees.Mean - results.Trend[0].Respondents.Employees**before
				if math.Round(turn*difference) == all[0].Standing[k] {
					hits++
				}
			}
			return hits
		}
		asked += len(results.Themes)
		read += hits(results.Trend[0].Means)
		control += hits(handedOn)
	}
	if read > 0 {
		t.Errorf("%d of %d answers are read", read, asked)
	}
	if control != asked {
		t.Errorf("control: %d of %d answers are read", control, asked)
	}
	attack.Report(t, attack.Line{
		Channel: "subtraction of two sessions of a team that differ by one person", Tried: fmt.Sprintf("%d answers in %d pairs of sessions", asked, sessions),
		Result: fmt.Sprintf("%d answers read", read), Target: "0", Control: fmt.Sprintf("before the rule: %d of %d read", control, asked),
	})
}
