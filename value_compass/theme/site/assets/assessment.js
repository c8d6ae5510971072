/* An assessment to fill in: answers and reasons, in the address as #a=1.0,3.2&r1=WHY, and the result.
   What the answers come to is worked out by assessment-rules.js; address.js keeps them in the address. */

"use strict";

(() => {
  const { _ } = globalThis.compassWords;
  const page = document.querySelector(".vc-assessment");
  const form = page.querySelector("form");
  const result = page.querySelector(".vc-assessment-result");
  const fields = [...form.querySelectorAll("fieldset")];
  const scale = Number(form.dataset.scale);
  const words = [...fields[0].querySelectorAll(".vc-answers label")].map((label) => label.textContent.trim());
  const radios = (number) => [...form.querySelectorAll(`input[name="answer-${number}"]`)];
  const reason = (number) => form.querySelector(`input[name="reason-${number}"]`);
  const numbers = fields.map((field) => Number(field.dataset.question));

  function inForm() {
    const answers = {};
    const reasons = {};
    for (const number of numbers) {
      const chosen = radios(number).find((radio) => radio.checked);
      if (chosen) answers[number] = Number(chosen.value);
      if (reason(number).value.trim()) reasons[number] = reason(number).value.trim();
    }
    return { answers, reasons };
  }

  function parsed(text) {
    if (text && !/^(a|r\d+)=/.test(text)) return null;
    const found = new URLSearchParams(text);
    const answers = {};
    const reasons = {};
    for (const [, number, place] of (found.get("a") || "").matchAll(/(?<=^|,)(\d{1,3})\.(\d)(?=,|$)/g)) {
      if (Number(place) < scale) answers[Number(number)] = Number(place);
    }
    for (const number of numbers) reasons[number] = (found.get(`r${number}`) || "").slice(0, 200);
    return { answers, reasons };
  }

  function written({ answers, reasons }) {
    const found = [];
    const given = numbers.filter((number) => number in answers).map((number) => `${number}.${answers[number]}`);
    if (given.length) found.push(`a=${given.join(",")}`);
    for (const number of numbers) if (reasons[number]) found.push(`r${number}=${encodeURIComponent(reasons[number])}`);
    return found.join("&");
  }

  function fillForm({ answers, reasons }) {
    for (const number of numbers) {
      for (const radio of radios(number)) radio.checked = answers[number] === Number(radio.value);
      reason(number).value = reasons[number] || "";
    }
  }

  /* Where on the scale an answer stands, as the signs in the form have it. */
  function standing(place) {
    if (place === null) return "none";
    if (place === 0) return "best";
    return place === scale - 1 ? "worst" : "middle";
  }

  const said = (place) => (place === null ? _("not answered") : words[place]);

  function show() {
    const state = inForm();
    const outcome = assess(numbers.length, scale, state.answers);
    const row = result.querySelector(".vc-sign-row");
    row.replaceChildren(...outcome.row.map((place) => element("span", `vc-answer-sign vc-answer-${standing(place)}`)));
    row.setAttribute("aria-label", outcome.row.map((place, at) => `${at + 1}: ${said(place)}`).join(", "));
    row.hidden = !scale;
    const counts = outcome.counts.map((count, place) => `${count} ${words[place]}`);
    const answered = numbers.filter((number) => state.reasons[number]).length;
    result.querySelector('[role="status"]').textContent = scale
      ? `${[...counts, _("{number} not answered", { number: outcome.open })].join(", ")}.`
      : _("{number} of {all} answered.", { number: answered, all: numbers.length });
    const open = scale && outcome.open < numbers.length ? outcome.first : [];
    const items = open.slice(0, 5).map((number) => {
      const question = fields[number - 1].querySelector(".vc-question").textContent;
      return element("li", null, `${question} `, element("strong", null, said(outcome.row[number - 1])), state.reasons[number] ? `: ${state.reasons[number]}` : "");
    });
    result
      .querySelector('[data-list="first"]')
      .replaceChildren(...(items.length ? [element("p", null, _("Look at these first:")), element("ul", null, ...items)] : []));
  }

  page.classList.add("vc-assessment-works");
  page.querySelector(".vc-assessment-start").hidden = false;
  result.hidden = false;
  keepInAddress({
    form,
    actions: result.querySelector(".vc-check-actions"),
    read: inForm,
    fill: fillForm,
    write: written,
    parse: parsed,
    show,
  });
})();
