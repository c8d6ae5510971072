/* Tables of marks: the reason of the mark that one points at, reaches or taps, and arrow keys from mark to mark.
   A first tap opens the reason, a second one follows the mark. Without this script a mark is a link to its reason. */
(() => {
  "use strict";
  const { _ } = globalThis.compassWords;
  const place = document.querySelector(".vc-marks-place");
  const reason = document.querySelector(".vc-mark-reason");
  const touch = matchMedia("(hover: none)").matches;
  let told = null;
  let tapped = false;

  const markOf = (event) => (event.target.closest ? event.target.closest(".vc-marks td a[class^=vc-mark]") : null);
  const shown = (mark) => mark.getClientRects().length > 0;

  function tell(mark) {
    if (told) told.classList.remove("vc-told");
    told = mark;
    told.classList.add("vc-told");
    const row = mark.closest("tr").querySelector("th a");
    const name = Object.assign(document.createElement("a"), { href: mark.href, textContent: row.textContent });
    reason.replaceChildren(name, ` ${mark.querySelector(".vc-mark-words").textContent}`);
  }

  /* The next mark in a direction that shows: in its row, or in its column. */
  function next(mark, key) {
    const cell = mark.closest("td");
    const marks = [...place.querySelectorAll("td a[class^=vc-mark]")].filter(shown);
    const box = (one) => one.getBoundingClientRect();
    const [from, here] = [box(mark), marks.indexOf(mark)];
    if (key === "ArrowRight" || key === "ArrowLeft") {
      const other = marks[here + (key === "ArrowRight" ? 1 : -1)];
      return other && other.closest("tr") === cell.parentElement ? other : null;
    }
    const down = key === "ArrowDown";
    const below = marks.filter((one) => (down ? box(one).top > from.bottom - 1 : box(one).bottom < from.top + 1));
    const column = below.filter((one) => one.closest("td").cellIndex === cell.cellIndex);
    return (down ? column[0] : column[column.length - 1]) || null;
  }

  function reach(mark) {
    for (const other of place.querySelectorAll('td a[tabindex="0"]')) other.tabIndex = -1;
    mark.tabIndex = 0;
  }

  place.addEventListener("mouseover", (event) => {
    const mark = touch ? null : markOf(event);
    if (mark) tell(mark);
  });
  place.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (!mark) return;
    reach(mark);
    if (!tapped) tell(mark);
  });
  place.addEventListener("pointerdown", (event) => { tapped = event.pointerType === "touch"; });
  place.addEventListener("click", (event) => {
    const mark = markOf(event);
    if (mark && tapped && told !== mark) {
      event.preventDefault();
      tell(mark);
    }
    tapped = false;
  });
  place.addEventListener("keydown", (event) => {
    const mark = event.key.startsWith("Arrow") && markOf(event);
    const other = mark && next(mark, event.key);
    if (!other) return;
    event.preventDefault();
    other.focus();
  });

  /* The Tab key reaches one mark, the arrows all others. */
  const first = place.querySelector("td a[class^=vc-mark]");
  for (const mark of place.querySelectorAll("td a[class^=vc-mark]")) mark.tabIndex = -1;
  if (first) first.tabIndex = 0;
  reason.textContent = touch
    ? _("Tap a mark to read why; tap it again to go there.")
    : _("Point at a mark to read why, or reach one with the Tab key and others with the arrows.");
  reason.hidden = false;
})();
