# Sourced: starts a demonstration that leaves nothing behind, and sets `url` to its address.
# Needs a build. Stops it when the script ends.
demonstration=${EXSITU_BIN:-target/debug/gn-exsitu}
exec {lines}< <(exec "$demonstration" --log error dev --ephemeral --size 40 --port 0)
demonstration_pid=$!
trap 'kill "$demonstration_pid" 2>/dev/null && wait "$demonstration_pid" || true' EXIT

# It says its address when it is ready, and ends its output if it cannot be.
url=
while [[ -z $url ]] && IFS= read -r -u "$lines" line; do
  if [[ $line =~ API\ +(http://[^ ]+)/v1 ]]; then url=${BASH_REMATCH[1]}; fi
done
[[ -n $url ]] || { echo "the demonstration did not start" >&2; exit 1; }
