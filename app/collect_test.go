package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// preparing is a rehearsed session that is ready to collect, in its window.
func preparing(t *testing.T, lang workshop.Lang, change func(*workshop.Session)) *UI {
	t.Helper()
	ui := uiIn(t, lang, 12, workshop.Prepare)
	if !ui.Change("setup", func(s *workshop.Session) error {
		s.Setup.ExitCode = "2468"
		if change != nil {
			change(s)
		}
		return nil
	}) {
		t.Fatal("the session could not be prepared")
	}
	ui.win.Resize(fyne.NewSize(1366, 768))
	return ui
}

func TestBeginAsksForAPassphraseTwice(t *testing.T) {
	ui := preparing(t, workshop.English, func(s *workshop.Session) { s.Rehearsal = false })
	c := ui.win.Canvas()
	ui.startCollecting()
	fill(t, c, ui.Say("begin.passphrase"), "short")
	tapLast(t, ui, ui.Say("ready.start"))
	if ui.Session().State != workshop.Prepare || !strings.Contains(said(c), ui.Say("begin.short", "n", 8)) {
		t.Fatalf("a short passphrase was not refused: %s", said(c))
	}
	fill(t, c, ui.Say("begin.passphrase"), "river under stone")
	fill(t, c, ui.Say("begin.again"), "river under stones")
	tapLast(t, ui, ui.Say("ready.start"))
	if ui.Session().State != workshop.Prepare || !strings.Contains(said(c), ui.Say("begin.differs")) {
		t.Fatalf("two passphrases that differ were not refused: %s", said(c))
	}
	fill(t, c, ui.Say("begin.again"), "river under stone")
	tapLast(t, ui, ui.Say("ready.start"))
	if ui.route.Face != FaceCollect || ui.held || !ui.room.Store().Protected() {
		t.Error("collecting did not begin under a passphrase")
	}
}

func TestOnlyARehearsalBeginsWithoutPassphrase(t *testing.T) {
	for _, rehearsal := range []bool{true, false} {
		ui := preparing(t, workshop.English, func(s *workshop.Session) { s.Rehearsal = rehearsal })
		ui.startCollecting()
		tapLast(t, ui, ui.Say("ready.start"))
		if !rehearsal {
			if ui.Session().State != workshop.Prepare {
				t.Error("a real session began without a passphrase")
			}
			continue
		}
		if ui.route.Face != FaceCollect || ui.held {
			t.Error("a rehearsal did not begin")
		}
	}
}

func TestBeginSaysWhatIsMissing(t *testing.T) {
	ui := preparing(t, workshop.English, func(s *workshop.Session) { s.Setup.Expected = 0 })
	ui.startCollecting()
	if text := said(ui.win.Canvas()); !strings.Contains(text, ui.Say("ready.expected")) || ui.held {
		t.Errorf("nothing says what is missing: %s", text)
	}
}

// unbroken is a text without its line breaks.
func unbroken(text string) string { return strings.ReplaceAll(text, "\n", "") }

func TestResumeCodeStaysUntilItIsWrittenDown(t *testing.T) {
	ui := preparing(t, workshop.English, nil)
	ui.showResumeCode("ABCD-EFGH")
	if focused := ui.win.Canvas().Focused(); focused != nil {
		t.Errorf("an Enter too many would fall on %T", focused)
	}
	ui.typedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	ui.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	ui.quit()
	if text := said(ui.win.Canvas()); !strings.Contains(unbroken(text), "ABCD-EFGH") || ui.room == nil {
		t.Fatalf("the code went away: %s", text)
	}
	tap(t, ui.win.Canvas(), ui.Say("begin.code_written"))
	if text := said(ui.win.Canvas()); strings.Contains(unbroken(text), "ABCD-EFGH") || ui.held {
		t.Error("the code is still there")
	}
}

// forgetting is a store that was opened again while it collects, without a keyring.
type forgetting struct {
	workshop.Store
	resumed bool
}

func (f *forgetting) NeedsResume() bool { return !f.resumed }

func (f *forgetting) Resume(code string) error {
	if code != "ABCD" {
		return workshop.ErrWrongKey
	}
	f.resumed = true
	return nil
}

