// SPDX-License-Identifier: Apache-2.0
//
// The list of names, the bar, the keys, and what the tests ask.

(() => {
  const { root, data, make, marks, marksOf, spellingOf, markAt, card } = page;
  const byId = (id) => document.getElementById(id);
  const side = byId("side");
  const openSide = byId("open-side");

  function closeSide() {
    side.classList.remove("open");
    openSide.setAttribute("aria-expanded", "false");
  }
  openSide.addEventListener("click", () => {
    const open = side.classList.toggle("open");
    openSide.setAttribute("aria-expanded", String(open));
  });
  side.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    if (!link.dataset.e) return closeSide();
    event.preventDefault();
    const entity = Number(link.dataset.e);
    if (page.reviewing) page.only(entity);
    else if (page.chosen() === entity) page.leave();
    else page.choose(entity);
  });

  // Case and marks aside.
  const plain = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const found = new Map();  // what may be typed to find an entity

  function wordsOf(number) {
    if (!found.has(number)) {
      const entity = data.entities[number];
      const forms = entity.names.flatMap(([, groups]) =>
        groups.flatMap((group) => group[2]));
      const here = (marksOf.get(number) || []).map(spellingOf);
      const all = new Set([entity.label, ...forms, ...here]);
      found.set(number, plain(Array.from(all).join("\n")));
    }
    return found.get(number);
  }
  byId("find").addEventListener("input", (event) => {
    const wanted = plain(event.target.value.trim());
    for (const type of side.querySelectorAll("section.type")) {
      let any = false;
      for (const item of type.querySelectorAll("li")) {
        const entity = Number(item.firstElementChild.dataset.e);
        item.hidden = !wordsOf(entity).includes(wanted);
        any = any || !item.hidden;
      }
      type.hidden = !any;
    }
  });

  const hidden = make("style");
  document.head.append(hidden);
  side.addEventListener("change", (event) => {
    if (!event.target.classList.contains("show")) return;
    const off = Array.from(side.querySelectorAll(".show:not(:checked)"));
    hidden.textContent = off.map((box) => `.body mark.${box.value} ` +
      "{ --tint: transparent; text-decoration: none; cursor: text; }" +
      `.tagged .body mark.${box.value}::after { content: none; }`).join("\n");
  });

  byId("tags").addEventListener("click", (event) => {
    const on = root.classList.toggle("tagged");
    event.target.setAttribute("aria-pressed", String(on));
  });

  const theme = byId("theme");
  const isDark = () => root.dataset.theme === "dark" || (!root.dataset.theme &&
    matchMedia("(prefers-color-scheme: dark)").matches);
  function setTheme(name) {
    if (name) root.dataset.theme = name;
    theme.setAttribute("aria-pressed", String(isDark()));
  }
  theme.addEventListener("click", () => setTheme(isDark() ? "light" : "dark"));
  const asked = location.hash.slice(1).split(",");
  setTheme(asked.find((word) => word === "dark" || word === "light"));

  document.addEventListener("keydown", (event) => {
    const command = event.ctrlKey || event.metaKey || event.altKey;
    const walking = page.chosen() !== null && !command &&
      !event.target.matches("input");
    const mark = markAt(event.target);
    if (event.key === "Escape") {
      if (!card.hidden) page.hideCard(true);
      else page.leave();
      closeSide();
    } else if (mark && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      page.showCard(mark);
      page.pinCard();
      card.focus({ preventScroll: true });
    } else if (walking) {
      if (event.key === "n") page.go(1);
      if (event.key === "p") page.go(-1);
    } else if (!card.hidden && !command && !event.target.matches("input")) {
      if (event.key === "n") page.hop(1);
      if (event.key === "p") page.hop(-1);
    }
  });

  Object.assign(page, { closeSide, plain, wordsOf });

  // A window that is not in front moves the focus and sends no event of it.
  function focusOn(mark) {
    mark.focus();
    if (!document.hasFocus()) {
      mark.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    }
  }

  const shownCard = () => !card.hidden && card.textContent;

  // What the card says a moment after the pointer came over a mark. Nothing is
  // in focus then: a window that comes to the front late tells of it late.
  async function hoverOver(mark) {
    document.activeElement.blur();
    page.hideCard(false);
    mark.dispatchEvent(new PointerEvent("pointerover",
      { bubbles: true, pointerType: "mouse" }));
    await new Promise((done) => setTimeout(done, 400));
    return shownCard();
  }

  // #selftest leaves what it saw in an attribute.
  async function selfTest() {
    const inside = (box) => box.left >= 0 && box.right <= innerWidth + 1 &&
      box.top >= 0 && box.bottom <= innerHeight + 1;
    const seen = {
      marks: marks.length,
      entities: document.querySelectorAll("[data-e]").length,
      overflow: root.scrollWidth > innerWidth,
      directions: Array.from(document.querySelectorAll(".body p"),
        (paragraph) => getComputedStyle(paragraph).direction),
    };
    focusOn(marks[0]);
    seen.card = shownCard();
    seen.inside = inside(card.getBoundingClientRect());
    seen.hover = await hoverOver(marks[1]);
    document.querySelector("[data-e]").click();
    seen.on = document.querySelectorAll(".body mark.on").length;
    seen.trail = page.trail.textContent;
    byId("find").value = "qatw";
    byId("find").dispatchEvent(new Event("input"));
    seen.found = side.querySelectorAll(
      "section.type:not([hidden]) li:not([hidden])").length;
    seen.errors = page.errors;
    root.dataset.selftest = JSON.stringify(seen);
  }
  if (asked.includes("selftest")) selfTest();
})();
