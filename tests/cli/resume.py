#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A run over a folder that was stopped is gone on with, and nothing is lost.

    resume.py PROGRAM

A run is killed (SIGKILL) in its middle, again and again; it dies where it
writes to its journal; the journal is cut at every byte. Whatever came of it: each output that is there is whole, and after
one more run the folder is what one run without a break makes of it. That run
does again what the journal does not tell, and nothing else.
"""
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLES = ROOT / "tests" / "cases" / "small_lexicon"
FILES = pathlib.Path(__file__).resolve().parent / "files"
JOURNAL = ".khitai-done.tsv"
MANY = 60
FEW = 3


def run(program, *arguments):
    done = subprocess.run([program, *arguments], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{arguments}: exit {done.returncode}\n{done.stderr}")
    return done.stderr


def outputs(folder):
    """The files of a folder of outputs, without journal and leavings."""
    return {path.relative_to(folder): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and path.name != JOURNAL
            and path.suffix != ".tmp"}


def done_before(said):
    found = re.search(r"(\d+) (?:was|were) done already", said)
    return int(found[1]) if found else 0


def journal_lines(folder):
    """Outputs whose lines are whole, the header aside."""
    path = folder / JOURNAL
    text = path.read_bytes() if path.exists() else b""
    return max(0, text.count(b"\n") - 1)


def make_tree(folder, count, times):
    text = "".join((FILES / name).read_text("utf-8")
                   for name in ("steppe.txt", "bukhara.txt", "persian.txt"))
    for number in range(count):
        place = folder / f"part{number % 3}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number}.txt").write_text(f"{number} " + text * times,
                                             "utf-8")


def kill_and_go_on(program, work):
    """Kills runs until nothing is left to do; returns how many it took."""
    tree, out = work / "many", work / "many-out"
    make_tree(tree, MANY, 300)
    run(program, "annotate", str(tree), "--out", str(work / "many-whole"))
    whole = outputs(work / "many-whole")
    kills = 0
    for _ in range(MANY):
        before = journal_lines(out)
        at_work = subprocess.Popen(
            [program, "annotate", str(tree), "--out", str(out), "--jobs", "2"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        while at_work.poll() is None and journal_lines(out) < before + 8:
            time.sleep(0.001)
        at_work.send_signal(signal.SIGKILL)
        said = at_work.communicate()[1]
        for name, data in outputs(out).items():
            if whole[name] != data:
                sys.exit(f"{name} is not whole after a kill")
        if at_work.returncode == 0:
            break
        kills += 1
        if "khitai:" in said:
            sys.exit(f"a run that was killed said: {said}")
    known = journal_lines(out)
    said = run(program, "annotate", str(tree), "--out", str(out))
    if done_before(said) != known or known != MANY:
        sys.exit(f"{known} lines in the journal, but: {said}")
    if outputs(out) != whole:
        sys.exit("the folder is not what one run makes of it")
    if kills < 2:
        sys.exit(f"only {kills} runs could be killed: nothing was tested")
    return kills


def kill_between_options(program, work):
    """Runs with other options that die at a write to the journal: what they
    wrote is never taken for the outputs of the first ones."""
    tree, out = work / "mixed", work / "mixed-out"
    make_tree(tree, MANY, 1)
    options = (["--type", "place"], ["--type", "person"])
    run(program, "annotate", str(tree), "--out", str(out), *options[0])
    whole = outputs(out)
    if max(map(len, whole.values())) >= (out / JOURNAL).stat().st_size:
        sys.exit("outputs are larger than their journal: nothing is tested")
    deaths = 0
    for more in range(0, 400, 13):
        most = (out / JOURNAL).stat().st_size + more
        at_work = subprocess.run(
            [program, "annotate", str(tree), "--out", str(out), "--jobs", "1",
             *options[1]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE,
                                                  (most, most)), check=False)
        deaths += at_work.returncode == -signal.SIGXFSZ
        run(program, "annotate", str(tree), "--out", str(out), *options[0])
        if outputs(out) != whole:
            sys.exit(f"dead at byte {most} of the journal: outputs of other "
                     "options were kept")
    if deaths < 20:
        sys.exit(f"only {deaths} runs died")


def cut_the_journal(program, work):
    tree, out = work / "few", work / "few-out"
    make_tree(tree, FEW, 1)
    run(program, "annotate", str(tree), "--out", str(out))
    whole, journal = outputs(out), (out / JOURNAL).read_bytes()
    for size in range(len(journal) + 1):
        (out / JOURNAL).write_bytes(journal[:size])
        known = journal_lines(out)
        said = run(program, "annotate", str(tree), "--out", str(out))
        if done_before(said) != known:
            sys.exit(f"journal cut at byte {size}: {known} lines, but: {said}")
        if outputs(out) != whole:
            sys.exit(f"journal cut at byte {size}: other outputs")
        if journal_lines(out) != FEW:
            sys.exit(f"journal cut at byte {size}: it was not mended")
    return len(journal) + 1


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    work = pathlib.Path(tempfile.mkdtemp())
    os.environ.update(KHITAI_TABLES=str(TABLES), KHITAI_CACHE="",
                      KHITAI_LEXICON=str(work / "small.klex"))
    try:
        run(program, "compile", "--quiet", "--out", str(work / "small.klex"))
        kills = kill_and_go_on(program, work)
        kill_between_options(program, work)
        cuts = cut_the_journal(program, work)
    finally:
        shutil.rmtree(work)
    print(f"{kills} kills and {cuts} cuts, nothing lost")


if __name__ == "__main__":
    main()
