/* The page for an address where nothing is: styles, scripts and links that fit wherever it is shown, and a
   guess at what was meant. It works from its own address. */
(() => {
  "use strict";
  // Several of the places where it is looked for may be the same one.
  if (globalThis.compassTop) return;
  const TOP = new URL("..", document.currentScript.src);
  globalThis.compassTop = TOP;

  for (const style of document.documentElement.dataset.styles.split(" ").concat("assets/search.css")) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(style, TOP);
    document.head.append(link);
  }

  function load(name) {
    return new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = new URL(`assets/${name}.js`, TOP);
      script.async = false;
      script.addEventListener("load", resolve);
      document.head.append(script);
    });
  }

  async function guess() {
    const { load: index, find, link } = globalThis.compassSearch;
    const wanted = decodeURIComponent(location.pathname).split("/").filter(Boolean).pop() || "";
    const words = wanted.replace(/\.html?$/, "").replace(/[-_]+/g, " ");
    const found = find(words, await index()).slice(0, 4);
    const box = document.querySelector(".vc-guess");
    box.querySelector("ul").append(...found.map((record) => {
      const item = document.createElement("li");
      item.append(link(record, words));
      return item;
    }));
    box.hidden = !found.length;
  }

  load("scheme");
  document.addEventListener("DOMContentLoaded", () => {
    const said = document.documentElement.dataset.top;
    for (const one of document.querySelectorAll("a[href], img[src]")) {
      const name = one.matches("img") ? "src" : "href";
      const address = one.getAttribute(name);
      if (address.startsWith(said) && !/^([a-z]+:|#)/i.test(address)) {
        one[name] = new URL(address.slice(said.length), TOP);
      }
    }
    for (const name of ["messages", "words", "frame", "search-box"]) load(name);
    load("search").then(guess);
  });
})();
