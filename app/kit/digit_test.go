package kit

import (
	"slices"
	"testing"
)

// upperRows are the keys of the figures 1 to 9 and 0, as keyboards write them without Shift.
func upperRows() map[string]string {
	return map[string]string{"other countries": "1234567890", "France": "&é\"'(-è_çà", "Belgium": "&é\"'(§è!çà"}
}

func TestFiguresNeedNoShift(t *testing.T) {
	for country, row := range upperRows() {
		t.Run(country, func(t *testing.T) {
			keys := []rune(row)
			var scale []int
			for i, key := range keys[:7] {
				s := NewScale([]string{"1", "2", "3", "4", "5", "6", "7"}, -1, NoSign, nil)
				s.TypedRune(key)
				scale = append(scale, s.Selected-i)
				c := NewChoice([]string{"1", "2", "3", "4", "5", "6", "7"}, -1, nil)
				c.TypedRune(key)
				scale = append(scale, c.Selected-i)
			}
			if !slices.Equal(scale, make([]int, 14)) {
				t.Error("the first seven choose", scale, "beside their own")
			}
			for i, key := range keys {
				want := (i + 1) % 10
				if key == '-' {
					want = 0 // takes one away, and there is none
				}
				s := NewSpread([]Item{{Text: "a"}, {Text: "b"}}, []int{0, 0}, 10)
				s.TypedRune(key)
				if s.Values[0] != want {
					t.Errorf("%c gives %d points, want %d", key, s.Values[0], want)
				}
			}
		})
	}
}
