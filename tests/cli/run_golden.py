#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the commands of *.golden files and compares what they say.

    run_golden.py PROGRAM [--update] [FILE.golden...]

A case is a block of lines:

    # why this case
    $ khitai resolve Sanjar --year 1207 --best
    > a second line of the command, if it needs one
    exit 0
    | a line of standard output
    ! a line of standard error

Each case is run by bash in a folder of its own that holds a copy of files/.
The program is in PATH; its lexicon and tables are the small ones of the tests,
so that the shipped lexicon may grow; $SMALL is the compiled lexicon, $ROOT the
checkout. What may differ from run to run, or is stated by other tests, is
masked: folders, hashes, probabilities, numbers of bytes, speed. Tabs, control
characters and bytes that are not UTF-8 are spelled out. --update writes what
the program says now; read the difference before you commit it.
"""
import argparse
import difflib
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TABLES = ROOT / "tests" / "cases" / "small_lexicon"
SECONDS = 60
SPELLED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e"
                     "\u2060-\u2069\ufeff]")
MASKS = [
    (re.compile(r"\b[0-9a-f]{16}\b"), "[HASH]"),
    (re.compile(r"\b0\.\d{1,4}(?=[\t,}]|$)"), "0.##"),
    (re.compile(r">?\b\d{1,2}%"), "##%"),
    (re.compile(r"\b\d+ bytes"), "[N] bytes"),
    (re.compile(r"\b\d+\.\d s, \d+\.\d MB/s"), "#.# s, #.# MB/s"),
]


class Case:
    """A command with the lines before it and what it is expected to say."""

    def __init__(self, line):
        self.line = line
        self.head = []
        self.command = []
        self.said = []


def read_cases(path):
    """The cases of a file, and the lines after the last one."""
    cases, head = [], []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("$ "):
            cases.append(Case(number))
            cases[-1].head, head = head, []
            cases[-1].command.append(line[2:])
        elif line.startswith("> ") and cases and not head:
            cases[-1].command.append(line[2:])
        elif line.startswith(("exit ", "|", "!")) and cases and not head:
            cases[-1].said.append(line)
        elif not line or line.startswith("#"):
            head.append(line)
        else:
            sys.exit(f"{path}:{number}: '{line}', expected a line that begins "
                     "with '#', '$ ', '> ', 'exit ', '|' or '!'")
    return cases, head


def spelled(data, folders):
    """The lines of a stream as a golden file has them."""
    text = data.decode("utf-8", "surrogateescape")
    for folder, name in folders:
        text = text.replace(folder, name)
    for pattern, mask in MASKS:
        text = pattern.sub(mask, text)
    text = SPELLED.sub(lambda m: f"\\u{{{ord(m[0]):X}}}", text)
    text = re.sub("[\udc80-\udcff]",
                  lambda m: f"\\x{{{ord(m[0]) - 0xDC00:X}}}", text)
    lines = text.replace("\t", "\u21e5").split("\n")
    if lines[-1]:
        return lines[:-1] + [lines[-1] + "\\"]
    return lines[:-1]


def environment(folder, small):
    kept = {name: os.environ[name]
            for name in ("HOME", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS")
            if name in os.environ}
    return dict(kept, PATH=f"{folder}:{os.environ['PATH']}",
                LC_ALL="C.UTF-8", NO_COLOR="1", TERM="dumb", ROOT=str(ROOT),
                SMALL=small, KHITAI_LEXICON=small, KHITAI_TABLES=str(TABLES),
                KHITAI_CACHE="")


def run_case(case, env, bin_folder):
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder).resolve() / "run"
        shutil.copytree(HERE / "files", place)
        try:
            done = subprocess.run(
                ["bash", "-c", "\n".join(case.command)], cwd=place, env=env,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            return [f"exit after {SECONDS} seconds"]
    folders = [(str(place), "[TMP]"), (env["SMALL"], "[SMALL]"),
               (bin_folder, "[BIN]"), (str(ROOT), "[ROOT]")]
    said = [f"exit {done.returncode}"]
    for mark, stream in (("|", done.stdout), ("!", done.stderr)):
        said += [f"{mark} {line}" if line else mark
                 for line in spelled(stream, folders)]
    return said


def has_terminals():
    """Whether a terminal can be made here (some containers have none)."""
    try:
        for end in pty.openpty():
            os.close(end)
        return True
    except OSError:
        return False


def run_file(path, env, bin_folder, update):
    """How many cases there are, and how many are wrong."""
    cases, tail = read_cases(path)
    out, wrong = [], 0
    for case in cases:
        if "script -" in "".join(case.command) and not has_terminals():
            print(f"{path.name}:{case.line}: skipped, no pseudo-terminal")
            said = case.said
        else:
            said = run_case(case, env, bin_folder)
        more = ["> " + line for line in case.command[1:]]
        out += case.head + ["$ " + case.command[0]] + more + said
        if said == case.said:
            continue
        wrong += 1
        if not update:
            print("\n".join(difflib.unified_diff(
                case.said, said, f"{path.name}:{case.line} expected",
                "$ " + case.command[0], lineterm="")))
    if update and wrong:
        path.write_text("\n".join(out + tail) + "\n", "utf-8")
    return len(cases), wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--update", action="store_true",
                        help="write what the program says now")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        made = str(pathlib.Path(made).resolve())
        os.symlink(args.program.resolve(), made + "/khitai")
        small = made + "/small.klex"
        env = environment(made, small)
        subprocess.run(["khitai", "compile", "--quiet", "--out", small],
                       env=env, check=True)
        total = bad = 0
        for path in args.files or sorted(HERE.glob("*.golden")):
            count, wrong = run_file(path, env, made, args.update)
            total, bad = total + count, bad + wrong
    print(f"{total} cases, {bad} {'rewritten' if args.update else 'wrong'}")
    sys.exit(1 if bad and not args.update else 0)


if __name__ == "__main__":
    main()
