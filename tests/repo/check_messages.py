#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the message catalogues, and that a mistake in them would be told.

The catalogues are those of cli/messages. Each kind of mistake is then made in a
copy, which must be refused with the words that tell of it.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "messages.py"
FOLDER = ROOT / "cli" / "messages"
NAMES = '\nmsgid "Names"\n'
# (what is wrong, file, text, its replacement, what must be told)
MISTAKES = [
    ("no entry", "ru.po", NAMES, '\nmsgid "Nomen"\n', "no entry for 'Names'"),
    ("an unused entry", "ru.po", NAMES, '\nmsgid "Nomen"\n', "no longer said"),
    ("a lost placeholder", "zh_CN.po", 'msgstr "未知选项 {1}"',
     'msgstr "未知选项"', "other placeholders, expected {1}"),
    ("a placeholder too many", "ru.po", 'msgstr "Имена"',
     'msgstr "Имена {1}"', "other placeholders, expected none"),
    ("a fuzzy entry", "ru.po", NAMES, "\n#, fuzzy" + NAMES, "fuzzy"),
    ("an obsolete entry", "ru.po", NAMES, '\n#~ msgid "Nomen"' + NAMES,
     "unused entry"),
    ("a plural form missing", "ru.po",
     'msgstr[2] "размечено {1} документов"\n', "", "2 plural forms, expected 3"),
    ("a plural form too many", "zh_CN.po", 'msgstr[0] "已标注 {1} 个文档"\n',
     'msgstr[0] "已标注 {1} 个文档"\nmsgstr[1] "{1}"\n',
     "2 plural forms, expected 1"),
    ("an empty plural form", "ru.po", 'msgstr[1] "размечено {1} документа"',
     'msgstr[1] ""', "all or none"),
    ("a message changed in part", "zh_CN.po", "`khitai check`\"\nmsgstr",
     "`khitai chek`\"\nmsgstr", "no longer said"),
    ("a command changed", "ru.po", 'msgstr "{1}; см. `khitai check`"',
     'msgstr "{1}; см. `хитай`"', "changes what is typed"),
    ("the plural rule missing", "ru.po", "nplurals=3", "nplural=3",
     "no Plural-Forms"),
]


def check(folder):
    run = subprocess.run([sys.executable, TOOL, "--check", "--folder", folder],
                         stdout=subprocess.PIPE, check=False)
    return run.returncode, run.stdout.decode("utf-8")


def main():
    code, said = check(FOLDER)
    print(said, end="")
    bad = code != 0
    for what, name, text, replacement, expected in MISTAKES:
        with tempfile.TemporaryDirectory() as made:
            copy = pathlib.Path(made) / "messages"
            shutil.copytree(FOLDER, copy)
            before = (copy / name).read_text("utf-8")
            if text not in before:
                print(f"{name}: no {text!r} to make a mistake of")
                bad = True
                continue
            (copy / name).write_text(before.replace(text, replacement, 1),
                                     "utf-8")
            code, said = check(copy)
        if code == 0 or expected not in said:
            print(f"{what}: told as {said!r}, expected '{expected}'")
            bad = True
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
