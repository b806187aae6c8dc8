package app

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"exceed/workshop"
	"exceed/workshop/chart/sample"
	"exceed/workshop/memory"
	"exceed/workshop/rehearsal"
)

// This file names every face of the window in every state that looks different. The tests of layout, keys, speed and
// markup all go over this one map.

// look is a face in a state of its session, with a card or a page of the kiosk open where open does that.
type look struct {
	state   workshop.State // that simulated people played up to; empty for home
	route   Route
	few     bool      // fewer people than the threshold
	prepare func(*UI) // changes the session before the face is shown; such a session is its own
	open    func(*UI) // what is done on the face
	plain   bool      // has no main button, and need not
}

// looks is the map.
func looks() map[string]look {
	m := map[string]look{
		"home-empty": {},
		"home":       {prepare: fillHome},

		"prepare":         {state: workshop.Prepare, route: Route{Face: FacePrepare}},
		"prepare-new":     {prepare: (*UI).newSession},
		"themes":          {state: workshop.Prepare, route: Route{Face: FacePrepare, Part: "themes"}},
		"themes-edit":     {state: workshop.Prepare, route: Route{Face: FacePrepare, Part: "themes"}, open: func(ui *UI) { ui.editTheme(0) }},
		"themes-locked":   {state: workshop.Collect, route: Route{Face: FacePrepare, Part: "themes"}, plain: true},
		"agenda":          {state: workshop.Prepare, route: Route{Face: FacePrepare, Part: "agenda"}},
		"passphrase":      {state: workshop.Prepare, route: Route{Face: FacePrepare}, open: (*UI).askPassphrase},
		"resume-code":     {state: workshop.Prepare, route: Route{Face: FacePrepare}, open: func(ui *UI) { ui.showResumeCode("K7QD-2M4X-9RTA-5WZE-H3PN-0FGB-JY6C") }},
		"customers":       {state: workshop.Collect, route: Route{Face: FaceCustomers}, plain: true},
		"customers-group": {state: workshop.Prepare, route: Route{Face: FaceCustomers}, prepare: evidence(workshop.GroupBelief), plain: true},
		"customers-belief": {
			state: workshop.Prepare, route: Route{Face: FaceCustomers}, prepare: evidence(workshop.PrivateBelief), plain: true,
		},
		"customers-none":    {state: workshop.Prepare, route: Route{Face: FaceCustomers}, prepare: evidence(workshop.NoEvidence), plain: true},
		"customers-survey":  {state: workshop.Prepare, route: Route{Face: FaceCustomers}},
		"leaders-committed": {state: workshop.Collect, route: Route{Face: FaceLeaders}},

		"collect":       {state: workshop.Collect, route: Route{Face: FaceCollect}},
		"collect-over":  {state: workshop.Reveal, route: Route{Face: FaceCollect}},
		"seal":          {state: workshop.Collect, route: Route{Face: FaceCollect}, open: (*UI).sealBox},
		"sealed":        {state: workshop.Sealed, route: Route{Face: FaceSealed}},
		"sealed-near":   {prepare: sealedAgain(13), route: Route{Face: FaceSealed}},
		"sealed-few":    {state: workshop.Sealed, route: Route{Face: FaceSealed}, few: true},
		"voices":        {state: workshop.Reveal, route: Route{Face: FaceVoices}},
		"voices-theme":  {state: workshop.Prioritise, route: Route{Face: FaceVoices, Part: "listening"}},
		"voices-hidden": {state: workshop.Prioritise, route: Route{Face: FaceVoices, Part: partHidden}},
		"voice":         {state: workshop.Prioritise, route: Route{Face: FaceVoices}, open: func(ui *UI) { ui.openVoice(ui.Session().Voices[0].ID) }},

		"prioritise":   {state: workshop.Prioritise, route: Route{Face: FacePrioritise}},
		"map":          {state: workshop.Prioritise, route: Route{Face: FacePrioritise, Step: mapStep}, prepare: crowdMap},
		"dots-aloud":   {state: workshop.Prioritise, route: Route{Face: FacePrioritise}, prepare: (*UI).dotsAloud},
		"dots-open":    {state: workshop.Prioritise, route: Route{Face: FacePrioritise}, prepare: polled(workshop.DotsPoll, 5)},
		"pulse-ask":    {state: workshop.FollowUp, route: Route{Face: FaceFollowUp}, open: func(ui *UI) { ui.askPoll(workshop.PulsePoll) }},
		"pulse-open":   {state: workshop.FollowUp, route: Route{Face: FaceFollowUp}, prepare: polled(workshop.PulsePoll, 2)},
		"plan":         {state: workshop.Planning, route: Route{Face: FacePlan}},
		"promise":      {state: workshop.Planning, route: Route{Face: FacePlan}, open: func(ui *UI) { ui.editPromise(ui.Session().Plan.Promises[0]) }},
		"contract":     {state: workshop.Planning, route: Route{Face: FacePlan, Part: "contract"}},
		"deed":         {state: workshop.Planning, route: Route{Face: FacePlan, Part: "contract"}, open: func(ui *UI) { ui.editContract(0) }},
		"close":        {state: workshop.Planning, route: Route{Face: FacePlan, Part: "close"}},
		"close-open":   {state: workshop.Planning, route: Route{Face: FacePlan, Part: "close"}, prepare: leaveOpen},
		"closing":      {state: workshop.Planning, route: Route{Face: FaceReport}, prepare: leaveOpen, open: (*UI).closeSession},
		"plan-waits":   {state: workshop.Planning, route: Route{Face: FacePlan}, prepare: dropOurs},
		"blocked":      {state: workshop.Planning, route: Route{Face: FaceReport}, prepare: dropOurs, open: (*UI).closeSession, plain: true},
		"clock":        {state: workshop.Reveal, route: Route{Face: FaceReveal}, open: (*UI).agendaCard},
		"clock-late":   {state: workshop.Prioritise, route: Route{Face: FacePrioritise}, prepare: runLate, open: (*UI).agendaCard},
		"report":       {state: workshop.Closed, route: Route{Face: FaceReport}},
		"follow-up":    {state: workshop.FollowUp, route: Route{Face: FaceFollowUp}},
		"follow-waits": {state: workshop.FollowUp, route: Route{Face: FaceFollowUp}, prepare: dropOurs},
		"override": {state: workshop.FollowUp, route: Route{Face: FaceFollowUp}, prepare: dropOurs, open: func(ui *UI) {
			promises := ui.Session().Plan.Promises
			ui.overridePromise(promises[len(promises)-1])
		}},
		"move":    {state: workshop.FollowUp, route: Route{Face: FaceFollowUp}, open: func(ui *UI) { ui.movePromise(ui.Session().Plan.Promises[0]) }},
		"receipt": {state: workshop.Reveal, route: Route{Face: FaceReceipt}, plain: true},

		"help":     {state: workshop.Reveal, route: Route{Face: FaceReveal}, open: (*UI).help},
		"palette":  {state: workshop.Planning, route: Route{Face: FacePlan}, open: (*UI).palette, plain: true},
		"parking":  {state: workshop.Planning, route: Route{Face: FacePlan}, open: (*UI).parkingLot},
		"rehearse": {open: (*UI).rehearse},
	}
	m["trend-first"] = look{state: workshop.FollowUp, route: Route{Face: FaceTrend}}
	for i, view := range trendViews() {
		m["trend-"+view.key] = look{prepare: third(false), route: Route{Face: FaceTrend, Step: i}, plain: true}
		m["trend-"+view.key+"-near"] = look{prepare: third(true), route: Route{Face: FaceTrend, Step: i}, plain: true}
		m["trend-"+view.key+"-table"] = look{prepare: third(false), route: Route{Face: FaceTrend, Step: i, Part: tablePart}, plain: true}
	}
	m["themes-series"] = look{prepare: departing, route: Route{Face: FacePrepare, Part: "themes"}}
	m["home-teams"] = look{prepare: func(ui *UI) { fillTeams(ui, 3) }}
	for _, part := range portfolioParts() {
		m["portfolio-"+part] = look{prepare: compared(5), route: Route{Face: FacePortfolio, Part: part}, plain: true}
	}
	for _, part := range leaderParts() {
		m["leaders-"+part] = look{state: workshop.Prepare, route: Route{Face: FaceLeaders, Part: part}}
	}
	for i, step := range revealSteps() {
		m["reveal-"+step.key] = look{state: workshop.Reveal, route: Route{Face: FaceReveal, Step: i}}
		if step.lay != nil {
			m["reveal-"+step.key+"-table"] = look{state: workshop.Reveal, route: Route{Face: FaceReveal, Step: i, Part: tablePart}}
		}
	}
	for name, open := range kioskPages() {
		m["kiosk-"+name] = look{state: workshop.Prepare, prepare: (*UI).collectAlone, open: open, plain: name == "thanks" || name == "cover"}
	}
	for kind, state := range map[workshop.PollKind]workshop.State{workshop.DotsPoll: workshop.Prioritise, workshop.PulsePoll: workshop.FollowUp} {
		for at, name := range []string{"promise", "question", "look-over"} {
			m["kiosk-"+string(kind)+"-"+name] = look{state: state, prepare: polled(kind, 2), open: func(ui *UI) {
				ui.openPoll()
				k := ui.kiosk
				k.begin(ui.words.Lang())
				k.draft.points[0], k.draft.points[1] = 2, 1
				k.draft.standing[0], k.draft.standing[1] = 0, 2
				if name == "look-over" {
					at = len(k.pages) - 1
				}
				k.show(at)
			}}
		}
	}
	return m
}

