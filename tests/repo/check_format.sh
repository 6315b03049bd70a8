#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Layout is clang-format's. Version 14 only: others lay out differently.
cd "$(dirname "$0")/../.." || exit 1
tool=$(command -v clang-format-14) || {
  echo "skipped: clang-format-14 is not installed"
  exit 77
}
find lib cli tests bindings \( -name '*.h' -o -name '*.c' -o -name '*.cc' \) \
  -print0 |
  xargs -0 "$tool" --dry-run -Werror
