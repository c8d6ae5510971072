/* A check before anything is marked: its rules, and what they are about, are asked for when a reader turns to the form,
   or at once where the address has marks. data-begins names the scripts; data-later is one
   beside the page, because a browser reads no data file from a file share. */
(() => {
  "use strict";
  const { _ } = globalThis.compassWords;
  const ASSETS = new URL(".", document.currentScript.src);
  const page = document.querySelector(".vc-check");
  const form = page.querySelector("form");
  let begun = false;

  function begin() {
    if (begun) return;
    begun = true;
    const names = page.dataset.begins.split(" ").map((name) => new URL(`${name}.js`, ASSETS));
    Promise.all([new URL(page.dataset.later, location.href), ...names].map(globalThis.compassLoad)).catch(() => {
      page.querySelector(".vc-check-status").textContent =
        _("The lists of this page could not be loaded. What you mark stays on the page.");
    });
  }

  page.classList.add("vc-check-works", "vc-check-empty");
  for (const details of form.querySelectorAll("fieldset details")) details.open = false;
  for (const event of ["focusin", "change"]) form.addEventListener(event, begin);
  addEventListener("hashchange", begin);
  if (location.hash.length > 1) begin();
})();