// polled opens a poll that so many people answer.
func polled(kind workshop.PollKind, people int) func(*UI) {
	return func(ui *UI) {
		if _, err := ui.room.OpenPoll(ui.Session().ID, kind, testDay(), ""); err != nil {
			panic(err)
		}
		p, _ := ui.Session().OpenedPoll()
		b := make(workshop.Ballot, len(p.Asked))
		if kind == workshop.DotsPoll {
			b[0] = workshop.DotsToSpread
		}
		for range people {
			if _, err := ui.room.AcceptBallot(b); err != nil {
				panic(err)
			}
		}
	}
}

// kioskPages are the pages of the participants' journey, with answers on them.
func kioskPages() map[string]func(*UI) {
	page := func(open func(*kiosk)) func(*UI) {
		return func(ui *UI) {
			ui.openKiosk()
			k := ui.kiosk
			k.begin(ui.words.Lang())
			copy(k.draft.points, []int{3, 0, 0, 2, 0, 1, 2, 2})
			k.draft.standing[0] = 1
			k.draft.statements[0] = statement{text: k.say("kiosk.sample"), theme: 2, show: true, chose: true}
			open(k)
		}
	}
	at := func(n int) func(*UI) { return page(func(k *kiosk) { k.show(n) }) }
	const themes, behaviours = 12, 3
	return map[string]func(*UI){
		"hand-over":  page((*kiosk).handOver),
		"language":   page((*kiosk).language),
		"promise":    at(0),
		"points":     at(1),
		"theme":      at(2),
		"behaviours": at(2 + themes),
		"words":      at(2 + themes + behaviours),
		"look-over":  page(func(k *kiosk) { k.show(len(k.pages) - 1) }),
		"not-sealed": page(func(k *kiosk) { k.open(k.again(workshop.ErrDiskFull.With("path", "/home/coach/Night shift.exceed"))) }),
		"stop":       page((*kiosk).escape),
		"thanks":     page((*kiosk).thank),
		"cover":      page(func(k *kiosk) { k.cover(coverTime) }),
		"code":       page((*kiosk).askCode),
	}
}