func TestCollectingResumesByItsCode(t *testing.T) {
	ui := testUI(t, workshop.English)
	room, err := workshop.Enter(&forgetting{Store: rehearsed(t, workshop.English, 12, workshop.Collect).Store()})
	if err != nil {
		t.Fatal(err)
	}
	ui.enter(room)
	c := ui.win.Canvas()
	fill(t, c, ui.Say("collect.resume_code"), "WXYZ")
	tap(t, c, ui.Say("collect.resume"))
	if !strings.Contains(said(c), ui.Say("collect.resume_wrong")) {
		t.Fatalf("a wrong code is not refused: %s", said(c))
	}
	fill(t, c, ui.Say("collect.resume_code"), "ABCD")
	tap(t, c, ui.Say("collect.resume"))
	if !strings.Contains(said(c), ui.Say("collect.count_of", "n", 12, "expected", 12)) {
		t.Errorf("collecting does not go on: %s", said(c))
	}
}

// A restart with the box sealed asks for the code too, before anything can be revealed. Who has lost it can start again.
func TestALostResumeCode(t *testing.T) {
	for _, lang := range assets.Langs() {
		store := rehearsed(t, lang, 12, workshop.Sealed).Store()
		forgot := &forgetting{Store: store}
		room, err := workshop.Enter(forgot)
		if err != nil {
			t.Fatal(err)
		}
		ui := testUI(t, lang)
		ui.enter(room)
		c := ui.win.Canvas()
		if text := said(c); !strings.Contains(text, ui.Say("collect.resume_text")) || strings.Contains(text, ui.Say("sealed.what_once")) {
			t.Fatalf("%s: the sealed face does not ask for the code:\n%s", lang, text)
		}
		tap(t, c, ui.Say("collect.resume_lost"))
		if text := said(c); !strings.Contains(unbroken(text), unbroken(ui.words.Count("collect.resume_lost_text", 12))) {
			t.Fatalf("%s: it does not ask before it destroys:\n%s", lang, text)
		}
		tap(t, c, ui.Say("sealed.destroy"))
		if ui.Session().State != workshop.Prepare || store.Responses() != 0 {
			t.Errorf("%s: %s with %d responses", lang, ui.Session().State, store.Responses())
		}
	}
}

func TestSealAndReveal(t *testing.T) {
	for _, lang := range assets.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			ui := uiIn(t, lang, 12, workshop.Collect)
			c := ui.win.Canvas()
			if !strings.Contains(said(c), ui.Say("collect.count_of", "n", 12, "expected", 12)) {
				t.Fatalf("the count is not there: %s", said(c))
			}
			ui.sealBox()
			if !strings.Contains(said(c), ui.Say("collect.seal_final", "n", 12)) {
				t.Errorf("nothing says that sealing is final: %s", said(c))
			}
			tapLast(t, ui, ui.Say("collect.seal"))
			if ui.Session().State != workshop.Sealed || ui.route.Face != FaceSealed {
				t.Fatal("the box is not sealed")
			}
			tap(t, c, ui.Say("sealed.reveal"))
			if ui.route.Face != FaceReveal || ui.held || ui.Session().Tally == nil {
				t.Error("nothing was revealed")
			}
		})
	}
}

// tapLast presses the last button with a text, which is the one on the card over the face.
func tapLast(t *testing.T, ui *UI, text string) {
	t.Helper()
	var last *kit.Button
	for _, b := range every[*kit.Button](ui.win.Canvas()) {
		if b.Text == text {
			last = b
		}
	}
	if last == nil {
		t.Fatalf("no button %q", text)
	}
	last.Tapped(nil)
}

// answered is a window on a session behind a passphrase, "river under stone", in which five people have answered.
func answered(t *testing.T, lang workshop.Lang) *UI {
	t.Helper()
	ui := preparing(t, lang, nil)
	if _, err := ui.room.Begin("river under stone"); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		response := workshop.Response{Ratings: workshop.NoRatings(len(ui.Session().Themes))}
		response.Points[0] = 10
		if _, err := ui.room.Accept(response); err != nil {
			t.Fatal(err)
		}
	}
	return ui
}

