# make demo   installs what is missing, builds, and serves the demonstration
# make test   installs what is missing, and runs every check
# make screenshots   every screen at both widths, into frontend/screenshots/
SHELL := /bin/bash
.DEFAULT_GOAL := help
VENV := target/venv
SCHEMATHESIS := schemathesis==4.32.5
# What GeoNature loads of ours is Python.
SHIM := flask==3.1.3 marshmallow==3.26.2 -e geonature
PORT ?= 8077
SIZES ?= 3481

.PHONY: help demo test lint fmt openapi schema bench postgresql chromium schemathesis screens mini-host browser screenshots

help:
	@sed -n 's/^# \(make [a-z]* *\)/\1/p' Makefile
	@echo "also: lint fmt openapi schema schemathesis"

# The development profile: a release takes several times as long to build.
demo: postgresql screens
	cargo build
	target/debug/gn-exsitu dev --port $(PORT)

test: postgresql chromium $(VENV)/.ready lint
	cargo test
	tests/readme.sh
	tests/schemathesis.sh
	$(VENV)/bin/python tests/shim.py
	$(MAKE) browser

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

# The bundle that the service serves at ui/.
screens: frontend/dist/index.html

frontend/node_modules/.package-lock.json: frontend/package-lock.json
	cd frontend && npm ci
	@touch $@

frontend/dist/index.html: frontend/node_modules/.package-lock.json frontend/angular.json $(shell find frontend/src frontend/tools -type f)
	cd frontend && npm run build
	@touch $@

# A host with the habits of GeoNature, in which the door is tested.
mini-host: tests/mini-host/dist/index.html

tests/mini-host/node_modules/.package-lock.json: tests/mini-host/package-lock.json
	cd tests/mini-host && npm ci
	@touch $@

tests/mini-host/dist/index.html: tests/mini-host/node_modules/.package-lock.json $(shell find tests/mini-host/src geonature/frontend -type f)
	cd tests/mini-host && npm run build
	@touch $@

# The tests of the bundle: types of the API, translations, units, then the journeys in Chromium.
browser: chromium screens mini-host
	cargo build
	cd frontend && npm run check:api && npm run check:words && npm test
	cd tests/mini-host && npm test
	cd frontend && npm run e2e

screenshots: postgresql chromium screens mini-host
	cargo build
	cd frontend && npm run screenshots

postgresql:
	@tests/install.sh postgresql

chromium:
	@tests/install.sh chromium

$(VENV)/.ready: Makefile
	@tests/install.sh python
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check $(SCHEMATHESIS) $(SHIM)
	@touch $@
