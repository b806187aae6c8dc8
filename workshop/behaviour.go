package workshop

// Behaviour is one of nine things that leaders do, too often or too seldom.
type Behaviour string

// The nine behaviours.
const (
	CancelsMeetings Behaviour = "cancels_meetings"
	Micromanages    Behaviour = "micromanages"
	DictatesGoals   Behaviour = "dictates_goals"
	AssumesMotives  Behaviour = "assumes_motives"
	Coaches         Behaviour = "coaches"
	AsksInput       Behaviour = "asks_input"
	GivesFeedback   Behaviour = "gives_feedback"
	Celebrates      Behaviour = "celebrates"
	Listens         Behaviour = "listens"
)

// BehaviourCount is the number of behaviours.
const BehaviourCount = 9

// Behaviours lists the nine in order: the four to do less of, then the five to do more of.
func Behaviours() [BehaviourCount]Behaviour {
	return [BehaviourCount]Behaviour{
		CancelsMeetings, Micromanages, DictatesGoals, AssumesMotives,
		Coaches, AsksInput, GivesFeedback, Celebrates, Listens,
	}
}

// Index is the place of b among Behaviours, −1 where it is none.
func (b Behaviour) Index() int {
	for i, other := range Behaviours() {
		if b == other {
			return i
		}
	}
	return -1
}

// LessOf says whether leaders should do less of it; of the others they should do more.
func (b Behaviour) LessOf() bool { i := b.Index(); return i >= 0 && i < 4 }

// Frequency is how often somebody shows a behaviour. The zero Frequency is "not said".
type Frequency uint8

// The frequencies. Their values in figures and files are 0 (never) to 4 (always).
const (
	NotSaid Frequency = iota
	Never
	Seldom
	Sometimes
	Often
	Always
)

// FrequencyOf is the frequency of a value 0 … 4; ok is false for others.
func FrequencyOf(value int) (f Frequency, ok bool) {
	if value < 0 || value > 4 {
		return NotSaid, false
	}
	return Frequency(value + 1), true
}

// Value is 0 (never) to 4 (always); ok is false where it was not said.
func (f Frequency) Value() (value int, ok bool) {
	if f == NotSaid || f > Always {
		return 0, false
	}
	return int(f) - 1, true
}
