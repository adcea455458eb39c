# Everything Quoth needs is installed into .venv, nothing elsewhere. `make help` lists what there is to do.

PYTHON ?= python3
BIN := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help run preview page pictures test lint bench load quality torture upgrade clean
.DEFAULT_GOAL := help

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' Makefile

run: .venv/runtime.stamp ## start Quoth: in Discord if there is a DISCORD_TOKEN, else as a chat in this terminal
	@if [ -n "$$DISCORD_TOKEN" ] || grep -Eqs "^[[:space:]]*(export[[:space:]]+)?DISCORD_TOKEN[[:space:]]*=[[:space:]]*[\"']?[^[:space:]\"'#]" .env; \
	then exec $(BIN)/python -m bot run; fi; \
	if [ -t 0 ]; then echo "Without a DISCORD_TOKEN this is a chat. \`make preview\` shows the bot in a browser as in Discord." >&2; fi; \
	exec $(BIN)/python -m bot chat

preview: .venv/runtime.stamp ## show the bot in a browser as in Discord, without an account
	@exec $(BIN)/python -m bot preview --open

page: ## build the page of the preview from its source; needs Node 20 and npm
	cd bot/preview/page && npm ci --no-audit --no-fund && npm run build

pictures: .venv/dev.stamp ## make the pictures of the README; needs chromium
	$(BIN)/python -m tests.end_to_end.preview.pictures

test: lint ## check the code and run all tests
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

lint: .venv/dev.stamp ## check style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict

bench: .venv/dev.stamp ## measure speed beside other engines, and keep the report (about 10 minutes; SIZES=100,1000000)
	$(BIN)/python -m benchmarks.speed --keep $(if $(SIZES),--sizes $(SIZES))

load: .venv/dev.stamp ## measure how the bot in Discord stands 1,000 questions at once (about 5 minutes)
	$(BIN)/python -m benchmarks.discord

quality: .venv/dev.stamp ## measure answers beside those of other engines, and keep the report
	$(BIN)/python -m benchmarks.quality --ablation --keep

torture: .venv/dev.stamp ## kill it, damage what it keeps, let the system fail, and let it live for an hour (about 2 hours)
	$(BIN)/python -m benchmarks.torture

upgrade: .venv/dev.stamp ## take the newest packages, and note their versions in constraints.txt; then see what `make test` says
	$(PIP) --upgrade --upgrade-strategy eager -e . --group dev
	{ sed '/^$$/q' constraints.txt; $(BIN)/python -m pip freeze --exclude-editable; } > .venv/constraints.txt
	mv .venv/constraints.txt constraints.txt
	touch .venv/*.stamp

clean: ## remove what was installed or built here; documents, settings and .quoth stay
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/runtime.stamp: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	{ echo "Quoth needs Python 3.11 or newer as '$(PYTHON)'. Name another one with: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	{ echo "Python's venv module is missing. On Debian and Ubuntu, type: sudo apt install python3-venv" >&2; exit 1; }
	@echo "Setting Quoth up in .venv; this happens once and takes about a minute …" >&2
	@$(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@$(PIP) -c constraints.txt -e . >&2 || \
	{ echo "The packages could not be installed (see above). Is there a connection to the internet?" >&2; exit 1; }
	@touch $@
	@echo "Done." >&2

.venv/dev.stamp: .venv/runtime.stamp
	@echo "Installing the tools for tests …" >&2
	@$(PIP) --upgrade "pip>=25.1" >&2 # older ones do not know --group
	@$(PIP) -c constraints.txt --group dev >&2
	@touch $@
