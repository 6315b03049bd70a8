// SPDX-License-Identifier: Apache-2.0
//
// Walking through the mentions of one entity: they stand out, a bar says how
// the documents spell it, a rail at the edge shows where.

(() => {
  const { root, data, make, spelled, typeClass, spellingOf, marksOf } = page;
  const trail = make("div", { class: "trail", hidden: "hidden" });
  const rail = make("div", { class: "rail", "aria-hidden": "true" });
  document.body.append(trail, rail);
  let chosen = null;
  let all = [];  // the mentions that are walked through
  let as = "";  // the one spelling they have, if only that is walked through
  let step = 0;

  // All mentions of an entity, from `mark` on; `only`: those that are spelled
  // like the mark in its text.
  function choose(entity, mark, only) {
    leave();
    chosen = entity;
    as = only ? spellingOf(mark) : "";
    all = (marksOf.get(entity) || []).filter((one) => !only ||
      (spellingOf(one) === as &&
        one.closest("article") === mark.closest("article")));
    for (const one of all) one.classList.add("on");
    for (const link of document.querySelectorAll(`[data-e="${entity}"]`)) {
      link.setAttribute("aria-current", "true");
    }
    root.classList.add("chosen");
    step = Math.max(all.indexOf(mark), 0);
    page.hideCard(false);
    page.closeSide();
    drawRail();
    go(0);
  }

  function leave() {
    if (chosen === null) return;
    for (const one of document.querySelectorAll(".body mark.on")) {
      one.classList.remove("on", "here");
    }
    for (const link of document.querySelectorAll("[data-e][aria-current]")) {
      link.removeAttribute("aria-current");
    }
    root.classList.remove("chosen");
    trail.hidden = true;
    rail.replaceChildren();
    chosen = null;
    all = [];
  }

  function drawRail() {
    const entity = data.entities[chosen];
    rail.className = "rail " + typeClass(entity.type);
    const height = root.scrollHeight;
    const ticks = all.slice(0, 500).map((mark) => {
      const tick = make("i");
      const top = mark.getBoundingClientRect().top + scrollY;
      tick.style.top = (100 * top / height).toFixed(2) + "%";
      return tick;
    });
    rail.replaceChildren(...ticks);
  }

  function spellings() {
    const counts = new Map();
    for (const mark of all) {
      const text = spellingOf(mark);
      counts.set(text, (counts.get(text) || 0) + 1);
    }
    const line = make("span", { class: "spellings" });
    const sorted = Array.from(counts).sort((a, b) => b[1] - a[1]);
    for (const [text, count] of sorted.slice(0, 8)) {
      if (line.childNodes.length) line.append(" \u00b7 ");
      line.append(spelled(text), count > 1 ? " " + count : "");
    }
    return line;
  }

  function go(by) {
    if (!all.length) return leave();
    step = (step + by + all.length) % all.length;
    for (const one of document.querySelectorAll(".body mark.here")) {
      one.classList.remove("here");
    }
    all[step].classList.add("here");
    all[step].scrollIntoView({ block: "center" });
    showTrail();
  }

  function showTrail() {
    const entity = data.entities[chosen];
    const button = (label, text, action) => {
      const one = make("button",
        { type: "button", "aria-label": label, title: label }, text);
      one.addEventListener("click", action);
      return one;
    };
    trail.className = "trail " + typeClass(entity.type);
    trail.setAttribute("aria-label", "Mentions of " + entity.label);
    trail.replaceChildren(
      make("b", {}, spelled(entity.label)),
      make("span", { class: "count", "aria-live": "polite" },
        step + 1 + " / " + all.length),
      button("Previous mention (p)", "\u2191", () => go(-1)),
      button("Next mention (n)", "\u2193", () => go(1)),
      as ? make("span", { class: "spellings" }, "as ", spelled(as)) :
        spellings(),
      button("Done", "\u2715", leave));
    trail.hidden = false;
  }

  Object.assign(page, {
    choose, leave, go, trail, chosen: () => chosen,
  });
})();
