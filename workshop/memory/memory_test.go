package memory_test

import (
	"testing"

	"exceed/workshop"
	"exceed/workshop/memory"
	"exceed/workshop/storetest"
)

func TestLibrary(t *testing.T) {
	storetest.Run(t, func(*testing.T) workshop.Library { return memory.NewLibrary() })
}
