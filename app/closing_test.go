package app

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/pdf"
)

// buttonNamed is the last button of that text, which lies above the others; nil where there is none.
func buttonNamed(ui *UI, text string) *kit.Button {
	var last *kit.Button
	for _, b := range every[*kit.Button](ui.win.Canvas()) {
		if b.Text == text {
			last = b
		}
	}
	return last
}

// onFirstPromise is a plan with one promise to our people that its owner agreed to.
func onFirstPromise(t *testing.T, lang workshop.Lang) *UI {
	t.Helper()
	ui := onPlan(t, lang)
	fillPromise(t, ui, workshop.EmployeeSide)
	tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	ui.Change("promise", func(s *workshop.Session) error { return s.AgreePromise(1, true) })
	ui.Reload()
	return ui
}

func TestTheOwnersWordFallsWhileTheFormIsFilled(t *testing.T) {
	ui := onFirstPromise(t, workshop.English)
	again := ui.Say("promise.agreed.again")
	for name, c := range map[string]struct {
		change func()
		falls  bool
	}{
		"what":  {func() { typeInto(t, ui, "promise.what", "Less") }, true},
		"owner": {func() { typeInto(t, ui, "promise.owner", "x") }, true},
		"to":    {func() { typeInto(t, ui, "promise.to", "9") }, true},
		"day":   {func() { tap(t, ui.win.Canvas(), ui.words.Count("date.in_days", 90)) }, true},
		"hours": {func() { typeInto(t, ui, "promise.hours", "9") }, false},
		"step":  {func() { typeInto(t, ui, "promise.first_step", "x") }, false},
	} {
		ui.editPromise(ui.Session().Plan.Promises[0])
		check := every[*kit.Check](ui.win.Canvas())[0]
		if !check.On || strings.Contains(said(ui.win.Canvas()), again) {
			t.Fatalf("%s: the form opens without the owner's word", name)
		}
		c.change()
		if check.On == c.falls || strings.Contains(said(ui.win.Canvas()), again) != c.falls {
			t.Errorf("%s changed: agreed is %v", name, check.On)
		}
		ui.closeCard()
	}
	ui.editPromise(ui.Session().Plan.Promises[0])
	typeInto(t, ui, "promise.owner", "y")
	tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	if p := ui.Session().Plan.Promises[0]; p.Agreed || !strings.HasSuffix(p.Owner, "y") && !strings.HasPrefix(p.Owner, "y") {
		t.Fatalf("kept %+v", p)
	}
	ui.editPromise(ui.Session().Plan.Promises[0])
	typeInto(t, ui, "promise.owner", "z")
	every[*kit.Check](ui.win.Canvas())[0].Tapped(nil)
	tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	if p := ui.Session().Plan.Promises[0]; !p.Agreed {
		t.Errorf("the new owner agreed, and yet %+v", p)
	}
}

// typeInto types into a field of the card, as a person does.
func typeInto(t *testing.T, ui *UI, key, text string) {
	t.Helper()
	test.Type(fieldNamed(t, ui.win.Canvas(), ui.Say(key)).Focusable(), text)
}

func TestClosingListsWhatIsOpenAndLeadsThere(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := onFirstPromise(t, lang)
		ui.Change("promise", func(s *workshop.Session) error { return s.AgreePromise(1, false) })
		ui.Go(Route{Face: FaceReport})
		ends := ui.Session().OpenEnds()
		if len(ends) < 3 {
			t.Fatalf("open are %+v", ends)
		}
		for _, e := range ends {
			ui.Go(Route{Face: FaceReport})
			tap(t, ui.win.Canvas(), ui.Say("report.close"))
			if text := ui.words.Count("close."+e.Key, e.Count); strings.Contains(text, "⟦") || !strings.Contains(said(ui.win.Canvas()), text) {
				t.Errorf("%s: %q is not said", lang, text)
			}
			ui.closeCard()
			ui.jump(e)
			if ui.route.Face == FaceReport || len(e.Promises)+len(e.Themes) > 0 && ui.win.Canvas().Focused() == nil && e.Key != "unexplained" {
				t.Errorf("%s: %s leads to %+v, with the focus on %v", lang, e.Key, ui.route, ui.win.Canvas().Focused())
			}
		}
		ui.Go(Route{Face: FaceReport})
		tap(t, ui.win.Canvas(), ui.Say("report.close"))
		if ui.Session().State != workshop.Planning {
			t.Fatalf("%s: it closed without a word", lang)
		}
		test.Tap(buttonNamed(ui, ui.Say("close.anyway")))
		if ui.Session().State != workshop.Closed {
			t.Errorf("%s: it stands in %s", lang, ui.Session().State)
		}
	}
}

