#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""TEI as other programs see it: pointers lead to the names they are for, and
the documents are valid by a schema, where one is given.

Usage: outside_test.py KHITAI LETTERS.xml [TEXT...]

The schema is TEI's in RELAX NG, of version 3 or later: KHITAI_TEI_SCHEMA, else
build/tei.rng. jing is asked, else xmllint.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
faults = []


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{arguments}: {done.stderr}")
    return done.stdout


def element_at(root, pointer):
    """The element of an xml:id or of a path of positions."""
    if not pointer.startswith("/"):
        return next(e for e in root.iter() if e.get(XML_ID) == pointer)
    start = re.match(r"//\*\[@xml:id='([^']*)'\]", pointer)
    if start:
        element = element_at(root, start.group(1))
        steps = pointer[start.end():]
    else:
        element, steps = None, pointer
    for step in re.findall(r"/\*\[(\d+)\]", steps):
        children = [root] if element is None else list(element)
        element = children[int(step) - 1]
    return element


def text_at(root, target):
    found = re.fullmatch(r".*#string-range\((.*),(\d+),(\d+)\)", target)
    element = element_at(root, found.group(1))
    begin = int(found.group(2))
    return "".join(element.itertext())[begin:begin + int(found.group(3))]


def without_markup(text):
    text = re.sub(r"<!\[CDATA\[(.*?)\]\]>", r"\1", text)
    return ET.fromstring(f"<x>{text}</x>")


def check_pointers(khitai, path):
    """Every annotation's target is the text of its mention."""
    root = ET.fromstring(run(khitai, "annotate", "--format", "tei-standoff", path))
    found = root.findall(f"{TEI}standOff/{TEI}listAnnotation/{TEI}annotation")
    lines = run(khitai, "annotate", "--format", "jsonl", path).splitlines()
    mentions = [m for m in map(json.loads, lines) if m["decision"] != "none"]
    if len(found) != len(mentions) or not mentions:
        faults.append(f"{path}: {len(found)} annotations of {len(mentions)} mentions")
    for annotation, mention in zip(found, mentions):
        want = mention["text"]
        if "<" in want or "&" in want:
            want = "".join(without_markup(re.sub(r"(?s)<(/?)(?:hi|seg)\b[^>]*>", "", want)).itertext())
        got = text_at(root, annotation.get("target"))
        if got != want:
            faults.append(f"{path}: {annotation.get('target')} is {got!r}, expected {want!r}")
        pointer = annotation.find(f"{TEI}ptr").get("target")
        entity = mention["candidates"][0]["entity"]
        if not pointer.endswith((":" + entity, "#p12", "#p13")):
            faults.append(f"{path}: {pointer} for {entity}")


def schema_of():
    path = os.environ.get("KHITAI_TEI_SCHEMA", "build/tei.rng")
    if not os.path.exists(path):
        print(f"skipped: no schema {path}; validity was not checked")
        return None
    if not shutil.which("jing") and not shutil.which("xmllint"):
        print("skipped: neither jing nor xmllint; validity was not checked")
        return None
    return path


def check_valid(schema, documents):
    """All in one run: a validator takes a second to start."""
    tool = ["jing", schema] if shutil.which("jing") else ["xmllint", "--noout", "--relaxng", schema]
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, document in documents.items():
            paths.append(os.path.join(folder, name + ".xml"))
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(document)
        done = subprocess.run([*tool, *paths], capture_output=True, text=True)
    if done.returncode != 0:
        faults.append(f"not valid:\n{done.stdout}{done.stderr}")
    else:
        print(f"{len(documents)} documents are valid")


def main():
    khitai, letters, *texts = sys.argv[1:]
    check_pointers(khitai, letters)
    schema = schema_of()
    if schema:
        documents = {}
        with open(letters, encoding="utf-8") as file:
            documents["letters"] = file.read()
        for path in [letters, *texts]:
            for existing in ["keep", "fill"]:
                documents[os.path.basename(path) + "-" + existing] = run(
                    khitai, "annotate", "--quiet", "--format", "tei",
                    "--existing", existing, path)
        check_valid(schema, documents)
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
