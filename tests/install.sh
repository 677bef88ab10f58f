#!/usr/bin/env bash
# Installs what `make demo` and `make test` need and do not find: nothing when all is there.
set -euo pipefail

has_postgresql() {
  local share
  for bin in ${EXSITU_PG_BIN:-} /usr/lib/postgresql/*/bin $(pg_config --bindir 2>/dev/null || true); do
    [[ -x $bin/initdb && -x $bin/postgres ]] || continue
    share=/usr/share/postgresql/$(basename "$(dirname "$bin")")
    if [[ -x $bin/pg_config ]]; then share=$("$bin/pg_config" --sharedir 2>/dev/null || echo "$share"); fi
    if [[ -f $share/extension/postgis_raster.control ]]; then return 0; fi
  done
  return 1
}

has_python() { python3 -c 'import ensurepip, venv' 2>/dev/null; }

has_chromium() { [[ -x ${CHROMIUM:-/usr/bin/chromium} ]]; }

# Debian names its packages after the version of PostgreSQL that it has.
packages_of_postgresql() {
  local package
  package=$(apt-cache search --names-only '^postgresql-[0-9]+-postgis-3$' | cut -d' ' -f1 | sort -V | tail -1)
  echo "${package:-postgresql postgresql-postgis}"
}

install() {
  if ! command -v apt-get >/dev/null; then
    echo "Install $1 with the packages of your system, then try again." >&2
    exit 1
  fi
  local as=()
  if [[ $(id -u) -ne 0 ]]; then
    if ! sudo -n true 2>/dev/null && [[ ! -t 0 ]]; then
      echo "$1 is missing. Type: sudo apt-get install -y $($2)" >&2
      exit 1
    fi
    as=(sudo)
  fi
  "${as[@]}" apt-get update -qq
  # shellcheck disable=SC2046 # one word a package
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $($2)
}

packages_of_python() { echo "python3-venv"; }
packages_of_chromium() { echo "chromium"; }

case ${1:-} in
  postgresql) has_postgresql || install "PostgreSQL with PostGIS" packages_of_postgresql ;;
  python) has_python || install "Python's venv" packages_of_python ;;
  chromium) has_chromium || install "Chromium" packages_of_chromium ;;
  *) echo "usage: tests/install.sh postgresql|python|chromium" >&2; exit 2 ;;
esac
