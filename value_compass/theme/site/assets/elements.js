/* Elements that the scripts of several pages make: text only, never markup. */

"use strict";

/* An element with what it holds; nothing is left out. */
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/* Items with commas between them. */
function joined(items) {
  return items.flatMap((item, index) => (index ? [", ", item] : [item]));
}

/* A list whose first few items show, and the rest on request. */
function firstFew(count, items, none) {
  const { _ } = globalThis.compassWords;
  if (!items.length) return [element("p", null, none)];
  const rest = items.slice(count);
  const more = () =>
    element("details", null, element("summary", null, _("{number} more", { number: rest.length })), element("ul", "vc-relations", rest));
  return [element("ul", "vc-relations", items.slice(0, count)), rest.length ? more() : null].filter(Boolean);
}
