package kit

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Field is a labelled entry with a line below for a hint or for what is wrong. Text is cleaned and cut to Max
// characters before it reaches layout, also when it is pasted.
type Field struct {
	widget.BaseWidget
	Heard
	Max       int                 // characters; 0 = 280
	Clean     func(string) string // what may enter; nil lets everything in
	OnChanged func(string)        // at every change by the person
	OnDone    func(string)        // when the field loses focus with a text other than it had, or on Enter
	OnEnter   func()              // after OnDone, on Enter

	label, hint string
	problem     string
	entry       *entry
	note        *Text
	name        *Text
	done        string
}

// NewField makes a one-line field.
func NewField(label, hint, text string) *Field { return newField(label, hint, text, 0) }

// NewArea makes a field of several rows. Enter goes on, Shift+Enter makes a new line, Tab leaves.
func NewArea(label, hint, text string, rows int) *Field { return newField(label, hint, text, rows) }

// NewSecret makes a field whose text is not shown.
func NewSecret(label, hint string) *Field {
	f := newField(label, hint, "", 0)
	f.entry.Password = true
	return f
}

func newField(label, hint, text string, rows int) *Field {
	f := &Field{label: label, hint: hint, done: text}
	f.entry = &entry{field: f}
	f.entry.Text = text // before SetMinRowsVisible, which draws it for the first time
	f.entry.ExtendBaseWidget(f.entry)
	if rows > 0 {
		f.entry.MultiLine = true
		f.entry.Wrapping = fyne.TextWrapWord
		f.entry.SetMinRowsVisible(rows)
	}
	f.entry.OnChanged = f.changed
	f.name = Strong(label)
	f.note = Small(hint)
	f.ExtendBaseWidget(f)
	return f
}

// Label is what stands above the field.
func (f *Field) Label() string { return f.label }

// Text is what the field holds.
func (f *Field) Text() string { return f.entry.Text }

// Texts are what stands in the fields of an object, in the order in which people read.
func Texts(in fyne.CanvasObject) []string {
	if field, ok := in.(*Field); ok {
		return []string{field.Text()}
	}
	var texts []string
	for _, inside := range Inside(in) {
		texts = append(texts, Texts(inside)...)
	}
	return texts
}

// SetText replaces the text without calling back.
func (f *Field) SetText(text string) {
	f.done = text
	f.entry.OnChanged = nil
	f.entry.SetText(text)
	f.entry.OnChanged = f.changed
}

// ToEnd puts the cursor behind the text, so that typing goes on there.
func (f *Field) ToEnd() {
	f.entry.CursorRow, f.entry.CursorColumn = 0, len([]rune(f.entry.Text))
	f.entry.Refresh()
}

// SetProblem shows what is wrong below the field; empty shows the hint again.
func (f *Field) SetProblem(problem string) {
	f.problem = problem
	f.note.Label.Importance = widget.LowImportance
	text := f.hint
	if problem != "" {
		f.note.Label.Importance = widget.DangerImportance
		text = problem
	}
	f.note.SetText(text)
	f.showNote()
}

// Hint is what stands below it while nothing is wrong.
func (f *Field) Hint() string { return f.hint }

// SetHint replaces the hint.
func (f *Field) SetHint(hint string) { f.hint = hint; f.SetProblem(f.problem) }

// SetPlaceHolder shows an example while the field is empty.
func (f *Field) SetPlaceHolder(text string) { f.entry.SetPlaceHolder(text) }

// Focusable is what takes the focus.
func (f *Field) Focusable() fyne.Focusable { return f.entry }

// Disable stops typing.
func (f *Field) Disable() { f.entry.Disable() }

func (f *Field) showNote() {
	if f.note.Label.Text == "" {
		f.note.Hide()
	} else {
		f.note.Show()
	}
}

