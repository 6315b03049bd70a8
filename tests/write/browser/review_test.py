#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The review of a page, as a person does it in a browser, and its replay.

    review_test.py KHITAI WRITE_PAGE

Opens the page of the sample in Chromium, presses keys and clicks, saves, and
compares the table with decisions.tsv beside this file; then the program
replays it on the sample, and a page of that shows it. Exit 77: no browser.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from chromium import Page, find_browser

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SAMPLE = ROOT / "tests" / "write" / "sample.txt"
TABLES = ROOT / "tests" / "write" / "lexicon"
HERE_NOW = "document.querySelector('.body mark.here').textContent"
failed = False


def expect(what, seen, wanted):
    global failed
    if seen != wanted:
        failed = True
        print(f"{what}: {seen!r}, expected {wanted!r}")


class Reviewer:
    """What a person sees of the panel."""

    def __init__(self, page):
        self.page = page

    def progress(self):
        return self.page.run("document.querySelector('.review b').textContent")

    def here(self):
        return self.page.run(HERE_NOW)

    def place(self):
        return self.page.run(
            "document.querySelector('.review .place span').textContent")

    def note(self):
        return self.page.run(
            "document.querySelector('.review > .aside').textContent")

    def spoken(self):
        return self.page.run("document.querySelector('.spoken').textContent")

    def choose(self, id_, value):
        self.page.run(f"""(() => {{
            const one = document.getElementById({json.dumps(id_)});
            one.value = Array.from(one.options).find((option) =>
              option.textContent === {json.dumps(value)}).value;
            one.dispatchEvent(new Event("change", {{ bubbles: true }}));
        }})()""")

    def save(self):
        return self.page.download(lambda: self.page.press("s"))


def review(page, html):
    """Answers by keys and clicks. What is asserted is what a person sees."""
    me = Reviewer(page)
    page.open(html)
    page.press("r")
    expect("at first", me.progress(), "0 of 17 reviewed")
    expect("place", me.place(), "1 of 17, match")
    expect("spoken", me.spoken().startswith("0 of 17 reviewed. match: "), True)
    page.press("a")
    expect("accepted", me.here(), "Liao")
    page.press("x")
    expect("rejected", page.run(
        "document.querySelectorAll('.body mark')[1].className"),
        "t-polity done rejected")
    page.press("u")
    expect("undone", (me.here(), me.progress()), ("Liao", "1 of 17 reviewed"))
    page.press("x")
    # Another layout, and the card of why.
    page.press("\u0448", "KeyI")
    expect("card", page.run("!page.card.hidden"), True)
    page.press("Escape")
    expect("card closed", page.run("page.card.hidden && page.reviewing"), True)
    # The spelling twice in the text: another sense everywhere, then undone and
    # done again, for one step is one answer.
    page.click(".body mark", 3)
    expect("clicked", me.here(), "Sanjar")
    page.press("2")
    expect("second sense", me.progress(), "3 of 17 reviewed")
    me.choose("of-decision", "ambiguous")
    expect("filtered", me.place(), "1 of 1, ambiguous")
    page.press("o")
    page.type("bukh")
    page.press("Enter")
    expect("searched", me.note(), "All of these are reviewed.")
    page.press("Escape")
    expect("left", page.run("page.reviewing"), False)
    page.press("r")
    me.choose("of-decision", "all")
    me.choose("of-name", "gurkhan")
    expect("by name", me.place(), "1 of 2, match")
    me.choose("of-name", "all")
    return me


def everywhere(page, me):
    """Another sense for all of one spelling; the mouse this time."""
    me.choose("of-type", "polity")
    page.click(".body mark", 2)
    expect("polity", me.here(), "Qara Khitai")
    page.click(".every input")
    page.press("o")
    page.type("balasag")
    expect("found", page.run(
        "document.querySelectorAll('#senses-found li').length"), 1)
    page.click("#senses-found li")
    expect("everywhere", me.progress(), "6 of 17 reviewed")
    page.press("u")
    expect("one step", me.progress(), "4 of 17 reviewed")
    page.press("e")
    page.press("o")
    page.type("balasag")
    page.press("Enter")
    expect("again", me.progress(), "6 of 17 reviewed")
    me.choose("of-type", "all")
    page.click(".review .main")


