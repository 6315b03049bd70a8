#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes man pages: khitai.1.gz and khitai-COMMAND.1.gz for each command.

They are made from what the program says with --help, so that the two cannot
differ.

Usage: make_man.py PROGRAM FOLDER
"""
import gzip
import os
import pathlib
import re
import subprocess
import sys

# "  --name TYPE                 What it does"; the text may be on the next line.
ENTRY = re.compile(r"^  (\S.*?)(?:\s{2,}(\S.*))?$")
HEADING = re.compile(r"^(Positionals|Options|Subcommands):$")
EXIT_STATUS = ("0 done; 1 nothing found, or different (diff); 2 wrong usage; "
               "3 bad input or lexicon.")


def roff(text):
    """Text as roff: no character of it is a command."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line
                     for line in text.split("\n"))


def help_of(program, *command):
    run = subprocess.run([program, *command, "--help"], check=True,
                         env=dict(os.environ, LC_ALL="C.UTF-8"),
                         stdout=subprocess.PIPE)
    return run.stdout.decode("utf-8").splitlines()


def sections_of(lines):
    """(description, usage, {heading: [(what, text)]}, what stands behind)."""
    description, usage, entries, rest = [], "", {}, []
    heading = None
    for line in lines:
        found = HEADING.match(line)
        entry = ENTRY.match(line)
        if rest or line.startswith("Examples:"):
            rest.append(line)
        elif line.startswith("Usage: "):
            usage = line.removeprefix("Usage: ")
        elif found:
            heading = found.group(1)
            entries[heading] = []
        elif heading and entry and not line.startswith("    "):
            entries[heading].append([entry.group(1), entry.group(2) or ""])
        elif heading and line.strip() and line.startswith("  "):
            last = entries[heading][-1]
            last[1] = (last[1] + " " + line.strip()).strip()
        elif line.strip() and not usage:
            description.append(line.strip())
        elif line.strip():
            rest.append(line)
    return " ".join(description), usage, entries, rest


def page(name, version, lines, see_also):
    description, usage, entries, rest = sections_of(lines)
    out = [f'.TH "{roff(name.upper())}" 1 "" "khitai {roff(version)}" '
           '"User Commands"',
           ".SH NAME", f"{roff(name)} \\- {roff(description.rstrip('.'))}",
           ".SH SYNOPSIS", ".B " + roff(usage)]
    for heading, title in (("Positionals", "ARGUMENTS"),
                           ("Options", "OPTIONS"),
                           ("Subcommands", "COMMANDS")):
        if heading not in entries:
            continue
        out.append(".SH " + title)
        for what, text in entries[heading]:
            out += [".TP", ".B " + roff(what), roff(text) or "\\&"]
    if rest:
        first = rest[0].startswith("Examples:")
        out.append(".SH " + ("EXAMPLES" if first else "NOTES"))
        out += [".nf", roff("\n".join(rest[1:] if first else rest)), ".fi"]
    out += [".SH EXIT STATUS", roff(EXIT_STATUS), ".SH SEE ALSO",
            " ,\n".join(f".BR {roff(other)} (1)" for other in see_also)
            .replace(" ,", ",")]
    return "\n".join(out) + "\n"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    version = subprocess.run([program, "--version"], check=False,
                             stdout=subprocess.PIPE).stdout.decode()
    version = version.split()[1]
    folder.mkdir(parents=True, exist_ok=True)
    top = help_of(program)
    commands = [what.split()[0]
                for what, _ in sections_of(top)[2]["Subcommands"]]
    pages = {"khitai": page("khitai", version, top,
                            [f"khitai-{command}" for command in commands])}
    for command in commands:
        pages[f"khitai-{command}"] = page(
            f"khitai-{command}", version, help_of(program, command),
            ["khitai"])
    for name, text in pages.items():
        # Without a time, so that the same help makes the same file.
        (folder / f"{name}.1.gz").write_bytes(
            gzip.compress(text.encode("utf-8"), 9, mtime=0))


if __name__ == "__main__":
    main()
