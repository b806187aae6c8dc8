package exchange_test

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"exceed/workshop/exchange"
)

func TestClean(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"plain":             {"Ask us, then act.", "Ask us, then act."},
		"composed":          {"e\u0301coute\u0301", "écouté"},
		"line ends":         {"a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"},
		"tab":               {"a\tb", "a b"},
		"controls":          {"a\x00b\x1b[31mc\x7f\u0085", "ab[31mc"},
		"bidi":              {"a\u202Eb\u2066c\u2069\u202D", "abc"},
		"tags":              {"a\U000E0041\U000E007F", "a"},
		"broken UTF-8":      {"a\xff\xc3b", "ab"},
		"replacement stays": {"a\uFFFDb", "a\uFFFDb"},
		"noncharacters":     {"a\uFFFE\uFDD0", "a"},
		"byte order mark":   {"\uFEFFa", "a"},
		"marks":             {"z" + strings.Repeat("\u0335", 50) + "y", "z" + strings.Repeat("\u0335", 4) + "y"},
		"marks by joiners":  {"z\u0335\u200D\u0335\u200D\u0335\u0335", "z\u0335\u200D\u0335\u200D"},
		"family":            {"👩\u200D👧", "👩\u200D👧"},
		"limit":             {strings.Repeat("ä", 30), strings.Repeat("ä", 20)},
	} {
		t.Run(name, func(t *testing.T) {
			if got := exchange.Clean(c.in, 20); got != c.want {
				t.Errorf("Clean(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestCleanHugePasteIsCheap(t *testing.T) {
	for _, paste := range []string{strings.Repeat("paste ", 2_000_000), strings.Repeat("\u202E", 4_000_000), strings.Repeat("\r\n", 6_000_000)} {
		start := time.Now()
		for range 100 {
			if n := utf8.RuneCountInString(exchange.Clean(paste, 280)); n > 280 {
				t.Fatalf("%d characters were left", n)
			}
		}
		if took := time.Since(start) / 100; took > 10*time.Millisecond {
			t.Errorf("a paste of %d MB took %v", len(paste)>>20, took)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("e\u0301\u202E\r\n\t👩\u200D👧", 5)
	f.Add("\u1100\u1161\u11A8\u0335\u0335\u0335\u0335\u0335\u11A8", 280)
	f.Fuzz(func(t *testing.T, text string, limit int) {
		limit %= 1000
		got := exchange.Clean(text, limit)
		if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) || utf8.RuneCountInString(got) > max(limit, 0) {
			t.Fatalf("Clean(%q, %d) = %q", text, limit, got)
		}
		marks := 0
		for _, r := range got {
			if unicode.Is(unicode.M, r) {
				marks++
			} else {
				marks = 0
			}
			if marks > exchange.MaxMarks || unicode.IsControl(r) && r != '\n' ||
				unicode.In(r, unicode.Bidi_Control, unicode.Noncharacter_Code_Point) || r >= 0xE0000 && r <= 0xE007F {
				t.Fatalf("Clean(%q) keeps %U", text, r)
			}
		}
		if again := exchange.Clean(got, limit); again != got {
			t.Fatalf("Clean is not stable: %q, then %q", got, again)
		}
	})
}
