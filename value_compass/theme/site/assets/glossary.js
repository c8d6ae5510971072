/* The glossary: words that hold what is typed. Without this script the letters lead to all of them. */
(() => {
  "use strict";
  const find = document.querySelector(".vc-glossary-find");
  const field = find.querySelector("input");
  const said = find.querySelector("[role=status]");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const terms = [...document.querySelectorAll(".vc-terms > div")].map((term) => [
    term,
    plain([...term.querySelectorAll("dt, dd > p:first-child")].map((part) => part.textContent).join(" ")),
  ]);

  function show() {
    const typed = plain(field.value.trim());
    let shown = 0;
    for (const [term, words] of terms) {
      term.hidden = !words.includes(typed);
      shown += term.hidden ? 0 : 1;
    }
    for (const letter of document.querySelectorAll(".vc-initial")) {
      letter.hidden = [...letter.querySelectorAll(".vc-terms > div")].every((term) => term.hidden);
    }
    said.textContent = typed ? `${shown} / ${terms.length}` : "";
  }

  field.addEventListener("input", show);
  addEventListener("hashchange", () => {
    // A link to a word that the filter hides.
    const at = document.getElementById(location.hash.slice(1));
    if (at && at.closest("[hidden]")) {
      field.value = "";
      show();
      at.scrollIntoView();
    }
  });
  find.hidden = false;
})();
