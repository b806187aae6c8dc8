package app

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/exchange"
)

// promiseForm is the card in which a promise is made or changed.
type promiseForm struct {
	ui       *UI
	promise  workshop.Promise
	what     *kit.Field
	owner    *kit.Field
	due      *dateField
	measure  *kit.Field
	from, to *kit.Field
	step     *kit.Field
	hours    *kit.Field
	money    *kit.Field
	kind     *kit.Choice
	override *kit.Field // nil where no customer-side promise waits
	agreed   *kit.Check
	agreedTo workshop.Promise // the terms as they were when the owner agreed
	again    *kit.Text        // that the owner has to agree anew
	wrong    *kit.Text
}

// editPromise opens a promise, a new one where its ID is 0.
func (ui *UI) editPromise(p workshop.Promise) {
	f := newPromiseForm(ui, p)
	buttons := []*kit.Button{kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard)}
	if p.ID != 0 {
		buttons = append(buttons, kit.NewButton(ui.Say("button.remove"), kit.Plain, f.remove))
	}
	buttons = append(buttons, kit.NewButton(ui.Say("plan.save"), kit.Primary, f.save))
	title := ui.Say("plan.promise."+string(p.Side), "theme", ui.themeName(p.Theme))
	ui.Form(980, title, f.content(), buttons...)
}

func newPromiseForm(ui *UI, p workshop.Promise) *promiseForm {
	f := &promiseForm{ui: ui, promise: p, wrong: kit.Problem("")}
	field := func(key, value string) *kit.Field {
		field := kit.NewField(ui.Say("promise."+key), "", value)
		field.SetPlaceHolder(ui.Say("promise." + key + ".hint"))
		field.Max, field.Clean = workshop.MaxSentence, cleanLine
		field.OnEnter = f.save
		return field
	}
	number := func(x float64) string {
		if x == 0 {
			return ""
		}
		return ui.amount(x)
	}
	f.what = kit.NewArea(ui.Say("promise.what"), "", p.What, 2)
	f.what.SetPlaceHolder(ui.Say("promise.what.hint"))
	f.what.Max, f.what.Clean, f.what.OnEnter = workshop.MaxSentence, cleanLine, f.save
	f.owner = field("owner", p.Owner)
	f.due = newDateField(ui, ui.Say("promise.due"), p.Due, ui.Session().Setup.Date)
	f.due.field.OnEnter = f.save
	f.measure, f.from, f.to = field("measure", p.Measure), field("from", p.From), field("to", p.To)
	f.step = field("first_step", p.FirstStep)
	f.hours, f.money = field("hours", number(p.Hours)), field("money", number(p.Money))
	asked := p
	asked.Override = ""
	if ui.Session().Plan.Waits(asked) {
		f.override = field("override", p.Override)
	}
	f.wrong.Hide()
	f.agreed = kit.NewCheck(ui.Say("promise.agreed"), p.Agreed, func(bool) {
		f.agreedTo = f.terms()
		f.again.Hide()
	})
	f.again = kit.Problem(ui.Say("promise.agreed.again"))
	f.again.Hide()
	f.agreedTo = f.terms()
	f.due.changed = f.touched
	for _, field := range []*kit.Field{f.what, f.owner, f.measure, f.from, f.to} {
		field.OnChanged = func(string) { f.touched() }
	}
	return f
}

// terms are what the owner agrees to, as the form says them now.
func (f *promiseForm) terms() workshop.Promise {
	due, _ := f.due.date()
	return workshop.Promise{
		What: cleanText(f.what), Owner: cleanText(f.owner), Due: due,
		Measure: cleanText(f.measure), From: cleanText(f.from), To: cleanText(f.to),
	}
}

// touched takes the owner's word back once it was given for other terms.
func (f *promiseForm) touched() {
	if f.agreed.On && !f.terms().SameTerms(f.agreedTo) {
		f.agreed.On = false
		f.agreed.Refresh()
		f.again.Show()
	}
}