func (f *Field) changed(text string) {
	if clean := f.clean(text); clean != text {
		f.entry.SetText(clean) // calls changed again with clean text
		return
	}
	if f.problem != "" {
		f.SetProblem("")
	}
	if f.OnChanged != nil {
		f.OnChanged(text)
	}
}

func (f *Field) clean(text string) string {
	limit := f.Max
	if limit == 0 {
		limit = 280
	}
	if len(text) > limit*16 {
		text = text[:limit*16] // before any other work on it
	}
	if f.Clean != nil {
		text = f.Clean(text)
	}
	if utf8.RuneCountInString(text) > limit {
		text = string([]rune(text)[:limit])
	}
	return text
}

func (f *Field) finish() {
	if text := f.entry.Text; text != f.done {
		f.done = text
		if f.OnDone != nil {
			f.OnDone(text)
		}
	}
}

// CreateRenderer is Fyne's.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	f.showNote()
	if f.label == "" {
		f.name.Hide()
	}
	var typed fyne.CanvasObject = f.entry
	if !f.entry.MultiLine {
		typed = container.NewStack(f.entry, newWheel(f))
	}
	return widget.NewSimpleRenderer(container.NewStack(VStack(6, f.name, typed, f.note)))
}

// wheel lies over an entry of one line and hands the mouse's wheel on to what the field scrolls in. Fyne's entry would keep
// it, and a form stand still as soon as a field comes under the pointer. All else falls through to the entry.
type wheel struct {
	widget.BaseWidget
	field *Field
}

func newWheel(f *Field) *wheel {
	w := &wheel{field: f}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer is Fyne's.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled is Fyne's.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(w.field)
	if canvas == nil {
		return
	}
	root := canvas.Content()
	if over := canvas.Overlays().Top(); over != nil {
		root = over
	}
	if _, round, _ := scrollsRound(root, w.field); len(round) > 0 {
		round[0].scroll.Scrolled(e)
	}
}

// entry is Fyne's entry that lets Tab pass, cleans what is pasted, and says when it is done.
type entry struct {
	widget.Entry
	field *Field
	shift bool
}

func (e *entry) AcceptsTab() bool { return false }

func (e *entry) MinSize() fyne.Size {
	size := e.Entry.MinSize()
	size.Height = max(size.Height, Target)
	if e.Password {
		size.Height += 2 // the eye in it is a target, too, inside the border
	}
	return size
}

// FocusGained shows the focus.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	IntoSight(e.field)
}

func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	e.field.finish()
}

func (e *entry) KeyDown(key *fyne.KeyEvent) {
	e.field.KeyDown(key)
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		e.shift = true
	}
	e.Entry.KeyDown(key)
}

func (e *entry) KeyUp(key *fyne.KeyEvent) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		e.shift = false
	}
	e.Entry.KeyUp(key)
}

func (e *entry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF5, fyne.KeyF11:
		Forward(e, key)
		return
	}
	enter := key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
	if !enter || e.MultiLine && e.shift {
		e.Entry.TypedKey(key)
		return
	}
	e.field.finish()
	if e.field.OnEnter != nil {
		e.field.OnEnter()
	}
}

func (e *entry) TypedShortcut(shortcut fyne.Shortcut) {
	paste, ok := shortcut.(*fyne.ShortcutPaste)
	if !ok {
		e.Entry.TypedShortcut(shortcut)
		if _, combination := shortcut.(*desktop.CustomShortcut); combination {
			ForwardShortcut(e, shortcut)
		}
		return
	}
	text := paste.Clipboard.Content()
	if clean := e.field.clean(text); clean != text {
		shortcut = &fyne.ShortcutPaste{Clipboard: cleaned{paste.Clipboard, clean}}
	}
	e.Entry.TypedShortcut(shortcut)
}

// cleaned is a clipboard that answers a cleaned text and leaves the real one alone.
type cleaned struct {
	fyne.Clipboard
	text string
}

func (c cleaned) Content() string { return c.text }
