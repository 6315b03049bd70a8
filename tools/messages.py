#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Keeps the message catalogues (cli/messages/*.po) by the sources.

    tools/messages.py           bring them up to date, say what is untranslated
    tools/messages.py --check   only say what is wrong with them (a test)

The messages are the strings given to tr() and tr_n(), and those given as help
to the calls below, in the files that cli/messages/POTFILES lists. New ones come
in with an empty translation, which means English; those that are no longer said
go out. Translations are edited in the .po files, by hand or with any editor for
gettext. --folder DIR takes another folder than cli/messages.
"""
import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
# Which argument of a call is a message. Of tr and tr_n it must be a literal.
CALLS = {"tr": 0, "tr_n": 0, "add_option": 2, "add_flag": 2,
         "add_subcommand": 1, "add_offsets_option": 1, "set_help_flag": 1,
         "description": 0, "footer": 0}
CALL = re.compile(r"\b(" + "|".join(CALLS) + r")\(")
LITERAL = r'"(?:[^"\\]|\\.)*"'
STRINGS = re.compile(rf"\s*(?:{LITERAL}\s*)+$", re.S)
TOKEN = re.compile(rf"{LITERAL}|'(?:[^'\\]|\\.)'|//[^\n]*|[(){{}}\[\],]|.", re.S)
ESCAPES = {"n": b"\n", "t": b"\t", '"': b'"', "\\": b"\\", "'": b"'"}
PLACE = re.compile(r"\{\d\}")
# What a user types stays what it is.
TYPED = re.compile(r"--[a-z][a-z-]*|`[^`{]*`|KHITAI_[A-Z]+")


def value_of(literals):
    """What adjacent literals of C++ stand for."""
    out = b""
    for literal in re.findall(LITERAL, literals, re.S):
        for part in re.findall(r"\\x[0-9A-Fa-f]{2}|\\.|[^\\]+", literal[1:-1],
                               re.S):
            if part.startswith("\\x"):
                out += bytes([int(part[2:], 16)])
            elif part.startswith("\\"):
                out += ESCAPES[part[1]]
            else:
                out += part.encode("utf-8")
    return out.decode("utf-8")


def arguments(text, at):
    """The arguments of the call whose parenthesis was opened before `at`."""
    depth, args = 0, [""]
    for token in TOKEN.finditer(text, at):
        word = token.group()
        if word.startswith("//"):
            continue
        if word in (")", "]", "}"):
            if depth == 0:
                return args
            depth -= 1
        elif word in ("(", "[", "{"):
            depth += 1
        if word == "," and depth == 0:
            args.append("")
        else:
            args[-1] += word
    return args


def paragraphs(footer):
    """Of a footer what is translated, as cli/help.cc takes it apart."""
    out, lines = [], []

    def end():
        if lines:
            out.append("\n".join(lines))
            lines.clear()

    for line in footer.split("\n"):
        if not line or line.startswith("  "):
            end()
            continue
        if line.endswith(":"):
            end()
        lines.append(line)
        if line.endswith(":"):
            end()
    end()
    return out


def messages_of(path, errors):
    """(message, plural or None) in the order of a source."""
    text = (ROOT / path).read_text("utf-8")
    for call in CALL.finditer(text):
        name = call.group(1)
        line = text[text.rfind("\n", 0, call.start()) + 1:call.start()]
        args = arguments(text, call.end())
        wanted = args[CALLS[name]:CALLS[name] + (2 if name == "tr_n" else 1)]
        if not wanted or not all(STRINGS.match(one) for one in wanted):
            if name in ("tr", "tr_n") and "//" not in line:
                number = text.count("\n", 0, call.start()) + 1
                errors.append(f"{path}:{number}: {name}() of no literal, "
                              "expected the English message")
            continue
        values = [value_of(one) for one in wanted]
        if name == "footer":
            for one in paragraphs(values[0]):
                yield one, None
        elif values[0]:
            yield values[0], values[1] if name == "tr_n" else None


def extract(errors):
    """{message: (plural, [path])} of all listed sources."""
    found = {}
    listed = (ROOT / "cli" / "messages" / "POTFILES").read_text().splitlines()
    for path in listed:
        if not path or path.startswith("#"):
            continue
        if not (ROOT / path).exists():
            errors.append(f"cli/messages/POTFILES: {path} does not exist")
            continue
        for message, plural in messages_of(path, errors):
            known = found.setdefault(message, (plural, []))
            if known[0] != plural:
                errors.append(f"{path}: '{message}' has another plural in "
                              f"{known[1][0]}, expected one")
            if path not in known[1]:
                known[1].append(path)
    return found


class Entry:
    """A message of a catalogue."""

    def __init__(self, line=0):
        self.line = line
        self.comments = []  # lines of translators, "# ..."
        self.fuzzy = False
        self.id = self.plural = None
        self.texts = {}  # by number; a message without plural has 0


def read_po(path, errors):
    """The entries of a catalogue; its head has the empty message."""
    entries, entry, field = [], Entry(), None

    def end():
        nonlocal entry, field
        if entry.id is not None:
            entries.append(entry)
        entry, field = Entry(), None

    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        word = re.match(r"(msgid|msgid_plural|msgstr|msgstr\[(\d)\]) (\".*\")$",
                        line)
        if not line.strip():
            end()
        elif line.startswith("#,"):
            entry.fuzzy = "fuzzy" in line
        elif line.startswith("#:"):
            pass
        elif line.startswith("#~"):
            errors.append(f"{path.name}:{number}: an unused entry, expected "
                          "none")
        elif line.startswith("#"):
            entry.comments.append(line)
        elif word or (line.startswith('"') and field is not None):
            if word:
                field = word.group(1)
                entry.line = entry.line or number
            text = value_of(word.group(3) if word else line)
            if field == "msgid":
                entry.id = (entry.id or "") + text
            elif field == "msgid_plural":
                entry.plural = (entry.plural or "") + text
            else:
                which = int(field[7]) if "[" in field else 0
                entry.texts[which] = entry.texts.get(which, "") + text
        else:
            errors.append(f"{path.name}:{number}: '{line}', expected a line of "
                          "a .po file")
    end()
    return entries


def quoted(text):
    """A string of a .po file, a line of it a line."""
    def one(part):
        for what, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"),
                             ("\t", "\\t")):
            part = part.replace(what, escape)
        return f'"{part}"'
    lines = text.splitlines(keepends=True)
    if len(lines) < 2:
        return one(text)
    return "\n".join(['""'] + [one(line) for line in lines])


def write_po(path, head, entries, found, plurals):
    known = {entry.id: entry for entry in entries}
    out = head.comments + ['msgid ""', "msgstr " + quoted(head.texts[0])]
    for message, (plural, paths) in found.items():
        entry = known.get(message, Entry())
        same = entry.plural == plural
        out += [""] + entry.comments + ["#: " + " ".join(paths),
                                        "msgid " + quoted(message)]
        if plural is None:
            out.append("msgstr " + quoted(entry.texts.get(0, "") if same else ""))
            continue
        out.append("msgid_plural " + quoted(plural))
        out += [f"msgstr[{n}] " + quoted(entry.texts.get(n, "") if same else "")
                for n in range(plurals)]
    path.write_text("\n".join(out) + "\n", "utf-8")


def typed(text):
    return sorted(set(TYPED.findall(text)))


def entry_problems(entry, plurals):
    """What is wrong with a translation."""
    if entry.fuzzy:
        yield "fuzzy, expected a translation that somebody has looked at"
    numbers = range(plurals) if entry.plural is not None else [0]
    if sorted(entry.texts) != list(numbers):
        yield f"{len(entry.texts)} plural forms, expected {len(numbers)}"
    said = [text for text in entry.texts.values() if text]
    if said and len(said) < len(entry.texts):
        yield "some plural forms are empty, expected all or none"
    source = entry.id if entry.plural is None else entry.plural
    for text in said:
        places = sorted(set(PLACE.findall(source)))
        if sorted(set(PLACE.findall(text))) != places:
            yield (f"'{text}' has other placeholders, expected "
                   f"{' '.join(places) or 'none'}")
        if typed(text) != typed(source):
            yield (f"'{text}' changes what is typed, expected "
                   f"{' '.join(typed(source)) or 'none'}")
        for end, wide in (("\n", "\n"), (":", "：")):
            if source.endswith(end) != text.endswith((end, wide)):
                yield f"'{text}' has another end, expected '{end}' as before"


def plurals_of(head, path, errors):
    count = re.search(r"nplurals=(\d)", head.texts.get(0, ""))
    if not count:
        errors.append(f"{path.name}: no Plural-Forms, expected them in the head")
    return int(count.group(1)) if count else 1


def check(path, found, errors):
    entries = read_po(path, errors)
    if not entries or entries[0].id != "":
        errors.append(f"{path.name}: no head, expected an empty msgid first")
        return
    plurals = plurals_of(entries[0], path, errors)
    seen = set()
    for entry in entries[1:]:
        where = f"{path.name}:{entry.line}: "
        if entry.id in seen:
            errors.append(where + f"'{entry.id}' stands there twice")
        seen.add(entry.id)
        if entry.id not in found:
            errors.append(where + f"'{entry.id}' is no longer said")
        elif found[entry.id][0] != entry.plural:
            errors.append(where + f"'{entry.id}' has another plural by now")
        errors += [where + problem for problem in entry_problems(entry, plurals)]
    errors += [f"{path.name}: no entry for '{message}'"
               for message in found if message not in seen]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--folder", type=pathlib.Path,
                        default=ROOT / "cli" / "messages")
    args = parser.parse_args()
    errors = []
    found = extract(errors)
    if not found:
        errors.append("no messages found, expected some in cli/")
    for path in sorted(args.folder.glob("*.po")):
        if args.check:
            check(path, found, errors)
            continue
        entries = read_po(path, [])
        write_po(path, entries[0], entries[1:], found,
                 plurals_of(entries[0], path, errors))
        done = sum(1 for entry in read_po(path, [])[1:]
                   if all(entry.texts.values()))
        print(f"{path.name}: {done} of {len(found)} messages translated")
    for error in errors:
        print(error)
    if errors and args.check:
        print("tools/messages.py brings the entries up to date")
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
