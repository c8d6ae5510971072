/* The reader's own choices, before anything is drawn: light or dark, where without one the system decides, and
   whether to see sources. */
(() => {
  "use strict";
  let choice = null;
  let sources = null;
  try {
    choice = localStorage.getItem("vc-scheme");
    sources = localStorage.getItem("vc-sources");
  } catch {
    /* A browser that keeps nothing shows the system's colours. */
  }
  const root = document.documentElement;
  if (choice === "light" || choice === "dark") root.dataset.scheme = choice;
  if (sources) root.dataset.sources = "";
  root.dataset.scripted = "";
})();
