/* The page of a self-check: marks, ticks and answers, the map, and the lists. What is missing is worked out by
   self-check-rules.js; address.js keeps what is marked in the address. */

"use strict";

(() => {
  const { _, ngettext, pieces } = globalThis.compassWords;
  const LEVELS = ["not", "partly", "done"];
  const WORDS = { not: _("not yet"), partly: _("partly"), done: _("done") };
  const FIRST_FEW = 7;

  const page = document.querySelector(".vc-self-check");
  const { about, map } = globalThis.compassLater;
  const { course, entries } = about;
  const practices = course.stages.flatMap((stage) => stage.practices);
  const form = page.querySelector("form");
  const status = page.querySelector(".vc-check-status");
  const unmarked = status.textContent;
  const actions = page.querySelector(".vc-check-actions");
  const place = (name) => page.querySelector(`[data-list="${name}"]`);
  const id = (entry) => entry.split("/")[1];
  const holders = [...course.stages, ...practices];

  /* ---- What is marked: in the form, and in the address as #m=ID.2&t=ID.1.3&d=ID.1 ---- */

  const radios = (entry) => [...form.querySelectorAll(`input[name="level-${id(entry)}"]`)];
  const boxes = (entry) => [...form.querySelectorAll(`[data-ticks="${entry}"] input`)];
  const choice = (entry) => form.querySelector(`select[name="answer-${id(entry)}"]`);

  function inForm() {
    const marks = { levels: {}, ticks: {}, answers: {} };
    for (const { entry } of holders) {
      const ticked = boxes(entry).flatMap((box, index) => (box.checked ? [index + 1] : []));
      if (ticked.length) marks.ticks[entry] = ticked;
    }
    for (const { entry } of practices) {
      const chosen = radios(entry).find((radio) => radio.checked);
      if (chosen) marks.levels[entry] = chosen.value;
      const answer = choice(entry);
      if (answer && answer.value) marks.answers[entry] = Number(answer.value);
    }
    return marks;
  }

  function parsed(text) {
    if (text && !/^[mtsd]=/.test(text)) return null;
    const found = new Map(text.split("&").map((part) => [part.slice(0, 1), part.slice(2)]));
    const numbers = (name) =>
      new Map(
        [...(found.get(name) || "").matchAll(/(?<=^|,)([a-z0-9-]+)((?:\.\d{1,3})+)(?=,|$)/g)].map((match) => [
          match[1],
          match[2].slice(1).split(".").map(Number),
        ])
      );
    const levels = numbers("m");
    const ticks = numbers("t");
    const answers = numbers("d");
    const stages = numbers("s");
    const marks = { levels: {}, ticks: {}, answers: {} };
    for (const { entry } of practices) {
      const level = (levels.get(id(entry)) || [])[0];
      if (level in LEVELS) marks.levels[entry] = LEVELS[level];
      if (ticks.has(id(entry))) marks.ticks[entry] = ticks.get(id(entry));
      if (answers.has(id(entry))) marks.answers[entry] = answers.get(id(entry))[0];
    }
    for (const { entry } of course.stages) {
      if (stages.has(id(entry))) marks.ticks[entry] = stages.get(id(entry));
    }
    return marks;
  }

  function written(marks) {
    const list = (found) => found.filter(Boolean).join(",");
    const parts = [
      ["m", list(practices.map(({ entry }) => marks.levels[entry] && `${id(entry)}.${LEVELS.indexOf(marks.levels[entry])}`))],
      ["t", list(practices.map(({ entry }) => marks.ticks[entry] && [id(entry), ...marks.ticks[entry]].join(".")))],
      ["s", list(course.stages.map(({ entry }) => marks.ticks[entry] && [id(entry), ...marks.ticks[entry]].join(".")))],
      ["d", list(practices.map(({ entry }) => marks.answers[entry] && `${id(entry)}.${marks.answers[entry]}`))],
    ].filter(([, value]) => value);
    return parts.map((part) => part.join("=")).join("&");
  }

  function fillForm(marks) {
    for (const { entry } of holders) {
      boxes(entry).forEach((box, index) => { box.checked = (marks.ticks[entry] || []).includes(index + 1); });
    }
    for (const { entry } of practices) {
      for (const radio of radios(entry)) radio.checked = marks.levels[entry] === radio.value;
      const answer = choice(entry);
      if (answer) answer.value = String(marks.answers[entry] || "");
      if (answer && answer.selectedIndex < 0) answer.value = "";
    }
  }

  /* ---- Elements ---- */

  function link(entry, className) {
    const made = element("a", className, entries[entry].name);
    made.href = entries[entry].address;
    return made;
  }

  const sign = (level) => element("span", `vc-sign vc-sign-${level}`);
  const list = (items, none) => firstFew(FIRST_FEW, items, none);

  /* ---- The lists ---- */

  const find = (entry) => practices.find((practice) => practice.entry === entry);

  function why(item) {
    if (item.reason === "left-out") return pieces("Left out: you have begun {practice}, which comes after it.", { practice: link(item.before) });
    if (item.reason === "begun") return [_("Begun, and not done.")];
    return [item.reason === "here" ? _("Next, where you are.") : _("Comes later.")];
  }

  function missing(item) {
    const points = boxes(item.entry);
    const left = item.left.map((number) => points[number - 1].nextElementSibling.textContent);
    const some = left.length && left.length < points.length;
    return element(
      "li",
      `vc-missing-${item.reason}`,
      sign(item.level),
      " ",
      link(item.entry, "vc-entry"),
      element("p", "vc-adds", why(item)),
      element("p", "vc-reason", entries[item.entry].summary),
      some ? element("p", "vc-given", _("Points that are left: {points}.", { points: left.map((text) => text.replace(/\.$/, "")).join("; ") })) : null
    );
  }

  function decision(item) {
    const { question, ways } = find(item.entry).decision;
    const chosen = item.answer ? ways[item.answer - 1] : null;
    const answers = chosen
      ? [element("p", "vc-adds", pieces("{condition}. It leads to {entry}.", { condition: chosen.condition, entry: link(chosen.to) }))]
      : [element("ul", null, ways.map((way) => element("li", null, `${way.condition}: `, link(way.to))))];
    return element(
      "li",
      item.due ? "vc-due" : null,
      element("span", "vc-diamond"),
      " ",
      element("strong", null, question),
      " ",
      element("span", "vc-kind", _("after"), " "),
      link(item.entry),
      item.due ? element("p", "vc-asked", _("Answer it now: what comes after it waits, or has begun without it.")) : null,
      answers
    );
  }

  function stageRow(standing, here) {
    const counted = standing.count ? `: ${_("{number} of {all} done", { number: standing.done, all: standing.count })}` : `: ${WORDS[standing.level]}`;
    const stage = course.stages.find(({ entry }) => entry === standing.entry);
    return [
      element("dt", null, sign(standing.level), " ", link(standing.entry)),
      element(
        "dd",
        null,
        here.includes(standing.entry) ? _("You are here") : WORDS[standing.level][0].toUpperCase() + WORDS[standing.level].slice(1),
        counted,
        ".",
        stage.gap ? element("span", "vc-given", ` ${_("A hole: see there.")}`) : null
      ),
    ];
  }

  function aside(result) {
    const part = (words, found) =>
      found.length ? element("p", null, `${words}: `, joined(found.map((entry) => link(entry))), ".") : null;
    const parts = [
      part(_("They wait for an answer"), result.waiting),
      part(_("Only for an occasion"), result.occasions),
    ].filter(Boolean);
    return parts.length ? parts : [element("p", null, _("Nothing: every practice is on the way."))];
  }

  /* ---- The picture and its words ---- */

  function drawPicture(result) {
    const levels = new Map(practices.map(({ entry }, index) => [entry, result.levels[index]]));
    for (const part of page.querySelectorAll(".vc-process-map .vc-practice")) {
      const level = levels.get(part.dataset.entry);
      part.dataset.mark = level;
      part.querySelector("title").textContent = `${entries[part.dataset.entry].name}: ${WORDS[level]}`;
    }
  }

  function summary(result) {
    const done = result.levels.filter((level) => level === "done").length;
    const left = result.missing.filter((item) => item.reason === "left-out").length;
    const due = result.decisions.filter((item) => item.due).length;
    const places = result.here.map((entry) => entries[entry].name);
    return [
      _("{number} of {all} practices are done.", { number: done, all: practices.length }),
      places.length ? _("You are at: {stages}.", { stages: places.join("; ") }) : _("Every stage is done."),
      left ? ngettext("{number} was left out.", "{number} were left out.", left) : "",
      due ? ngettext("{number} decision is due.", "{number} decisions are due.", due) : "",
    ].filter(Boolean).join(" ");
  }

  function show() {
    const marks = inForm();
    const empty = !written(marks);
    const result = checkUp(course, marks);
    drawPicture(result);
    const open = [...result.decisions].sort((one, other) => Number(other.due) - Number(one.due));
    place("decide").replaceChildren(...list(open.map(decision), _("No decision stands on the way.")));
    place("missing").replaceChildren(...list(result.missing.map(missing), _("Nothing on the way.")));
    place("stages").replaceChildren(...result.stages.flatMap((standing) => stageRow(standing, result.here)));
    place("aside").replaceChildren(...aside(result));
    page.classList.toggle("vc-check-empty", empty);
    status.textContent = empty ? unmarked : summary(result);
  }

  page.querySelector(".vc-check-map").innerHTML = map;
  for (const name of ["jump", "advice"]) page.querySelector(`.vc-check-${name}`).hidden = false;
  keepInAddress({ form, actions, read: inForm, fill: fillForm, write: written, parse: parsed, show });
})();
