/* A reader's shelf: pages with a star, what was read last, and ticks in reading paths.
   All of it stays in this browser: nothing is sent, and one button forgets it. */
(() => {
  "use strict";
  const { _ } = globalThis.compassWords;
  const top = new URL("..", document.currentScript.src);
  const place = `vc-shelf ${top.pathname}`;
  const LAST = 6;
  const MOST = 1000;

  const address = (url) => {
    const { origin, pathname } = new URL(url, location.href);
    return origin === top.origin && pathname.startsWith(top.pathname) ? pathname.slice(top.pathname.length) : null;
  };

  /* What is kept: `stars` and `last` are pages, each with its address and title; `read` are addresses. */
  function kept() {
    const nothing = { stars: [], last: [], read: [] };
    try {
      return { ...nothing, ...JSON.parse(localStorage.getItem(place) || "{}") };
    } catch {
      return nothing; // a browser that keeps nothing, or something else under this name
    }
  }

  function keep(change) {
    const now = { ...kept(), ...change };
    try {
      localStorage.setItem(place, JSON.stringify(now));
    } catch {
      // A browser that keeps nothing for this reader.
    }
  }

  const made = (name, className, ...children) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };

  const heading = document.querySelector("main h1");
  const here = address(location.href);
  const entry = here && document.querySelector(".vc-place") && heading;
  const page = entry && [here, heading.textContent.trim()];
  const isStar = () => kept().stars.some(([at]) => at === here);

  function addStar() {
    const button = made("button", "vc-star");
    button.type = "button";
    const show = () => {
      const on = isStar();
      button.setAttribute("aria-pressed", String(on));
      button.textContent = on ? _("★ On your shelf") : _("☆ Put on your shelf");
    };
    button.addEventListener("click", () => {
      const others = kept().stars.filter(([at]) => at !== here);
      keep({ stars: isStar() ? others : [page, ...others] });
      show();
    });
    show();
    // It ends the quiet line under the name; a page without one has it there alone.
    (document.querySelector("main .vc-owner") || document.querySelector("main .vc-head") || heading.parentElement).append(" ", button);
  }

  function noteVisit() {
    const { last, read } = kept();
    keep({
      last: [page, ...last.filter(([at]) => at !== here)].slice(0, LAST),
      read: [here, ...read.filter((at) => at !== here)].slice(0, MOST),
    });
  }

  /* A box before each line of a reading path, ticked when its page was read. */
  function addTicks() {
    for (const link of document.querySelectorAll('a[href*="?path="]')) {
      const at = address(link.href);
      const line = link.closest("li");
      if (!at || !line || line.querySelector(".vc-read")) continue;
      const box = made("input", "vc-read");
      box.type = "checkbox";
      box.checked = kept().read.includes(at);
      box.setAttribute("aria-label", _("I have read {name}", { name: link.textContent.trim() }));
      box.addEventListener("change", () => {
        const others = kept().read.filter((other) => other !== at);
        keep({ read: box.checked ? [at, ...others] : others });
      });
      line.prepend(box);
    }
  }

  function listed(title, pages) {
    const links = pages.map(([at, name]) => {
      const link = made("a", null, name);
      link.href = new URL(at, top).href;
      return made("li", null, link);
    });
    return pages.length ? [made("h3", null, title), made("ul", "vc-choices", ...links)] : [];
  }

  function showShelf(before) {
    const { stars, last } = kept();
    if (!stars.length && !last.length) return;
    const forget = made("button", "vc-forget", _("Forget all this"));
    forget.type = "button";
    const shelf = made(
      "section",
      "vc-home-wide vc-shelf",
      made("h2", null, _("Your shelf")),
      ...listed(_("With a star"), stars),
      ...listed(_("Read last"), last),
      made("p", "vc-about", _("Only this browser knows this; nothing is sent."), " ", forget),
    );
    forget.addEventListener("click", () => {
      localStorage.removeItem(place);
      shelf.remove();
    });
    before.before(shelf);
  }

  if (page) {
    noteVisit();
    addStar();
    addTicks();
  }
  const home = document.querySelector(".vc-home #sections");
  if (home) showShelf(home.closest(".vc-home-wide"));
})();
