// SPDX-License-Identifier: Apache-2.0
//
// The keys of the review, and the list that explains them. A key of a keyboard
// without Latin letters counts by its place.

(() => {
  const { make, panel } = page;
  const KEYS = [
    ["n, p", "next, previous mention"], ["a", "accept the first sense"],
    ["1 \u2026 9", "choose that sense"], ["o", "search for another sense"],
    ["x", "reject: not a name of anything here"],
    ["e", "answer for all of this spelling in this text that have no answer"],
    ["u", "undo"], ["i", "why: the card of the mention"],
    ["s", "save decisions.tsv"], ["r", "begin or end the review"],
    ["?", "this help"], ["Esc", "close what is open"],
  ];
  const keys = make("dialog", { class: "keys", "aria-label": "Keys" },
    make("h2", {}, "Keys of the review"),
    make("table", {}, ...KEYS.map(([key, what]) => make("tr", {},
      make("th", { scope: "row" }, make("kbd", {}, key)),
      make("td", {}, what)))),
    make("form", { method: "dialog" },
      make("button", { autofocus: "autofocus" }, "Close")));
  document.body.append(keys);
  page.explainKeys = () => keys.showModal();

  const ACTIONS = {
    n: () => panel.go(1), p: () => panel.go(-1), a: panel.accept,
    x: () => panel.answer(page.review.REJECTED), e: panel.every,
    o: () => panel.search.input.focus(), u: panel.undone, i: panel.why,
    s: panel.save, r: panel.leave, "?": page.explainKeys,
  };

  // The key as on a keyboard with Latin letters.
  function keyOf(event) {
    const told = /^(?:Key|Digit)(.)$/.exec(event.code);
    const plainKey = event.key.length === 1 && event.key.charCodeAt(0) < 0x80;
    return plainKey || !told ? event.key : told[1].toLowerCase();
  }

  function press(event) {
    const key = keyOf(event);
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return false;
    if (event.target.matches("select, input:not([type=checkbox])")) return false;
    if (!page.reviewing) return key === "r" && (panel.enter(), true);
    if (key === "Escape" && page.card.hidden) return panel.leave(), true;
    const mark = page.markAt(event.target);
    if (mark && (key === "Enter" || key === " ")) return page.take(mark);
    const item = panel.current();
    const place = /^[1-9]$/.test(key) && item && item.record[1][key - 1];
    const action = place ? () => panel.answer(place[0]) : ACTIONS[key];
    if (action) action();
    return Boolean(action);
  }
  document.addEventListener("keydown", (event) => {
    if (!press(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
})();
