/* The compass of the first page: a part lights up with all that belongs to it, and says what it is.
   What belongs together and what it is stands in the list beneath the figure. */
(() => {
  "use strict";
  const { _ } = globalThis.compassWords;
  const figure = document.querySelector(".vc-figure-compass");
  const about = document.querySelector(".vc-compass-about");
  const list = document.querySelector(".vc-twin");
  const resting = matchMedia("(hover: hover)").matches
    ? _("Point at a part, or step through them with the Tab key, to read what it is.")
    : "";
  const entries = new Map();
  for (const link of list.querySelectorAll("a")) entries.set(link.href, link);

  /* The part itself, what it holds, and what holds it. */
  function family(link) {
    const own = link.closest("li");
    const result = new Set([...own.querySelectorAll("a")].map((a) => a.href));
    for (let item = own.parentElement.closest("li"); item; item = item.parentElement.closest("li")) {
      result.add(item.querySelector("a").href);
    }
    return result;
  }

  function light(part) {
    const link = part && entries.get(new URL(part.href.baseVal, location.href).href);
    const lit = link ? family(link) : new Set();
    for (const other of figure.querySelectorAll("a")) {
      const address = new URL(other.href.baseVal, location.href).href;
      other.classList.toggle("vc-lit", lit.has(address));
    }
    figure.classList.toggle("vc-touched", Boolean(link));
    const says = link && link.closest("li").querySelector(".vc-about");
    about.replaceChildren(...(link ? [bold(link.textContent), ` ${says ? says.textContent : ""}`] : [resting]));
  }

  const bold = (text) => Object.assign(document.createElement("strong"), { textContent: text });
  const partOf = (event) => event.target.closest && event.target.closest("svg a");
  light(null);
  figure.addEventListener("mouseover", (event) => light(partOf(event)));
  figure.addEventListener("mouseleave", () => light(null));
  figure.addEventListener("focusin", (event) => light(partOf(event)));
  figure.addEventListener("focusout", () => light(null));
})();
