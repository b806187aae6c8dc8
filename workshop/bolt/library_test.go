package bolt

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"exceed/workshop"
	"exceed/workshop/storetest"
)

func TestFileName(t *testing.T) {
	date := workshop.Date{Year: 2026, Month: 11, Day: 21}
	for _, c := range []struct {
		organisation, team string
		date               workshop.Date
		want               string
	}{
		{"Riverside Clinics", "Front desk", date, "riverside-clinics-front-desk-2026-11-21-0a1b2c3d.exceed"},
		{"../../etc", `C:\con|*?"<>`, date, "etc-c-con-2026-11-21-0a1b2c3d.exceed"},
		{"Église d’Été", "Équipe n° 1", workshop.Date{}, "église-d-été-équipe-n-1-0a1b2c3d.exceed"},
		{"", "…", workshop.Date{}, "0a1b2c3d.exceed"},
		{strings.Repeat("long ", 40), "", workshop.Date{}, "long-long-long-long-long-long-long-long-0a1b2c3d.exceed"},
	} {
		s := storetest.Ready(0)
		s.ID = "0a1b2c3d4e5f"
		s.Setup.Organisation, s.Setup.Team, s.Setup.Date = c.organisation, c.team, c.date
		if got := fileName(s); got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.organisation, c.team, got, c.want)
		}
	}
}

func TestDataHome(t *testing.T) {
	for _, c := range []struct {
		system string
		env    map[string]string
		want   string
	}{
		{"linux", map[string]string{"HOME": "/home/a"}, "/home/a/.local/share/exceed"},
		{"linux", map[string]string{"HOME": "/home/a", "XDG_DATA_HOME": "/data"}, "/data/exceed"},
		{"linux", map[string]string{"HOME": "/home/a", "XDG_DATA_HOME": "relative"}, "/home/a/.local/share/exceed"},
		{"darwin", map[string]string{"HOME": "/Users/a"}, "/Users/a/Library/Application Support/Exceed"},
		{"windows", map[string]string{"AppData": "/roaming"}, "/roaming/Exceed"},
		{"linux", map[string]string{"HOME": "/home/a", "EXCEED_HOME": "/elsewhere"}, "/elsewhere"},
		{"windows", map[string]string{"EXCEED_HOME": "/elsewhere"}, "/elsewhere"},
	} {
		got, err := dataHome(c.system, func(name string) string { return c.env[name] })
		if err != nil || got != filepath.FromSlash(c.want) {
			t.Errorf("%s %v: %q, %v", c.system, c.env, got, err)
		}
	}
	if _, err := DataDir(func(string) string { return "" }); err == nil {
		t.Error("a data folder out of nothing")
	}
	got, err := DataDir(func(name string) string { return map[string]string{"EXCEED_HOME": "/elsewhere"}[name] })
	if err != nil || got != filepath.FromSlash("/elsewhere/sessions") {
		t.Errorf("%q, %v", got, err)
	}
}

// Home lists a session that is open, here or in another Exceed, at once.
func TestOpenSessionsAreListed(t *testing.T) {
	l := NewLibrary(filepath.Join(t.TempDir(), "a [b]", "sessions"), cheap())
	s := storetest.Ready(0)
	store, err := l.Create(s)
	must(t, err)
	defer store.Close()
	s.State = workshop.Collect
	_, err = store.Begin(s, "passphrase")
	must(t, err)
	for i := range 5 {
		_, err := store.Accept(storetest.NewResponse(i))
		must(t, err)
		list, err := l.Sessions()
		must(t, err)
		if len(list) != 1 || list[0].Problem != nil || list[0].Responses != i+1 || list[0].State != workshop.Collect {
			t.Fatalf("listed: %+v", list)
		}
	}
	info, err := os.Stat(store.Path())
	must(t, err)
	if info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read the file: %v", info.Mode())
	}
}
