/* The board: what is measured today, ticked by the reader and kept by address.js in the address as #have=ID,ID.
   Without this script the whole board shows. */

"use strict";

(() => {
  const { _ } = globalThis.compassWords;
  const page = document.querySelector(".vc-board-page");
  const form = page.querySelector("form");
  const boxes = [...form.querySelectorAll('input[type="checkbox"]')];
  const ids = [...new Set(boxes.map((box) => box.name))];
  const columns = [...page.querySelectorAll(".vc-board thead th")].map((head) => head.textContent);
  const status = page.querySelector(".vc-board-status");
  const actions = page.querySelector(".vc-check-actions");

  const inForm = () => ids.filter((id) => boxes.some((box) => box.name === id && box.checked));
  const written = (have) => (have.length ? `have=${have.join(",")}` : "");

  function parsed(text) {
    const found = /^(?:have=(.*))?$/.exec(text);
    return found && ids.filter((id) => (found[1] || "").split(",").includes(id));
  }

  function fill(have) {
    for (const box of boxes) box.checked = have.includes(box.name);
  }

  function show() {
    const have = inForm();
    for (const box of boxes) box.parentElement.classList.toggle("vc-have", box.checked);
    const measured = (name) => boxes.some((box) => box.checked && box.closest(`[data-column="${CSS.escape(name)}"]`));
    const holes = columns.filter((name) => !measured(name));
    const words = holes.length ? _("Nothing is measured in: {stages}.", { stages: holes.join(", ") }) : _("Something is measured in every stage.");
    status.textContent = have.length ? `${_("You measure {number} of {all} metrics.", { number: have.length, all: ids.length })} ${words}` : _("Nothing is ticked yet.");
  }

  form.addEventListener("change", (event) => {
    // A metric that stands in several cells is one metric.
    for (const box of boxes) if (box.name === event.target.name) box.checked = event.target.checked;
  });

  for (const box of boxes) box.hidden = false;
  page.querySelector(".vc-board-have").hidden = false;
  keepInAddress({ form, actions, read: inForm, fill, write: written, parse: parsed, show });
})();
