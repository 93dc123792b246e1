# The commands of the project. Each brings the clone up to date first.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup run test test-setup check format bench chaos security doctor reset

# The PostgreSQL that `test` and `reset` use: 18, or 16, the oldest that is supported.
POSTGRES ?= 18
SWIFT ?= swift
# One set of flags for check and test, so that one build serves both. SwiftPM spares dependencies by itself.
STRICT := -Xswiftc -warnings-as-errors
# Tests at once. All of them at once would give each so little of the machine that limits of time pass which nobody meant to test.
WIDTH ?= 24

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

setup: ## install what building and running need
	@scripts/setup

run: setup ## build and start the product, with a private database unless DATABASE_URL names one
	@$(SWIFT) build -c release --product tidemark
	@$(SWIFT) build -c release --product SourceSimulator
	@exec scripts/with-database .build/release/tidemark run --simulator .build/release/SourceSimulator

test: setup ## run all tests of the product on a private database (POSTGRES=16 for the oldest supported)
	@$(SWIFT) build --build-tests $(STRICT)
	@SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(WIDTH) scripts/with-database --tests --version $(POSTGRES) \
		$(SWIFT) test --skip-build --parallel --disable-xctest $(STRICT) --skip ChaosTests
	@# By itself: it takes the whole machine, and what others wait for would come too late.
	@exec scripts/with-database --tests --version $(POSTGRES) \
		$(SWIFT) test --skip-build --disable-xctest $(STRICT) --filter ChaosTests

test-setup: setup ## run the tests of the scripts that make and keep the private database
	@scripts/test-database

check: setup ## check format, scripts, the measuring, warnings and architecture
	@$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift
	@if command -v shellcheck >/dev/null; then \
		shellcheck -x scripts/setup scripts/database scripts/with-database scripts/test-database scripts/security .ci/run; \
	else echo 'check: the scripts were not checked, as shellcheck is not installed'; fi
	@PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 -m unittest discover -q -s Tests/Benchmarks
	@$(SWIFT) build --build-tests $(STRICT)
	@$(SWIFT) test --skip-build --disable-xctest $(STRICT) --filter ArchitectureTests | tee .build/architecture.txt
	@grep -qE 'Test run with [1-9]' .build/architecture.txt || { echo 'check: no ArchitectureTests were run' >&2; exit 1; }

format: ## bring all Swift files to the project's format
	@$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift

bench: ## measure the product against its peers and write docs/benchmarks.md
	@scripts/setup --bench
	@$(SWIFT) build -c release --product tidemark
	@$(SWIFT) build -c release --product JobBench
	@$(SWIFT) build -c release --product WebBench
	@$(SWIFT) build -c release --product SourceSimulator
	@exec scripts/with-database scripts/bench

security: setup ## run the security checks by their ids and say of each whether it held (all of them are part of test)
	@$(SWIFT) build --build-tests $(STRICT)
	@exec scripts/with-database --tests --version $(POSTGRES) scripts/security

chaos: setup ## kill, stop and cut off workers and their server for a quarter of an hour (SEED= repeats, DRILLS= chooses)
	@$(SWIFT) build -c release --product JobDrill
	@rm -f .tidemark/chaos.jsonl
	@exec scripts/with-database --tests --cluster chaos --version $(POSTGRES) .build/release/JobDrill run --form full \
		--results .tidemark/chaos.jsonl $(if $(SEED),--seed $(SEED)) $(DRILLS)

doctor: setup ## tell whether everything the product needs is there and well
	@$(SWIFT) build -c release --product tidemark
	@exec scripts/with-database .build/release/tidemark doctor

reset: setup ## delete the private database and make it again (asks for YES=1)
	@scripts/database reset --version $(POSTGRES) $(if $(YES),--yes)
