package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// onPlan is a window on an empty plan.
func onPlan(t *testing.T, lang workshop.Lang) *UI {
	t.Helper()
	ui := uiIn(t, lang, 12, workshop.Planning)
	ui.Change("plan", func(s *workshop.Session) error {
		s.Plan = workshop.Plan{}
		return nil
	})
	ui.Reload()
	return ui
}

// fillPromise opens a promise to a side on the first theme and fills who, what and when.
func fillPromise(t *testing.T, ui *UI, side workshop.Side) {
	t.Helper()
	ui.editPromise(workshop.Promise{Theme: ui.Session().Priorities.Focus[0], Side: side, Kind: workshop.Start})
	fill(t, ui.win.Canvas(), ui.Say("promise.what"), "Write the roster two weeks ahead")
	fill(t, ui.win.Canvas(), ui.Say("promise.owner"), "Head of desk")
	fill(t, ui.win.Canvas(), ui.Say("promise.due"), "21.12.2026")
}

func TestPlanShowsASectionForEachFocusTheme(t *testing.T) {
	long(t)
	for _, lang := range assets.Langs() {
		for _, part := range planParts() {
			ui := uiIn(t, lang, 12, workshop.Closed)
			ui.Go(Route{Face: FacePlan, Part: part})
			text := said(ui.win.Canvas())
			if strings.Contains(text, "⟦") {
				t.Errorf("%s: words are missing on %s:\n%s", lang, part, text)
			}
			if part != "promises" {
				continue
			}
			for _, p := range ui.Session().Plan.Promises {
				if !strings.Contains(text, p.What) {
					t.Errorf("%s: the promise %q is not shown", lang, p.What)
				}
			}
		}
	}
}

func TestPromiseNeedsWhoWhatAndWhen(t *testing.T) {
	ui := onPlan(t, workshop.English)
	ui.editPromise(workshop.Promise{Theme: ui.Session().Priorities.Focus[0], Side: workshop.EmployeeSide, Kind: workshop.Start})
	tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	text := said(ui.win.Canvas())
	for _, key := range []string{"promise.what.problem", "promise.owner.problem", "promise.due.problem"} {
		if !strings.Contains(text, ui.Say(key)) {
			t.Errorf("%q is not said at its field", ui.Say(key))
		}
	}
	fill(t, ui.win.Canvas(), ui.Say("promise.due"), "soon")
	fill(t, ui.win.Canvas(), ui.Say("promise.hours"), "many")
	tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	text = said(ui.win.Canvas())
	for _, key := range []string{"date.problem", "promise.amount.problem"} {
		if !strings.Contains(text, ui.Say(key)) {
			t.Errorf("%q is not said at its field", ui.Say(key))
		}
	}
	if n := len(ui.Session().Plan.Promises); n != 0 {
		t.Errorf("%d promises were kept", n)
	}
}

// TestPromiseCardShowsWhatHasTheFocus goes through the card by Tab after hints have made it higher than the window, and has
// a hint appear above the control that has the focus.
func TestPromiseCardShowsWhatHasTheFocus(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 1.5} {
		ui := onPlan(t, workshop.English)
		ui.win.Resize(fyne.NewSize(1366, 768))
		ui.prefs.setTextScale(scale)
		ui.applyLook()
		ui.rebuild()
		c := ui.win.Canvas()
		whole := func(when string) {
			t.Helper()
			o, found := c.Focused().(fyne.CanvasObject), false
			walkCanvas(c, func(s seen) {
				if s.object == o {
					found = true
					if s.area.y < s.clip.y-slack || s.area.bottom > s.clip.bottom+slack {
						t.Errorf("at %.0f %%, %s: %T %q is cut: %v of %v", 100*scale, when, o, nameOf(o), s.area, s.clip)
					}
				}
			})
			if !found {
				t.Errorf("at %.0f %%, %s: nothing in sight has the focus", 100*scale, when)
			}
		}
		ui.editPromise(workshop.Promise{Theme: ui.Session().Priorities.Focus[0], Side: workshop.CustomerSide, Kind: workshop.Start})
		kind := every[*kit.Choice](c)[0]
		c.Focus(kind)
		settle(c.(software.WindowlessCanvas))
		whole("before any hint")
		fieldNamed(t, c, ui.Say("promise.what")).SetProblem(ui.Say("promise.what.problem"))
		fieldNamed(t, c, ui.Say("promise.owner")).SetProblem(ui.Say("promise.owner.problem"))
		settle(c.(software.WindowlessCanvas))
		whole("as hints appear above it")
		tap(t, c, ui.Say("plan.save"))
		settle(c.(software.WindowlessCanvas))
		whole("after it was refused")
		for range 24 {
			c.FocusNext()
			whole("by Tab")
		}
	}
}

