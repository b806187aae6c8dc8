package app

import (
	"fyne.io/fyne/v2"

	"exceed/workshop"
)

// Face names one face of the facilitator's window.
type Face string

// The faces.
const (
	FaceHome       Face = "home"
	FacePrepare    Face = "prepare"
	FaceCollect    Face = "collect"
	FaceCustomers  Face = "customers"
	FaceLeaders    Face = "leaders"
	FaceSealed     Face = "sealed"
	FaceReveal     Face = "reveal"
	FaceVoices     Face = "voices"
	FacePrioritise Face = "prioritise"
	FacePlan       Face = "plan"
	FaceReport     Face = "report"
	FaceFollowUp   Face = "follow-up"
	FaceTrend      Face = "trend"
	FaceReceipt    Face = "receipt"
	FacePortfolio  Face = "portfolio"
)

// Route is where the window is: a face and, where the face has several, which of its parts.
type Route struct {
	Face Face
	Part string
	Step int // the reveal's step or the trend's view, 0 up
}

// faceOf is the face that a session opens on.
func faceOf(state workshop.State) Face {
	switch state {
	case workshop.Collect:
		return FaceCollect
	case workshop.Sealed:
		return FaceSealed
	case workshop.Reveal:
		return FaceReveal
	case workshop.Prioritise:
		return FacePrioritise
	case workshop.Planning:
		return FacePlan
	case workshop.Closed:
		return FaceReport
	case workshop.FollowUp:
		return FaceFollowUp
	}
	return FacePrepare
}

// railItem is one line of the step rail: a face, the state from which on it is there, and whether it is a side step.
type railItem struct {
	face Face
	from workshop.State
	side bool
}

// rail lists the faces of a session in the order of the workshop.
func rail() []railItem {
	return []railItem{
		{FacePrepare, workshop.Prepare, false},
		{FaceCustomers, workshop.Prepare, true},
		{FaceLeaders, workshop.Prepare, true},
		{FaceCollect, workshop.Collect, false},
		{FaceSealed, workshop.Sealed, false},
		{FaceReveal, workshop.Reveal, false},
		{FaceVoices, workshop.Reveal, true},
		{FacePrioritise, workshop.Prioritise, false},
		{FacePlan, workshop.Planning, false},
		{FaceReport, workshop.Reveal, false},
		{FaceFollowUp, workshop.FollowUp, false},
		{FaceTrend, workshop.Reveal, true},
	}
}

// reachable says whether a face can be shown in a state.
func reachable(face Face, state workshop.State) bool {
	for _, item := range rail() {
		if item.face == face {
			return state.Index() >= item.from.Index()
		}
	}
	return true // home, receipt, portfolio
}

// build is the one router.
func (ui *UI) build(r Route) fyne.CanvasObject {
	switch r.Face {
	case FacePrepare:
		return ui.prepareFace(r)
	case FaceCollect:
		if ui.collects() {
			return ui.collectorFace()
		}
		return ui.collectFace(r)
	case FaceCustomers:
		return ui.customersFace(r)
	case FaceLeaders:
		return ui.leadersFace(r)
	case FaceSealed:
		return ui.sealedFace(r)
	case FaceReveal:
		return ui.revealFace(r)
	case FaceVoices:
		return ui.voicesFace(r)
	case FacePrioritise:
		return ui.prioritiseFace(r)
	case FacePlan:
		return ui.planFace(r)
	case FaceReport:
		return ui.reportFace(r)
	case FaceFollowUp:
		return ui.followUpFace(r)
	case FaceTrend:
		return ui.trendFace(r)
	case FaceReceipt:
		return ui.receiptFace(r)
	case FacePortfolio:
		return ui.portfolioFace(r)
	}
	return ui.homeFace(r)
}

// Go shows a face.
func (ui *UI) Go(r Route) {
	if ui.room != nil && !ui.reaches(r.Face) {
		return
	}
	if ui.route.Face != r.Face && ui.route.Face != "" {
		ui.back = append(ui.back, ui.route)
		ui.shell.clear() // a message is about its face
	}
	ui.win.Canvas().Unfocus() // what was typed is kept
	ui.route, ui.place = r, place{}
	ui.Reload()
	ui.focusOn(firstStop)
}

// Visit shows a face of the open session as it was last shown, the first time from its beginning.
func (ui *UI) Visit(face Face) {
	r, known := ui.last[face]
	if !known {
		r = Route{Face: face}
	}
	ui.Go(r)
}

// Back shows the face before this one.
func (ui *UI) Back() {
	if len(ui.back) == 0 {
		return
	}
	r := ui.back[len(ui.back)-1]
	ui.back = ui.back[:len(ui.back)-1]
	ui.route = r
	ui.Reload()
}

// Reload builds the present face anew, as after a change of language or of what it shows.
func (ui *UI) Reload() {
	if ui.route.Face != FacePortfolio {
		ui.portfolio = nil // what was unlocked for it is forgotten
	}
	if ui.room != nil {
		ui.last[ui.route.Face] = ui.route
	}
	ui.shell.show(ui.build(ui.route))
	ui.projector.follow(ui.route)
}

// Home closes the session and shows all of them.
func (ui *UI) Home() {
	ui.leaveRoom()
	ui.back = nil
	ui.route = Route{}
	ui.Go(Route{Face: FaceHome})
}
