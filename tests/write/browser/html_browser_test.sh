#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# html_browser_test.sh WRITE_PAGE: opens the page of the sample in headless
# Chromium, wide and narrow, and compares what its #selftest saw with what the
# sample holds. Exit 77: no browser here.
set -u
write_page=$1
browser=$(command -v chromium || command -v chromium-browser ||
          command -v google-chrome) || {
  echo "skipped: no chromium on this machine"
  exit 77
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$write_page" > "$work/page.html" || exit 1

# A window cannot be narrower than 500 pixels, a frame can.
cat > "$work/narrow.html" <<'HTML'
<!DOCTYPE html><title>narrow</title>
<iframe src="page.html#selftest" width="400" height="800"></iframe>
<script>
const timer = setInterval(() => {
  const seen = frames[0].document?.documentElement?.dataset.selftest;
  if (!seen) return;
  clearInterval(timer);
  document.documentElement.dataset.selftest = seen;
}, 50);
</script>
HTML

# Prints what the self test of a page saw, quotes as they are.
see() {
  "$browser" --headless --no-sandbox --disable-gpu --disable-quic \
    --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --allow-file-access-from-files \
    --user-data-dir="$work/profile" --window-size=1280,900 \
    --virtual-time-budget=10000 --enable-logging=stderr --v=0 \
    --dump-dom "file://$work/$1" 2> "$work/log" |
    grep -o 'data-selftest="[^"]*"' | sed 's/&quot;/"/g'
  if grep -E 'CONSOLE.*(rror|refused|violat)' "$work/log" >&2; then
    failed=1
  fi
}

failed=0
expect() {  # WHERE SEEN WANTED
  case $2 in
    *"$3"*) ;;
    *) echo "$1: expected $3 in: $2"; failed=1 ;;
  esac
}

for where in 'page.html#selftest' narrow.html; do
  seen=$(see "$where")
  expect "$where" "$seen" '"marks":34'
  expect "$where" "$seen" '"entities":7'
  expect "$where" "$seen" '"overflow":false'
  expect "$where" "$seen" '"directions":["ltr","ltr","ltr","rtl","ltr"'
  expect "$where" "$seen" '"card":"person'
  expect "$where" "$seen" 'Founder of the Qara Khitai'
  expect "$where" "$seen" '"inside":true'
  expect "$where" "$seen" '"hover":"polity'
  expect "$where" "$seen" '"on":10'
  expect "$where" "$seen" '1 / 10'
  expect "$where" "$seen" '"found":1'
  expect "$where" "$seen" '"errors":[]'
done
exit $failed