func TestPromiseIsMadeChangedAndTakenOut(t *testing.T) {
	ui := onPlan(t, workshop.English)
	fillPromise(t, ui, workshop.EmployeeSide)
	fill(t, ui.win.Canvas(), ui.Say("promise.hours"), "6,5")
	fill(t, ui.win.Canvas(), ui.Say("promise.money"), "1 500")
	for _, c := range every[*kit.Check](ui.win.Canvas()) {
		c.Tapped(nil)
	}
	tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	if len(ui.Session().Plan.Promises) != 1 {
		t.Fatalf("not kept; the card says:\n%s", said(ui.win.Canvas()))
	}
	p := ui.Session().Plan.Promises[0]
	if p.Hours != 6.5 || p.Money != 1500 || !p.Agreed || p.Due.String() != "2026-12-21" || p.Owner != "Head of desk" {
		t.Errorf("kept %+v", p)
	}
	ui.editPromise(p)
	fill(t, ui.win.Canvas(), ui.Say("promise.owner"), "Director")
	tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	if got := ui.Session().Plan.Promises; len(got) != 1 || got[0].Owner != "Director" || got[0].ID != p.ID {
		t.Errorf("after editing: %+v", got)
	}
	ui.editPromise(ui.Session().Plan.Promises[0])
	tap(t, ui.win.Canvas(), ui.Say("button.remove"))
	if got := ui.Session().Plan.Promises; len(got) != 0 {
		t.Errorf("after taking it out: %+v", got)
	}
}

func TestDueDateIsChosenInDays(t *testing.T) {
	ui := onPlan(t, workshop.English)
	fillPromise(t, ui, workshop.EmployeeSide)
	tap(t, ui.win.Canvas(), ui.words.Count("date.in_days", 60))
	tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	if got, want := ui.Session().Plan.Promises[0].Due, ui.Session().Setup.Date.AddDays(60); got != want {
		t.Errorf("due %v, want %v", got, want)
	}
}

func TestCustomersWaitUnlessAReasonIsGiven(t *testing.T) {
	ui := onPlan(t, workshop.English)
	if !strings.Contains(said(ui.win.Canvas()), ui.Say("plan.waits")) {
		t.Error("the face does not say that customers wait")
	}
	fillPromise(t, ui, workshop.CustomerSide)
	tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	if len(ui.Session().Plan.Promises) != 0 || !strings.Contains(said(ui.win.Canvas()), ui.Say("promise.override.problem")) {
		t.Fatal("a promise to customers came before any to our people")
	}
	fill(t, ui.win.Canvas(), ui.Say("promise.override"), "the contract ends in June")
	tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	if got := ui.Session().Plan.Promises; len(got) != 1 || got[0].Override != "the contract ends in June" {
		t.Fatalf("with a reason: %+v", got)
	}
	if !strings.Contains(said(ui.win.Canvas()), "the contract ends in June") {
		t.Error("the reason is not shown")
	}
}

func TestCustomersNeedNoReasonAfterEmployees(t *testing.T) {
	ui := onPlan(t, workshop.English)
	for _, side := range []workshop.Side{workshop.EmployeeSide, workshop.CustomerSide} {
		fillPromise(t, ui, side)
		tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	}
	if n := len(ui.Session().Plan.Promises); n != 2 {
		t.Fatalf("%d promises", n)
	}
	ui.editPromise(ui.Session().Plan.Promises[0])
	tap(t, ui.win.Canvas(), ui.Say("button.remove"))
	if n := len(ui.Session().Plan.Promises); n != 2 {
		t.Error("the promise that the customers' rests on could be taken out")
	}
}

func TestInvestmentIsLive(t *testing.T) {
	ui := onPlan(t, workshop.English)
	for _, x := range []struct {
		side  workshop.Side
		hours string
	}{{workshop.EmployeeSide, "30"}, {workshop.CustomerSide, "12"}} {
		fillPromise(t, ui, x.side)
		fill(t, ui.win.Canvas(), ui.Say("promise.hours"), x.hours)
		tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	}
	before, _ := ui.Session().Leaders.Investment.Ratios()
	want := ui.Say("invest.hours.both", "now", "2.5", "before", ui.words.Number(*before, 1))
	if !strings.Contains(said(ui.win.Canvas()), want) {
		t.Errorf("%q is not in:\n%s", want, said(ui.win.Canvas()))
	}
	ui.Change("promise", func(s *workshop.Session) error {
		for _, p := range s.Plan.Promises {
			p.Hours = map[workshop.Side]float64{workshop.EmployeeSide: 1, workshop.CustomerSide: 90}[p.Side]
			if _, err := s.SetPromise(p); err != nil {
				return err
			}
		}
		return nil
	})
	ui.Reload()
	if want := ui.Say("invest.hours.both", "now", "0.011", "before", ui.words.Number(*before, 1)); !strings.Contains(said(ui.win.Canvas()), want) {
		t.Errorf("%q is not in:\n%s", want, said(ui.win.Canvas()))
	}
}

