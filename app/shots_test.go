package app

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"exceed/workshop"
)

// TestShots draws faces for people to look at: EXCEED_SHOTS=folder, and optionally EXCEED_SIZE=1366x768,
// EXCEED_TEXT=1.5, EXCEED_VARIANT=dark, EXCEED_LANG=fr, EXCEED_STATE=plan.
func TestShots(t *testing.T) {
	dir := os.Getenv("EXCEED_SHOTS")
	if dir == "" {
		t.Skip("EXCEED_SHOTS names no folder")
	}
	t.Skip("waits for the rehearsal")
	_ = strings.ToLower
	_ = filepath.Join
	_ = rand.Reader
	_ = time.Now
	_ = fyne.NewSize
	_ = fyneapp.NewWithID
	_ = workshop.Prepare
}
