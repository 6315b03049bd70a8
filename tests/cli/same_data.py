#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that data is the same in every language: what the commands write to
standard output, byte by byte, and their exit codes.

    same_data.py PROGRAM
"""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
LOCALES = ["zh_CN.UTF-8", "ru_RU.UTF-8", "zh_TW.UTF-8", "de_DE.UTF-8"]
TEXT = str(ROOT / "corpora" / "en-new.txt")
CHINESE = str(ROOT / "corpora" / "zh-Hans.txt")
COMMANDS = [
    ["annotate", "--format", "jsonl", TEXT, CHINESE],
    ["annotate", "--format", "text", "--explain", TEXT],
    ["annotate", "--format", "csv", TEXT],
    ["annotate", "--format", "html", TEXT],
    ["annotate", "--format", "tei", TEXT],
    ["annotate", "--suggest", "--format", "tsv", TEXT],
    ["annotate", "--suggest", "--format", "text", TEXT],
    ["annotate", "--stats", "-", "--out", "OUT", TEXT],
    ["resolve", "--format", "tsv", "Sanjar", "Hsi Liao", "nobody"],
    ["resolve", "--format", "text", "--explain", "Sanjar", "nobody"],
    ["resolve", "--format", "json", "Sanjar"],
    ["compare", "--format", "text", "Yeh-lu Ta-shih", "Yelu Dashi"],
    ["compare", "--format", "tsv", "Mahmud I", "Mahmud II"],
    ["show", "qara-khitai"],
    ["show", "--format", "json", "Sanjar"],
    ["keys", "Qara Khitay"],
    ["keys", "--format", "json", "Qara Khitay"],
    ["transcribe", "--to", "palladius", "--format", "tsv", "Yeh-lü Ta-shih"],
    ["transcribe", "--to", "nothing", "Yelu"],
    ["detect", "--format", "text", "Hsi Liao", TEXT],
    ["detect", "--format", "tsv", "Hsi Liao", TEXT],
    ["normalize", "--dry-run", TEXT],
    ["normalize", "--prefer", "wade-giles", TEXT],
    ["query", "--for", "fts5", "qara khitai conquest"],
    ["query", "--format", "json", "qara khitai conquest"],
    ["query", "--format", "text", "Hsi Liao"],
    ["completion", "fish"],
    ["--version"],
]


def run(program, locale, command):
    with tempfile.TemporaryDirectory() as folder:
        env = dict(os.environ, LC_ALL=locale, LANGUAGE="", NO_COLOR="1")
        done = subprocess.run([program, *command], cwd=folder, env=env,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              check=False)
    return done


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    bad = talked = 0
    for command in COMMANDS:
        english = run(program, "C", command)
        if not english.stdout and not english.stderr:
            print(f"{command}: says nothing, expected something to compare")
            bad += 1
        for locale in LOCALES:
            other = run(program, locale, command)
            talked += other.stderr != english.stderr
            if (other.stdout, other.returncode) != (english.stdout,
                                                    english.returncode):
                print(f"{command}: other data under {locale}")
                bad += 1
    print(f"{len(COMMANDS)} commands, {len(LOCALES)} languages, {bad} differ; "
          f"talk differed {talked} times")
    # Where no catalogue was built in, there is nothing to compare.
    if not talked:
        print("no language but English: skipped")
        sys.exit(77 if not bad else 1)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
