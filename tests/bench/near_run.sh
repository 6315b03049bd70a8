#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# The measure of near spellings on a few names: that it runs, and that its
# answers are those of a comparison with every name. Given: make_names.py, near.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 "$1" 4000 > "$folder/names.tsv"
for edits in 1 2; do
  for crowd in 0 0.5; do
    "$2" "$folder/names.tsv" --edits $edits --crowd $crowd --queries 60 \
      --sample 60 > "$folder/out"
    grep -q '^mixed  1 all ' "$folder/out"
  done
done
# Without names there is nothing to measure.
printf 'id\tform\n' > "$folder/none.tsv"
code=0
"$2" "$folder/none.tsv" 2> "$folder/error" || code=$?
[ $code = 3 ] && grep -q 'no names, expected a column' "$folder/error"
