# Everything runs in .venv, which is made from the hashed pins with the newest Python that really runs.
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PYTHONS := python3.14 python3.13 python3.12 python3.11 python3 python
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
# A name on PATH may be a launcher that has no interpreter behind it, or lack venv; so each is tried for real.
PROBE := import sys, sqlite3, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 15))

.DEFAULT_GOAL := help
.PHONY: help env serve test check score bench lock

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-7s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

env: $(VENV)/.dev ## Make the environment in .venv, with everything that the tests need

serve: $(VENV)/.runtime ## Serve on http://127.0.0.1:8000 (HOST=... PORT=...), with the seeds loaded into an empty database
	@$(BIN)/aidledger serve --host $(HOST) --port $(PORT)

test: $(VENV)/.dev ## Run the tests, on SQLite and PostgreSQL (ARGS="-k name" for some)
	@$(BIN)/python -m pytest $(ARGS)

check: $(VENV)/.dev ## Lint, types and tests: what CI runs
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(MAKE) --no-print-directory test

score: $(VENV)/.runtime ## Score readings of annotated documents (CORPUS=folder that holds score.py, dev and news)
	@test -f "$(CORPUS)/score.py" || { echo "make score needs CORPUS=FOLDER, with score.py, dev and news in it" >&2; exit 1; }
	@for part in dev news; do \
	    echo "$$part"; $(BIN)/python "$(CORPUS)/score.py" --command "$(BIN)/aidledger extract" "$(CORPUS)/$$part" || exit 1; \
	done

bench: $(VENV)/.dev ## Run the benchmarks: how fast documents are read, beside spaCy alone
	@$(BIN)/python -m tests.benchmarks.reading

lock: $(VENV)/.dev ## Pin the newest versions anew, with hashes (needs uv on PATH)
	@command -v uv >/dev/null || { echo "make lock needs uv: pip install uv" >&2; exit 1; }
	uv pip compile --quiet --upgrade --universal --generate-hashes --no-annotate --no-header --python-version 3.11 \
	    pyproject.toml --group build -o requirements.lock
	uv pip compile --quiet --upgrade --universal --generate-hashes --no-annotate --no-header --python-version 3.11 \
	    pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

# The stamp comes last, so that an environment whose making was interrupted is made anew.
$(VENV)/.made:
	@for name in $(PYTHONS); do \
	    if $$name -c "$(PROBE)" >/dev/null 2>&1; then \
	        echo "Making $(VENV) with $$name"; rm -rf $(VENV); \
	        if $$name -m venv $(VENV); then touch $@; exit 0; fi; \
	    fi; \
	done; \
	echo "aidledger needs Python 3.11 to 3.14 with venv (Debian: apt-get install python3 python3-venv)." >&2; exit 1

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/.made
	@echo "Installing what aidledger needs (once)"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@echo "Installing what the tests need (once)"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@
