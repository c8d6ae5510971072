/* What changed: shows what concerns one role, kept in the address as #role=sales-director. Without this script
   everything shows. */

"use strict";

(() => {
  const { _ } = globalThis.compassWords;
  const form = document.querySelector(".vc-changes-filter");
  if (!form) return;
  const choice = form.elements.role;
  const status = form.querySelector("[role=status]");
  const changes = [...document.querySelectorAll(".vc-change")];
  const entries = changes.filter((change) => change.matches("li"));

  function fromAddress() {
    const said = new URLSearchParams(location.hash.slice(1));
    // A link to a period's heading leaves the choice as it is.
    if (location.hash && !said.has("role")) return;
    const wanted = said.get("role") || "";
    choice.value = [...choice.options].some((option) => option.value === wanted) ? wanted : "";
  }

  function toAddress() {
    const fragment = choice.value ? `#${new URLSearchParams({ role: choice.value })}` : "";
    history.replaceState(null, "", location.href.split("#")[0] + fragment);
  }

  function show() {
    const role = choice.value;
    for (const change of changes) {
      change.hidden = Boolean(role) && !change.dataset.roles.split(" ").includes(role);
    }
    const shown = entries.filter((entry) => !entry.hidden).length;
    status.textContent = role ? _("{number} of {all} changed entries", { number: shown, all: entries.length }) : "";
  }

  choice.addEventListener("change", () => {
    toAddress();
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => {
    fromAddress();
    show();
  });

  form.hidden = false;
  fromAddress();
  show();
})();