func TestNothingClosesOverAPromiseThatWaits(t *testing.T) {
	ui := onFirstPromise(t, workshop.English)
	fillPromise(t, ui, workshop.CustomerSide)
	tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	ui.Change("promise", func(s *workshop.Session) error {
		return s.MarkPromise(1, workshop.Dropped, "no money", workshop.Date{})
	})
	ui.Go(Route{Face: FacePlan})
	for _, want := range []string{ui.Say("plan.waiting"), "no money", ui.Say("plan.waits.reason")} {
		if !strings.Contains(said(ui.win.Canvas()), want) {
			t.Errorf("the plan does not say %q", want)
		}
	}
	ui.Go(Route{Face: FaceReport})
	tap(t, ui.win.Canvas(), ui.Say("report.close"))
	if buttonNamed(ui, ui.Say("close.anyway")) != nil || !strings.Contains(said(ui.win.Canvas()), ui.Say("close.blocked")) {
		t.Fatal("it can close over a promise that waits")
	}
	ui.closeCard()
	ui.Go(Route{Face: FacePlan})
	ui.editPromise(ui.Session().Plan.Promises[1])
	fill(t, ui.win.Canvas(), ui.Say("promise.override"), "the contract ends in June")
	tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	if ui.Session().MissingForClose() != nil {
		t.Errorf("with a reason it is still blocked by %v", ui.Session().MissingForClose())
	}
}

func TestTheListOfOpenEndsFollowsTheHands(t *testing.T) {
	ui := onPlan(t, workshop.English)
	ui.Go(Route{Face: FacePlan, Part: "close"})
	fist := ui.words.Count("close.fist", 1)
	if !strings.Contains(said(ui.win.Canvas()), fist) {
		t.Fatal("the list does not say that the fist was not taken")
	}
	every[*kit.Stepper](ui.win.Canvas())[0].Set(3)
	if strings.Contains(said(ui.win.Canvas()), fist) {
		t.Error("the list still misses the fist")
	}
}

// TestWhatIsParkedNowIsAskedForAtOnce parks something while the close is shown.
func TestWhatIsParkedNowIsAskedForAtOnce(t *testing.T) {
	ui := onPlan(t, workshop.English)
	ui.Change("parking", func(s *workshop.Session) error { s.Parking = nil; return nil })
	ui.Go(Route{Face: FacePlan, Part: "close"})
	ui.parkingLot()
	field := fieldNamed(t, ui.win.Canvas(), ui.Say("parking.add"))
	field.SetText("Shade for the queue")
	field.OnEnter()
	ui.closeCard()
	text := said(ui.win.Canvas())
	if !strings.Contains(text, "Shade for the queue") || !strings.Contains(text, ui.words.Count("close.parked", 1)) {
		t.Errorf("the close does not know what was parked:\n%s", text)
	}
}

func TestTheMouseParksToo(t *testing.T) {
	ui := onPlan(t, workshop.English)
	ui.Change("parking", func(s *workshop.Session) error { s.Parking = nil; return nil })
	ui.parkingLot()
	fieldNamed(t, ui.win.Canvas(), ui.Say("parking.add")).SetText("by its button")
	tap(t, ui.win.Canvas(), ui.Say("parking.park"))
	fieldNamed(t, ui.win.Canvas(), ui.Say("parking.add")).SetText("left in the field")
	tap(t, ui.win.Canvas(), ui.Say("button.close"))
	p := ui.Session().Parking
	if len(p) != 2 || p[0].Text != "by its button" || p[1].Text != "left in the field" {
		t.Errorf("parked: %+v", p)
	}
	ui.parkingLot()
	tap(t, ui.win.Canvas(), ui.Say("button.close"))
	if n := len(ui.Session().Parking); n != 2 {
		t.Errorf("an empty field parked something: %d items", n)
	}
}

func TestOpenEndsLeadToTheFirstThatIsOpen(t *testing.T) {
	ui := onPlan(t, workshop.English)
	ui.Change("parking", func(s *workshop.Session) error {
		s.Parking = nil
		return errors.Join(s.Park("settled"), s.Park("open"), s.SetParkedFate(0, workshop.Fate{Kind: workshop.Parked}))
	})
	ui.jump(workshop.OpenEnd{Key: "parked"})
	choice, ok := ui.win.Canvas().Focused().(*kit.Choice)
	if !ok {
		t.Fatalf("the focus is on %T", ui.win.Canvas().Focused())
	}
	choice.Choose(0)
	if p := ui.Session().Parking; p[1].Fate.Kind != workshop.ActedOn || p[0].Fate.Kind != workshop.Parked {
		t.Errorf("the focus was on another item: %+v", p)
	}
	var open []int
	ui.Change("voice_fate", func(s *workshop.Session) error {
		for _, v := range s.Voices {
			if !v.Hidden && v.Into == 0 {
				open = append(open, v.ID)
			}
		}
		if err := s.ChangeVoice(open[0], func(v *workshop.Voice) { v.Fate = workshop.Fate{Kind: workshop.ActedOn} }); err != nil {
			return err
		}
		return s.ChangeVoice(open[1], func(v *workshop.Voice) { v.Fate = workshop.Fate{} })
	})
	ui.jump(workshop.OpenEnd{Key: "voices"})
	if card, ok := ui.win.Canvas().Focused().(*voiceCard); !ok || card.voice.ID != open[1] {
		t.Errorf("the focus is on %T, not on the voice without a fate", ui.win.Canvas().Focused())
	}
}

