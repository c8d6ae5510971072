// A checklist that is read on another's page is printed alone: a button beside each.

for (const button of document.querySelectorAll(".vc-print-part")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const root = document.documentElement;
    const part = button.closest(".vc-below");
    root.classList.add("vc-one-part");
    part.classList.add("vc-printed");
    window.print();
    part.classList.remove("vc-printed");
    root.classList.remove("vc-one-part");
  });
}
