package app

// projector is the second window, for the room.
type projector struct{}

func (p *projector) toggle()      {}
func (p *projector) hide()        {}
func (p *projector) blank()       {}
func (p *projector) follow(Route) {}

func (ui *UI) revealStep(int) {}
