package chart_test

import (
	"strings"
	"testing"

	"exceed/workshop/chart"
	"exceed/workshop/chart/sample"
)

func TestWrapKeepsEveryWordAndTheWidth(t *testing.T) {
	m := sample.Fonts()
	texts := []string{
		"", "one", "Ask us before the rota changes, not after. We have children to fetch.",
		strings.Repeat("Unbreakable", 30), "a " + strings.Repeat("W", 200) + " b", "ends with a short word at the end of it",
	}
	for _, text := range texts {
		for width := 40.0; width < 400; width += 7 {
			for name, lines := range map[string][]string{
				"wrap": chart.Wrap(m, text, 10, chart.Regular, width), "balance": chart.Balance(m, text, 10, chart.Regular, width),
			} {
				for _, line := range lines {
					if w := m.Width(line, 10, chart.Regular); w > width+0.001 {
						t.Errorf("%s to %.0f: %q is %.1f wide", name, width, line, w)
					}
				}
				if got, want := squeeze(strings.Join(lines, "")), squeeze(text); got != want {
					t.Errorf("%s to %.0f: %q became %q", name, width, want, got)
				}
			}
		}
	}
}

func squeeze(text string) string { return strings.ReplaceAll(text, " ", "") }

func TestFitCutsOnlyWhatIsTooWide(t *testing.T) {
	m := sample.Fonts()
	if got := chart.Fit(m, "Reliability", 10, chart.Regular, 200); got != "Reliability" {
		t.Errorf("cut %q without need", got)
	}
	got := chart.Fit(m, "Environment and tools", 10, chart.Regular, 60)
	if !strings.HasSuffix(got, "…") || m.Width(got, 10, chart.Regular) > 60 {
		t.Errorf("cut to %q", got)
	}
}

func TestDrawable(t *testing.T) {
	m := sample.Fonts()
	for text, want := range map[string]string{
		"plain é ŵ":     "plain é ŵ",
		"😀 x":           "□ x",
		"漢":             "□",
		"a\u200db\x00c": "abc",
		"tab\tline\n":   "tab line ",
		"5\u00a0%":      "5\u00a0%",
		"\u202eevil":    "evil",
	} {
		if got := chart.Drawable(m, text); got != want {
			t.Errorf("%q is drawn as %q; want %q", text, got, want)
		}
	}
}
