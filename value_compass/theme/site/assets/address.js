/* What a reader fills in on a page: kept in the address after the #, read back from it, copied, printed and
   cleared. Nothing is stored and nothing is sent. A page says only how its form is written as text and read. */

"use strict";

/* Keeps a form in the address from now on.
     form      what is filled in
     actions   where the buttons stand, if any: copy, print, clear; with a field for the address and a status
     read      what stands in the form
     fill      puts what was read back into the form
     write     what was read, as the text after the #
     parse     what such a text says; null for a text of another sort, such as the name of a heading
     show      tells the reader what it comes to */
function keepInAddress({ form, actions = null, read, fill, write, parse, show }) {
  const { _ } = globalThis.compassWords;
  const said = actions && actions.querySelector('[role="status"]');
  const field = actions && actions.querySelector("label input");
  const root = document.documentElement;

  const before = (signs) => location.href.split(signs)[0];
  const after = (text) => (text ? `#${text}` : "");
  const toAddress = () => history.replaceState(null, "", before("#") + after(write(read())));

  // Mail programs write the commas as %2C.
  const inAddress = () => parse(location.hash.slice(1).replace(/%2c/gi, ","));

  async function copy() {
    // What a search left in the query is no part of what was filled in.
    field.value = before(/[?#]/) + after(write(read()));
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = _("The address is copied.");
    } catch {
      // Without https a browser has no clipboard for scripts: give the reader the address to copy.
      field.parentElement.hidden = false;
      field.focus();
      field.select();
      said.textContent = _("Copy the selected address with Ctrl+C.");
    }
  }

  function print() {
    root.classList.add("vc-one-sheet");
    window.print();
    root.classList.remove("vc-one-sheet");
  }

  function clear() {
    fill(parse(""));
    changed();
  }

  function changed() {
    toAddress();
    if (said) said.textContent = "";
    show();
  }

  const deeds = { copy, print, clear };

  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (actions) {
    actions.addEventListener("click", (event) => {
      const deed = event.target.dataset.do;
      if (Object.hasOwn(deeds, deed)) deeds[deed]();
    });
    actions.hidden = false;
  }
  window.addEventListener("hashchange", () => {
    const found = inAddress();
    if (found) fill(found);
    // A link to a heading of this page takes what was filled in out of the address: put it back.
    else if (write(read())) toAddress();
    show();
  });

  /* Without marks in the address the form is left as it is: something may have been marked while this loaded. */
  const found = location.hash ? inAddress() : null;
  if (found) fill(found);
  else if (write(read())) toAddress();
  show();
}
