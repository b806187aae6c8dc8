package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/bolt"
	"exceed/workshop/memory"
	"exceed/workshop/rehearsal"
	"exceed/workshop/sealed"
)

// askedBench is a facilitator's window whose laptop can be handed over, in a state after the reveal.
func askedBench(t *testing.T, lang workshop.Lang, state workshop.State) *bench {
	t.Helper()
	b := &bench{t: t, ui: uiIn(t, lang, 12, state)}
	b.ui.win.Resize(fyne.NewSize(1366, 768))
	b.ui.Timer = b.after
	return b
}

// handOver hands the laptop over from the face's own button.
func (b *bench) handOver() {
	b.t.Helper()
	tap(b.t, b.canvas(), b.ui.Say("collect.hand_over"))
	b.k = b.ui.kiosk
	b.actions = 0
}

// ways out and back to the facilitator's face.
func (b *bench) leaveKiosk() {
	b.t.Helper()
	b.key(fyne.KeyEscape)
	b.write("2468")
	b.key(fyne.KeyReturn)
	if b.ui.kiosk != nil {
		b.t.Fatalf("the code does not lead out: %s", b.said())
	}
}

func (b *bench) start(kind workshop.PollKind) {
	b.t.Helper()
	tap(b.t, b.canvas(), b.ui.Say("poll.start."+string(kind)))
	tap(b.t, b.canvas(), b.ui.Say("poll.go"))
}

func TestPrivateDotsByKeyboard(t *testing.T) {
	for _, lang := range assets.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			b := askedBench(t, lang, workshop.Prioritise)
			tap(t, b.canvas(), b.ui.Say("poll.dots.aloud"))
			if rows(b.ui)[0].dots == nil {
				t.Fatal("dots counted aloud cannot be changed")
			}
			b.start(workshop.DotsPoll)
			if rows(b.ui)[0].dots != nil {
				t.Error("dots can be changed by hand while they are given in private")
			}
			b.handOver()
			for range 5 {
				b.key(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn) // I'm next, language, promise
				b.mustSay("kiosk.poll.dots.title")
				b.write("1")
				b.key(fyne.KeyReturn)
				if want := b.k.words.Count("kiosk.poll.dots.left", 2); !strings.Contains(b.said(), want) {
					t.Fatalf("one dot is enough to go on: %s", b.said())
				}
				b.key(fyne.KeyDown)
				b.write("9") // cut to the two that are left
				b.mustSay("kiosk.poll.dots.no_more")
				b.key(fyne.KeyReturn)
				b.mustSay("kiosk.review.title")
				b.key(fyne.KeyReturn)
				b.mustSay("kiosk.thanks.title")
				if b.k.draft != nil || b.actions > 12 {
					t.Errorf("after %d actions the draft is %v", b.actions, b.k.draft)
				}
				b.key(fyne.KeySpace)
				b.actions = 0
			}
			b.mustSay("kiosk.count_of", "n", 5, "expected", 12)
			b.leaveKiosk()
			if text := b.ui.Say("poll.of", "count", b.ui.countText(5)); !strings.Contains(said(b.canvas()), text) {
				t.Errorf("the face does not say %q but\n%s", text, said(b.canvas()))
			}
			tap(t, b.canvas(), b.ui.Say("poll.count"))
			tapLast(t, b.ui, b.ui.Say("poll.count"))
			s := b.ui.Session()
			if got := s.Priorities.Dots; got[s.Themes[0].Key] != 5 || got[s.Themes[1].Key] != 10 || !s.Priorities.Private {
				t.Errorf("counted %v", got)
			}
		})
	}
}

