/* The board: what is measured today, ticked by the reader and kept in the address as #have=ID,ID.
   Nothing is stored and nothing is sent. Without this script the whole board shows. */

"use strict";

(() => {
  const page = document.querySelector(".vc-board-page");
  const form = page.querySelector("form");
  const boxes = [...form.querySelectorAll('input[type="checkbox"]')];
  const ids = [...new Set(boxes.map((box) => box.name))];
  const columns = [...page.querySelectorAll(".vc-board thead th")].map((head) => head.textContent);
  const status = page.querySelector(".vc-board-status");
  const actions = page.querySelector(".vc-check-actions");
  const told = actions.querySelector(".vc-said");
  const address = actions.querySelector("label input");

  const inForm = () => ids.filter((id) => boxes.some((box) => box.name === id && box.checked));
  const fragmentOf = (have) => (have.length ? `#have=${have.join(",")}` : "");

  function inAddress() {
    // Mail programs write the commas as %2C.
    const found = /^#have=(.*)$/.exec(location.hash.replace(/%2c/gi, ","));
    const named = (found ? found[1] : "").split(",");
    return ids.filter((id) => named.includes(id));
  }

  const writeAddress = () => history.replaceState(null, "", location.href.split("#")[0] + fragmentOf(inForm()));

  function fill(have) {
    for (const box of boxes) box.checked = have.includes(box.name);
  }

  function show() {
    const have = inForm();
    for (const box of boxes) box.parentElement.classList.toggle("vc-have", box.checked);
    const measured = (name) => boxes.some((box) => box.checked && box.closest(`[data-column="${CSS.escape(name)}"]`));
    const holes = columns.filter((name) => !measured(name));
    const words = holes.length ? `Nothing is measured in: ${holes.join(", ")}.` : "Something is measured in every stage.";
    status.textContent = have.length ? `You measure ${have.length} of ${ids.length} metrics. ${words}` : "Nothing is ticked yet.";
  }

  async function copy() {
    // What a search left in the query is no part of the ticks.
    address.value = location.href.split(/[?#]/)[0] + fragmentOf(inForm());
    try {
      await navigator.clipboard.writeText(address.value);
      told.textContent = "The address is copied.";
    } catch {
      // Without https a browser has no clipboard for scripts: give the reader the address to copy.
      address.parentElement.hidden = false;
      address.focus();
      address.select();
      told.textContent = "Copy the selected address with Ctrl+C.";
    }
  }

  function changed() {
    writeAddress();
    told.textContent = "";
    show();
  }

  form.addEventListener("change", (event) => {
    // A metric that stands in several cells is one metric.
    for (const box of boxes) if (box.name === event.target.name) box.checked = event.target.checked;
    changed();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  actions.addEventListener("click", (event) => {
    if (event.target.dataset.do === "copy") copy();
    if (event.target.dataset.do === "clear") {
      fill([]);
      changed();
    }
  });
  window.addEventListener("hashchange", () => {
    // A link to a heading of this page takes the ticks out of the address: put them back.
    if (location.hash.startsWith("#have=") || !location.hash) fill(inAddress());
    else writeAddress();
    show();
  });

  for (const box of boxes) box.hidden = false;
  page.querySelector(".vc-board-have").hidden = false;
  actions.hidden = false;
  fill(inAddress());
  show();
})();