def keys_are_explained(page):
    page.press("?")
    expect("help", page.run("document.querySelector('.keys').open"), True)
    page.press("x")  # answers nothing now
    page.press("Escape")
    expect("help closed", page.run(
        "!document.querySelector('.keys').open && page.reviewing"), True)


def survives(page, me, html):
    """Work in progress is there after a reload; where the browser keeps
    nothing, the page works, says so and asks before it is left."""
    page.open(html, "#review")
    expect("reloaded", me.progress(), "7 of 17 reviewed")
    expect("asked", page.asked, [])
    page.ask("Page.addScriptToEvaluateOnNewDocument", source="""
        Object.defineProperty(window, "localStorage",
          { get() { throw new DOMException("denied", "SecurityError"); } });""")
    page.open(html, "#review")
    expect("denied", me.progress(), "0 of 17 reviewed")
    page.press("a")
    expect("denied, answered", me.progress(), "1 of 17 reviewed")
    expect("denied, told", "keeps nothing" in me.note(), True)
    page.open(html)
    expect("denied, asked", page.asked, ["beforeunload"])


def replay(khitai, folder, decisions):
    """The program's mentions by their words, what it says, and a page."""
    lexicon = folder / "small.klex"
    subprocess.run([khitai, "compile", "--no-lexicon", "--lexicon-dir", TABLES,
                    "--out", lexicon], check=True, stderr=subprocess.DEVNULL)
    command = [khitai, "annotate", "--lexicon", lexicon, "--decisions",
               decisions, SAMPLE]
    lines = subprocess.run(command, check=True, capture_output=True)
    expect("orphans", lines.stderr.decode(), "")
    page = subprocess.run(command + ["--format", "html"], check=True,
                          capture_output=True)
    (folder / "again.html").write_bytes(page.stdout)
    return [json.loads(line) for line in lines.stdout.splitlines()]


def check_replay(khitai, folder, decisions):
    rows = [line.split("\t") for line in
            decisions.read_text(encoding="utf-8").splitlines()[1:]]
    mentions = replay(khitai, folder, decisions)
    for _, quote, prefix, _, entity in rows:
        if entity == "-":
            continue
        found = [one for one in mentions if one.get("reviewed") and
                 one["entity"] == entity and
                 one["text"].replace("\n", " ") == quote]
        expect(f"replayed {quote!r}", bool(found), True)
    accepted = sum(row[4] != "-" for row in rows)
    expect("reviewed", sum("reviewed" in one for one in mentions), accepted)
    return accepted


def narrow(page, html):
    """Nothing is wider than a narrow window, in either scheme."""
    page.size(400, 800)
    for scheme in ("light", "dark"):
        page.look(scheme)
        page.open(html, "#review")
        expect("narrow", page.run(
            "document.documentElement.scrollWidth <= innerWidth"), True)
        page.click(".review .main")
    page.look("light", "print")
    expect("print", page.run(
        "getComputedStyle(document.querySelector('.review')).display"), "none")


def main():
    if not find_browser():
        print("skipped: no chromium on this machine")
        sys.exit(77)
    khitai, write_page = sys.argv[1:3]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = pathlib.Path(name)
        html = folder / "page.html"
        with open(html, "wb") as out:
            subprocess.run([write_page, "one"], check=True, stdout=out)
        with Page(folder) as page:
            me = review(page, html)
            everywhere(page, me)
            keys_are_explained(page)
            saved = me.save()
            wanted = (HERE / "decisions.tsv").read_text(encoding="utf-8")
            expect("saved", saved.read_text(encoding="utf-8"), wanted)
            check_replay(khitai, folder, saved)
            # The next page begins where this one ended, and saves the same.
            page.open(folder / "again.html", "#review")
            again = page.download(lambda: page.press("s"))
            expect("saved again", sorted(
                line.split("\t", 1)[1] for line in
                again.read_text(encoding="utf-8").splitlines()), sorted(
                line.split("\t", 1)[1] for line in wanted.splitlines()))
            survives(page, me, html)
            narrow(page, html)
            expect("errors", page.errors, [])
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
