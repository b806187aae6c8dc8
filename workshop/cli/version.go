package cli

import (
	"cmp"
	"fmt"
	"strings"
)

// VersionIn is the version that a FyneApp.toml gives the program; empty where it gives none.
func VersionIn(toml string) string {
	for line := range strings.Lines(toml) {
		name, value, _ := strings.Cut(line, "=")
		if strings.TrimSpace(name) == "Version" {
			return strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	return ""
}

func (p *Program) version(call) error {
	const unknown = "unknown"
	settings, goVersion := map[string]string{}, unknown
	if p.Build != nil {
		goVersion = p.Build.GoVersion
		for _, s := range p.Build.Settings {
			settings[s.Key] = s.Value
		}
	}
	revision := cmp.Or(settings["vcs.revision"], unknown)
	revision = revision[:min(len(revision), 12)]
	if settings["vcs.modified"] == "true" {
		revision += "+changed"
	}
	_, err := fmt.Fprintf(p.Out, "exceed %s, build %s, %s %s/%s\n",
		cmp.Or(p.Version, unknown), revision, goVersion, settings["GOOS"], settings["GOARCH"])
	return err
}
