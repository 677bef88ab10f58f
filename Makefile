# make demo   installs what is missing, builds, and serves the demonstration
# make test   installs what is missing, and runs every check
SHELL := /bin/bash
.DEFAULT_GOAL := help
VENV := target/venv
SCHEMATHESIS := schemathesis==4.32.5
PORT ?= 8077
SIZES ?= 3481

.PHONY: help demo test lint fmt openapi schema bench postgresql schemathesis

help:
	@sed -n 's/^# \(make [a-z]* \)/\1/p' Makefile
	@echo "also: lint fmt openapi schema schemathesis"

# The development profile: a release takes several times as long to build.
demo: postgresql
	cargo build
	target/debug/gn-exsitu dev --port $(PORT)

test: postgresql $(VENV)/.ready lint
	cargo test
	tests/readme.sh
	tests/schemathesis.sh

lint:
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --document-private-items --quiet

fmt:
	cargo fmt

# The document that clients are made from; a test compares it with what is served.
openapi:
	@mkdir -p openapi
	cargo run --quiet -- openapi > openapi/openapi.json.new
	mv openapi/openapi.json.new openapi/openapi.json

# Rewrites src/schema/ours.rs from the database of `make demo`, which must be running:
# make schema DATABASE_URL=postgres://… (the address that it prints)
schema:
	@command -v diesel >/dev/null || { echo "Type: cargo install diesel_cli --no-default-features --features postgres"; exit 1; }
	diesel print-schema --database-url "$(DATABASE_URL)" --schema-key ours > src/schema/ours.rs.new
	mv src/schema/ours.rs.new src/schema/ours.rs

schemathesis: postgresql $(VENV)/.ready
	cargo build
	tests/schemathesis.sh

bench:
	@command -v wrk >/dev/null || { echo "Type: sudo apt-get install -y wrk"; exit 1; }
	cargo build --release
	python3 benches/side_by_side.py --sizes $(SIZES)

postgresql:
	@tests/install.sh postgresql

$(VENV)/.ready: Makefile
	@tests/install.sh python
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check $(SCHEMATHESIS)
	@touch $@
