// Package rehearsal plays a whole session with simulated people, so that a coach can practise and a checker can watch.
// It goes through the same calls as the window: a session is prepared, people answer one by one, leaders predict, the
// box is sealed and revealed, the group chooses, promises, closes and looks back.
//
// # Vocabulary
//
// A scene is what is true of a team: how much each theme pulls, how it stands for both sides, where the team falls into
// two camps. People are drawn from the scene, each with a temper of their own. A corpus holds what they say in their
// own words; nobody repeats another's words, so large teams run out of statements and the rest write none.
//
// Everything follows from the seed, the language, the number of people and the date. Nobody and nothing in it exists.
package rehearsal

import (
	"fmt"
	"math/rand/v2"

	"exceed/assets"
	"exceed/workshop"
)

// MaxParticipants is how many people a rehearsal can simulate.
const MaxParticipants = 500

// Rehearsal is one cast of simulated people. It is used from one goroutine.
type Rehearsal struct {
	// Evidence is where the customers' side comes from; a survey unless it is set before Play.
	Evidence workshop.Evidence
	// Resume is the code that the store gave when collecting began, to take it up again in another run; empty where
	// none is needed.
	Resume string

	seed         uint64
	lang         workshop.Lang
	participants int
	date         workshop.Date
}

// New is a cast of that many people, 1 … MaxParticipants, who speak a language and meet on a date. The same arguments
// make the same rehearsal, to the last word.
func New(seed uint64, lang workshop.Lang, participants int, date workshop.Date) *Rehearsal {
	return &Rehearsal{Evidence: workshop.Survey, seed: seed, lang: lang, participants: participants, date: date}
}

// The parts of a rehearsal that draw by chance, each from a stream of its own: a change in one leaves the others as
// they are.
const (
	partID = iota + 1
	partScene
	partPeople
	partWords
	partCustomers
	partLeaders
	partVoices
	partPriorities
	partPlan
	partFist
	partDots
	partFirstPulse
	partSecondPulse
)

func (r *Rehearsal) stream(part uint64) *rand.Rand { return rand.New(rand.NewPCG(r.seed, part)) }

// Session is the session before anything is prepared: its own themes, marked as a rehearsal.
func (r *Rehearsal) Session() *workshop.Session {
	rnd := r.stream(partID)
	id := fmt.Sprintf("%016x%016x", rnd.Uint64(), rnd.Uint64())
	s := workshop.NewSession(id, workshop.Setup{Language: r.lang}, assets.Themes())
	s.Rehearsal = true
	return s
}

// Setup is what the coach prepares.
func (r *Rehearsal) Setup() workshop.Setup {
	return workshop.Setup{
		Organisation:    "Riverside Clinics",
		Kind:            workshop.Public,
		Team:            r.say(lines().Team),
		Date:            r.date,
		Language:        r.lang,
		Expected:        max(r.participants, workshop.DefaultThreshold),
		Threshold:       workshop.DefaultThreshold,
		VoicesThreshold: workshop.DefaultVoicesThreshold,
		Currency:        r.say(lines().Currency),
		ExitCode:        "2468",
	}
}
