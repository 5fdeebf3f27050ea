# Easel. `make run` tries it or runs it, `make test` checks everything; both prepare what they need.
.DEFAULT_GOAL := help
.PHONY: help setup run playground test chromium quick lint format pictures bench judges fleet fuzz lock clean

# The newest Python that is really there and is 3.11 or later; PYTHON=... chooses another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --no-deps --require-hashes --only-binary :all:
INSTALL := $(PIP) --quiet -r
# pip is either silent or tells of every file; a person who waits for the first time wants to see that it goes on.
define INSTALL_TELLING
	@total=$$(grep -c '^[a-z].*==' $(1)); \
	{ $(PIP) -r $(1); echo "ended $$?"; } | { count=0; while read -r what name _; do case $$what in \
		Collecting|Processing) count=$$((count + 1)); name=$${name##*/}; name=$${name%%-[0-9]*}; echo "  $$count of $$total: $${name%%[=;]*}";; \
		Installing) echo "  Unpacking them ...";; \
		ended) exit $$name;; \
	esac; done; }
endef

help:  ## show what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

.venv/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "Easel needs Python 3.11 or newer, and found none: install one, or name it with PYTHON=/path/to/python3."; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python's venv module is incomplete: on Debian and Ubuntu, 'apt install python3-venv' brings it."; exit 1; }

.venv/.run: requirements.lock | .venv/pyvenv.cfg
	@echo "Installing the pinned dependencies, once: this takes a minute or two ..."
	$(call INSTALL_TELLING,requirements.lock)
	@touch $@

.venv/.playground: requirements-playground.lock .venv/.run
	@echo "Installing what the playground needs ..."
	$(call INSTALL_TELLING,requirements-playground.lock)
	@touch $@

# uv, which the tests need anyway, does in 4 seconds of processor what takes pip 40; where it finds nothing, pip does it.
UV_INSTALL := $(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --require-hashes --only-binary :all:
.venv/.test: requirements.lock requirements-dev.lock | .venv/pyvenv.cfg
	@echo "Installing what the tests need ..."
	@sed -n '/^uv==/,/[^\\]$$/p' requirements-dev.lock > .venv/uv.lock
	@$(INSTALL) .venv/uv.lock
	@$(UV_INSTALL) -r requirements.lock -r requirements-dev.lock || $(INSTALL) requirements.lock -r requirements-dev.lock
	@touch .venv/.run .venv/.playground $@

# Where the settings are read it is decided what `run` opens, and so what it needs. Wrong settings are for `run` to tell.
setup: .venv/.run  ## prepare .venv for `run`, start nothing
	@if $(BIN)/python -c 'import sys; from bot.settings import Settings; sys.exit(not Settings().opens_playground)' 2>/dev/null; \
		then $(MAKE) --no-print-directory .venv/.playground; fi

run: setup  ## run the bot, or the playground when there is no DISCORD_TOKEN
	@exec $(BIN)/python -m bot run

playground: .venv/.playground  ## open the playground, with a DISCORD_TOKEN too
	@exec $(BIN)/python -m bot playground

# Two processes more than there are cores: those that wait run beside those that work (tests/order.py).
WORKERS ?= $(shell $(BIN)/python -c 'import os; print((os.cpu_count() or 2) + 2)')
PYTEST = $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal
# The unit tests that need no server: neither PostgreSQL nor a stand-in for Discord.
QUICK := tests/unit --ignore tests/unit/standin -m "not postgresql"

test: .venv/.test  ## formatter, linter, types, import contracts, all tests, coverage
	@$(MAKE) --no-print-directory -j2 lint chromium
	$(PYTEST) -p tests.coverage

chromium: .venv/.test
	@sh tests/browser/chromium.sh

quick: lint  ## formatter, linter, types, import contracts, and the unit tests that need no server: two minutes
	$(PYTEST) $(QUICK)

lint: .venv/.test  ## formatter, linter, types and import contracts alone
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --num-workers auto
	$(BIN)/lint-imports --no-cache

format: .venv/.test  ## format and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

pictures: .venv/.test chromium  ## take the documents' pictures anew, as the browser's tests see them
	$(BIN)/python -m pytest tests/browser/test_playground.py tests/browser/test_conversation.py tests/browser/test_community.py \
		-k "four_pictures or nothing_else or walk_through or three_people or explain_themselves"
	$(BIN)/python -m tests.browser.documents

bench: .venv/.test  ## measure speed and memory against the reference (PARTS=start, images, answer, words, load, gallery, history or beside for one part)
	$(BIN)/python -m benchmarks $(PARTS)

.venv-judges/.ready: requirements-judges.lock .venv/.test
	@test -x .venv-judges/bin/python || $(PYTHON) -m venv .venv-judges
	@echo "Installing the programs that judge ..."
	@.venv-judges/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-judges.lock
	@touch $@

judges: .venv-judges/.ready  ## try the client against real programs: LiteLLM's proxy, in front of the demo and a script
	$(BIN)/python -m pytest tests/judges

# FLEET_ROUNDS makes it longer: everything befalls the processes so many times.
FLEET_ROUNDS ?= 2
.venv-fleet/.ready: requirements-fleet.lock .venv/.test
	@test -x .venv-fleet/bin/python || $(PYTHON) -m venv .venv-fleet
	@echo "Installing a bucket for the fleet ..."
	@.venv-fleet/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: \
		-r requirements-fleet.lock
	@touch $@

fleet: .venv-fleet/.ready  ## kill, freeze and restart four processes that share 40 shards, under load: FLEET_ROUNDS=2 of three minutes each
	FLEET_ROUNDS=$(FLEET_ROUNDS) $(BIN)/python -m pytest tests/fleet/long_run.py -o log_cli=true -o log_cli_level=INFO

.venv-fuzz/.ready: requirements.lock requirements-fuzz.lock | .venv/pyvenv.cfg
	@test -x .venv-fuzz/bin/python || $(PYTHON) -m venv .venv-fuzz
	@echo "Installing the fuzzer ..."
	@.venv-fuzz/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: \
		-r requirements.lock -r requirements-fuzz.lock
	@touch $@

# Ten minutes a parser; FUZZ_SECONDS shortens that. What breaks one is left in tests/fuzz/corpus, for `make test` to try.
FUZZ_SECONDS ?= 600
fuzz: .venv-fuzz/.ready  ## try every parser with whatever bytes lead on (FUZZ_SECONDS=600 each)
	@for target in picture profile svg answer events mention words; do \
		echo "Fuzzing $$target for $(FUZZ_SECONDS) s ..."; \
		.venv-fuzz/bin/python -m tests.fuzz $$target $(FUZZ_SECONDS) || exit 1; done

COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --upgrade --custom-compile-command 'make lock'
lock: .venv/.test  ## resolve the dependencies again into the lock files
	$(COMPILE) -o requirements.lock pyproject.toml
	$(COMPILE) -c requirements.lock -o requirements-playground.lock --group playground
	$(COMPILE) -c requirements.lock -c requirements-playground.lock -o requirements-dev.lock --group dev
	$(COMPILE) -o requirements-judges.lock --group judges
	$(COMPILE) -o requirements-fuzz.lock --group fuzz
	$(COMPILE) -o requirements-fleet.lock --group fleet

clean:  ## remove what was made here, but no data
	rm -rf .venv .venv-judges .venv-fuzz .venv-fleet .mypy_cache .ruff_cache .pytest_cache .hypothesis build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
