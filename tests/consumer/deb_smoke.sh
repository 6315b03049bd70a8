#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Makes the Debian packages of a build, takes them apart into a folder of their
# own (nothing is installed) and uses what is in them: the program, its man
# pages, the library.
#
# Usage: deb_smoke.sh BUILD_DIR    (a whole build, e.g. build/release)
set -eu
build=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
for tool in cpack dpkg-deb dpkg-shlibdeps cc; do
  command -v "$tool" >/dev/null || {
    echo "skipped: $tool is not installed"
    exit 77
  }
done
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
fail() {
  echo "$1"
  exit 1
}
rm -rf "$build/packages"
(cd "$build" && cpack -G DEB) >"$root/log" 2>&1 ||
  { cat "$root/log"; exit 1; }
packages=$(cd "$build/packages" && ls ./*.deb)
# The extensions are there where what they are for is.
expected=3
[ -d "$build/bindings/sqlite" ] && expected=$((expected + 1))
[ -d "$build/bindings/postgres" ] && expected=$((expected + 1))
[ "$(echo "$packages" | wc -l)" = $expected ] ||
  fail "expected $expected packages, got: $packages"
for package in "$build"/packages/*.deb; do
  dpkg-deb -x "$package" "$root/tree"
  dpkg-deb -f "$package" Package Version Depends
done
usr=$root/tree/usr

# The program finds its lexicon where the package has it.
found=$(env -u KHITAI_LEXICON -u KHITAI_TABLES \
  "$usr/bin/khitai" resolve --format tsv 'Qara Khitai' | cut -f 4 | sed -n 2p)
[ "$found" = qara-khitai ] || fail "resolve: got '$found'"
"$usr/bin/khitai" --version
env -u KHITAI_TABLES "$usr/bin/khitai" check "$usr/share/khitai/lexicon" \
  >/dev/null || fail "the tables in the package are not in order"

# A page for every command, and every option in the page.
for command in $("$usr/bin/khitai" --help |
    sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
  page=$usr/share/man/man1/khitai-$command.1.gz
  [ -e "$page" ] || fail "no man page for $command"
  for option in $("$usr/bin/khitai" "$command" --help |
      grep -oE '^  (-[a-z],)?--[a-z-]+' | grep -oE -- '--[a-z-]+'); do
    zcat "$page" | sed 's/\\-/-/g' | grep -q -- "$option" ||
      fail "$page: $option is missing"
  done
done
[ -s "$usr/share/bash-completion/completions/khitai" ] || fail "no completion"

# The libraries, by what pkg-config says of them.
libdir=$(dirname "$(find "$usr" -name libkhitai.so)")
# shellcheck disable=SC2046
PKG_CONFIG_PATH=$libdir/pkgconfig cc -std=c11 "$here/example/names.c" \
  -o "$root/names" \
  $(PKG_CONFIG_PATH=$libdir/pkgconfig pkg-config --cflags --libs khitai)
found=$(LD_LIBRARY_PATH=$libdir "$root/names" "$usr/share/khitai/khitai.klex")
[ "$found" = qara-khitai ] || fail "names.c: got '$found'"

# The extension of SQLite, which finds the lexicon of the program's package.
extension=$(find "$usr" -name khitai_sqlite.so)
if [ -n "$extension" ] && command -v sqlite3 >/dev/null; then
  found=$(env -u KHITAI_LEXICA sqlite3 :memory: ".load ${extension%.so}" \
    "SELECT khitai_resolve('Hsi Liao')")
  [ "$found" = qara-khitai ] || fail "khitai_sqlite.so: got '$found'"
fi
echo "the packages can be used"
