package cli

import (
	"slices"
	"strconv"
	"strings"

	"exceed/assets"
	"exceed/workshop"
)

// The refusals of wrong usage. Each names what is wrong; the help names what is right.
var (
	errFlag    = refusal("usage_flag", "“{{.flag}}” is no option of “exceed {{.command}}”. See “exceed help”.")
	errValue   = refusal("usage_value", "-{{.flag}} needs {{.want}}, not “{{.found}}”.")
	errNoValue = refusal("usage_no_value", "-{{.flag}} needs a value. See “exceed help”.")
	errNeeds   = refusal("usage_needs", "“exceed {{.command}}” needs {{.what}}. See “exceed help”.")
	errFiles   = refusal("usage_files", "“exceed {{.command}}” does not know what to do with “{{.file}}”. See “exceed help”.")

	errNoFile   = refusal("no_file", "{{.path}} cannot be read. Check its name, and that you may open it.")
	errNotSound = refusal("not_sound", "{{.path}} did not pass. What is wrong stands above; keep the file as it is, and open a copy or a backup.")
)

// Refusals lists every refusal, for the test that each has its words in every language.
func Refusals() []*workshop.Refusal {
	return []*workshop.Refusal{errFlag, errValue, errNoValue, errNeeds, errFiles, errNoFile, errNotSound}
}

func refusal(code, text string) *workshop.Refusal { return &workshop.Refusal{Code: code, Text: text} }

func isUsage(err error) bool {
	r, ok := err.(*workshop.Refusal)
	return ok && strings.HasPrefix(r.Code, "usage_")
}

// call is a command with its flags and files.
type call struct {
	command command
	flags   map[string]string // "true" for one that takes no value
	files   []string
	words   *assets.Words
}

// parse reads arguments: first the command, then flags (-name value, -name=value, with one dash or two) and files in any
// order; after -- there are files only. Without a command it is the window's. What was read comes back beside an error.
func parse(args []string) (call, error) {
	c := call{command: command{name: "", run: (*Program).window}, flags: map[string]string{}}
	if len(args) > 0 {
		first := args[0]
		if slices.Contains([]string{"-h", "-help", "--help"}, first) {
			first = "help"
		}
		i := slices.IndexFunc(commands(), func(known command) bool { return known.name == first })
		if i >= 0 {
			c.command = commands()[i]
			args = args[1:]
		}
	}
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		if arg == "--" {
			c.files = append(c.files, args...)
			break
		}
		if len(arg) < 2 || arg[0] != '-' {
			c.files = append(c.files, arg)
			continue
		}
		name, value, given := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		takesValue, known := c.command.flags[name]
		switch {
		case name == "lang":
			takesValue = true
		case slices.Contains([]string{"h", "help"}, name):
			return call{command: commands()[len(commands())-1], flags: c.flags}, nil
		case !known, given && !takesValue:
			return c, errFlag.With("flag", arg, "command", c.command.name)
		case !takesValue:
			value, given = "true", true
		}
		if !given {
			if len(args) == 0 {
				return c, errNoValue.With("flag", name)
			}
			value, args = args[0], args[1:]
		}
		c.flags[name] = value
	}
	return c, c.complete()
}

// complete refuses missing files, files too many, and an unknown language.
func (c call) complete() error {
	limit := c.command.files
	if c.command.name == "" {
		limit = 1
	}
	switch {
	case len(c.files) < c.command.files:
		return errNeeds.With("command", c.command.name, "what", strings.Fields(c.command.syntax)[0])
	case len(c.files) > limit:
		return errFiles.With("command", c.command.name, "file", c.files[limit])
	}
	if lang, given := c.flags["lang"]; given && !assets.Ships(workshop.Lang(lang)) {
		return errValue.With("flag", "lang", "want", anyOf(assets.Langs()), "found", lang)
	}
	return nil
}

// out is where -out points; the name must end in one of the endings, if there are any.
func (c call) out(endings ...string) (string, error) {
	path := c.flags["out"]
	if path == "" {
		return "", errNeeds.With("command", c.command.name, "what", "-out")
	}
	for _, ending := range endings {
		if strings.HasSuffix(strings.ToLower(path), ending) {
			return path, nil
		}
	}
	if len(endings) == 0 {
		return path, nil
	}
	return "", errValue.With("flag", "out", "want", "*"+strings.Join(endings, " | *"), "found", path)
}

// whole is the whole number of a flag from low to high, or what it is without the flag.
func (c call) whole(flag string, without, low, high uint64) (uint64, error) {
	text, given := c.flags[flag]
	if !given {
		return without, nil
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil || n < low || n > high {
		return 0, errValue.With("flag", flag, "want", strconv.FormatUint(low, 10)+" … "+strconv.FormatUint(high, 10), "found", text)
	}
	return n, nil
}

// choice is the value of a flag, one of some, or what it is without the flag.
func choice[T ~string](c call, flag string, without T, choices ...T) (T, error) {
	text, given := c.flags[flag]
	if !given {
		return without, nil
	}
	for _, known := range choices {
		if strings.EqualFold(text, string(known)) {
			return known, nil
		}
	}
	return "", errValue.With("flag", flag, "want", anyOf(choices), "found", text)
}

// anyOf is a choice as a refusal says it: a | b.
func anyOf[T ~string](choices []T) string {
	names := make([]string, len(choices))
	for i, c := range choices {
		names[i] = string(c)
	}
	return strings.Join(names, " | ")
}
