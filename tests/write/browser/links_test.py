#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""From mention to mention and to the index, as a person goes in a browser.

    links_test.py WRITE_PAGE

By keys and by the mouse, with scripts and without, in the review, on paper.
Exit 77: no browser.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from chromium import Page, find_browser

failed = False
# The card of the Qara Khitai in the first of two documents: five mentions in
# each, spelled in four ways.
FIRST = "document.getElementById('e0')"


def expect(what, seen, wanted):
    global failed
    if seen != wanted:
        failed = True
        print(f"{what}: {seen!r}, expected {wanted!r}")


def text_of(page, selector):
    return page.run(f"""(() => {{
        const one = document.querySelector({json.dumps(selector)});
        return one && one.textContent;
    }})()""")


def texts_of(page, selector):
    return page.run(f"""Array.from(document.querySelectorAll(
        {json.dumps(selector)}), (one) => one.textContent)""")


def click(page, selector, number=0):
    """Clicks when all that moves of itself, as the card does, has moved."""
    page.run("""new Promise((done) => requestAnimationFrame(() =>
        requestAnimationFrame(done)))""")
    page.click(selector, number)


def in_focus(page):
    return page.run("document.activeElement.id")


def by_keys(page):
    page.run(f"{FIRST}.focus()")
    expect("place in the card", text_of(page, ".card .hops .count"), "1 / 10")
    expect("spellings", texts_of(page, ".card .variant"),
           ["Qara Khitai", "西遼", "قراختای", "каракитаев"])
    expect("counts", texts_of(page, ".card .variants .count"),
           ["2", "1", "1", "1"])
    page.press("p")
    expect("none before", in_focus(page), "e0")
    page.press("n")
    expect("next", text_of(page, ".card .hops .count"), "2 / 10")
    expect("its text", page.run("document.activeElement.textContent"), "西遼")
    page.press("n")
    page.press("p")
    expect("back", text_of(page, ".card .hops .count"), "2 / 10")
    page.press("Escape")
    expect("closed", page.run("page.card.hidden"), True)


def by_mouse(page):
    click(page, "#e0")
    click(page, ".card [data-by='1']")
    expect("stays", page.run("!page.card.hidden && "
           "page.card.classList.contains('pinned')"), True)
    expect("button in focus", page.run("document.activeElement.dataset.by"),
           "1")
    for _ in range(8):
        click(page, ".card [data-by='1']")
    expect("at the end", text_of(page, ".card .hops .count"), "10 / 10")
    expect("end told", page.run(
        "document.querySelector(\".card [data-by='1']\").disabled"), True)
    # A spelling is walked through; a place is gone to.
    click(page, ".card .variant")
    expect("walked", text_of(page, ".trail .count"), "1 / 2")
    expect("as", text_of(page, ".trail .spellings"), "as Qara Khitai")
    page.press("n")
    expect("walked on", text_of(page, ".trail .count"), "2 / 2")
    page.press("Escape")
    page.press("Escape")
    click(page, "#c0 .places a", 1)
    expect("place", page.run("document.activeElement.textContent"),
           "Qara\nKhitai")
    expect("its card", text_of(page, ".card h2"), "Qara Khitai")
    expect("other text", texts_of(page, ".card .aside a"),
           ["In the index, with 1 other document"])
    page.run("document.querySelector('.card .aside a').click()")
    expect("the entry", page.run("location.hash"), "#c0")
    click(page, "#c0 h4 a", 1)
    expect("a document", page.run("location.hash"), "#d2")


def in_review(page):
    before = page.run("document.querySelectorAll('.body mark').length")
    page.press("r")
    expect("marks", page.run("page.review.items.length"), before)
    page.run("page.closeSide()")
    click(page, "#c0 .places a", 1)
    expect("at hand", page.run(
        "document.querySelector('.body mark.here').textContent"),
        "Qara\nKhitai")
    page.press("i")
    expect("no hops", page.run("document.querySelector('.card .hops')"), None)
    page.press("Escape")
    page.press("r")
    expect("left", page.run("page.reviewing"), False)


def without_scripts(page, html):
    page.ask("Emulation.setScriptExecutionDisabled", value=True)
    page.open(html)
    expect("no script", page.run("typeof page"), "undefined")
    target = "document.querySelector(':target').textContent"
    page.run(f"{FIRST}.querySelector('a[rel=next]').focus()")
    expect("seen", page.run(f"""getComputedStyle(
        {FIRST}.querySelector('.hop')).opacity"""), "1")
    page.press("Enter")
    expect("followed", page.run(target), "西遼")
    page.click(":target a[rel='prev']")
    expect("and back", page.run("location.hash"), "#e0")
    page.click("#e0 > .hop a[href='#c0']")
    expect("to the entry", page.run(
        "document.querySelector(':target h3 bdi').textContent"), "Qara Khitai")
    page.click(":target .variant", 1)
    expect("from the entry", page.run(target), "西遼")
    page.ask("Emulation.setScriptExecutionDisabled", value=False)


def looks(page, html):
    """Nothing is wider than the window; the index is on paper, links not."""
    for width in (400, 1280):
        page.size(width, 800)
        for scheme in ("light", "dark"):
            page.look(scheme)
            page.open(html)
            page.run(f"{FIRST}.focus()")
            expect(f"{width} {scheme}", page.run(
                "document.documentElement.scrollWidth <= innerWidth"), True)
            expect(f"card, {width} {scheme}", page.run("""(() => {
                const box = page.card.getBoundingClientRect();
                return page.card.scrollWidth <= page.card.clientWidth &&
                  box.left >= 0 && box.right <= innerWidth; })()"""), True)
    expect("right to left", page.run("""Array.from(
        document.querySelectorAll("#c0 bdi"), (one) =>
        getComputedStyle(one).direction)"""),
        ["ltr"] + ["ltr", "ltr", "ltr", "rtl", "ltr"] * 2)
    page.look("light", "print")
    shown = "getComputedStyle(document.querySelector('%s')).display"
    expect("links on paper", page.run(shown % ".hop"), "none")
    expect("index on paper", page.run(shown % ".index"), "block")


def main():
    if not find_browser():
        print("skipped: no chromium on this machine")
        sys.exit(77)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = pathlib.Path(name)
        html = folder / "page.html"
        with open(html, "wb") as out:
            subprocess.run([sys.argv[1]], check=True, stdout=out)
        with Page(folder) as page:
            page.look()
            page.ask("Emulation.setFocusEmulationEnabled", enabled=True)
            page.open(html)
            by_keys(page)
            by_mouse(page)
            page.open(html)
            in_review(page)
            without_scripts(page, html)
            looks(page, html)
            expect("errors", page.errors, [])
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
