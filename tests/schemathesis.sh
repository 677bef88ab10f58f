#!/usr/bin/env bash
# Sends to a demonstration whatever its OpenAPI document allows, and what it does not.
# Arguments are passed on to `st run`. Needs target/venv and a build (see `make test`).
set -euo pipefail
cd "$(dirname "$0")/.."
source tests/demonstration.sh

target/venv/bin/st run "$url/openapi.json" "$@"
