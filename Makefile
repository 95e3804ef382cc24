# make run: the program on http://127.0.0.1:8501    make test: every check    make bench: the benchmarks    make lock: new locks
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
DEMO := data/demo.duckdb

.PHONY: run test lint bench lock clean

run: $(VENV)/.installed $(DEMO)
	$(BIN)/loftdb serve --database $(DEMO)

test: lint
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.installed-for-tests
	$(BIN)/python -m pytest tests/benchmarks -o python_files='bench_*.py' -s --timeout 0

$(DEMO): | $(VENV)/.installed
	$(BIN)/loftdb init $(DEMO) --demo

$(VENV)/.created:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here: install Python 3.11 or newer, or name it: make run PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "loftdb needs Python 3.11 or newer and this is %d.%d: name a newer one, such as make run PYTHON=python3.12" % sys.version_info[:2])'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python cannot make a virtual environment: install its venv module (Debian, Ubuntu: sudo apt install python3-venv)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.created requirements/run.txt pyproject.toml
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-for-tests: $(VENV)/.installed requirements/test.txt
	$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

# uv is only needed here. The locks name no index: pip's own settings decide where packages come from.
COMPILE = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

lock: $(VENV)/.created
	$(PIP) uv
	$(COMPILE) pyproject.toml requirements/run.in -o requirements/run.txt
	$(COMPILE) pyproject.toml requirements/run.in requirements/test.in -c requirements/run.txt -o requirements/test.txt

clean:
	rm -rf $(VENV)
