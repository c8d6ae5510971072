/* The matrix: its filters, kept in the address as #role=sales-director&pillar=trust. A chosen group has its rows
   on top; on a phone one group at a time is a list with reasons. Without this script the whole table shows. */

"use strict";

(() => {
  const { _ } = globalThis.compassWords;
  const form = document.querySelector(".vc-matrix-filters");
  const table = document.querySelector(".vc-matrix");
  const count = document.querySelector(".vc-matrix-count");
  const narrow = matchMedia("(max-width: 40em)");
  const filters = [...form.elements].filter((element) => element.name);
  const rows = [...table.tBodies[0].rows];
  const [pillars, groups] = table.tHead.rows;

  function fromAddress() {
    const wanted = new URLSearchParams(location.hash.slice(1));
    for (const filter of filters) {
      const value = wanted.get(filter.name) || "";
      const known = [...filter.options].some((option) => option.value === value);
      filter.value = known ? value : "";
    }
  }

  function toAddress() {
    const set = filters.filter((filter) => filter.value).map((filter) => [filter.name, filter.value]);
    const fragment = set.length ? `#${new URLSearchParams(set)}` : "";
    history.replaceState(null, "", location.href.split("#")[0] + fragment);
  }

  function show() {
    // Too narrow for the table, so there is always one group.
    const choice = form.elements.group;
    if (choice && narrow.matches && !choice.value) choice.value = choice.options[1].value;
    const set = filters.filter((filter) => filter.value);
    for (const row of rows) {
      row.hidden = !set.every((filter) => row.dataset[filter.name].split(" ").includes(filter.value));
    }
    showColumns(form.elements.pillar ? form.elements.pillar.value : "", choice ? choice.value : "");
    const words = set.map(
      (filter) => `${filter.labels[0].firstChild.data.trim()}: ${filter.selectedOptions[0].text}`
    );
    const shown = rows.filter((row) => !row.hidden).length;
    const how = words.length ? ` (${words.join("; ")})` : "";
    count.textContent = `${_("{number} of {all} events and workshops", { number: shown, all: rows.length })}${how}`;
  }

  /* The columns of a pillar; a chosen group is marked and sorts the rows, and is alone in the list of a phone. */
  function showColumns(pillar, group) {
    const chosen = [...groups.cells].findIndex((cell) => group && cell.dataset.group === group);
    const alone = narrow.matches && chosen > 0;
    const hides = (cell, place) =>
      alone ? place > 0 && place !== chosen : Boolean(pillar && cell.dataset.pillar && cell.dataset.pillar !== pillar);
    table.classList.toggle("vc-matrix-list", alone);
    for (const cell of pillars.cells) cell.hidden = hides(cell, alone ? -1 : 0);
    for (const [place, cell] of [...groups.cells].entries()) {
      cell.hidden = hides(cell, place);
      cell.classList.toggle("vc-chosen", place === chosen);
    }
    for (const row of rows) {
      for (const cell of row.cells) {
        cell.hidden = groups.cells[cell.cellIndex].hidden;
        cell.classList.toggle("vc-chosen", cell.cellIndex === chosen && !alone);
      }
    }
    const has = (row, mark) => (chosen > 0 && row.cells[chosen].querySelector(`.vc-mark-${mark}`) ? 1 : 0);
    const rank = (row) => -2 * has(row, "builds") - has(row, "needs");
    table.tBodies[0].append(...[...rows].sort((one, other) => rank(one) - rank(other)));
  }

  form.addEventListener("change", () => {
    toAddress();
    show();
  });
  // The browser clears the fields after this event, so wait until it has.
  form.addEventListener("reset", () =>
    setTimeout(() => {
      toAddress();
      show();
    })
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => {
    // A link within the page takes the filters out of the address: put them back.
    if (location.hash && !location.hash.includes("=")) toAddress();
    else fromAddress();
    show();
  });
  narrow.addEventListener("change", show);

  form.hidden = false;
  fromAddress();
  show();
})();
