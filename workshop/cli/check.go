package cli

import (
	"context"
	"encoding/json"
	"fmt"

	"exceed/workshop"
	"exceed/workshop/receipt"
)

func (p *Program) check(c call) error {
	path := c.files[0]
	r, err := receipt.Of(context.Background(), path, p.Env(passphraseVariable), c.words) // nobody is asked for a passphrase
	if err != nil {
		r = receipt.Receipt{Findings: []receipt.Finding{{Code: codeOf(err), Text: c.words.Explain(err)}}}
	}
	if c.flags["json"] == "true" {
		encoder := json.NewEncoder(p.Out)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(r); err != nil {
			return err
		}
	} else if err == nil {
		fmt.Fprintln(p.Out, c.words.Count("check.head", r.Responses, "path", path, "state", c.words.Say("state."+r.State)))
		for _, f := range r.Findings {
			fmt.Fprintln(p.Out, "- "+f.Text)
		}
		fmt.Fprintln(p.Out, c.words.Say("receipt.limits"))
	}
	if err == nil && !r.OK {
		err = errNotSound.With("path", path)
	}
	return err
}

func codeOf(err error) string {
	if r, ok := err.(*workshop.Refusal); ok {
		return r.Code
	}
	return "unreadable"
}