func TestWrongPassphraseRevealsNothing(t *testing.T) {
	ui := answered(t, workshop.English)
	ui.MoveTo(workshop.Sealed)
	c := ui.win.Canvas()
	fill(t, c, ui.Say("sealed.passphrase"), "river over stone")
	tap(t, c, ui.Say("sealed.reveal"))
	if ui.Session().State != workshop.Sealed || ui.held || !strings.Contains(said(c), ui.words.Explain(workshop.ErrWrongKey)) {
		t.Fatalf("a wrong passphrase is not refused: %s", said(c))
	}
	fill(t, c, ui.Say("sealed.passphrase"), "river under stone")
	tap(t, c, ui.Say("sealed.reveal"))
	if ui.route.Face != FaceReveal {
		t.Error("the right passphrase does not reveal")
	}
}

func TestTooFewAnswersAreKeptOrDestroyed(t *testing.T) {
	ui := preparing(t, workshop.English, nil)
	if _, err := ui.room.Begin(""); err != nil {
		t.Fatal(err)
	}
	if _, err := ui.room.Accept(workshop.Response{Ratings: workshop.NoRatings(len(ui.Session().Themes))}); err != nil {
		t.Fatal(err)
	}
	ui.MoveTo(workshop.Sealed)
	c := ui.win.Canvas()
	if strings.Contains(said(c), ui.Say("sealed.what")) {
		t.Error("revealing is offered below the threshold")
	}
	tap(t, c, ui.Say("sealed.keep"))
	if ui.Session().State != workshop.Collect {
		t.Fatal("collecting does not go on")
	}
	ui.MoveTo(workshop.Sealed)
	tap(t, c, ui.Say("sealed.destroy"))
	tapLast(t, ui, ui.Say("sealed.destroy"))
	if ui.Session().State != workshop.Prepare || ui.room.Responses() != 0 || ui.route.Face != FacePrepare {
		t.Error("the answers were not destroyed")
	}
}

func TestQueueReckonsFromItsOwnStart(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Collect)
	now := ui.Clock()
	ui.Clock = func() time.Time { return now }
	ui.pace = newPacer(func() time.Time { return now })
	if !ui.Change("setup", func(s *workshop.Session) error { s.Setup.Expected = 20; return nil }) {
		t.Fatal("not prepared")
	}
	ui.queueText(12) // opened again with twelve through
	now = now.Add(4 * time.Minute)
	if got, want := ui.queueText(14), ui.words.Count("collect.queue", 12, "time", now.Add(12*time.Minute).Format("15:04")); got != want {
		t.Errorf("two people in four minutes, six to come: %q, want %q", got, want)
	}
}

