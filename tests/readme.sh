#!/usr/bin/env bash
# Runs the journey that the README shows, as it is written, on a demonstration: each of its lines must
# succeed. Needs Node and a build (see `make test`).
set -euo pipefail
cd "$(dirname "$0")/.."

# The `sh` block between `<!-- journey: sow -->` and `<!-- end -->`.
journey=$(sed -n '/^<!-- journey: sow -->$/,/^<!-- end -->$/p' README.md | sed -n '/^```sh$/,/^```$/p' | sed '/^```/d')
[[ -n $journey ]] || { echo "README.md has no journey" >&2; exit 1; }

source tests/demonstration.sh
BASE=$url bash -e -o pipefail -c "$journey"
echo "the journey of the README runs"
