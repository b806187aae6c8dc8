package workshop

import (
	"errors"
	"fmt"
	"strings"
)

// Refusal is an error that a person can act on: it says what happened, where, and what to do. Code names its sentence
// in the translations ("error." + Code); the English one is Text. Args fill the {{.name}} places of the sentence.
type Refusal struct {
	Code  string
	Text  string
	Args  map[string]any
	cause error
}

// Error is the English sentence with its places filled.
func (r *Refusal) Error() string {
	text := r.Text
	for name, value := range r.Args {
		text = strings.ReplaceAll(text, "{{."+name+"}}", fmt.Sprint(value))
	}
	return text
}

// Unwrap is the technical cause, for the log; nil where there is none.
func (r *Refusal) Unwrap() error { return r.cause }

// Is makes every filled-in refusal equal to its sentinel.
func (r *Refusal) Is(target error) bool {
	var other *Refusal
	return errors.As(target, &other) && other.Code == r.Code
}

// With is the refusal with its places filled from pairs of a name and a value.
func (r *Refusal) With(pairs ...any) *Refusal {
	filled := &Refusal{Code: r.Code, Text: r.Text, Args: map[string]any{}, cause: r.cause}
	for name, value := range r.Args {
		filled.Args[name] = value
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		filled.Args[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return filled
}

// Because is the refusal with its technical cause.
func (r *Refusal) Because(cause error) *Refusal {
	caused := r.With()
	caused.cause = cause
	return caused
}

func refusal(code, text string) *Refusal { return &Refusal{Code: code, Text: text} }

// The refusals of the domain and of every store.
var (
	ErrIllegalMove     = refusal("illegal_move", "A session cannot go from {{.from}} to {{.to}}.")
	ErrNotReady        = refusal("not_ready", "Collecting cannot start yet: {{.missing}}.")
	ErrQuestionsLocked = refusal("questions_locked", "Themes and thresholds are locked, because somebody has already answered.")
	ErrBelowThreshold  = refusal("below_threshold", "Only {{.count}} of at least {{.threshold}} people have answered. Keep collecting, or destroy the responses.")
	ErrEnoughToReveal  = refusal("enough_to_reveal", "{{.count}} people have answered: the box is sealed and can only be revealed.")
	ErrAlreadyRevealed = refusal("already_revealed", "This session has already been revealed. Its responses no longer exist.")
	ErrNotCollecting   = refusal("not_collecting", "This session is not collecting, so it takes no response.")
	ErrBoxFull         = refusal("box_full", "The box holds {{.count}} responses and is full. Seal it and go on.")
	ErrInvalid         = refusal("invalid", "{{.place}}: {{.problem}}.")
	ErrNoPromise       = refusal("no_promise", "A promise needs what is done, who does it and until when; missing: {{.missing}}.")
	ErrEmployeesFirst  = refusal("employees_first", "Promise your people something on “{{.theme}}” first, or give the reason why customers come first; it will be printed.")
	ErrTooManyFocus    = refusal("too_many_focus", "At most three themes go on. Take one out before you add another.")
	ErrPollOpen        = refusal("poll_open", "A round at the kiosk is still open. Count it, or drop it, first.")
	ErrPollAgain       = refusal("poll_again", "This was asked and counted today. Two rounds so close together could tell who came or left in between.")
	ErrNoPoll          = refusal("no_poll", "There is nothing to ask at the kiosk now.")
	ErrUnexplained     = refusal("unexplained", "Say in a word why these do not go on: {{.themes}}.")
	ErrOpenEnds        = refusal("open_ends", "This session cannot close yet: {{.missing}}.")
	ErrReasonNeeded    = refusal("reason_needed", "Say why, in a few words.")
	ErrWordsGone       = refusal("words_gone", "The words of this voice left the file when it was hidden. They cannot be shown again.")
	ErrNothingToUndo   = refusal("nothing_to_undo", "There is nothing to undo.")

	ErrNotFound       = refusal("not_found", "There is no session at {{.path}}. Check the name, or open another file.")
	ErrGone           = refusal("gone", "{{.path}} is no longer there: it was moved or deleted while it was open. Nothing more can be kept in it. Put it back, or save a copy.")
	ErrExists         = refusal("exists", "{{.path}} already exists. Choose another name, or move it away first.")
	ErrInUse          = refusal("in_use", "{{.path}} is already open in another Exceed. Close it there first.")
	ErrForeign        = refusal("foreign", "{{.path}} is not an Exceed session. Choose a file that Exceed has made.")
	ErrDamaged        = refusal("damaged", "{{.path}} is damaged. Open its last good copy, or a backup of your own.")
	ErrNewer          = refusal("newer", "{{.path}} was made by a newer Exceed (file version {{.version}}). Update Exceed to open it.")
	ErrReadOnly       = refusal("read_only", "{{.path}} cannot be written. Move it to a folder of your own, and open it there.")
	ErrDiskFull       = refusal("disk_full", "There is no room left for {{.path}}. Free some space and try again; nothing was lost.")
	ErrNotSaved       = refusal("not_saved", "{{.path}} could not be written. Nothing was changed; check the disk and try again.")
	ErrNotRead        = refusal("not_read", "{{.path}} could not be read. Check that its disk is there, and try again.")
	ErrUnconfirmed    = refusal("unconfirmed", "This is done, but the disk has not confirmed it: {{.path}}. Keep the computer switched on, check the disk, and close the session once.")
	ErrLocked         = refusal("locked", "{{.path}} is locked. Give its passphrase.")
	ErrWrongKey       = refusal("wrong_key", "That passphrase does not open this session. Try again.")
	ErrNeedResumeCode = refusal("need_resume_code", "To go on collecting, give the resume code that you wrote down at the start.")
	ErrNoCopy         = refusal("no_copy", "There is no copy while answers lie in the box: two copies would tell who came between.")
	ErrNoCollector    = refusal("no_collector", "{{.path}} is no collector file. Make one from the open session, by File, Make a collector file.")
	ErrCollectorOnly  = refusal("collector_only", "This is a collector file: it takes answers, and everything else happens in the session on the first laptop.")
	ErrCollectorOpen  = refusal("collector_open", "{{.path}} still collects. Finish it on the other laptop, then bring it here.")
	ErrAlreadyMerged  = refusal("already_merged", "The answers of {{.path}} are in the box already. Nobody is counted twice.")
	ErrOtherSession   = refusal("other_session", "{{.path}} collects for another session. Open that one first.")
	ErrOtherQuestions = refusal("other_questions", "{{.path}} asks other questions: they were changed after it was made, so its answers cannot be counted here.")
	ErrClosed         = refusal("closed", "This session is closed. Open it again.")
)

// Refusals lists every refusal, for the test that each has its words in every language.
func Refusals() []*Refusal {
	return []*Refusal{
		ErrIllegalMove, ErrNotReady, ErrQuestionsLocked, ErrBelowThreshold, ErrEnoughToReveal, ErrAlreadyRevealed,
		ErrNotCollecting, ErrBoxFull, ErrInvalid, ErrNoPromise, ErrEmployeesFirst, ErrTooManyFocus, ErrUnexplained, ErrOpenEnds, ErrReasonNeeded,
		ErrPollOpen, ErrPollAgain, ErrNoPoll, ErrWordsGone, ErrNothingToUndo, ErrNotFound, ErrGone, ErrExists, ErrInUse, ErrForeign, ErrDamaged, ErrNewer, ErrReadOnly, ErrDiskFull,
		ErrNotSaved, ErrNotRead, ErrUnconfirmed, ErrLocked, ErrWrongKey, ErrNeedResumeCode, ErrNoCopy, ErrNoCollector, ErrCollectorOnly,
		ErrCollectorOpen, ErrAlreadyMerged, ErrOtherSession, ErrOtherQuestions, ErrClosed,
	}
}

// invalid names the place and the problem of a value that is refused.
func invalid(place, problem string, args ...any) error {
	return ErrInvalid.With("place", place, "problem", fmt.Sprintf(problem, args...))
}
