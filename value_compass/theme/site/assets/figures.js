/* A figure as a PNG for a slide: drawn in the browser from the figure in the page, light on white. */
(() => {
  "use strict";
  const WIDTH = 2400;

  /* Styles give the parts of a figure their colours: those of the day go along. */
  function colour(shown, copy) {
    shown.style.colorScheme = "light";
    for (const name of ["fill", "stroke"]) {
      const parts = `[class*="vc-${name}-"]${name === "fill" ? ", text" : ""}`;
      const copies = copy.querySelectorAll(parts);
      shown.querySelectorAll(parts).forEach((part, i) => copies[i].setAttribute(name, getComputedStyle(part)[name]));
    }
    shown.style.colorScheme = "";
  }

  /* A figure that the page shows as an image has its colours already. */
  async function drawn(figure) {
    const shown = figure.querySelector("svg");
    if (shown) {
      const copy = shown.cloneNode(true);
      colour(shown, copy);
      return copy;
    }
    const text = await (await fetch(figure.querySelector("img").src)).text();
    return new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  }

  async function save(figure, name) {
    const drawing = await drawn(figure);
    const { width, height } = drawing.viewBox.baseVal;
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH;
    canvas.height = Math.round((WIDTH * height) / width);
    drawing.setAttribute("width", canvas.width);
    drawing.setAttribute("height", canvas.height);
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
    await image.decode();
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const file = await new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
    const link = document.createElement("a");
    link.download = name;
    link.href = URL.createObjectURL(file);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  for (const button of document.querySelectorAll(".vc-save-png")) {
    const figure = button.closest("figure");
    const name = figure.querySelector(".vc-save a").href.split("/").pop().replace(/svg$/, "png");
    button.addEventListener("click", () => save(figure, name));
    // From a file share a browser reads no other file: there an image is not taken apart.
    button.hidden = !figure.querySelector("svg") && location.protocol === "file:";
  }
})();
