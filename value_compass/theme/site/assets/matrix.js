/* The matrix: its filters, kept in the address as #role=sales-director&pillar=trust, and the reason of the
   mark that one points at. Without this script the whole table shows. */

"use strict";

(() => {
  const form = document.querySelector(".vc-matrix-filters");
  const table = document.querySelector(".vc-matrix");
  const count = document.querySelector(".vc-matrix-count");
  const reason = document.querySelector(".vc-matrix-reason");
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
    const set = filters.filter((filter) => filter.value);
    for (const row of rows) {
      row.hidden = !set.every((filter) => row.dataset[filter.name].split(" ").includes(filter.value));
    }
    showColumns(form.elements.pillar ? form.elements.pillar.value : "");
    const words = set.map(
      (filter) => `${filter.labels[0].firstChild.data.trim().toLowerCase()}: ${filter.selectedOptions[0].text}`
    );
    const shown = rows.filter((row) => !row.hidden).length;
    const how = words.length ? ` (${words.join("; ")})` : "";
    count.textContent = `${shown} of ${rows.length} events and workshops${how}`;
  }

  function showColumns(pillar) {
    const hides = (cell) => Boolean(pillar && cell.dataset.pillar && cell.dataset.pillar !== pillar);
    for (const cell of pillars.cells) cell.hidden = hides(cell);
    for (const cell of groups.cells) cell.hidden = hides(cell);
    for (const row of rows) {
      for (const cell of row.cells) cell.hidden = groups.cells[cell.cellIndex].hidden;
    }
  }

  function tell(event) {
    const mark = event.target.closest("td a");
    if (mark) reason.textContent = mark.title;
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
  table.addEventListener("mouseover", tell);
  table.addEventListener("focusin", tell);

  form.hidden = false;
  reason.hidden = false;
  fromAddress();
  show();
})();
