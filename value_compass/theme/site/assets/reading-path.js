/* A role's reading path: with ?path=sales-director in the address, the page says how far one has come.
   Nothing is stored or sent. Without this script the list on the role's page is enough. */

"use strict";

(() => {
  const path = new URLSearchParams(location.search).get("path");

  function show() {
    for (const line of document.querySelectorAll(".vc-reading-path")) {
      const here = !line.dataset.entry || location.hash === `#${line.dataset.entry}`;
      line.hidden = !(here && line.dataset.path === path);
    }
  }

  // The next entry of a path may be read on the same page.
  window.addEventListener("hashchange", show);
  show();
})();
