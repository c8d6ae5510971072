/* The frame: the switch between light and dark, and the navigation that shows where one is. */
(() => {
  "use strict";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const button = document.querySelector(".vc-scheme");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const show = () => button.setAttribute("aria-pressed", String(isDark()));

  function choose(dark) {
    if (dark === system.matches) delete root.dataset.scheme;
    else root.dataset.scheme = dark ? "dark" : "light";
    try {
      if (root.dataset.scheme) localStorage.setItem("vc-scheme", root.dataset.scheme);
      else localStorage.removeItem("vc-scheme");
    } catch {
      /* The choice then holds for this page. */
    }
    show();
  }

  button.hidden = false;
  button.addEventListener("click", () => choose(!isDark()));
  system.addEventListener("change", show);
  show();

  /* Sources: what each statement rests on, and where; kept for all pages, and never sent. */
  const switches = document.querySelectorAll(".vc-show-sources");
  function showSources(shown) {
    if (shown) root.dataset.sources = "";
    else delete root.dataset.sources;
    for (const one of switches) one.setAttribute("aria-pressed", String(shown));
    for (const origin of document.querySelectorAll("details.vc-origin")) origin.open = shown;
  }
  for (const one of switches) {
    one.hidden = false;
    one.addEventListener("click", () => {
      const shown = !("sources" in root.dataset);
      try {
        if (shown) localStorage.setItem("vc-sources", "shown");
        else localStorage.removeItem("vc-sources");
      } catch {
        /* The choice then holds for this page. */
      }
      showSources(shown);
    });
  }
  if (switches.length && "sources" in root.dataset) showSources(true);

  /* In a long list the line of this page may lie below the edge. */
  const here = document.querySelector(".vc-navigation [aria-current=page]");
  const list = here && here.closest(".vc-navigation");
  if (list && here.offsetTop + here.offsetHeight > list.clientHeight) {
    list.scrollTop = here.offsetTop - list.clientHeight / 3;
  }

  /* A drawer closes when a link leads to a place on the same page. */
  for (const drawer of document.querySelectorAll("[popover]")) {
    drawer.addEventListener("click", (event) => {
      if (event.target.closest("a") && drawer.matches(":popover-open")) drawer.hidePopover();
    });
  }

  /* The part of the page that is being read, in its list of contents. */
  const entries = new Map();
  for (const link of document.querySelectorAll(".vc-contents a")) {
    const heading = document.getElementById(link.hash.slice(1));
    if (heading) entries.set(heading, link);
  }
  function mark() {
    let current = null;
    for (const heading of entries.keys()) {
      if (heading.getBoundingClientRect().top < 120) current = heading;
    }
    for (const [heading, link] of entries) link.classList.toggle("vc-reading", heading === current);
  }
  if (entries.size) {
    addEventListener("scroll", mark, { passive: true });
    mark();
  }
})();
