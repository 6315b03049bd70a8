#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Installs the libraries into a folder of their own and builds the examples of
# docs/embed.md against them: with pkg-config, and with CMake for C and for C++.
#
# Usage: check_installed.sh CMAKE BUILD_DIR SCRATCH_DIR LEXICON
set -eu
cmake=$1 build=$2 scratch=$3 lexicon=$4
here=$(cd "$(dirname "$0")" && pwd)
compiler=${CC:-cc}
for tool in "$compiler" pkg-config ninja; do
  command -v "$tool" >/dev/null || {
    echo "skipped: $tool is not installed"
    exit 77
  }
done
rm -rf "$scratch"
mkdir -p "$scratch"
prefix=$scratch/prefix
quiet() {
  "$@" >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
}
expect() {
  [ "$2" = "$3" ] || { echo "$1: got '$2', expected '$3'"; exit 1; }
}
for component in lib dev; do
  quiet "$cmake" --install "$build" --prefix "$prefix" --component $component
done
libdir=$(dirname "$(find "$prefix" -name libkhitai.so)")
found="qara-khitai"

# docs/embed.md shows the files of this folder as they are.
example=$scratch/example
mkdir -p "$example"
cp "$here"/example/* "$example"
sed 's/^    //' "$here/../../docs/embed.md" >"$scratch/embed.md"
for file in "$here"/example/*; do
  python3 - "$file" "$scratch/embed.md" <<'END'
import sys
shown, page = (open(path).read() for path in sys.argv[1:])
if shown.partition("\n\n")[2].strip() not in page:
    sys.exit(f"{sys.argv[1]}: docs/embed.md does not show it")
END
done

export PKG_CONFIG_PATH=$libdir/pkgconfig
# shellcheck disable=SC2046
quiet "$compiler" -std=c11 -Wall -Wextra -pedantic -Werror \
  "$example/names.c" -o "$scratch/names" \
  $(pkg-config --cflags --libs khitai)
expect pkg-config "$(LD_LIBRARY_PATH=$libdir "$scratch/names" "$lexicon")" \
  "$found"
# What a static link takes is there as well.
quiet pkg-config --static --libs khitai

quiet "$cmake" -S "$example" -B "$scratch/example-build" -G Ninja \
  -DCMAKE_PREFIX_PATH="$prefix"
quiet "$cmake" --build "$scratch/example-build"
for program in names_c names_cc; do
  expect "$program" "$("$scratch/example-build/$program" "$lexicon")" "$found"
done

# Who wants C only needs nothing of what the C++ library is made with.
mkdir -p "$scratch/only-c"
printf '%s\n' 'cmake_minimum_required(VERSION 3.22)' 'project(only LANGUAGES C)' \
  'find_package(khitai 0.1 REQUIRED COMPONENTS c)' \
  'if(TARGET khitai::khitai OR TARGET ICU::uc)' \
  '  message(FATAL_ERROR "more than asked for")' 'endif()' \
  >"$scratch/only-c/CMakeLists.txt"
quiet "$cmake" -S "$scratch/only-c" -B "$scratch/only-c/build" -G Ninja \
  -DCMAKE_PREFIX_PATH="$prefix"
echo "installed, found and used"