func lookNames() []string {
	var names []string
	for name := range looks() {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// studio shows looks in one window. It plays each session once.
type studio struct {
	t     testing.TB
	lang  workshop.Lang
	ui    *UI
	rooms map[string]*workshop.Room

	people int // that answer; 12 unless it is set
}

// newStudio is a window of a size whose text is scaled.
func newStudio(t testing.TB, lang workshop.Lang, size fyne.Size, text float64, variant string) *studio {
	t.Helper()
	deps := testDeps(t, lang)
	deps.App.Preferences().SetFloat("text", text)
	deps.App.Preferences().SetString("variant", variant)
	s := &studio{t: t, lang: lang, ui: New(deps), rooms: map[string]*workshop.Room{}}
	s.ui.win.Resize(size)
	return s
}

// show makes a look what the window shows, laid out until it rests.
func (s *studio) show(name string) {
	s.t.Helper()
	l, ui := looks()[name], s.ui
	if ui.kiosk != nil {
		ui.kiosk.leave()
	}
	ui.held = false
	for _, over := range ui.win.Canvas().Overlays().List() {
		ui.win.Canvas().Overlays().Remove(over)
	}
	ui.win.Canvas().Unfocus()
	ui.modal, ui.room, ui.sheet, ui.back = nil, nil, nil, nil
	ui.Library = memory.NewLibrary()
	ui.route = Route{Face: FaceHome}
	if l.state != "" {
		ui.room = s.room(l)
		ui.pace.enter(ui.Session().State)
	}
	if l.prepare != nil {
		l.prepare(ui)
	}
	if l.route.Face != "" {
		ui.route = l.route
	}
	ui.shell.clear()
	ui.Reload()
	if l.open != nil {
		settle(ui.win.Canvas().(software.WindowlessCanvas))
		l.open(ui)
	}
	settle(ui.win.Canvas().(software.WindowlessCanvas))
}

// room is a session played up to the look's state. Looks that change it have their own.
func (s *studio) room(l look) *workshop.Room {
	s.t.Helper()
	people := s.people
	if people == 0 {
		people = 12
	}
	if l.few {
		people = 4
	}
	play := func() *workshop.Room {
		room, err := rehearsal.New(7, s.lang, people, testDay()).Play(s.t.Context(), memory.NewLibrary(), l.state, nil)
		if err != nil {
			s.t.Fatal(err)
		}
		return room
	}
	if l.prepare != nil {
		return play()
	}
	key := string(l.state)
	if l.few {
		key += " few"
	}
	if s.rooms[key] == nil {
		s.rooms[key] = play()
	}
	return s.rooms[key]
}

// fillHome puts sessions of different states into the library.
func fillHome(ui *UI) {
	for i, state := range []workshop.State{workshop.FollowUp, workshop.Collect, workshop.Prepare} {
		room, err := rehearsal.New(uint64(i+1), ui.words.Lang(), 6, testDay().AddDays(-40*(3-i))).Play(context.Background(), ui.Library, state, nil)
		if err != nil {
			panic(err)
		}
		if err := room.Close(); err != nil {
			panic(err)
		}
	}
}

// third opens the third session of a series; near, as many answered as before but one.
func third(near bool) func(*UI) {
	return func(ui *UI) {
		of := sample.Full(ui.words.Lang())
		of.Near = near
		enterNew(ui, sample.Session(of))
	}
}

// departing opens a session to prepare that continues a series with some questions changed.
func departing(ui *UI) {
	s, err := sample.Session(sample.Full(ui.words.Lang())).Follow("next", testDay())
	if err != nil {
		panic(err)
	}
	s.Themes[0].Customers = workshop.Text{ui.words.Lang(): "Promises are kept."}
	s.Themes[1].Key = "own-1"
	s.Setup.Expected, s.Setup.ExitCode = 12, "2468"
	enterNew(ui, s)
}

// sealedAgain seals so many answers a year after twelve people answered.
func sealedAgain(people int) func(*UI) {
	return func(ui *UI) {
		s, err := sample.Session(sample.Full(ui.words.Lang())).Follow("next", testDay())
		if err != nil {
			panic(err)
		}
		s.Setup.Expected, s.Setup.ExitCode = people, "2468"
		enterNew(ui, s)
		if _, err := ui.room.Begin(""); err != nil {
			panic(err)
		}
		for range people {
			points := make([]float64, len(s.Themes))
			points[0] = workshop.PointsToSpread
			if _, err := ui.room.Accept(workshop.Response{Ratings: workshop.Ratings{Points: points, Standing: make([]float64, len(s.Themes))}}); err != nil {
				panic(err)
			}
		}
		if err := ui.room.Move(workshop.Sealed); err != nil {
			panic(err)
		}
	}
}

func enterNew(ui *UI, s *workshop.Session) {
	store, err := ui.Library.Create(s)
	if err != nil {
		panic(err)
	}
	room, err := workshop.Enter(store)
	if err != nil {
		panic(err)
	}
	ui.room = room
	ui.pace.enter(s.State)
}

// compared opens the portfolio of n teams.
func compared(n int) func(*UI) {
	return func(ui *UI) {
		fillTeams(ui, n)
		ui.openPortfolio(workshop.Organisations(must(ui.Library.Sessions()))[0])
	}
}

func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

// leaveOpen takes back what closing asks for.
func leaveOpen(ui *UI) {
	ui.Change("promise", func(s *workshop.Session) error {
		for i := range s.Plan.Promises {
			s.Plan.Promises[i].Agreed = false
		}
		s.Plan.Contract, s.Plan.Fist, s.Parking[0].Fate, s.Voices[0].Fate = nil, [6]int{}, workshop.Fate{}, workshop.Fate{}
		return nil
	})
}

// crowdMap puts themes where the map has its words.
func crowdMap(ui *UI) {
	ui.Change("map", func(s *workshop.Session) error {
		s.Priorities.Map = map[workshop.ThemeKey]workshop.Placement{}
		for i, at := range []workshop.Placement{
			{Impact: 1, Effort: 0},
			{Impact: 1, Effort: 0.9},
			{Impact: 0.45, Effort: 0.1},
			{Impact: 0.4, Effort: 1},
			{Impact: 0.55, Effort: 0.05},
			{Impact: 0, Effort: 0.8},
			{Impact: 0.95, Effort: 0.6},
			{Impact: 0.97, Effort: 0.1},
		} {
			s.Priorities.Map[s.Themes[i].Key] = at
		}
		return s.SetPriorities(s.Priorities)
	})
	ui.Reload()
}

// dropOurs leaves a promise to customers alone on its theme.
func dropOurs(ui *UI) {
	ui.Change("promise", func(s *workshop.Session) error {
		p := s.Plan.Promises[0]
		p.ID, p.Side, p.Agreed = 0, workshop.CustomerSide, false
		if _, err := s.SetPromise(p); err != nil {
			return err
		}
		for _, q := range s.Plan.Promises {
			if q.Theme == p.Theme && q.Side == workshop.EmployeeSide {
				if err := s.MarkPromise(q.ID, workshop.Dropped, p.FirstStep, workshop.Date{}); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// runLate lets the workshop fall behind.
func runLate(ui *UI) {
	ui.Change("agenda", func(s *workshop.Session) error {
		for i := range s.Agenda[:4] {
			s.Agenda[i].Took = s.Agenda[i].Minutes + 4
		}
		s.Agenda.Skip(workshop.Closed, true)
		return nil
	})
}

// evidence makes a source that of the customers' side.
func evidence(e workshop.Evidence) func(*UI) {
	return func(ui *UI) {
		ui.Change("customers", func(s *workshop.Session) error { return s.SetCustomers(workshop.Customers{Evidence: e}, 0) })
	}
}

// collectAlone starts collecting with an empty box.
func (ui *UI) collectAlone() {
	if _, err := ui.room.Begin(""); err != nil {
		panic(err)
	}
	ui.route = Route{Face: FaceCollect}
}
