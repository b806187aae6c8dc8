package bolt

import (
	"encoding/json"
	"os"

	"exceed/workshop"
)

// summary is what home lists, in clear. Where a passphrase guards the file it holds no promise.
type summary struct {
	Organisation string         `json:"organisation"`
	Team         string         `json:"team"`
	Date         workshop.Date  `json:"date"`
	State        workshop.State `json:"state"`
	Language     workshop.Lang  `json:"language"`
	Responses    int            `json:"responses"`
	Rehearsal    bool           `json:"rehearsal,omitempty"`
	Protected    bool           `json:"protected,omitempty"`
	Collector    bool           `json:"collector,omitempty"`
	Due          []duePromise   `json:"due,omitempty"`
}

type duePromise struct {
	What  string        `json:"what"`
	Owner string        `json:"owner"`
	Due   workshop.Date `json:"due"`
}

// summaryOf sums a session up; responses is how many lie in the box.
func summaryOf(s *workshop.Session, responses int, k keys) summary {
	sum := summary{
		Organisation: s.Setup.Organisation, Team: s.Setup.Team, Date: s.Setup.Date, State: s.State,
		Language: s.Setup.Language, Responses: responses, Rehearsal: s.Rehearsal, Protected: k.Protected, Collector: k.Collector != nil,
	}
	if s.Tally != nil {
		sum.Responses = s.Tally.Employees.Respondents
	}
	if !k.Protected {
		for _, p := range s.Due() {
			sum.Due = append(sum.Due, duePromise(p))
		}
	}
	return sum
}

// Summarise reads what home shows of a file. It takes no lock and reads a few pages only; the rest of the file may still
// be damaged. What keeps it from being read is its Problem.
func Summarise(path string, list ...Option) workshop.Summary {
	result := workshop.Summary{Path: path}
	if info, err := os.Stat(path); err == nil {
		result.Changed = info.ModTime()
	}
	c, err := steady(func() (contents, error) { return readOne(path, summaryValue, newest(newOptions(list).ladder)) })
	if err == nil && c.values == nil {
		err = workshop.ErrNewer.With("path", path, "version", c.version)
	}
	var sum summary
	if err == nil {
		if json.Unmarshal(c.values[summaryValue], &sum) != nil {
			err = damaged("the summary is not JSON")
		}
	}
	if err != nil {
		result.Problem = refuse(path, err)
		return result
	}
	result.ID, result.Organisation, result.Team, result.Date = c.id, sum.Organisation, sum.Team, sum.Date
	result.State, result.Language, result.Responses = sum.State, sum.Language, sum.Responses
	result.Rehearsal, result.Protected, result.Collector = sum.Rehearsal, sum.Protected, sum.Collector
	for _, p := range sum.Due {
		result.Due = append(result.Due, workshop.DuePromise(p))
	}
	return result
}
