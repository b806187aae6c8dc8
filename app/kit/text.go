package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Text is a paragraph that wraps and begins exactly at its left edge, unlike a plain label, which is inset.
type Text struct {
	widget.BaseWidget
	Label *widget.Label
	text  string
}

func newText(text string, size fyne.ThemeSizeName, bold bool, importance widget.Importance) *Text {
	label := widget.NewLabel(text)
	label.SizeName = size
	label.TextStyle.Bold = bold
	label.Importance = importance
	label.Wrapping = fyne.TextWrapWord
	t := &Text{Label: label, text: text}
	t.ExtendBaseWidget(t)
	return t
}

// Huge is for the one number that a face is about.
func Huge(text string) *Text { return newText(text, SizeHuge, true, widget.MediumImportance) }

// Display is the largest text but Huge, for numbers and hand-over screens.
func Display(text string) *Text { return newText(text, SizeDisplay, true, widget.MediumImportance) }

// Title heads a face.
func Title(text string) *Text { return newText(text, SizeTitle, true, widget.MediumImportance) }

// Heading heads a part of a face.
func Heading(text string) *Text { return newText(text, SizeHeading, true, widget.MediumImportance) }

// Lead is text that is read first.
func Lead(text string) *Text { return newText(text, SizeLead, false, widget.MediumImportance) }

// Strong is body text in the heavier weight.
func Strong(text string) *Text { return newText(text, SizeBody, true, widget.MediumImportance) }

// Body is plain text.
func Body(text string) *Text { return newText(text, SizeBody, false, widget.MediumImportance) }

// Muted is plain text of less weight.
func Muted(text string) *Text { return newText(text, SizeBody, false, widget.LowImportance) }

// Small is the smallest text, for notes.
func Small(text string) *Text { return newText(text, SizeSmall, false, widget.LowImportance) }

// Problem is a message about something that must be mended.
func Problem(text string) *Text { return newText(text, SizeBody, false, widget.DangerImportance) }

// Centred aligns the text to the middle and returns it.
func (t *Text) Centred() *Text {
	t.Label.Alignment = fyne.TextAlignCenter
	return t
}

// OneLine stops wrapping: the text is cut with an ellipsis where it does not fit, and returned.
func (t *Text) OneLine() *Text {
	t.Label.Wrapping = fyne.TextWrapOff
	t.Label.Truncation = fyne.TextTruncateEllipsis
	return t
}

// Fit keeps the text on one line as wide as it is, and returns it.
func (t *Text) Fit() *Text {
	t.Label.Wrapping = fyne.TextWrapOff
	return t
}

// lineHeight is the height of one of its lines.
func (t *Text) lineHeight() float32 {
	return fyne.MeasureText("x", t.Theme().Size(t.Label.SizeName), t.Label.TextStyle).Height
}

// Text is the text as it was set.
func (t *Text) Text() string { return t.text }

// SetText replaces the text.
func (t *Text) SetText(text string) {
	t.text = text
	t.lay(t.Size().Width)
}

// Resize is Fyne's.
func (t *Text) Resize(size fyne.Size) {
	t.lay(size.Width)
	t.BaseWidget.Resize(size)
}

// lay gives the label the text, broken for a width where Fyne would break it at a no-break space.
func (t *Text) lay(width float32) {
	text := t.text
	if width > 0 && t.Label.Wrapping == fyne.TextWrapWord && strings.ContainsAny(text, noBreak) {
		text = t.broken(width)
	}
	if text != t.Label.Text { // else it would be wrapped anew
		t.Label.SetText(text)
	}
}

// noBreak are the spaces that hold a French sign to its word. Fyne takes them for any other.
const noBreak = "\u00a0\u202f"

// broken is the text in lines of at most a width, as far as its words fit.
func (t *Text) broken(width float32) string {
	size := t.Theme().Size(t.Label.SizeName)
	var lines []string
	for _, paragraph := range strings.Split(t.text, "\n") {
		words := strings.Split(paragraph, " ")
		line := words[0]
		for _, word := range words[1:] {
			if longer := line + " " + word; fyne.MeasureText(longer, size, t.Label.TextStyle).Width <= width {
				line = longer
				continue
			}
			lines = append(lines, line)
			line = word
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// CreateRenderer is Fyne's.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	in := -t.Theme().Size(theme.SizeNameInnerPadding)
	return widget.NewSimpleRenderer(container.New(layout.NewCustomPaddedLayout(in, in, in, in), t.Label))
}

// Badge is a short word in a tinted capsule.
type Badge struct {
	widget.BaseWidget
	text string
	ink  fyne.ThemeColorName
}

// NewBadge makes a badge in a colour of the theme.
func NewBadge(text string, ink fyne.ThemeColorName) *Badge {
	b := &Badge{text: text, ink: ink}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is Fyne's.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	fill := canvas.NewRectangle(color.Transparent)
	text := canvas.NewText(b.text, color.Black)
	text.TextStyle.Bold = true
	box := container.NewStack(fill, container.New(layout.NewCustomPaddedLayout(3, 3, 10, 10), text))
	return &badgeRenderer{WidgetRenderer: widget.NewSimpleRenderer(box), badge: b, fill: fill, text: text}
}

type badgeRenderer struct {
	fyne.WidgetRenderer
	badge *Badge
	fill  *canvas.Rectangle
	text  *canvas.Text
}

func (r *badgeRenderer) MinSize() fyne.Size { r.dress(); return r.WidgetRenderer.MinSize() }

func (r *badgeRenderer) Refresh() {
	r.dress()
	r.fill.Refresh()
	r.text.Refresh()
}

func (r *badgeRenderer) dress() {
	th, v := r.badge.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	ink := th.Color(r.badge.ink, v)
	r.text.Color, r.text.TextSize = ink, th.Size(SizeSmall)
	r.fill.FillColor = thin(ink)
	r.fill.CornerRadius = 999
}

// thin is an ink thinned to a tint.
func thin(ink color.Color) color.NRGBA {
	red, green, blue, _ := ink.RGBA()
	return color.NRGBA{R: uint8(red >> 8), G: uint8(green >> 8), B: uint8(blue >> 8), A: 28}
}
