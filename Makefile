# jixiao: `make run` shows the reports, `make test` checks everything. `make help` lists the rest.

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev test-tools run demo refresh test tests lint style types sql-style review-mutations rules-table bench-ingest bench-others bench-dashboard bench-report lock clean

BIN := .venv/bin
# Modules are compiled once, not by every process.
unexport PYTHONDONTWRITEBYTECODE
PORT ?= 8501

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## find Python, make .venv and install the locked dependencies (once)
	@scripts/setup run

setup-dev: ## the same with the tools for development
	@scripts/setup dev

test-tools: ## what the tests need besides: Chromium, a Chinese font, LibreOffice
	@scripts/test-tools

run: setup ## load data/inbox/ (or, while it is empty, the samples), build, open the dashboard; PORT=8501
	@PORT=$(PORT) scripts/run

demo: setup ## the samples with a made-up ledger and roster, in data/.demo; SERVE=no only loads them; PORT=8501
	@PORT=$(PORT) SERVE=$(SERVE) scripts/demo

refresh: setup ## load the reports in REPORTS=/path (default: the inbox), build and publish
	@$(BIN)/jixiao refresh $(if $(REPORTS),"$(REPORTS)") || [ $$? -eq 1 ]

CHECKS := style types sql-style

test: ## every check: style, types, SQL style, tests
	@$(MAKE) --no-print-directory --jobs=4 $(CHECKS) tests

# The tests wait for a browser or a killed run a fifth of the time: the other checks run beside them.
tests: setup-dev test-tools
	@$(BIN)/pytest

lint: ## style and types only
	@$(MAKE) --no-print-directory --jobs=2 $(CHECKS)

style: setup-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup-dev
	@$(BIN)/mypy

sql-style: setup-dev
	@$(BIN)/sqlfluff lint --disable-progress-bar --processes=2 dbt_project

rules-table: setup-dev ## write the table of rules into docs/review.md
	@PYTHONPATH=. $(BIN)/python scripts/rules_table.py

review-mutations: setup-dev ## the review on 2,000 sound and 2,000 faulty reports (some minutes); REVIEW_MUTATIONS=5000
	@REVIEW_MUTATIONS=$(or $(REVIEW_MUTATIONS),2000) $(BIN)/pytest --numprocesses=0 tests/review/test_sound_and_faulty.py

bench-ingest: setup-dev ## how fast documents load, beside other programs (docs/benchmarks.md); BENCH="--documents 2000"
	@BENCH_MARKITDOWN=.bench/markitdown/bin/python BENCH_DOCLING=.bench/docling/bin/python \
		$(BIN)/python -m benchmarks.ingest $(BENCH)

bench-dashboard: setup-dev ## how long the data of each page takes with 2,000,000 indicators; BENCH="--home /tmp/large"
	@$(BIN)/python -m benchmarks.dashboard $(BENCH)

bench-report: setup-dev ## how long a monthly report of 100 districts and 20,000 projects takes; BENCH="--home /tmp/large"
	@$(BIN)/python -m benchmarks.report $(BENCH)

bench-others: ## environments with markitdown and docling for make bench-ingest (from the network)
	python3 -m venv .bench/markitdown && .bench/markitdown/bin/pip install -q 'markitdown[docx]'
	python3 -m venv .bench/docling && .bench/docling/bin/pip install -q 'docling-slim[format-docx]'

LOCK := $(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --no-strip-extras \
	--generate-hashes --no-emit-index-url --no-annotate --no-header --quiet
lock: setup ## resolve the dependencies anew
	$(LOCK) --upgrade --output-file requirements.lock
	$(LOCK) --upgrade --extra dev --constraints requirements.lock --output-file requirements-dev.lock

clean: ## remove what can be made again: .venv, caches, the homes of samples and demo (never your reports)
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis data/.samples data/.demo dbt_project/target dbt_project/logs
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
