# Two targets do all on a fresh Debian machine: `make run` and `make test`. Everything else is for people who work on
# Exceed. Tools are fetched by exact version and leave go.mod alone.

GO         ?= go
TAGS       := migrated_fynedo
HEADLESS   := CGO_ENABLED=0 LANG=en_US.UTF-8
TEST_TAGS  := ci,migrated_fynedo
GOFUMPT    := $(GO) run mvdan.cc/gofumpt@v0.12.0
STATICCHECK := CGO_ENABLED=0 $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2

# What a real window needs to be built on Debian, and what the smoke test needs to look at one.
WINDOW_PACKAGES := gcc libc6-dev pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev
SMOKE_PACKAGES  := xvfb openbox xdotool imagemagick libgl1-mesa-dri poppler-utils

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# install PACKAGES, only where one of them is missing
install = @missing=""; for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
		command -v apt-get >/dev/null || { echo "Please install:$$missing"; exit 1; }; \
		echo "Installing$$missing"; \
		$(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi

.PHONY: run window rehearsal build build-headless test race bench fuzz trust faults smoke lint format deps clean

run:
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(MAKE) --no-print-directory window; \
	else echo "There is no display here, so no window can open. Playing the rehearsal instead."; \
		$(MAKE) --no-print-directory rehearsal; fi

window: build
	build/exceed

rehearsal: build-headless
	@rm -rf build/rehearsal
	build/exceed-headless rehearse -out build/rehearsal -participants 12 -seed 7
	@echo "The leaders' PDF lies at $(CURDIR)/build/rehearsal/plan.pdf"

deps:
	$(call install,$(WINDOW_PACKAGES))

build: deps
	CGO_ENABLED=1 $(GO) build -tags $(TAGS) -o build/exceed .

# The same program without a window of its own: all commands, no C compiler.
build-headless:
	@CGO_ENABLED=0 $(GO) build -tags $(TEST_TAGS) -o build/exceed-headless .

test:
	$(HEADLESS) $(GO) test -timeout 30m -tags $(TEST_TAGS) ./...

race:
	$(call install,gcc libc6-dev)
	CGO_ENABLED=1 LANG=en_US.UTF-8 $(GO) test -race -short -timeout 30m -tags $(TEST_TAGS) ./...

# The start is measured in a real window, in turn with an empty one. What the window shows is counted out: preparing it anew
# takes far longer than what is measured.
bench:
	$(call install,$(WINDOW_PACKAGES) xvfb libgl1-mesa-dri)
	$(HEADLESS) $(GO) test -tags $(TEST_TAGS) -run '^$$' -bench . -benchtime 25x -timeout 30m ./app/...
	$(HEADLESS) $(GO) test -tags $(TEST_TAGS) -run '^$$' -bench . -benchmem -timeout 30m ./assets/... ./workshop/...

# FUZZTIME=10m make fuzz, for a campaign
FUZZTIME ?= 10s
fuzz:
	@for p in $$($(HEADLESS) $(GO) list -tags $(TEST_TAGS) ./workshop/...); do \
		for f in $$($(HEADLESS) $(GO) test -tags $(TEST_TAGS) -list '^Fuzz' $$p | grep ^Fuzz); do \
			echo "$$p $$f"; $(HEADLESS) $(GO) test -tags $(TEST_TAGS) -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x $$p || exit 1; \
		done; done

# The attacks on the promise, in full (half an hour): one table, each line with its control.
TRUST := $(CURDIR)/build/trust.tsv
TRUST_ENV := EXCEED_TRUST=$(TRUST) $(shell [ -d /dev/shm ] && echo TMPDIR=/dev/shm)
trust:
	@mkdir -p build && rm -f $(TRUST)
	@printf 'channel\ttried\tresult\ttarget\tcontrol\n' > $(TRUST)
	@$(HEADLESS) $(TRUST_ENV) $(GO) test -count=1 -timeout 3h -tags $(TEST_TAGS) ./workshop/attack; attacks=$$?; \
	$(HEADLESS) $(TRUST_ENV) $(GO) test -count=1 -timeout 1h -tags $(TEST_TAGS) -run 'Canaries|Thresholds' ./app; faces=$$?; \
	column -t -s "$$(printf '\t')" $(TRUST); exit $$((attacks + faces))

# The campaign against lost and unreadable sessions, in full: a quarter of an hour, and one table at its end. Power cuts
# and failing disks need Linux, /dev/fuse and root.
faults:
	@mkdir -p build; EXCEED_FAULTS=full $(HEADLESS) $(GO) test -tags $(TEST_TAGS) -count 1 -timeout 2h -run '^TestFaults$$' -v ./workshop/bolt > build/faults.log 2>&1 || { cat build/faults.log; exit 1; }; \
	sed -n '/^fault  /,/^---/p' build/faults.log | grep -v '^---'

# A whole session in a real window. It is played with a build that tells what it shows; SMOKE=FOLDER keeps pictures and the
# PDF.
SMOKE ?=
smoke: build
	$(call install,$(SMOKE_PACKAGES))
	CGO_ENABLED=1 $(GO) build -tags $(TAGS),smoke -o build/exceed-watched .
	.ci/smoke build/exceed build/exceed-watched $(SMOKE)

lint:
	@unformatted=$$($(GOFUMPT) -l .) || exit 1; [ -z "$$unformatted" ] || { echo "Not formatted with gofumpt:"; echo "$$unformatted"; exit 1; }
	$(HEADLESS) $(GO) vet -tags $(TEST_TAGS) ./...
	$(STATICCHECK) -tags $(TEST_TAGS) ./...

format:
	$(GOFUMPT) -w .

clean:
	rm -rf build
