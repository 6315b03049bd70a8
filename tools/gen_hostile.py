#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes corpora/hostile: small files of bytes that break programs.

Usage: tools/gen_hostile.py [--check]

Every file holds names of the lexicon among what is meant to break the reader.
--check compares with the files there instead of writing them.
"""
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "corpora" / "hostile"
SANJAR = "Sultan Sanjar fought the Qara Khitai in 1141. "
LIAO = "\u897f\u907c"
ARABIC = "\u0633\u0646\u062c\u0631"


def around(*pieces):
    """Each piece before, within and behind a name."""
    lines = []
    for piece in pieces:
        data = piece if isinstance(piece, bytes) else piece.encode(
            "utf-8", "surrogatepass")
        lines.append(data + b"Sanjar" + data + b" San" + data + b"jar Qara" +
                     data + b"Khitai 1141" + data)
    return b"\n".join(lines) + b"\n"


def broken_utf8():
    return around(
        b"\x80", b"\xbf\xbf", b"\xff", b"\xfe", b"\xc3", b"\xe8\xa5",
        b"\xf0\x9f\x90", b"\xc0\xaf", b"\xe0\x80\xaf", b"\xf0\x80\x80\xaf",
        b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xf4\x90\x80\x80",
        b"\xf8\x88\x80\x80\x80", b"\xfc\x84\x80\x80\x80\x80",
        b"\xc3(", b"\xe2(\xa1", b"\xe2\x82(", b"\xf0(\x8c\xbc",
    ) + LIAO.encode()[:-1] + b" " + LIAO.encode()[1:] + b"\xe9"


def markdown():
    return (
        "# **Qara** Khitai `Sanjar` <b>Sanjar</b>\r\n"
        "***Sa*njar** _Qara_\n__Khitai\n\n> > > Qara\n> Khitai\n\n"
        "[Sanjar](http://x.org/Sanjar \"Sanjar\") ![Qara Khitai](<a b>)\n\n"
        "[[[[[[[[[[Sanjar]]]]]]]]]]((((((((((\n\n"
        "| Qara | Khitai |\n|---|:-:|\n| Sanjar | `|` |\n\n"
        "&#0; &#x110000; &amp;Sanjar &nosuch;\n\n"
        "```\nSanjar\n~~~\n\0\ufeff<!-- Sanjar\n").encode() + b"\xff\xe8\xa5"


FILES = {
    "apostrophes.txt": around("'", "''''''''", "\u02bf", "\u2019\u2018",
                              "\u02bc\u02bb") + b"a'" * 400 + b"Sanjar's\n",
    "bidi.txt": around("\u200f", "\u200e", "\u202a", "\u202b", "\u202c",
                       "\u202d", "\u202e", "\u2066", "\u2067", "\u2068",
                       "\u2069", "\u061c"),
    "bom.txt": ("\ufeff" + SANJAR + "\ufeff" + SANJAR).encode(),
    "broken-utf8.txt": broken_utf8(),
    "combining.txt": around("\u0301", "\u0301" * 300, "\u064e\u0651",
                            "\u20dd", "\u0f71\u0f72\u0f74", "\u3099") +
    ("e\u0301\u0302\u0303" * 50 + ARABIC[0] + "\u064b" * 100 + ARABIC[1:] +
     "\n").encode(),
    "controls.txt": around(*[bytes([code]) for code in range(1, 32)], b"\x7f",
                           "\x85", "\x9b31m", "\x1b[31m", "\x1b]0;x\x07"),
    "cr.txt": SANJAR.encode() + b"\rQara\rKhitai\r\rQara\rKhitai\r",
    "crlf.txt": (SANJAR.encode() + b"\r\nQara\r\nKhitai\r\n\r\nQara\r\n\r\n"
                 b"Khitai\r\n"),
    "digits.txt": ("999999999999999999999999 1141\u0664 \u0661\u0661\u0664"
                   "\u0661 \u00b9\u00b9\u2074\u00b9 -1141 +1141 0x1141 "
                   "Sanjar 1141e9 \u4e00\u4e00\u56db\u4e00\n").encode(),
    "empty.txt": b"",
    "json.txt": (SANJAR + "\\ \" \\\" \\u0041 </script><script>alert(1)"
                 "</script> <!-- --> ]]> & &lt; \u2028 \u2029 \\x ${x} `x` "
                 "{\"doc\":1}\tSanjar\t\"Sanjar\"\n").encode(),
    "long-word.txt": b"x" * 40000 + b" Sanjar " + b"\xe8\xa5\xbf" * 2000,
    "markdown.md": markdown(),
    "mixed-scripts.txt": ("S\u0430nj\u0430r Sanj\u0430r Q\u0430ra Khitai "
                          "\uff33\uff41\uff4e\uff4a\uff41\uff52 Sanjar" +
                          LIAO + "Sanjar" + ARABIC + LIAO + "Sanjar " +
                          ARABIC + LIAO + " \U0001d412anjar\n").encode(),
    "newline.txt": b"\n",
    "nonchars.txt": around("\ufffe", "\uffff", "\ufdd0", "\U0010ffff",
                           "\ue000", "\U000f0000", "\ufffd", "\u0378"),
    "nul.txt": around(b"\0", b"\0\0\0"),
    "utf16be.txt": b"\xfe\xff" + SANJAR.encode("utf-16-be"),
    "utf16le.txt": b"\xff\xfe" + (SANJAR + LIAO).encode("utf-16-le"),
    "zero-width.txt": around("\u200b", "\u200c", "\u200d", "\u2060", "\u00ad",
                             "\u034f", "\u180e", "\ufe0f", "\U000e0041",
                             "\U000e0100", "\U0001f468\u200d\U0001f469"),
}


def main():
    check = "--check" in sys.argv[1:]
    FOLDER.mkdir(exist_ok=True)
    wrong = {path.name for path in FOLDER.iterdir()} - set(FILES)
    for name, data in FILES.items():
        path = FOLDER / name
        if not check:
            path.write_bytes(data)
        elif not path.exists() or path.read_bytes() != data:
            wrong.add(name)
    for name in sorted(wrong):
        print(f"corpora/hostile/{name}: not as tools/gen_hostile.py makes it")
    sys.exit(1 if wrong and check else 0)


if __name__ == "__main__":
    main()
