#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Configures a project that has khitai as one of its folders (as FetchContent
# does, too) and looks at what it would build: no tests, no program, no flags
# of ours on its own files, and a link line that is complete. Nothing is built.
#
# Usage: check_subdirectory.sh CMAKE KHITAI_SOURCE_DIR SCRATCH_DIR
set -eu
cmake=$1 source=$2 scratch=$3
command -v ninja >/dev/null || {
  echo "skipped: ninja is not installed"
  exit 77
}
fail() {
  echo "$1"
  exit 1
}
rm -rf "$scratch"
mkdir -p "$scratch"
cat >"$scratch/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.22)
project(outer LANGUAGES C CXX)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
add_subdirectory($source khitai)
add_executable(outer_cc outer.cc)
target_link_libraries(outer_cc PRIVATE khitai::khitai)
add_executable(outer_c outer.c)
target_link_libraries(outer_c PRIVATE khitai::c)
END
echo 'int main() {}' >"$scratch/outer.cc"
echo 'int main(void) { return 0; }' >"$scratch/outer.c"
build=$scratch/build
"$cmake" -S "$scratch" -B "$build" -G Ninja >"$scratch/log" 2>&1 ||
  { cat "$scratch/log"; exit 1; }
[ -z "$(sed -n 's/^CMAKE_BUILD_TYPE:[A-Z]*=//p' "$build/CMakeCache.txt")" ] ||
  fail "the build type of the outer project is set"
commands=$(ninja -C "$build" -t commands outer_cc outer_c)
own=$(echo "$commands" | grep -E -- '-c [^ ]*/outer\.(c|cc)$')
[ "$(echo "$own" | wc -l)" = 2 ] || fail "expected two files of its own"
! echo "$own" | grep -E -- '-Wshadow|-Wconversion|-Werror|-fvisibility' ||
  fail "flags of khitai on files of the outer project"
echo "$commands" | grep -- '-o outer_cc ' | grep icuuc | grep re2 >/dev/null ||
  fail "what the library is made with is missing in the link line"
all=$(ninja -C "$build" -n)
! echo "$all" | grep -E 'khitai/(cli|tests|bench|lexicon)/|libkhitai' ||
  fail "more than the libraries would be built"
! grep -q 'khitai' "$build/cmake_install.cmake" ||
  ! grep -q 'libkhitai' "$build/khitai/lib/cmake_install.cmake" ||
  fail "khitai would be installed with the outer project"
echo "usable as a folder of another project"
