#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the table of display widths:
    python3 lib/write/width_table.py > lib/write/width_table.inc

Code points that take two columns of a terminal (East Asian Width W and F), or
none (marks, format characters, the later jamo of a syllable).
"""
import sys
import unicodedata

# Format characters that are seen, such as the Arabic number signs.
SHOWN = {0x00AD, 0x06DD, 0x070F, 0x08E2, 0x110BD, 0x110CD, 0x0890, 0x0891,
         *range(0x0600, 0x0606)}
# Unassigned code points here are wide by default.
WIDE = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00),
        range(0x20000, 0x2FFFE), range(0x30000, 0x3FFFE))


def width(code):
    """Columns; None where nothing is assigned and it does not matter."""
    category = unicodedata.category(chr(code))
    if category == "Cn":
        return 2 if any(code in block for block in WIDE) else None
    if code in SHOWN:
        return 1
    if category in ("Mn", "Me", "Cf") or 0x1160 <= code <= 0x11FF:
        return 0
    return 2 if unicodedata.east_asian_width(chr(code)) in "WF" else 1


def ranges():
    rows = []
    last = None
    for code in range(0xA0, 0xE1000):
        columns = width(code)
        if columns is None:
            continue
        if columns == last and columns != 1:
            rows[-1][1] = code
        elif columns != 1:
            rows.append([code, code, columns])
        last = columns
    return rows


def main():
    print("// Generated: python3 lib/write/width_table.py >"
          " lib/write/width_table.inc")
    print(f"// Unicode {unicodedata.unidata_version}. first, last, columns")
    cells = [f"{{0x{a:X}, 0x{b:X}, {w}}}," for a, b, w in ranges()]
    line = ""
    for cell in cells:
        if line and len(line) + 1 + len(cell) > 80:
            print(line)
            line = ""
        line += (" " if line else "") + cell
    print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
