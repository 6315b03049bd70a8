// SPDX-License-Identifier: Apache-2.0
//
// A search for a sense among all entities that the page knows: by label, id or
// any of the spellings it has. `pick` is called with the number of an entity.

page.senseSearch = (pick) => {
  const { data, make, spelled, typeClass, plain, wordsOf } = page;
  const entity = (number) => data.entities[number];
  const MOST = 8;
  const input = make("input", { type: "search", role: "combobox",
    placeholder: "Another sense (o)", "aria-label": "Another sense",
    "aria-expanded": "false", "aria-controls": "senses-found",
    "aria-autocomplete": "list", autocomplete: "off" });
  const list = make("ul", { id: "senses-found", role: "listbox",
    "aria-label": "Senses found" });
  const box = make("div", { class: "other" }, input, list);
  let found = [];
  let at = 0;

  function point(to) {
    at = to;
    Array.from(list.children, (one, i) =>
      one.setAttribute("aria-selected", String(i === at)));
    const one = list.children[at];
    if (one && found.length) input.setAttribute("aria-activedescendant", one.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function look() {
    const typed = plain(input.value.trim());
    const rank = ({ id, label }) => id === typed ? 0 :
      plain(label).startsWith(typed) ? 1 : id.startsWith(typed) ? 2 : 3;
    found = !typed ? [] : data.entities.map((_, number) => number)
      .filter((number) => entity(number).id.includes(typed) ||
        wordsOf(number).includes(typed))
      .sort((a, b) => rank(entity(a)) - rank(entity(b))).slice(0, MOST);
    list.replaceChildren(...found.map((number, i) => {
      const { id, label, type, dates } = entity(number);
      const one = make("li", { role: "option", id: "sense-" + i,
        class: typeClass(type) }, spelled(label),
        make("small", {}, [type, dates, id].filter(Boolean).join(", ")));
      one.addEventListener("click", () => pick(number));
      return one;
    }));
    if (typed && !found.length) {
      list.append(make("li", { role: "option", "aria-disabled": "true" },
        "None on this page: put its id into decisions.tsv by hand."));
    }
    input.setAttribute("aria-expanded", String(Boolean(typed)));
    point(0);
  }

  function clear() {
    const focused = document.activeElement === input;
    input.value = "";
    look();
    if (focused) input.blur();
  }
  input.addEventListener("input", look);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      clear();
    } else if (event.key === "Enter" && found.length) {
      pick(found[at]);
    } else if (/^Arrow(Down|Up)$/.test(event.key) && found.length) {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      point((at + by + found.length) % found.length);
    }
  });
  return { box, clear, input };
};
