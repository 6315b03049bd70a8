// SPDX-License-Identifier: Apache-2.0
//
// The index of names at the end of the page (html_index.cc): a card shows what
// it says of its text, and its links lead to mentions with their cards. Without
// scripts they are plain links.

(() => {
  const { make, entityOf } = page;

  // The spellings of the entity in the text of the mark, out of the index.
  function variantsOf(mark) {
    const entry = document.getElementById("c" + entityOf(mark));
    if (!entry) return [];
    const here = mark.closest("article").id.slice(1);
    const lists = Array.from(entry.querySelectorAll(".variants"));
    const list = lists.find((one) => one.dataset.d === here);
    const others = lists.length - (list ? 1 : 0);
    return [
      list && make("h3", {}, "In this document"),
      list && list.cloneNode(true),
      make("p", { class: "aside" }, make("a", { href: "#" + entry.id },
        others > 0 ? `In the index, with ${others} other ` +
          (others === 1 ? "document" : "documents") : "In the index")),
    ];
  }

  // A place in the index or the card; a spelling is walked through.
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest(".variants a");
    const mark = link && document.getElementById(link.hash.slice(1));
    if (!mark) return;
    event.preventDefault();
    if (!link.classList.contains("variant") || page.reviewing) page.visit(mark);
    else page.choose(entityOf(mark), mark, true);
  });

  page.variantsOf = variantsOf;
})();
