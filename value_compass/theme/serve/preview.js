/* Loads the page again when the preview has a newer state of it. Only pages of `compass serve` have this. */
(() => {
  "use strict";
  const { news, page, since } = document.currentScript.dataset;
  const address = `${news}?page=${encodeURIComponent(page)}&since=${since}`;
  let source = null;

  /* A browser opens few connections to one server: tabs that nobody looks at do without. */
  function listen() {
    if (document.hidden) {
      if (source) source.close();
      source = null;
    } else if (!source) {
      source = new EventSource(address);
      source.addEventListener("changed", () => {
        source.close();
        location.reload();
      });
    }
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pageshow", listen);
  addEventListener("pagehide", () => {
    if (source) source.close();
    source = null;
  });
})();
