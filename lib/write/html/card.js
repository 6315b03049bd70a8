// SPDX-License-Identifier: Apache-2.0
//
// The card: what the lexicon knows of the name under the pointer, in focus or
// tapped. It goes away by itself unless it was pinned by a click or Enter.

(() => {
  const { data, make, spelled, joined, typeClass, recordOf, entityOf, marksOf,
    markAt } = page;

  function percent(parts) {
    if (parts <= 0) return "0%";
    if (parts < 100) return "<1%";
    if (parts > 9900 && parts < 10000) return ">99%";
    return Math.round(parts / 100) + "%";
  }

  const card = make("div", {
    class: "card", id: "card", role: "dialog", hidden: "hidden", tabindex: "-1",
  });
  document.body.append(card);
  let shownMark = null;
  let pinned = false;
  let timer = 0;

  function nativeForms(entity) {
    const forms = entity.native.map(([text, tag]) => spelled(text, tag));
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

  function verdict([decision, candidates, reviewed]) {
    if (reviewed === 1) {
      return [make("h3", { class: "sure" }, "Decided by a reader")];
    }
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

  // Buttons to the mentions before and after this one.
  function hopsOf(mark) {
    const all = marksOf.get(entityOf(mark)) || [];
    const at = all.indexOf(mark);
    if (at < 0 || all.length < 2 || page.reviewing) return null;
    const button = (label, text, by) => {
      const one = make("button", { type: "button", "aria-label": label,
        title: label, "data-by": String(by) }, text);
      one.disabled = !all[at + by];
      one.addEventListener("click", (event) => {
        event.stopPropagation();  // it leaves the card, and is no click outside
        hop(by);
      });
      return one;
    };
    return make("span", { class: "hops" },
      button("Previous mention (p)", "\u2191", -1),
      make("span", { class: "count" }, `${at + 1} / ${all.length}`),
      button("Next mention (n)", "\u2193", 1));
  }

  function visit(mark) {
    if (page.reviewing) return page.take(mark);
    hideCard(false);
    mark.scrollIntoView({ block: "center", behavior: "instant" });
    mark.focus({ preventScroll: true });
    showCard(mark);
    pinCard();  // whatever the pointer lies over now
  }

  // To a mention of the same entity, and to the same button there.
  function hop(by) {
    const all = shownMark ? marksOf.get(entityOf(shownMark)) || [] : [];
    const next = all[all.indexOf(shownMark) + by];
    if (!next || !all.includes(shownMark)) return;
    const inside = card.contains(document.activeElement);
    visit(next);
    if (!inside) return;
    const button = card.querySelector(`[data-by="${by}"]:enabled`);
    (button || card).focus({ preventScroll: true });
  }

  function cardFor(mark) {
    const [, candidates] = recordOf(mark);
    const entity = data.entities[candidates[0][0]];
    const count = (marksOf.get(candidates[0][0]) || []).length;
    const all = make("button", { type: "button", class: "all" },
      count === 1 ? "Only mention" : "All " + count + " mentions");
    all.addEventListener("click", () => page.choose(candidates[0][0], mark));
    const close = make("button", { type: "button", class: "close" }, "Close");
    close.addEventListener("click", () => hideCard(true));
    const kind = [entity.type, entity.dates].filter(Boolean).join(" \u00b7 ");
    return [
      make("p", { class: "kind" }, kind),
      make("h2", {}, spelled(entity.label)),
      nativeForms(entity),
      entity.description && make("p", {}, entity.description),
      ...verdict(recordOf(mark)),
      ...page.variantsOf(mark),
      ...matchedForm(candidates[0]),
      ...reasons(candidates[0]),
      ...namesOf(entity),
      make("div", { class: "foot" }, make("small", {}, entity.id),
        hopsOf(mark), count > 0 && all, close),
    ];
  }

  function placeCard(mark, event) {
    const boxes = Array.from(mark.getClientRects());
    const y = event && event.clientY;
    const box = boxes.find((one) => y >= one.top && y <= one.bottom) ||
      boxes[0] || mark.getBoundingClientRect();
    const below = innerHeight - box.bottom - 16;
    const above = box.top - 16;
    card.style.maxHeight = Math.min(640, Math.max(below, above)) + "px";
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
    const sheet = card.getBoundingClientRect();  // may lie over its mark
    const box = shownMark.getBoundingClientRect();
    const hides = box.right > sheet.left && box.left < sheet.right &&
      box.bottom > sheet.top && box.top < sheet.bottom;
    if (hides) scrollBy({ top: box.bottom - sheet.top + 24 });
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
    if (mark && page.reviewing) return;
    if (mark) showCard(mark);
    else if (!card.contains(event.target)) hideCard(false);
  });
  document.addEventListener("click", (event) => {
    const mark = markAt(event.target);
    if (mark && page.reviewing) {
      page.take(mark);
    } else if (mark) {
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

  Object.assign(page, { card, showCard, pinCard, hideCard, hop, visit, percent });
})();