func TestSurveyIsMatchedMendedAndTallied(t *testing.T) {
	ui := preparing(t, workshop.English, func(s *workshop.Session) { s.Customers = workshop.Customers{Evidence: workshop.Survey} })
	c := ui.win.Canvas()
	ui.Go(Route{Face: FaceCustomers})
	path := filepath.Join(t.TempDir(), "survey.csv")
	write := func(cell string) {
		text := "Reliability points,Reliability,Remark\n" + strings.Repeat("4,-1,fine\n", 5) + "3," + cell + ",hm\n"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("lots")
	ui.drop([]fyne.URI{storage.NewFileURI(path)})
	if !strings.Contains(said(c), "Row 7") || ui.Session().Customers.Survey != nil {
		t.Fatalf("the bad cell is not named by its row: %s", said(c))
	}
	write("2")
	ui.drop([]fyne.URI{storage.NewFileURI(path)})
	tap(t, c, ui.words.Count("customers.take", 6))
	survey := ui.Session().Customers.Survey
	if survey == nil || survey.Respondents != 6 || survey.Themes[0].N != 6 || !survey.Themes[1].Suppressed {
		t.Fatalf("tallied %+v", survey)
	}
	if !strings.Contains(said(c), ui.words.Count("customers.imported", 6)) {
		t.Errorf("the face does not say how many: %s", said(c))
	}
	if strings.Contains(said(c), ui.Say("customers.no_points")) {
		t.Error("points are missed that were given")
	}
	if err := os.WriteFile(path, []byte("Reliability\n"+strings.Repeat("-1\n", 6)), 0o600); err != nil {
		t.Fatal(err)
	}
	ui.drop([]fyne.URI{storage.NewFileURI(path)})
	tap(t, c, ui.words.Count("customers.take", 6))
	if !strings.Contains(said(c), ui.Say("customers.no_points")) {
		t.Error("nothing says that the survey has no points")
	}
}

func TestGroupBeliefIsKeptAsItIsAgreed(t *testing.T) {
	ui := preparing(t, workshop.French, func(s *workshop.Session) { s.Customers = workshop.Customers{Evidence: workshop.GroupBelief} })
	c := ui.win.Canvas()
	ui.Go(Route{Face: FaceCustomers})
	spread := every[*kit.Spread](c)[0]
	spread.TypedRune('9')
	spread.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	spread.TypedRune('5')
	every[*kit.Scale](c)[1].TypedRune('2')
	group := ui.Session().Customers.Group
	if group == nil || group.Points[0] != 9 || group.Points[1] != 1 || group.Standing[1] != -2 {
		t.Errorf("kept %+v", group)
	}
}

func TestEvidenceIsChosenByKeys(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := preparing(t, lang, func(s *workshop.Session) { s.Customers = workshop.Customers{} })
		ui.Go(Route{Face: FaceCustomers})
		for i, want := range evidences() {
			every[*kit.Choice](ui.win.Canvas())[0].TypedRune(rune('1' + i))
			if got := ui.Session().Customers.Evidence; got != want {
				t.Errorf("%s: digit %d chose %q", lang, i+1, got)
			}
			if ui.win.Canvas().Focused() != every[*kit.Choice](ui.win.Canvas())[0] {
				t.Errorf("%s: the choice lost the focus", lang)
			}
		}
	}
}

func TestLeadersPredictAndCommit(t *testing.T) {
	for _, lang := range assets.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			ui := preparing(t, lang, func(s *workshop.Session) { s.Leaders = workshop.Leaders{} })
			c, themes := ui.win.Canvas(), ui.Session().Themes
			ui.Go(Route{Face: FaceLeaders})
			order := every[*kit.Order](c)[0]
			for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeySpace, fyne.KeyUp, fyne.KeySpace} {
				order.TypedKey(&fyne.KeyEvent{Name: key})
			}
			if got := ui.Session().Leaders.Order; len(got) != len(themes) || got[0] != themes[1].Key || got[1] != themes[0].Key {
				t.Errorf("the order is %v", got)
			}
			tap(t, c, ui.Say("button.next"))
			every[*kit.Scale](c)[0].TypedRune('6')
			if got := ui.Session().Leaders.Standing[themes[0].Key]; got != 2 {
				t.Errorf("the standing is %v", got)
			}
			if c.Focused() != every[*kit.Scale](c)[1] {
				t.Error("a digit does not go on to the next theme")
			}
			tap(t, c, ui.Say("button.next"))
			every[*kit.Scale](c)[8].TypedRune('5')
			if got := ui.Session().Leaders.Behaviours[workshop.Listens]; got != workshop.Always {
				t.Errorf("listening is %v", got)
			}
			tap(t, c, ui.Say("button.next"))
			fields := every[*kit.Field](c)
			for i, text := range []string{"KES", "40", "1 500", "200", "9000"} {
				fields[i].SetText("")
				ui.win.Canvas().Focus(fields[i].Focusable())
				for _, r := range text {
					fields[i].Focusable().TypedRune(r)
				}
			}
			tap(t, c, ui.Say("leaders.commit"))
			if ui.Session().Leaders.Committed {
				t.Error("a prediction with gaps is committed without a question")
			}
			tap(t, c, ui.Say("leaders.gaps.yes"))
			want := workshop.Investment{
				Currency: "KES", Employees: workshop.Effort{Hours: 40, Money: 1500}, Customers: workshop.Effort{Hours: 200, Money: 9000},
			}
			if got := ui.Session().Leaders; got.Investment != want || !got.Committed {
				t.Errorf("committed %+v", got)
			}
			tap(t, c, ui.Say("leaders.reopen"))
			if ui.Session().Leaders.Committed {
				t.Error("the prediction cannot be opened again")
			}
		})
	}
}
