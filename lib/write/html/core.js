// SPDX-License-Identifier: Apache-2.0
//
// An annotated page reads well without scripts; with them it has a card for
// each name (card.js, index.js), a walk through the mentions of an entity
// (walk.js), a list that finds and hides, and light or dark (page.js), and a
// review of the mentions (review.js, search.js, panel.js, keys.js). The files
// follow each other in one script and share `page`, made here. Everything is
// built from text nodes: nothing of a document or lexicon is ever parsed as
// HTML.
"use strict";

const page = (() => {
  const root = document.documentElement;
  root.classList.add("js");
  const errors = [];
  window.addEventListener("error", (event) => errors.push(event.message));

  // {lexicon, entities, forms, words, records, sources}: see html_data.cc.
  const data = JSON.parse(document.getElementById("khitai-data").textContent);

  // An element with attributes and children; strings become text.
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child || child === 0));
    return element;
  }

  // Text in a script and language of its own.
  const spelled = (text, tag) => make("bdi", { lang: tag, dir: "auto" }, text);

  // Nodes with a separator between them, which stays out of their direction.
  const joined = (nodes, separator) =>
    nodes.flatMap((node, i) => (i ? [separator, node] : [node]));

  const typeClass = (type) => "t-" + type.replace(/[^a-z0-9]/g, "-");

  const marks = Array.from(document.querySelectorAll(".body mark:not(.again)"));
  // [decision, [candidate, ...], reviewed], the best first; the last one is 1
  // for what a reader decided, 2 for what a reader rejected, else not there.
  const recordOf = (mark) => data.records[Number(mark.dataset.m)];
  const entityOf = (mark) => recordOf(mark)[1][0][0];
  const spellingOf = (mark) => mark.textContent.replace(/\s+/g, " ");

  const marksOf = new Map();  // of each entity, in the order of the text
  for (const mark of marks) {
    if (mark.matches(".unlikely, .rejected")) continue;
    const entity = entityOf(mark);
    if (!marksOf.has(entity)) marksOf.set(entity, []);
    marksOf.get(entity).push(mark);
  }

  // Without scripts a mark does nothing, and needs no place among the keys.
  for (const mark of marks) {
    if (mark.classList.contains("rejected")) continue;
    mark.tabIndex = 0;
    mark.setAttribute("role", "button");
  }

  // What was rejected is a name in the review only.
  const markAt = (target) => target instanceof Element && target.closest(
    root.classList.contains("reviewing") ? ".body mark" :
      ".body mark:not(.rejected)");

  return {
    root, errors, data, make, spelled, joined, typeClass, marks, recordOf,
    entityOf, spellingOf, marksOf, markAt,
  };
})();
