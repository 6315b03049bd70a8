#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# libkhitai.so shows the functions that khitai/c.h declares and nothing else.
#
# Usage: check_exported.sh libkhitai.so c.h
command -v nm >/dev/null || {
  echo "skipped: nm is not installed"
  exit 77
}
shown=$(nm -D --defined-only "$1" | awk '{ print $3 }' | sort)
declared=$(grep -v '^ *//' "$2" | grep -o 'khitai_[a-z0-9_]*(' | tr -d '(' |
  sort -u)
[ -n "$declared" ] && [ "$shown" = "$declared" ] && exit 0
echo "shown, but not declared in c.h, or the other way round:"
{ echo "$shown"; echo "$declared"; } | sort | uniq -u
exit 1
