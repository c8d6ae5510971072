/* A case: which moments show, in the figure and in the list, kept in the address as
   ?initiative=customer&nature=unplanned. Fragments stay free for the moments. Without this script all show. */

"use strict";

(() => {
  const { _ } = globalThis.compassWords;
  const form = document.querySelector(".vc-case-filters");
  const status = form.querySelector('[role="status"]');
  const filters = [...form.elements].filter((element) => element.name);
  const moments = [...document.querySelectorAll("li.vc-moment")];
  const marks = [...document.querySelectorAll(".vc-figure-timeline svg a")];

  const moment = (mark) => document.getElementById(mark.href.baseVal.split("#")[1]);

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
    for (const mark of marks) leaveOut(mark, moment(mark).hidden);
    const shown = moments.filter((item) => !item.hidden).length;
    status.textContent = _("{number} of {all} moments", { number: shown, all: moments.length });
  }

  /* Its pale shape stays, so that the rest keeps its place in time; nobody tabs to it. */
  function leaveOut(mark, out) {
    mark.classList.toggle("vc-left-out", out);
    for (const [name, value] of [["aria-hidden", "true"], ["tabindex", "-1"]]) {
      if (out) mark.setAttribute(name, value);
      else mark.removeAttribute(name);
    }
  }

  function change() {
    toAddress();
    show();
  }

  /* Whoever follows a link to a moment wants to see it. */
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.hidden) return;
    for (const filter of filters) filter.value = "";
    change();
    target.scrollIntoView();
  }

  // A hidden item does not count, so each says its own number.
  for (const [index, item] of moments.entries()) item.value = index + 1;
  // A link within the page keeps the filters; one to the page's own address would drop them.
  for (const mark of marks) mark.href.baseVal = `#${moment(mark).id}`;
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
