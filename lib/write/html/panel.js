// SPDX-License-Identifier: Apache-2.0
//
// The panel of the review: one mention at a time, chosen by filters, decided by
// buttons or keys (keys.js). review.js keeps what is decided.

(() => {
  const { root, data, make, spelled, typeClass, review, percent } = page;
  const { REJECTED, items } = review;
  const toggle = document.getElementById("review");
  const DECISIONS = ["match", "ambiguous", "unlikely"];
  let current = null;
  let saved = true;

  const entity = (number) => data.entities[number];
  // What an item means as far as is known: the answer, else the best candidate.
  const meant = ({ answer, record }) =>
    answer === null || answer === REJECTED ? record[1][0][0] : answer;

  function button(label, key, action, more = {}) {
    const one = make("button", { type: "button", "aria-keyshortcuts": key,
      title: `${label} (${key})`, ...more }, label);
    one.addEventListener("click", action);
    return one;
  }

  function select(label, options, attributes) {
    const one = make("select", attributes, ...options.map(([value, text]) =>
      make("option", { value }, text)));
    one.addEventListener("change", filter);
    return make("label", {}, make("span", {}, label), one);
  }

  // --- what is shown

  const bar = make("progress", { "aria-label": "Reviewed" });
  const count = make("b");
  const filters = make("div", { class: "filters" });
  const now = make("div", { class: "now" });
  const search = page.senseSearch((number) => answer(number));
  const everywhere = make("input", { type: "checkbox" });
  const alike = make("span");
  const note = make("p", { class: "aside" });
  const place = make("span");
  const spoken = make("p", { class: "spoken", role: "status" });
  const undo = button("Undo", "u", () => undone());
  const panel = make("aside", { class: "review", "aria-label": "Review",
    hidden: "hidden" },
    make("div", { class: "line" }, count, bar,
      button("Keys", "?", () => page.explainKeys()),
      button("Close", "r", () => leave())),
    make("details", { open: innerWidth > 832 && "open" },
      make("summary", {}, "Filter"), filters),
    make("div", { class: "line place" }, place,
      button("\u2191", "p", () => go(-1), { "aria-label": "Previous" }),
      button("\u2193", "n", () => go(1), { "aria-label": "Next" })),
    now,
    make("label", { class: "every" }, everywhere, alike),
    make("div", { class: "line" },
      button("Accept", "a", () => accept(), { class: "main" }),
      button("Reject", "x", () => answer(REJECTED)),
      undo, button("Why", "i", () => why())),
    make("div", { class: "line" },
      button("Save decisions", "s", () => save())),
    note, spoken);

  document.body.append(panel);

  function fillFilters() {
    const present = new Set(items.map((item) => item.record[0]));
    const ids = [...new Set(items.flatMap((item) => item.record[1]
      .map(([number]) => number).concat(meant(item))))];
    const types = [...new Set(ids.map((id) => entity(id).type))].sort();
    const names = ids.map((id) => [id, entity(id).label])
      .sort((a, b) => a[1].localeCompare(b[1]));
    const all = ["all", "all"];
    filters.replaceChildren(
      select("Decision", [all, ["open", "not reviewed"],
        ["done", "reviewed"], ...DECISIONS.map((word, i) => [i, word])
          .filter(([i]) => present.has(i))], { id: "of-decision" }),
      select("Type", [all, ...types.map((type) => [type, type])],
        { id: "of-type" }),
      select("Name", [all, ...names], { id: "of-name" }));
  }

  const wanted = (id) => {
    const { value } = document.getElementById(id);
    return value === "all" ? "" : value;
  };

  function filterNow() {
    const decision = wanted("of-decision");
    const type = wanted("of-type");
    const name = wanted("of-name");
    return (item) => {
      const number = meant(item);
      if (decision === "open" && item.answer !== null) return false;
      if (decision === "done" && item.answer === null) return false;
      if (/\d/.test(decision) && item.record[0] !== Number(decision)) {
        return false;
      }
      return (!type || entity(number).type === type) &&
        (!name || number === Number(name));
    };
  }

  function filter() {
    const passes = filterNow();
    for (const item of items) {
      item.mark.classList.toggle("aside", !passes(item));
    }
    const open = items.find((item) => passes(item) && item.answer === null);
    show(open || items.find(passes) || null);
  }

  // The look of a mark follows what is decided.
  function paint(changed) {
    const passes = filterNow();
    for (const item of changed) {
      const { mark, answer } = item;
      mark.classList.toggle("done", answer !== null);
      mark.classList.toggle("rejected", answer === REJECTED);
      mark.classList.toggle("aside", !passes(item));
      const old = Array.from(mark.classList).find((one) => one.startsWith("t-"));
      mark.classList.replace(old, typeClass(entity(meant(item)).type));
    }
    const done = review.decided().length;
    bar.max = items.length || 1;
    bar.value = done;
    count.textContent = `${done} of ${items.length} reviewed`;
    undo.disabled = review.steps() === 0;
  }

  function verdict({ answer, record }) {
    if (answer === REJECTED) return "rejected";
    if (answer !== null) return "reviewed: " + entity(answer).label;
    return DECISIONS[record[0]];
  }

  function sense(number, parts, place) {
    const { label, type, dates } = entity(number);
    const chosen = current.answer === number;
    const key = place < 9 ? String(place + 1) : "";
    const one = make("button", { type: "button", class: typeClass(type),
      "aria-pressed": String(chosen), "aria-keyshortcuts": key },
      make("kbd", {}, key), spelled(label),
      make("small", {}, [type, dates].filter(Boolean).join(", ")),
      make("b", {}, percent(parts)));
    one.addEventListener("click", () => answer(number));
    return make("li", {}, one);
  }

  function show(item) {
    if (current) current.mark.classList.remove("here");
    current = item;
    everywhere.checked = false;
    page.hideCard(false);
    panel.classList.toggle("idle", !item);
    if (!item) {
      place.textContent = "";
      now.replaceChildren(make("p", {}, "No mentions of this kind."));
      return;
    }
    const passing = items.filter(filterNow());
    const at = passing.indexOf(item) + 1;
    place.textContent = `${at || "\u2013"} of ${passing.length}, ` +
      verdict(item);
    now.replaceChildren(
      make("h2", {}, spelled(item.quote)),
      make("ol", { class: "senses" }, ...item.record[1].map((one, place) =>
        sense(one[0], one[2], place))),
      search.box);
    search.clear();
    const others = review.alike(item).length - 1;
    alike.textContent = "Everywhere in this text " +
      (others ? `(${others} more)` : "(no more to review)");
    everywhere.disabled = others === 0;
    item.mark.classList.add("here");
    item.mark.scrollIntoView({ block: "center", behavior: "instant" });
    const [before, after] = review.context(item, 40);
    spoken.textContent = `${count.textContent}. ${verdict(item)}: ` +
      `${item.quote}, in: ${before}${item.quote}${after}`;
  }

  // The next item after the current one for which `test` holds, from the
  // begin again after the end.
  function find(test, by = 1) {
    const start = items.indexOf(current);
    for (let i = 1; i <= items.length; ++i) {
      const at = (start + by * i + 2 * items.length) % items.length;
      if (test(items[at])) return items[at];
    }
    return null;
  }

  function go(by) {
    const item = find(filterNow(), by);
    if (item) show(item);
  }

  function answer(number) {
    if (!current) return;
    const changed = everywhere.checked ? review.alike(current) : [current];
    review.decide(changed, number);
    saved = false;
    paint(changed);
    const passes = filterNow();
    const next = find((item) => item.answer === null && passes(item));
    const all = changed.length > 1 ? `${changed.length} mentions: ` : "";
    show(next || (passes(current) ? current : find(passes)));
    tell(next ? all + verdict(changed[0]) : "All of these are reviewed.");
  }

  const accept = () => current && answer(current.record[1][0][0]);

  function undone() {
    const changed = review.undo();
    if (!changed.length) return;
    saved = false;
    paint(changed);
    show(changed[0]);
    tell("Undone.");
  }

  function tell(text) {
    note.textContent = review.keeps() ? text : text +
      " This browser keeps nothing: save before you close the page.";
    spoken.textContent = `${text} ${spoken.textContent}`.trim();
  }

  function why() {
    if (!current) return;
    page.showCard(current.mark);
    page.pinCard();
    page.card.focus({ preventScroll: true });
  }

  function save() {
    const file = new Blob([review.table()],
      { type: "text/tab-separated-values;charset=utf-8" });
    const url = URL.createObjectURL(file);
    make("a", { href: url, download: "decisions.tsv" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    saved = true;
    tell(`Saved ${review.decided().length} decisions as decisions.tsv.`);
  }

  // --- begin, end

  function enter() {
    if (!items.length) review.read();
    if (!filters.childNodes.length) fillFilters();
    page.leave();
    page.closeSide();
    page.reviewing = true;
    root.classList.add("reviewing");
    panel.hidden = false;
    toggle.setAttribute("aria-pressed", "true");
    paint(items);
    filter();
    tell("");
  }

  function leave() {
    page.reviewing = false;
    root.classList.remove("reviewing");
    panel.hidden = true;
    toggle.setAttribute("aria-pressed", "false");
    if (current) current.mark.classList.remove("here");
    page.hideCard(false);
    toggle.focus();
  }
  toggle.addEventListener("click", () => page.reviewing ? leave() : enter());

  function every() {
    if (everywhere.disabled) return;
    everywhere.checked = !everywhere.checked;
    spoken.textContent = everywhere.checked ? alike.textContent : "this one only";
  }

  addEventListener("beforeunload", (event) => {
    if (!saved && !review.keeps()) event.preventDefault();
  });

  // A mark that is tapped in the review is the one at hand.
  page.take = (mark) => {
    const item = items.find((one) => one.mark === mark);
    if (item) show(item);
    return true;
  };
  page.only = (number) => {
    const name = document.getElementById("of-name");
    name.value = name.value === String(number) ? "all" : String(number);
    filter();
  };

  page.panel = { enter, leave, answer, accept, go, undone, save, why, every,
    search, current: () => current };
  if (location.hash.slice(1).split(",").includes("review")) enter();
})();
