#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Runs `speed` on a small text of each kind: every engine that was built must
# find what its oracle does. Then what cannot be measured: one line each.
#
# Usage: speed_run.sh MAKE_TEXTS SPEED
set -eu
make=$1 speed=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() { echo "speed_run: $*" >&2; exit 1; }

"$make" names 1000 >"$folder/names.txt"
"$make" text mixed 150000 --planted 1000 >"$folder/mixed.txt" 2>/dev/null
"$speed" --names "$folder/names.txt" --runs 1 --check 100000 \
  "$folder/mixed.txt" >"$folder/rows" 2>"$folder/talk" || {
  cat "$folder/rows" "$folder/talk" >&2
  fail "an engine is wrong"
}
for engine in khitai std::unordered_map RE2::Set; do
  awk -F '\t' -v engine=$engine '$1 == engine && $9 > 200 { found = 1 }
    END { exit !found }' "$folder/rows" || fail "$engine found too little"
done
awk -F '\t' 'NF != 13 { exit 1 }' "$folder/rows" || fail "rows of 13 columns"

expect() { # EXIT-CODE PATTERN ARGUMENTS
  local code=$1 pattern=$2 got=0
  shift 2
  "$speed" "$@" >"$folder/out" 2>"$folder/talk" || got=$?
  [ $got -eq "$code" ] || fail "$* ended with $got, expected $code"
  [ ! -s "$folder/out" ] || fail "$* wrote rows"
  grep -v '^skipped: ' "$folder/talk" >"$folder/line" || true
  [ "$(wc -l <"$folder/line")" -eq 1 ] || fail "$*: expected one line"
  grep -q -- "$pattern" "$folder/line" || fail "$*: $(cat "$folder/line")"
}
text=$folder/mixed.txt
expect 2 'no names, expected --names FILE' "$text"
expect 2 'no text, expected --names FILE' --names "$folder/names.txt"
expect 2 'no option --nmaes' --nmaes x
expect 2 '--runs needs a value' --names "$folder/names.txt" "$text" --runs
expect 2 '--runs is "0", expected' --names "$folder/names.txt" --runs 0 "$text"
expect 2 'no engine left' --names "$folder/names.txt" --only grep "$text"
expect 3 'no-such: cannot be read' --names "$folder/no-such" "$text"
expect 3 '1000 names, expected 1001' --names "$folder/names.txt" \
  --count 1001 "$text"
printf 'ab\ncd\nab\n' >"$folder/twice"
expect 3 'twice:3: ab for the second time' --names "$folder/twice" "$text"
printf 'ab\nc\n' >"$folder/short"
expect 3 'short:2: expected a name of 2' --names "$folder/short" "$text"
printf 'ab \xff\n' >"$folder/bytes.txt"
expect 3 'bytes.txt: not valid UTF-8' --names "$folder/names.txt" \
  "$folder/bytes.txt"
