#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# libkhitai.so shows the functions that khitai/c.h and c_search.h declare and
# nothing else.
#
# Usage: check_exported.sh libkhitai.so HEADERS
command -v nm >/dev/null || {
  echo "skipped: nm is not installed"
  exit 77
}
shown=$(nm -D --defined-only "$1" | awk '{ print $3 }' | sort)
declared=$(cat "$2/c.h" "$2/c_search.h" | grep -v '^ *//' | grep -o 'khitai_[a-z0-9_]*(' | tr -d '(' |
  sort -u)
[ -n "$declared" ] && [ "$shown" = "$declared" ] && exit 0
echo "shown, but not declared for C, or the other way round:"
{ echo "$shown"; echo "$declared"; } | sort | uniq -u
exit 1
