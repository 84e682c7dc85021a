# Every target does all the set-up it needs, from python3 (with venv) and make alone.

UV := $(or $(shell command -v uv 2>/dev/null),.tools/bin/uv)
BIN := .venv/bin
READY := .venv/.ready
FOLDERS := $(wildcard src tests examples benchmarks tools)

# trust what the machine trusts: many networks have an authority of their own
export UV_SYSTEM_CERTS := true

.PHONY: help setup demo test check bench fix format lint types mypy pyright \
	complete layers deps clean

help:
	@echo 'make setup   make .venv/ with the package and its tools'
	@echo 'make demo    read the bundled seeds and answer questions'
	@echo 'make test    run the tests'
	@echo 'make check   format, lint, types, layers, dependencies, tests'
	@echo 'make bench   run the benchmarks'
	@echo 'make fix     format, and mend what ruff can mend'
	@echo 'make clean   remove what the other targets made'

setup: $(READY)

$(READY): pyproject.toml | $(UV)
	@$(UV) venv --quiet --allow-existing .venv
	@$(UV) pip install --quiet --python .venv --exact --upgrade \
		--group dev --editable .
	@touch $@

.tools/bin/uv:
	@python3 -c 'import ensurepip, venv' || { \
		echo 'python3 lacks venv or ensurepip: install python3-venv,' \
			'or put uv on the PATH' >&2; exit 1; }
	@python3 -m venv .tools
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check uv

demo: $(READY)
	@$(BIN)/python examples/00_demo.py

test: $(READY)
	@$(BIN)/pytest -n auto --dist loadfile

bench: $(READY)
	@$(UV) pip install --quiet --python .venv --group peers || \
		echo 'measuring without the other libraries' >&2
	@set -e; for script in $(wildcard benchmarks/*_speed.py); do \
		$(BIN)/python $$script; done

check: format lint types layers deps test

format: $(READY)
	@$(BIN)/ruff format --check .

lint: $(READY)
	@$(BIN)/ruff check .

types: mypy pyright complete

mypy: $(READY)
	@$(BIN)/mypy $(FOLDERS)

pyright: $(READY)
	@$(BIN)/pyright

# every public name has a known type, for those who type-check against the package
complete: $(READY)
	@report=$$(PATH="$(CURDIR)/$(BIN):$$PATH" \
		$(BIN)/pyright --verifytypes sovcrypto --ignoreexternal) || { \
		echo "$$report"; exit 1; }; echo "$$report" | grep score

layers: $(READY)
	@$(BIN)/lint-imports --no-logo

deps: $(READY)
	@$(BIN)/deptry .

fix: $(READY)
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

clean:
	rm -rf .venv .tools build dist .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
