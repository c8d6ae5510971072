/* The field of the search: it loads the search, its styles and its index when the reader first goes there. */
(() => {
  "use strict";
  const { _ } = globalThis.compassWords;
  const ASSETS = new URL(".", document.currentScript.src);
  const box = document.querySelector(".vc-search");
  const input = box.querySelector("input");
  let asked = false;

  function load() {
    if (asked || globalThis.compassSearch) return;
    asked = true;
    document.head.append(
      Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("search.css", ASSETS) }),
    );
    globalThis.compassLoad(new URL("search.js", ASSETS)).catch(() => {
      asked = false;
      box.querySelector("[role=status]").textContent =
        _("The search could not be loaded. The parts above lead everywhere too.");
    });
  }

  input.addEventListener("focus", load);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  box.hidden = false;
  if (document.activeElement === input) load();
})();