func TestPulseAtTheKiosk(t *testing.T) {
	b := askedBench(t, workshop.English, workshop.FollowUp)
	b.start(workshop.PulsePoll)
	asked := b.ui.Session().Asks(workshop.PulsePoll)
	for _, button := range every[*kit.Button](b.canvas()) {
		if button.Text == b.ui.Say("poll.count") && !button.Disabled() {
			t.Error("a round that nobody answered can be counted")
		}
	}
	b.handOver()
	for person := range 6 {
		b.key(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
		b.mustSay("kiosk.poll.pulse.title")
		for first := 0; first < len(asked); first += promisesAPage {
			for i := first; i < min(first+promisesAPage, len(asked)); i++ {
				switch {
				case i == 0:
					b.write(string(rune('1' + person%3))) // seen, partly, not yet
				case person < 2 || i != 1:
					b.write("1")
				default:
					b.write("4") // cannot say
				}
			}
			b.key(fyne.KeyReturn)
		}
		b.mustSay("kiosk.review.title")
		b.key(fyne.KeyReturn)
		b.mustSay("kiosk.thanks.title")
		b.key(fyne.KeySpace)
	}
	b.leaveKiosk()
	tap(t, b.canvas(), b.ui.Say("poll.count"))
	tapLast(t, b.ui, b.ui.Say("poll.count"))
	date := b.ui.words.Date(testDay())
	for _, want := range []string{
		b.ui.words.Count("poll.result", 6, "date", date, "seen", 2, "partly", 2, "not_yet", 2),
		b.ui.Say("poll.few", "date", date, "k", 5),
		b.ui.words.Date(testDay().AddDays(14)), // an earlier round stays
	} {
		if !strings.Contains(said(b.canvas()), want) {
			t.Errorf("the face does not say %q but\n%s", want, said(b.canvas()))
		}
	}
}

// Whoever goes away from an unfinished ballot leaves nothing: it is covered, then wiped.
func TestUnfinishedBallotIsWiped(t *testing.T) {
	b := askedBench(t, workshop.English, workshop.Prioritise)
	tap(t, b.canvas(), b.ui.Say("poll.dots.aloud"))
	b.start(workshop.DotsPoll)
	b.handOver()
	b.key(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	b.write("3")
	b.pass(coverAfter)
	b.mustSay("kiosk.cover.title")
	b.pass(coverTime)
	if b.k.draft != nil || b.ui.ballots() != 0 {
		t.Error("something of the ballot is left")
	}
	b.mustSay("kiosk.handover.title")
}

// Without a code that leads out of the kiosk, as in a session made from other data, nothing is handed over.
func TestPollNeedsTheCodeThatLeadsOut(t *testing.T) {
	b := askedBench(t, workshop.English, workshop.FollowUp)
	b.ui.Change("setup", func(s *workshop.Session) error { s.Setup.ExitCode = ""; return nil })
	tap(t, b.canvas(), b.ui.Say("poll.start.pulse"))
	if b.ui.route.Face != FacePrepare || !strings.Contains(said(b.canvas()), b.ui.Say("ready.exit_code")) {
		t.Errorf("the face is %s:\n%s", b.ui.route.Face, said(b.canvas()))
	}
	if _, open := b.ui.Session().OpenedPoll(); open {
		t.Error("a poll is open")
	}
}

// Neither way out of the state leaves an open poll behind; the program says what to do.
func TestDropPoll(t *testing.T) {
	b := askedBench(t, workshop.English, workshop.Prioritise)
	tap(t, b.canvas(), b.ui.Say("poll.dots.aloud"))
	before := len(b.ui.Session().Polls)
	b.start(workshop.DotsPoll)
	for _, to := range []workshop.State{workshop.Reveal, workshop.Planning} {
		b.ui.MoveTo(to)
		if b.ui.Session().State != workshop.Prioritise || !strings.Contains(said(b.canvas()), b.ui.words.Explain(workshop.ErrPollOpen)) {
			t.Errorf("moving to %s with an open poll:\n%s", to, said(b.canvas()))
		}
	}
	tap(t, b.canvas(), b.ui.Say("poll.drop"))
	tapLast(t, b.ui, b.ui.Say("poll.drop"))
	if _, open := b.ui.Session().OpenedPoll(); open || len(b.ui.Session().Polls) != before {
		t.Errorf("polls: %+v", b.ui.Session().Polls)
	}
	if _, err := b.ui.room.Poll(); err == nil {
		t.Error("its box is still there")
	}
}

// A locked session asks for its passphrase when a poll is opened and when it is counted; after a restart without a keyring
// it asks for the resume code.
func TestPollOfALockedSession(t *testing.T) {
	const secret = "correct horse battery staple"
	lib := bolt.NewLibrary(t.TempDir(), bolt.WithCost(sealed.Cost{Time: 1, Memory: 64, Threads: 1}))
	played, err := rehearsal.New(7, workshop.English, 12, testDay()).Play(t.Context(), memory.NewLibrary(), workshop.Collect, nil)
	if err != nil {
		t.Fatal(err)
	}
	prepared := played.Session().Clone()
	prepared.State = workshop.Prepare
	store, err := lib.Create(prepared)
	if err != nil {
		t.Fatal(err)
	}
	ui := testUI(t, workshop.English)
	room, err := workshop.Enter(store)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := room.Begin(secret); err != nil {
		t.Fatal(err)
	}
	points := make([]float64, len(prepared.Themes))
	points[0] = workshop.PointsToSpread
	for range 5 {
		if _, err := room.Accept(workshop.Response{Ratings: workshop.Ratings{Points: points}}); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []func() error{
		func() error { return room.Move(workshop.Sealed) },
		func() error { return room.Reveal(secret) },
		func() error { return room.Move(workshop.Prioritise) },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	ui.enter(room)
	c := ui.win.Canvas()
	tap(t, c, ui.Say("poll.start.dots"))
	fill(t, c, ui.Say("sealed.passphrase"), "a guess")
	tap(t, c, ui.Say("poll.go"))
	if got := said(c); !strings.Contains(got, ui.words.Explain(workshop.ErrWrongKey)) {
		t.Fatalf("a wrong passphrase is not refused:\n%s", got)
	}
	fill(t, c, ui.Say("sealed.passphrase"), secret)
	tap(t, c, ui.Say("poll.go"))
	if !strings.Contains(said(c), ui.Say("begin.code_title")) {
		t.Fatalf("no resume code:\n%s", said(c))
	}
	code := ""
	for _, line := range strings.Split(said(c), "\n") {
		if strings.Count(line, "-") > 1 && !strings.Contains(code, line) { // once as text, once as it is drawn
			code += line
		}
	}
	tap(t, c, ui.Say("begin.code_written"))
	for range 5 {
		b := make(workshop.Ballot, len(prepared.Themes))
		b[2] = workshop.DotsToSpread
		if _, err := ui.room.AcceptBallot(b); err != nil {
			t.Fatal(err)
		}
	}
	path := store.Path()
	if err := ui.room.Close(); err != nil {
		t.Fatal(err)
	}
	if store, err = lib.Open(path); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	if err := store.Unlock(secret); err != nil {
		t.Fatal(err)
	}
	if room, err = workshop.Enter(store); err != nil {
		t.Fatal(err)
	}
	ui.enter(room)
	tap(t, c, ui.Say("poll.resume"))
	fill(t, c, ui.Say("collect.resume_code"), "AAAA")
	tap(t, c, ui.Say("collect.resume"))
	if !strings.Contains(said(c), ui.Say("collect.resume_wrong")) {
		t.Error("a wrong code resumes")
	}
	fill(t, c, ui.Say("collect.resume_code"), code)
	tap(t, c, ui.Say("collect.resume"))
	tap(t, c, ui.Say("poll.count"))
	fill(t, c, ui.Say("sealed.passphrase"), secret)
	tapLast(t, ui, ui.Say("poll.count"))
	if got := ui.Session().Priorities.Dots[prepared.Themes[2].Key]; got != 15 {
		t.Errorf("%d dots:\n%s", got, said(c))
	}
}
