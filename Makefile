# Everything sets itself up: Python 3.11 to 3.13 and make are enough. PYTHON=python3.12 picks one.
.PHONY: run test check style unit eval lock clean
.DEFAULT_GOAL := test

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

run: $(READY)  ## the main job on the sample press: about a minute
	@$(BIN)/python -m deployments.demo

test: check  ## everything that must hold

check: style unit  ## style, types, arrows, tests

style: $(READY)  ## style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy

unit: $(READY)  ## the tests
	@$(BIN)/python -m pytest

$(READY): requirements.lock pyproject.toml deployments/setup.sh
	@sh deployments/setup.sh $(VENV)
	@touch $@

eval: $(READY)  ## reading, linking, changes and the laws of edits on the golden set: what you can expect
	@$(BIN)/python -m tests.golden.score
	@$(BIN)/python -m tests.golden.score --folder tests/golden/series
	@$(BIN)/python -m tests.golden.tellings --folder tests/golden/series
	@$(BIN)/python -m tests.golden.laws

lock:  ## write requirements.lock anew (needs uv): versions and hashes, no addresses
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-annotate --no-header --upgrade-package duckdb==1.5.5 -o requirements.lock

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis demo-run
