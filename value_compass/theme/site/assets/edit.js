/* A list of entries that are read on one page: each gets the link to its file, whose address the list knows. */
(() => {
  "use strict";
  const { _ } = globalThis.compassWords;
  for (const list of document.querySelectorAll("[data-edit]")) {
    for (const name of list.querySelectorAll("dt[id]")) {
      const link = document.createElement("a");
      link.className = "vc-edit";
      link.href = list.dataset.edit.replace("{id}", name.id);
      link.textContent = _("Edit");
      [...name.parentElement.querySelectorAll(`#${CSS.escape(name.id)} + dd > p`)].at(-1)?.append(" ", link);
    }
  }
})();