func (f *promiseForm) content() fyne.CanvasObject {
	ui := f.ui
	two := func(a, b fyne.CanvasObject) fyne.CanvasObject { return kit.Columns(kit.M, []float32{1, 1}, a, b) }
	var kinds []string
	for _, k := range workshop.Kinds() {
		kinds = append(kinds, ui.Say("kind."+string(k)))
	}
	f.kind = kit.NewChoice(kinds, slices.Index(workshop.Kinds(), f.promise.Kind), func(i int) { f.promise.Kind = workshop.Kinds()[i] })
	page := kit.VStack(kit.M)
	if f.override != nil {
		theme, _ := ui.Session().Theme(f.promise.Theme)
		page.Add(kit.Tint(kit.VStack(kit.S, kit.Body(ui.Say("promise.override.how", "theme", theme.Name.In(ui.words.Lang(), workshop.English))), f.override)))
	}
	if starters := f.starters(); starters != nil {
		page.Add(starters)
	}
	page.Objects = append(page.Objects, f.what, two(f.owner, f.due.content),
		kit.Columns(kit.M, []float32{2, 1, 1}, f.measure, f.from, f.to), kit.Columns(kit.M, []float32{2, 1, 1}, f.step, f.hours, f.money),
		kit.VStack(6, kit.Strong(ui.Say("promise.kind")), f.kind),
		kit.VStack(kit.XS, f.agreed, f.again), f.wrong) // the owner agrees to all that stands above
	return page
}

// starters offers the library's starting points for the theme and the side; choosing one fills the form, nothing more.
func (f *promiseForm) starters() fyne.CanvasObject {
	lang := f.ui.words.Lang()
	var fitting []assets.Starter
	var names []string
	for _, s := range assets.StartersFor(f.promise.Theme) {
		if s.Side == f.promise.Side {
			fitting = append(fitting, s)
			names = append(names, s.What.In(lang, workshop.English))
		}
	}
	if len(fitting) == 0 || f.promise.ID != 0 {
		return nil
	}
	return kit.NewPick(f.ui.Say("promise.starters"), f.ui.Say("promise.starters.pick"), names, -1, func(i int) {
		if i < 0 {
			return
		}
		s := fitting[i]
		f.kind.Choose(slices.Index(workshop.Kinds(), s.Kind))
		f.what.SetText(s.What.In(lang, workshop.English))
		f.step.SetText(s.FirstStep.In(lang, workshop.English))
		f.measure.SetText(s.Measure.In(lang, workshop.English))
		f.from.SetText(s.From)
		f.to.SetText(s.To)
		f.what.SetProblem("")
		f.touched()
	})
}

// read takes the form's texts over and says at each field what is missing or cannot be read.
func (f *promiseForm) read() bool {
	ok := true
	problem := func(field *kit.Field, key string) {
		field.SetProblem(f.ui.Say(key))
		if ok {
			f.ui.win.Canvas().Focus(field.Focusable())
		}
		ok = false
	}
	p, text := &f.promise, cleanText
	if f.override != nil {
		if p.Override = text(f.override); p.Override == "" {
			problem(f.override, "promise.override.problem")
		}
	}
	if p.What = text(f.what); p.What == "" {
		problem(f.what, "promise.what.problem")
	}
	if p.Owner = text(f.owner); p.Owner == "" {
		problem(f.owner, "promise.owner.problem")
	}
	due, known := f.due.date()
	if p.Due = due; !known {
		problem(f.due.field, "date.problem")
	} else if due.IsZero() {
		problem(f.due.field, "promise.due.problem")
	}
	p.Measure, p.From, p.To, p.FirstStep = text(f.measure), text(f.from), text(f.to), text(f.step)
	for _, amount := range []struct {
		field *kit.Field
		into  *float64
	}{{f.hours, &p.Hours}, {f.money, &p.Money}} {
		x, known := parseAmount(text(amount.field))
		if *amount.into = x; !known {
			problem(amount.field, "promise.amount.problem")
		}
	}
	return ok
}

func (f *promiseForm) save() {
	if !f.read() {
		return
	}
	id := 0
	err := f.ui.room.Change("promise", func(s *workshop.Session) (err error) {
		if id, err = s.SetPromise(f.promise); err != nil {
			return err
		}
		return s.AgreePromise(id, f.agreed.On)
	})
	if err != nil {
		f.refuse(err)
		return
	}
	f.ui.closeCard()
	f.ui.refill(promiseStop(id))
}

// refuse shows on the card what the session refused.
func (f *promiseForm) refuse(err error) {
	var refused *workshop.Refusal
	if !errors.As(err, &refused) {
		f.ui.Log.Error("refused", "error", err)
	}
	f.wrong.SetText(f.ui.words.Explain(err))
	f.wrong.Show()
	kit.IntoSight(f.wrong)
}

func (f *promiseForm) remove() {
	if err := f.ui.room.Change("promise_remove", func(s *workshop.Session) error { return s.RemovePromise(f.promise.ID) }); err != nil {
		f.refuse(err)
		return
	}
	f.ui.closeCard()
	f.ui.refill(addStop(f.promise.Theme, f.promise.Side))
}

// reviewDays are when promises are looked at again, in days after the session.
func reviewDays() []int {
	days := exchange.ReviewDays()
	return days[:]
}