func TestStarterFillsTheFormOnly(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := onPlan(t, lang)
		ui.Change("priorities", func(s *workshop.Session) error {
			s.Priorities.Focus = []workshop.ThemeKey{"reliability"}
			return nil
		})
		ui.editPromise(workshop.Promise{Theme: "reliability", Side: workshop.EmployeeSide, Kind: workshop.Start})
		tap(t, ui.win.Canvas(), ui.Say("plan.save"))
		pick := every[*kit.Pick](ui.win.Canvas())[0]
		pick.Choose(0)
		if got := fieldNamed(t, ui.win.Canvas(), ui.Say("promise.what")).Text(); got != pick.Options()[0] {
			t.Errorf("%s: the form says %q", lang, got)
		}
		if strings.Contains(said(ui.win.Canvas()), ui.Say("promise.what.problem")) {
			t.Errorf("%s: what was filled in is still missing", lang)
		}
		tap(t, ui.win.Canvas(), ui.Say("plan.save"))
		if len(ui.Session().Plan.Promises) != 0 {
			t.Errorf("%s: a starting point became a promise without an owner", lang)
		}
	}
}

func TestContractSaysStartAndStop(t *testing.T) {
	ui := onPlan(t, workshop.English)
	ui.Go(Route{Face: FacePlan, Part: "contract"})
	for _, x := range []struct {
		leader string
		b      workshop.Behaviour
	}{{"Amina", workshop.CancelsMeetings}, {"Paul", workshop.Listens}} {
		tap(t, ui.win.Canvas(), ui.Say("contract.add"))
		fill(t, ui.win.Canvas(), ui.Say("contract.leader"), x.leader)
		pickNamed(t, ui.win.Canvas(), ui.Say("contract.behaviour"), ui.behaviourDeed(x.b))
		tap(t, ui.win.Canvas(), ui.Say("button.save"))
	}
	text := said(ui.win.Canvas())
	for _, want := range []string{"Amina", "Stop: Cancelling meetings", "Paul", "Start: Listening"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
	tap(t, ui.win.Canvas(), ui.Say("contract.add"))
	tap(t, ui.win.Canvas(), ui.Say("button.save"))
	if len(ui.Session().Plan.Contract) != 2 {
		t.Error("a line without a leader was kept")
	}
}

func TestFistIsCounted(t *testing.T) {
	ui := onPlan(t, workshop.English)
	ui.Go(Route{Face: FacePlan, Part: "close"})
	steppers := every[*kit.Stepper](ui.win.Canvas()) // from five fingers down
	steppers[0].Set(3)
	steppers[3].Set(1)
	if got := ui.Session().Plan.Fist; got != [6]int{0, 0, 1, 0, 0, 3} {
		t.Fatalf("fist %v", got)
	}
	want := ui.words.Count("fist.mean", 4, "mean", "4.3") + " " + ui.words.Count("fist.low", 1)
	if !strings.Contains(said(ui.win.Canvas()), want) {
		t.Errorf("%q is not in:\n%s", want, said(ui.win.Canvas()))
	}
}

func TestParkedItemsGetAFate(t *testing.T) {
	ui := onPlan(t, workshop.English)
	ui.Change("parking", func(s *workshop.Session) error {
		s.Parking = []workshop.ParkedItem{{Text: "The car park"}}
		return nil
	})
	ui.Go(Route{Face: FacePlan, Part: "close"})
	for _, c := range every[*kit.Choice](ui.win.Canvas()) {
		if c.Options[0] == ui.Say("fate.acted_on") {
			c.Choose(0)
		}
	}
	if got := ui.Session().Parking[0].Fate.Kind; got != workshop.ActedOn {
		t.Errorf("its fate is %q", got)
	}
}

func TestAmountsAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]float64{
		"": 0, "6": 6, "6.5": 6.5, "6,5": 6.5, "1,500": 1500, "1 500": 1500, "1\u202f500,50": 1500.5, "1,500.25": 1500.25, "1.500.000": 1.5e6, "0,125": 0.125,
	} {
		if got, ok := parseAmount(text); !ok || got != want {
			t.Errorf("%q: %v %v, want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"-1", "six", "1e999", "NaN", "Inf", "1,2,3x"} {
		if got, ok := parseAmount(text); ok {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}
