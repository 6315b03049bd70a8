#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# lexicon/COVERAGE.md says what the tables hold now.
# Usage: check_coverage.sh KHITAI LEXICON
KHITAI_TABLES="$2" "$1" show --coverage | diff "$2/COVERAGE.md" - || {
  echo "lexicon/COVERAGE.md is old; make it anew:"
  echo "  khitai show --coverage > lexicon/COVERAGE.md"
  exit 1
}
