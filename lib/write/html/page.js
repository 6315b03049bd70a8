// SPDX-License-Identifier: Apache-2.0
//
// What an annotated page does: a card for each name (hover, focus, tap), a list
// that chooses an entity and walks through its mentions, types to hide, light
// or dark. The page reads well without it. Everything is built from text nodes:
// nothing of a document or lexicon is ever parsed as HTML.
(() => {
  "use strict";
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("khitai-data").textContent);
  const errors = [];
  window.addEventListener("error", (event) => errors.push(event.message));
  root.classList.add("js");

  // An element with attributes and children; strings become text.
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== undefined && value !== "") element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child || child === 0));
    return element;
  }

  // ---- What marks say ------------------------------------------------------

  const DECISIONS = ["match", "ambiguous", "none"];
  const typeClass = (type) => "t-" + type.replace(/[^a-z0-9]/g, "-");
  const marks = Array.from(document.querySelectorAll(".body mark:not(.again)"));
  const recordOf = (mark) => data.records[Number(mark.dataset.m)];
  const entityOf = (mark) => recordOf(mark)[1][0][0];
  const spellingOf = (mark) => mark.textContent.replace(/\s+/g, " ");

  const marksOf = new Map();  // of each entity, in the order of the text
  for (const mark of marks) {
    if (mark.classList.contains("unlikely")) continue;
    const entity = entityOf(mark);
    if (!marksOf.has(entity)) marksOf.set(entity, []);
    marksOf.get(entity).push(mark);
  }

  function percent(parts) {
    if (parts <= 0) return "0%";
    if (parts < 100) return "<1%";
    if (parts > 9900 && parts < 10000) return ">99%";
    return Math.round(parts / 100) + "%";
  }

  // ---- The card ------------------------------------------------------------

  const card = make("div", {
    class: "card", id: "card", role: "dialog", hidden: "hidden", tabindex: "-1",
  });
  document.body.append(card);
  let shownMark = null;
  let pinned = false;
  let timer = 0;

  const spelled = (text, tag) => make("bdi", { lang: tag, dir: "auto" }, text);

  // Nodes with a separator between them, which stays out of their direction.
  const joined = (nodes, separator) =>
    nodes.flatMap((node, i) => (i ? [separator, node] : [node]));

  // Languages whose spellings stand for their script, where there are several.
  const CHIEF = ["lzh", "zh", "fa", "ar", "ru", "mn", "ja", "ko", "sa"];
  const rank = (tag) => {
    const place = CHIEF.indexOf(tag.split("-")[0]);
    return place < 0 ? CHIEF.length : place;
  };

  function nativeForms(entity) {
    const forms = [];
    for (const [script, groups] of entity.names) {
      if (script === "Latin" || forms.length === 3) continue;
      const [chief] = groups.filter((group) => group[2].length)
        .sort((a, b) => rank(a[1]) - rank(b[1]));
      if (chief) forms.push(spelled(chief[2][0], chief[1]));
    }
    return forms.length > 0 &&
      make("p", { class: "native" }, ...joined(forms, " \u00b7 "));
  }

  function meter(parts) {
    const bar = make("i");
    bar.style.width = Math.max(parts / 100, 1) + "%";
    return make("span", { class: "meter" }, bar);
  }

  const VERDICTS = [
    "A clear match", "Ambiguous: could be any of these", "Unlikely to be meant",
  ];

  function verdict(decision, candidates) {
    if (candidates.length === 1) {
      const parts = candidates[0][2];
      return [make("h3", { class: "sure" }, VERDICTS[decision],
        make("b", {}, percent(parts))), meter(parts)];
    }
    return [make("h3", {}, VERDICTS[decision]), make("ol", {},
      ...candidates.map((one, i) => choice(one, i > 0)))];
  }

  function choice(candidate, dates) {
    const entity = data.entities[candidate[0]];
    const about = [entity.type, entity.dates].filter(Boolean).join(", ");
    return make("li", { class: "choice " + typeClass(entity.type) },
      make("span", {}, spelled(entity.label),
        dates && make("small", {}, about),
        make("b", {}, percent(candidate[2]))),
      meter(candidate[2]));
  }

  function sourcesOf(form) {
    return joined(form.sources.map(([id, locus]) => make("cite",
      { title: data.sources[id] }, id + (locus ? " " + locus : ""))), "; ");
  }

  function matchedForm(candidate) {
    const form = data.forms[candidate[1]];
    const sense = data.words[candidate[4]];
    const sources = sourcesOf(form);
    const about = [form.lang, sense, form.standing].filter(Boolean).join("; ");
    return [
      make("h3", {}, "Matched spelling"),
      make("p", { class: "form" }, spelled(form.text, form.tag)),
      make("p", { class: "aside" }, about, sources.length > 0 && "; ",
        ...sources),
    ];
  }

  const KEPT = 4;  // reasons that stand open

  function reasons(candidate) {
    if (!candidate[3].length) return [];
    const items = candidate[3].map((number) => make("li",
      { class: number < 0 ? "against" : "for" },
      data.words[number < 0 ? ~number : number]));
    const rest = items.slice(KEPT);
    return [
      make("h3", {}, "Why"),
      make("ul", { class: "why" }, ...items.slice(0, KEPT)),
      rest.length > 0 && make("details", {},
        make("summary", {}, rest.length + " more"),
        make("ul", { class: "why" }, ...rest)),
    ];
  }

  function namesOf(entity) {
    if (!entity.names.length) return [];
    const list = make("dl", { class: "names" });
    for (const [script, groups] of entity.names) {
      const cell = make("dd");
      for (const [lang, tag, forms, more] of groups) {
        const left = more > 0 && (forms.length ? " +" : "") + more +
          (forms.length ? "" : " generated");
        cell.append(make("p", {}, make("small", {}, lang + " "),
          ...joined(forms.map((form) => spelled(form, tag)), ", "),
          left && make("small", {}, left)));
      }
      list.append(make("dt", {}, script || "Other"), cell);
    }
    const count = entity.names.reduce((sum, [, groups]) =>
      sum + groups.length, 0);
    if (count <= 6) return [make("h3", {}, "Names by script"), list];
    return [make("h3", {}, "Names by script"), make("details", {},
      make("summary", {}, "in " + count + " languages and spellings"), list)];
  }

  function cardFor(mark) {
    const [decision, candidates] = recordOf(mark);
    const entity = data.entities[candidates[0][0]];
    const count = (marksOf.get(candidates[0][0]) || []).length;
    const all = make("button", { type: "button", class: "all" },
      count === 1 ? "Only mention" : "All " + count + " mentions");
    all.addEventListener("click", () => choose(candidates[0][0], mark));
    const close = make("button", { type: "button", class: "close" }, "Close");
    close.addEventListener("click", () => hideCard(true));
    const kind = [entity.type, entity.dates].filter(Boolean).join(" \u00b7 ");
    return [
      make("p", { class: "kind" }, kind),
      make("h2", {}, spelled(entity.label)),
      nativeForms(entity),
      entity.description && make("p", {}, entity.description),
      ...verdict(decision, candidates),
      ...matchedForm(candidates[0]),
      ...reasons(candidates[0]),
      ...namesOf(entity),
      make("div", { class: "foot" }, make("small", {}, entity.id),
        count > 0 && all, close),
    ];
  }

  function placeCard(mark, event) {
    const boxes = Array.from(mark.getClientRects());
    const y = event && event.clientY;
    const box = boxes.find((one) => y >= one.top && y <= one.bottom) ||
      boxes[0] || mark.getBoundingClientRect();
    const below = innerHeight - box.bottom - 16;
    const above = box.top - 16;
    card.style.maxHeight = Math.min(544, Math.max(below, above)) + "px";
    const height = card.offsetHeight;
    const top = height <= below || below >= above ?
      box.bottom + 8 : box.top - height - 8;
    const left = Math.min(box.left, innerWidth - card.offsetWidth - 8);
    card.style.left = Math.max(left, 8) + "px";
    card.style.top = top + "px";
  }

  function showCard(mark, event) {
    clearTimeout(timer);
    if (mark.title) {  // the card says more
      mark.dataset.title = mark.title;
      mark.removeAttribute("title");
    }
    if (shownMark !== mark || card.hidden) {
      if (shownMark) shownMark.removeAttribute("aria-describedby");
      const entity = data.entities[entityOf(mark)];
      card.className = "card " + typeClass(entity.type);
      card.setAttribute("aria-label", entity.label);
      card.replaceChildren(...cardFor(mark).filter(Boolean));
      card.hidden = false;
      card.scrollTop = 0;
      mark.setAttribute("aria-describedby", "card");
      shownMark = mark;
      pinned = false;
      placeCard(mark, event);
    }
  }

  function pinCard() {
    pinned = true;
    card.classList.add("pinned");
  }

  function hideCard(back) {
    clearTimeout(timer);
    if (back && shownMark && card.contains(document.activeElement)) {
      shownMark.focus({ preventScroll: true });
    }
    if (shownMark) shownMark.removeAttribute("aria-describedby");
    card.hidden = true;
    pinned = false;
    shownMark = null;
  }

  const markAt = (target) => target instanceof Element &&
    target.closest(".body mark");
  const later = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || pinned) return;
    const mark = markAt(event.target);
    if (mark) later(() => showCard(mark, event), card.hidden ? 140 : 60);
    else if (card.contains(event.target)) clearTimeout(timer);
    else if (!card.hidden) later(() => hideCard(false), 220);
  });
  document.addEventListener("focusin", (event) => {
    const mark = markAt(event.target);
    if (mark) showCard(mark);
    else if (!card.contains(event.target)) hideCard(false);
  });
  document.addEventListener("click", (event) => {
    const mark = markAt(event.target);
    if (mark) {
      showCard(mark, event);
      pinCard();
    } else if (!card.hidden && !card.contains(event.target)) {
      hideCard(false);
    }
  });
  addEventListener("scroll", () => {
    if (card.hidden) return;
    const box = shownMark.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight) hideCard(false);
    else placeCard(shownMark);
  }, { passive: true });
  addEventListener("resize", () => {
    if (!card.hidden) placeCard(shownMark);
  });

  // ---- Walking through the mentions of an entity ---------------------------

  const trail = make("div", { class: "trail", hidden: "hidden" });
  const rail = make("div", { class: "rail", "aria-hidden": "true" });
  document.body.append(trail, rail);
  let chosen = null;
  let step = 0;

  function choose(entity, mark) {
    leave();
    chosen = entity;
    const all = marksOf.get(entity) || [];
    for (const one of all) one.classList.add("on");
    for (const link of document.querySelectorAll(`[data-e="${entity}"]`)) {
      link.setAttribute("aria-current", "true");
    }
    root.classList.add("chosen");
    step = Math.max(all.indexOf(mark), 0);
    hideCard(false);
    closeSide();
    drawRail(all);
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
  }

  function drawRail(all) {
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

  function spellings(all) {
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
    const all = marksOf.get(chosen) || [];
    if (!all.length) return leave();
    step = (step + by + all.length) % all.length;
    for (const one of document.querySelectorAll(".body mark.here")) {
      one.classList.remove("here");
    }
    all[step].classList.add("here");
    all[step].scrollIntoView({ block: "center" });
    showTrail(all);
  }

  function showTrail(all) {
    const entity = data.entities[chosen];
    const button = (label, text, action) => {
      const one = make("button", { type: "button", "aria-label": label }, text);
      one.addEventListener("click", action);
      return one;
    };
    trail.className = "trail " + typeClass(entity.type);
    trail.setAttribute("aria-label", "Mentions of " + entity.label);
    trail.replaceChildren(
      make("b", {}, spelled(entity.label)),
      make("span", { class: "count", "aria-live": "polite" },
        step + 1 + " / " + all.length),
      button("Previous mention", "\u2191", () => go(-1)),
      button("Next mention", "\u2193", () => go(1)),
      spellings(all),
      button("Done", "\u2715", leave));
    trail.hidden = false;
  }

  // ---- The list, the bar, the keys -----------------------------------------

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
    if (chosen === entity) leave();
    else choose(entity);
  });

  const spellingsOf = new Map();  // lower case, for finding
  for (const [entity, all] of marksOf) {
    const words = new Set(all.map((mark) => spellingOf(mark).toLowerCase()));
    spellingsOf.set(entity, Array.from(words).join("\n"));
  }
  byId("find").addEventListener("input", (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    for (const type of side.querySelectorAll("section.type")) {
      let any = false;
      for (const item of type.querySelectorAll("li")) {
        const entity = Number(item.firstElementChild.dataset.e);
        const words = data.entities[entity].label.toLowerCase() + "\n" +
          (spellingsOf.get(entity) || "");
        item.hidden = !words.includes(wanted);
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
      "{ background: none; text-decoration: none; cursor: text; }" +
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
    const typing = event.target.matches("input");
    const mark = markAt(event.target);
    if (event.key === "Escape") {
      if (!card.hidden) hideCard(true);
      else leave();
      closeSide();
    } else if (mark && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      showCard(mark);
      pinCard();
      card.focus({ preventScroll: true });
    } else if (chosen !== null && !typing && !event.ctrlKey && !event.metaKey) {
      if (event.key === "n") go(1);
      if (event.key === "p") go(-1);
    }
  });

  // ---- For the tests: #selftest leaves what it saw in an attribute ---------

  function selfTest() {
    const seen = {
      marks: marks.length,
      entities: document.querySelectorAll("[data-e]").length,
      overflow: root.scrollWidth > innerWidth,
      directions: Array.from(document.querySelectorAll(".body p"),
        (paragraph) => getComputedStyle(paragraph).direction),
      records: data.records.map((record) => DECISIONS[record[0]]),
    };
    if (marks.length) {
      marks[0].focus();
      seen.card = !card.hidden && card.textContent;
      const box = card.getBoundingClientRect();
      seen.inside = box.left >= 0 && box.right <= innerWidth + 1 &&
        box.top >= 0 && box.bottom <= innerHeight + 1;
      const first = document.querySelector("[data-e]");
      if (first) first.click();
      seen.on = document.querySelectorAll(".body mark.on").length;
      seen.trail = trail.textContent;
    }
    seen.errors = errors;
    root.dataset.selftest = JSON.stringify(seen);
  }
  if (asked.includes("selftest")) selfTest();
})();
