/* A list that is narrowed by its facets, kept in the address as #step=steps/know-the-kitchen&nature=planned.
   Without this script the whole list shows, in its parts. */
(() => {
  "use strict";
  const { _ } = globalThis.compassWords;
  const form = document.querySelector(".vc-facets");
  const filters = [...form.elements].filter((element) => element.name);
  const rows = [...document.querySelectorAll(".vc-rows > li")];
  const count = form.querySelector("[role=status]");

  function fromAddress() {
    const wanted = new URLSearchParams(location.hash.slice(1));
    for (const filter of filters) {
      const value = wanted.get(filter.name) || "";
      filter.value = [...filter.options].some((option) => option.value === value) ? value : "";
    }
  }

  function toAddress() {
    const set = filters.filter((filter) => filter.value).map((filter) => [filter.name, filter.value]);
    const fragment = set.length ? `#${new URLSearchParams(set)}` : "";
    history.replaceState(null, "", location.href.split("#")[0] + fragment);
  }

  function show() {
    const set = filters.filter((filter) => filter.value);
    for (const row of rows) {
      const held = JSON.parse(row.dataset.held);
      row.hidden = !set.every((filter) => (held[filter.name] || []).includes(filter.value));
    }
    for (const list of document.querySelectorAll(".vc-rows")) {
      const empty = [...list.children].every((row) => row.hidden);
      list.hidden = empty;
      const heading = list.previousElementSibling;
      if (heading && heading.matches("h2")) heading.hidden = empty;
    }
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = shown === rows.length ? _("{number} in all", { number: shown }) : _("{number} of {all}", { number: shown, all: rows.length });
  }

  form.addEventListener("change", () => { toAddress(); show(); });
  form.addEventListener("reset", () => setTimeout(() => { toAddress(); show(); }));
  addEventListener("hashchange", () => { fromAddress(); show(); });
  form.hidden = false;
  fromAddress();
  show();
})();
