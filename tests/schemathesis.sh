#!/usr/bin/env bash
# Sends to a demonstration whatever its OpenAPI document allows, and what it does not.
# Arguments are passed on to `st run`. Needs target/venv and a build (see `make test`).
set -euo pipefail
cd "$(dirname "$0")/.."

service=${EXSITU_BIN:-target/debug/gn-exsitu}
exec {lines}< <(exec "$service" --log error dev --ephemeral --size 40 --port 0)
pid=$!
trap 'kill "$pid" 2>/dev/null && wait "$pid" || true' EXIT

# The service says its address when it is ready, and ends its output if it cannot be.
url=
while [[ -z $url ]] && IFS= read -r -u "$lines" line; do
  if [[ $line =~ API\ +(http://[^ ]+)/v1 ]]; then url=${BASH_REMATCH[1]}; fi
done
[[ -n $url ]] || { echo "the demonstration did not start" >&2; exit 1; }

target/venv/bin/st run "$url/openapi.json" "$@"
