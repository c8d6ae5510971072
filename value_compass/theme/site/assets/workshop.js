/* A workshop: clock times for its agenda, from when each day starts, kept in the address as #start=09:00,10:30;
   and words to copy. Without this script the minutes stand, and the words can be read and sent. */

"use strict";

(() => {
  const { _ } = globalThis.compassWords;
  const DAY = 24 * 60;
  const form = document.querySelector(".vc-starts");
  const fields = [...form.querySelectorAll('input[type="time"]')];
  const times = [...document.querySelectorAll(".vc-agenda [data-begins]"), ...inFigure()];
  for (const time of times) time.dataset.plain = time.textContent;

  /* The times of the figure; those of several days cannot be told apart there. */
  function inFigure() {
    const found = fields.length === 1 ? [...document.querySelectorAll(".vc-figure-agenda svg text")] : [];
    return found.filter((text) => {
      const [, hours, rest] = /^(\d+):(\d\d)$/.exec(text.textContent.trim()) || [];
      if (rest) Object.assign(text.dataset, { day: 0, begins: Number(hours) * 60 + Number(rest) });
      return rest;
    });
  }

  const minutes = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const two = (number) => String(number).padStart(2, "0");

  /* The time of day so many minutes after another; past midnight it says so. */
  function clock(start, passed) {
    const total = minutes(start) + passed;
    const later = total >= DAY ? _(" (+{days} d)", { days: Math.floor(total / DAY) }) : "";
    return `${two(Math.floor((total % DAY) / 60))}:${two(total % 60)}${later}`;
  }

  const read = () => fields.map((field) => field.value);
  const write = (starts) => (starts.some(Boolean) ? `start=${starts.join(",")}` : "");

  function parse(text) {
    const found = /^(?:start=(.*))?$/.exec(text);
    if (!found) return null;
    const named = (found[1] || "").split(",");
    return fields.map((_, day) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(named[day]) ? named[day] : ""));
  }

  function fill(starts) {
    for (const [day, field] of fields.entries()) field.value = starts[day];
  }

  function show() {
    const starts = read();
    for (const time of times) {
      const start = starts[Number(time.dataset.day)];
      time.textContent = start ? clock(start, Number(time.dataset.begins)) : time.dataset.plain;
    }
    for (const when of document.querySelectorAll("[data-when]")) tellWhen(when, starts[0]);
    for (const link of document.querySelectorAll(".vc-letter a[data-subject]")) {
      const body = link.closest(".vc-letter").querySelector(".vc-letter-text").textContent;
      link.href = `mailto:?subject=${encodeURIComponent(link.dataset.subject)}&body=${encodeURIComponent(body)}`;
    }
  }

  /* The line of the invitation that says when, once one knows. */
  function tellWhen(when, start) {
    when.dataset.plain ??= when.textContent;
    when.textContent = start
      ? when.dataset.when.replace("{start}", start).replace("{end}", clock(start, Number(when.dataset.minutes)))
      : when.dataset.plain;
  }

  /* Words to copy. */
  for (const button of document.querySelectorAll(".vc-letter button")) {
    const letter = button.closest(".vc-letter");
    const text = letter.querySelector(".vc-letter-text");
    const said = letter.querySelector('[role="status"]');
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        said.textContent = _("The words are copied.");
      } catch {
        // Without https a browser has no clipboard for scripts: mark the words for the reader.
        getSelection().selectAllChildren(text);
        said.textContent = _("Copy the marked words with Ctrl+C.");
      }
    });
  }

  form.hidden = false;
  keepInAddress({ form, read, fill, write, parse, show });
})();
