/* The reader's own choice of light or dark, before anything is drawn. Without one the system decides. */
(() => {
  "use strict";
  let choice = null;
  try {
    choice = localStorage.getItem("vc-scheme");
  } catch {
    /* A browser that keeps nothing shows the system's colours. */
  }
  const root = document.documentElement;
  if (choice === "light" || choice === "dark") root.dataset.scheme = choice;
  root.dataset.scripted = "";
})();
