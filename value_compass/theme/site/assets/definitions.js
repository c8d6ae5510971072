/* Words of the glossary: their meaning when one points at them, reaches them or taps them. A first tap opens the
   meaning, a second one follows the word; Escape closes it. Without this script a word is a link. */
(() => {
  "use strict";
  const tip = Object.assign(document.createElement("div"), { id: "vc-meaning", hidden: true });
  tip.setAttribute("role", "tooltip");
  document.querySelector("main").append(tip);
  let open = null;
  let tapped = false;

  function close() {
    if (open) open.removeAttribute("aria-describedby");
    tip.hidden = true;
    open = null;
  }

  function tell(word) {
    if (open === word) return;
    close();
    open = word;
    tip.textContent = word.dataset.means;
    tip.hidden = false;
    word.setAttribute("aria-describedby", tip.id);
    const place = word.getClientRects()[0];
    const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
    tip.style.left = `${scrollX + Math.max(8, Math.min(place.left, room))}px`;
    const above = place.bottom + tip.offsetHeight + 12 > innerHeight;
    tip.style.top = `${scrollY + (above ? place.top - tip.offsetHeight - 6 : place.bottom + 6)}px`;
  }

  for (const word of document.querySelectorAll(".vc-defined")) {
    word.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") tell(word); });
    word.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse" && event.relatedTarget !== tip) close();
    });
    word.addEventListener("focus", () => { if (!tapped) tell(word); });
    word.addEventListener("blur", close);
    word.addEventListener("pointerdown", (event) => { tapped = event.pointerType === "touch"; });
    word.addEventListener("click", (event) => {
      if (tapped && open !== word) {
        event.preventDefault();
        tell(word);
      }
      tapped = false;
    });
  }
  tip.addEventListener("pointerleave", close);
  addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
})();
