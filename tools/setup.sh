#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Installs the Debian packages that are missing, and says which. Sourced by
# tools/demo and tools/test: `install_missing PACKAGE...`.

BUILD_PACKAGES="g++ cmake ninja-build pkg-config libicu-dev libmd4c-dev
  libcli11-dev rapidjson-dev libexpat1-dev libzstd-dev zlib1g-dev
  libre2-dev"
TEST_PACKAGES="libgtest-dev python3 git clang-format-14 unicode-data opencc"

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
