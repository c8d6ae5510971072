/* A case: which moments show, kept in the address as ?initiative=customer&nature=unplanned. Fragments stay free for
   the moments, which open when one leads there. Without this script all show. */

"use strict";

(() => {
  const { _ } = globalThis.compassWords;
  const form = document.querySelector(".vc-case-filters");
  // A case that tells no moments has none to choose.
  if (!form) return;
  const status = form.querySelector('[role="status"]');
  const filters = [...form.elements].filter((element) => element.name);
  const moments = [...document.querySelectorAll("li.vc-moment")];
  const openAll = form.querySelector("button[aria-pressed]");

  function fromAddress() {
    const wanted = new URLSearchParams(location.search);
    for (const filter of filters) {
      const value = wanted.get(filter.name) || "";
      const known = [...filter.options].some((option) => option.value === value);
      filter.value = known ? value : "";
    }
  }

  function toAddress() {
    const wanted = new URLSearchParams(location.search);
    for (const filter of filters) {
      if (filter.value) wanted.set(filter.name, filter.value);
      else wanted.delete(filter.name);
    }
    const query = wanted.size ? `?${wanted}` : "";
    history.replaceState(null, "", location.href.split(/[?#]/)[0] + query + location.hash);
  }

  function show() {
    const set = filters.filter((filter) => filter.value);
    for (const item of moments) {
      item.hidden = !set.every((filter) => item.dataset[filter.name] === filter.value);
    }
    for (const list of document.querySelectorAll("ol.vc-moments")) {
      const none = [...list.children].every((item) => item.hidden);
      list.hidden = none;
      list.previousElementSibling.hidden = none;
    }
    const shown = moments.filter((item) => !item.hidden).length;
    status.textContent = _("{number} of {all} moments", { number: shown, all: moments.length });
  }

  function change() {
    toAddress();
    show();
  }

  /* Whoever follows a link to a moment wants to see it, and what it says. */
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.matches(".vc-moment")) return;
    if (target.hidden) {
      for (const filter of filters) filter.value = "";
      change();
    }
    target.querySelector("details").open = true;
    target.scrollIntoView();
  }

  // A hidden item does not count, so each says its own number.
  for (const [index, item] of moments.entries()) item.value = index + 1;
  openAll.addEventListener("click", () => {
    const open = openAll.getAttribute("aria-pressed") === "false";
    openAll.setAttribute("aria-pressed", String(open));
    for (const item of moments) item.querySelector("details").open = open;
  });
  form.addEventListener("change", change);
  // The browser clears the fields after this event, so wait until it has.
  form.addEventListener("reset", () => setTimeout(change));
  form.addEventListener("submit", (event) => event.preventDefault());

  form.hidden = false;
  window.addEventListener("hashchange", reveal);
  fromAddress();
  show();
  reveal();
})();
