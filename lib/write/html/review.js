// SPDX-License-Identifier: Apache-2.0
//
// What a reader decides of the mentions: kept in the browser by lexicon and
// document, undone step by step, and written as the rows of decisions.tsv,
// which `khitai annotate --decisions` replays (docs/format.md). The panel that
// asks for it is panel.js.

page.review = (() => {
  const { data, marks, recordOf } = page;
  const REJECTED = -1;  // else the number of an entity; null: not decided
  const CONTEXT = 32;  // characters quoted on either side ...
  const MOST_CONTEXT = 1024;  // ... or more, up to so many, to tell places apart

  const items = [];  // one for each mark, in the order of the text
  const history = [];  // steps: [[item, answer before], ...]
  let articles = [];
  let keeps = true;  // whether the browser lets us keep anything

  // The text of an article as places in it are quoted: white space is one
  // space, and what is no character is left out (lib/text/quoted.h).
  class Text {
    constructor(article) {
      this.parts = [];
      this.length = 0;
      this.spans = new Map();  // of marks: [begin, end]
      this.last = new Map();  // of each record, the mark met last
      for (const paragraph of article.querySelectorAll(".body p")) {
        this.add("\n");
        this.walk(paragraph);
      }
      this.text = this.parts.join("");
    }
    add(text) {
      const clean = text.replace(/\uFFFD/g, "").replace(/[ \t\n]+/g, " ");
      const double = clean.startsWith(" ") && (this.spaced || !this.length);
      const rest = double ? clean.slice(1) : clean;
      if (!rest) return;
      this.parts.push(rest);
      this.length += rest.length;
      this.spaced = rest.endsWith(" ");
    }
    walk(node) {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) {
          this.add(child.data);
        } else if (child.tagName === "MARK") {
          this.mark(child);
        }
      }
    }
    // Where mentions cross, the later one is marked in pieces.
    mark(element) {
      const before = this.last.get(element.dataset.m);
      const again = element.classList.contains("again") && before &&
        this.spans.get(before)[1] === this.length;
      const begin = this.length;
      this.walk(element);
      if (again) {
        this.spans.get(before)[1] = this.length;
      } else if (!element.classList.contains("again")) {
        this.spans.set(element, [begin, this.length]);
        this.last.set(element.dataset.m, element);
      }
    }
  }

  const firstAnswer = ([, candidates, reviewed]) =>
    reviewed === 1 ? candidates[0][0] : reviewed === 2 ? REJECTED : null;

  function read() {
    const seen = new Map();
    const numbers = new Map(marks.map((mark, i) => [mark, i]));
    articles = Array.from(document.querySelectorAll("article"), (element) => {
      const copy = (seen.get(element.dataset.hash) || 0) + 1;
      seen.set(element.dataset.hash, copy);
      const { text, spans } = new Text(element);
      const article = {
        text, name: element.querySelector("h2").textContent, items: [],
        key: ["khitai", data.lexicon, element.dataset.hash, copy].join(":"),
      };
      for (const [mark, [begin, end]] of spans) {
        const first = firstAnswer(recordOf(mark));
        const item = { mark, article, begin, end, first, answer: first,
          record: recordOf(mark), quote: text.slice(begin, end) };
        item.spelling = item.quote.normalize("NFC");
        if (!item.quote) continue;
        items[numbers.get(mark)] = item;
        article.items.push(item);
      }
      return article;
    });
    // Without those that have nothing to quote.
    const full = items.filter(Boolean);
    items.length = 0;
    for (const item of full) items.push(item);
    recall();
  }

  const placeOf = (item) => item.begin + "+" + (item.end - item.begin);

  function recall() {
    const numbers = new Map(data.entities.map(({ id }, i) => [id, i]));
    numbers.set("-", REJECTED).set("", null);
    for (const article of articles) {
      let kept = {};
      try {
        kept = JSON.parse(localStorage.getItem(article.key)) || {};
      } catch {
        keeps = false;  // denied, or not ours
      }
      for (const item of article.items) {
        const number = numbers.get(kept[placeOf(item)]);
        if (number !== undefined) item.answer = number;
      }
    }
  }

  const idOf = (answer) => answer === null ? "" :
    answer === REJECTED ? "-" : data.entities[answer].id;

  function keep(changed) {
    for (const article of new Set(changed.map((item) => item.article))) {
      const kept = {};
      for (const item of article.items) {
        if (item.answer !== item.first) kept[placeOf(item)] = idOf(item.answer);
      }
      try {
        localStorage.setItem(article.key, JSON.stringify(kept));
      } catch {
        keeps = false;
      }
    }
  }

  function decide(changed, answer) {
    history.push(changed.map((item) => [item, item.answer]));
    for (const item of changed) item.answer = answer;
    keep(changed);
  }

  // The items that are as they were before the last step.
  function undo() {
    const step = history.pop() || [];
    for (const [item, answer] of step) item.answer = answer;
    const changed = step.map(([item]) => item);
    keep(changed);
    return changed;
  }

  // The item, and what is spelled alike in its text and not decided yet.
  const alike = (item) => item.article.items.filter((one) => one === item ||
    (one.answer === null && one.spelling === item.spelling));

  // --- decisions.tsv

  // No half of a surrogate pair at the edge.
  function whole(text, at) {
    const code = text.charCodeAt(at);
    return code >= 0xDC00 && code < 0xE000 ? at - 1 : at;
  }

  function context({ article: { text }, begin, end }, size) {
    const from = whole(text, Math.max(begin - size, 0));
    const to = whole(text, Math.min(end + size, text.length));
    return [text.slice(from, begin), text.slice(end, to)];
  }

  // How many places have the same words around them, by a count of all places
  // with as many on both sides; what stands near an end of the text has fewer.
  function placesOf(text, quote) {
    const places = [];
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      places.push(at);
    }
    const counts = (size) => {
      const all = new Map();
      for (const at of places) {
        const key = text.slice(Math.max(at - size, 0), at + quote.length + size);
        all.set(key, (all.get(key) || 0) + 1);
      }
      return all;
    };
    const isAlone = (item, size, count) => {
      const { begin, end } = item;
      if (begin >= size && end + size <= text.length) {
        return count.get(text.slice(begin - size, end + size)) === 1;
      }
      const [prefix, suffix] = context(item, size);
      const wanted = prefix + quote + suffix;
      return places.every((at) => at === begin ||
        at < prefix.length || !text.startsWith(wanted, at - prefix.length));
    };
    return { counts, isAlone };
  }

  function contexts(decided) {
    const found = new Map();
    const groups = new Map();
    for (const item of decided) {
      const key = item.article.key + "\n" + item.quote;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
    for (let open of groups.values()) {
      const { counts, isAlone } = placesOf(open[0].article.text, open[0].quote);
      for (let size = CONTEXT; open.length; size *= 2) {
        const count = counts(size);
        const last = size >= MOST_CONTEXT;
        open = open.filter((item) => {
          if (!last && !isAlone(item, size, count)) return true;
          found.set(item, context(item, size));
          return false;
        });
      }
    }
    return found;
  }

  const decided = () => items.filter((item) => item.answer !== null);

  function table() {
    const all = decided();
    const around = contexts(all);
    const rows = all.map((item) => [item.article.name.replace(/\s/g, " "),
      item.quote, ...around.get(item), idOf(item.answer)]);
    return [["document", "quote", "prefix", "suffix", "entity"], ...rows]
      .map((row) => row.join("\t") + "\n").join("");
  }

  return {
    REJECTED, items, read, decide, undo, alike, decided, table, context,
    steps: () => history.length, keeps: () => keeps,
  };
})();
