# The commands of the house; `make help` lists them. uv is taken from the machine, or brought into .uv/ of this clone:
# the system's Python is not touched.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := $(UV) run --frozen
OUT ?= demo-case

.PHONY: help demo test dev lint format types layers check gate accuracy bench golden schemas browser clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: .venv/ready ## set up, run on the bundled example, and say where the dossier is
	@$(RUN) headwater demo -o $(OUT)

test: .venv/ready ## set up and pass all tests
	@$(RUN) pytest -n 2

dev: .venv/ready ## set up for work on Headwater
	@$(RUN) python --version

lint: .venv/ready ## format check, lint, types, import directions
	@$(RUN) ruff format --check src tests bench
	@$(RUN) ruff check --no-cache src tests bench
	@$(RUN) mypy
	@$(RUN) lint-imports

format: .venv/ready ## format the code and mend what can be mended
	@$(RUN) ruff check --fix src tests bench
	@$(RUN) ruff format src tests bench

gate: .venv/ready ## accuracy on the project's own gold, held to its floors
	@$(RUN) python bench/accuracy.py --check

accuracy: .venv/ready ## write docs/accuracy.md
	@$(RUN) python bench/accuracy.py --write

check: lint test gate ## all that CI runs

golden: .venv/ready ## renew the golden dossiers and snapshots
	@$(RUN) pytest -n 0 --snapshot-update tests/dossier

schemas: .venv/ready ## write the JSON Schemas anew from the records
	@$(RUN) python -m headwater.export.schemas

bench: .venv/ready ## measure speed, side by side with what a user would pick instead
	@$(RUN) python bench/small_reports.py

clean: ## remove what was set up and made
	rm -rf .venv .uv demo-case .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/ready: pyproject.toml uv.lock $(filter .uv/bin/uv,$(UV))
	@UV_COMPILE_BYTECODE=1 $(UV) sync --frozen --all-extras --quiet
	@env -u PYTHONDONTWRITEBYTECODE .venv/bin/python -m compileall -q src/headwater
	@touch $@

.uv/bin/uv:
	@echo "uv is not on this machine: bringing it into .uv/ (once)"
	@$(PYTHON) -m venv .uv
	@.uv/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.5"