func TestFollowUpSaysWhatWaitsAndWhoHasNotAgreed(t *testing.T) {
	ui := onFollowUp(t, workshop.English)
	ui.Change("plan", func(s *workshop.Session) error {
		p := s.Plan.Promises[0]
		p.ID, p.Side, p.What, p.Agreed = 0, workshop.CustomerSide, "Call back within the hour", true
		_, err := s.SetPromise(p)
		return err
	})
	ui.Reload()
	tap(t, ui.win.Canvas(), ui.Say("follow.agree"))
	if !ui.Session().Plan.Promises[0].Agreed || strings.Contains(said(ui.win.Canvas()), ui.Say("plan.not_agreed")) {
		t.Fatal("the owner's word is not kept")
	}
	ui.dropPromise(ui.Session().Plan.Promises[0])
	if want := ui.Say("follow.drop.rests", "what", "Call back within the hour"); !strings.Contains(said(ui.win.Canvas()), want) {
		t.Errorf("%q is not said", want)
	}
	fill(t, ui.win.Canvas(), ui.Say("fate.reason"), "no money")
	test.Tap(buttonNamed(ui, ui.Say("follow.drop")))
	if !ui.Session().Plan.Waits(ui.Session().Plan.Promises[1]) || !strings.Contains(said(ui.win.Canvas()), "no money") {
		t.Fatal("the promise to customers does not wait")
	}
	if buttonNamed(ui, ui.Say("follow.done")) != nil {
		t.Error("what waits can be marked as done")
	}
	tap(t, ui.win.Canvas(), ui.Say("follow.override"))
	fill(t, ui.win.Canvas(), ui.Say("fate.reason"), "it was announced")
	test.Tap(buttonNamed(ui, ui.Say("follow.override")))
	if p := ui.Session().Plan.Promises[1]; p.Override != "it was announced" || !p.Agreed {
		t.Errorf("kept %+v", p)
	}
	tap(t, ui.win.Canvas(), ui.Say("follow.done"))
	if p := ui.Session().Plan.Promises[1]; p.Status != workshop.Done {
		t.Errorf("status %q", p.Status)
	}
}

func TestMovingAsksTheOwnerAnew(t *testing.T) {
	for _, agreed := range []bool{false, true} {
		ui := onFollowUp(t, workshop.English)
		ui.agreeTo(1)
		ui.movePromise(ui.Session().Plan.Promises[0])
		tap(t, ui.win.Canvas(), ui.words.Count("date.in_days", 60))
		fill(t, ui.win.Canvas(), ui.Say("fate.reason"), "ill")
		if agreed {
			every[*kit.Check](ui.win.Canvas())[0].Tapped(nil)
		}
		test.Tap(buttonNamed(ui, ui.Say("follow.move")))
		if p := ui.Session().Plan.Promises[0]; p.Status != workshop.Moved || p.Agreed != agreed {
			t.Errorf("ticked %v: %+v", agreed, p)
		}
	}
}

func TestLateOnesComeFirst(t *testing.T) {
	ui := onFollowUp(t, workshop.English)
	day := ui.Session().Setup.Date
	ui.Change("plan", func(s *workshop.Session) error {
		p := s.Plan.Promises[0]
		for i, due := range []workshop.Date{day.AddDays(80), day.AddDays(20), day.AddDays(35)} {
			p.ID, p.What, p.Due = 0, []string{"Later", "Oldest", "Old"}[i], due
			if _, err := s.SetPromise(p); err != nil {
				return err
			}
		}
		return s.MarkPromise(3, workshop.Done, "", workshop.Date{})
	})
	ui.Reload()
	text := said(ui.win.Canvas())
	var at []int
	for _, what := range []string{"Stop late changes", "Old\n", "Later", "Oldest"} {
		at = append(at, strings.Index(text+"\n", what))
	}
	if slices.Contains(at, -1) || !slices.IsSorted(at) {
		t.Errorf("they stand at %v in:\n%s", at, text)
	}
}

func TestTheReviewIsSavedAsItStandsToday(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := onFollowUp(t, lang)
		dir := t.TempDir()
		ui.prefs.setFolder("export", dir)
		path := filepath.Join(dir, "review.pdf")
		export(t, ui, "follow.save", path)
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		if err := pdf.WriteReview(&want, ui.Session(), workshop.DateOf(ui.Clock()), ui.reportDesk().options(ui.measure)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%s: the file is another review", lang)
		}
	}
}
