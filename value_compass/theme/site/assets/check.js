/* The page of the relationship check: the marks, the compass, and the lists. What the lists hold is worked out
   by advice.js; address.js keeps the marks in the address. */

"use strict";

(() => {
  const { _, pieces } = globalThis.compassWords;
  const MARKS = ["missing", "growing", "established"];
  const WORDS = { missing: _("missing"), growing: _("growing"), established: _("established") };
  const capital = (words) => `${words[0].toUpperCase()}${words.slice(1)}`;
  const FIRST_FEW = 3;

  const page = document.querySelector(".vc-check");
  const { situation, entries } = globalThis.compassLater.about;
  const form = page.querySelector("form");
  const status = page.querySelector(".vc-check-status");
  const unmarked = status.textContent;
  const actions = page.querySelector(".vc-check-actions");
  const place = (name) => page.querySelector(`[data-list="${name}"]`);

  /* ---- Marks: in the form, and in the address as #m=good-bread.2,on-time.1 ---- */

  const radio = (group, mark) => form.querySelector(`input[name="mark-${group}"][value="${mark}"]`);

  function marksInForm() {
    const marks = {};
    for (const group of situation.groups) {
      const mark = MARKS.find((name) => radio(group, name).checked);
      if (mark) marks[group] = mark;
    }
    return marks;
  }

  function marksIn(text) {
    const found = /^(?:m=(.*))?$/.exec(text);
    if (!found) return null;
    const marks = {};
    for (const [, group, level] of (found[1] || "").matchAll(/(?<=^|,)([a-z0-9-]+)\.([0-2])(?=,|$)/g)) {
      if (situation.groups.includes(group)) marks[group] = MARKS[level];
    }
    return marks;
  }

  function written(marks) {
    const marked = situation.groups.filter((group) => Object.hasOwn(marks, group));
    return marked.length ? `m=${marked.map((group) => `${group}.${MARKS.indexOf(marks[group])}`).join(",")}` : "";
  }

  function fillForm(marks) {
    for (const group of situation.groups) {
      for (const mark of MARKS) radio(group, mark).checked = marks[group] === mark;
    }
  }

  /* ---- Elements ---- */

  function link(reference, className, fragment = "") {
    const made = element("a", className, entries[reference].name);
    made.href = entries[reference].address + fragment;
    return made;
  }

  const sign = (mark) => element("span", `vc-sign vc-sign-${mark}`);

  const groupLink = (group) => link(`groups/${group}`);

  const list = (items, none) => firstFew(FIRST_FEW, items, none);

  /* ---- The lists ---- */

  const head = (reference, fragment) => [
    link(reference, "vc-entry", fragment),
    " ",
    element("span", "vc-kind", entries[reference].note),
  ];

  /* Why an activity names a group: the reasons, each with the value that it is about. */
  function reasons(gap) {
    return gap.ties.flatMap((tie) => [
      element("span", "vc-reason", tie.entry === `groups/${gap.group}` ? [] : [link(tie.entry), ": "], tie.reason),
    ]).flat();
  }

  const ties = (gaps) =>
    element(
      "ul",
      "vc-ties",
      gaps.map((gap) => element("li", null, sign(gap.mark), " ", groupLink(gap.group), ` (${WORDS[gap.mark]})`, reasons(gap)))
    );

  const growing = (gaps) =>
    gaps.length
      ? element("p", "vc-given", pieces("Counts half: it needs {groups}, still growing.", { groups: joined(gaps.map((gap) => groupLink(gap.group))) }))
      : null;

  const conditions = (texts) =>
    texts.length ? element("p", "vc-given", _("It also needs: {conditions}.", { conditions: texts.map((text) => text.replace(/\.$/, "")).join("; ") })) : null;

  /* What stands behind a line of advice, on demand. */
  const because = (...parts) => {
    const held = parts.filter(Boolean);
    return held.length ? element("details", "vc-because", element("summary", null, _("Because")), held) : null;
  };

  const recommendation = (item) =>
    element(
      "li",
      null,
      head(item.entry),
      item.step_reason ? element("p", "vc-asked", _("The present step recommends it."), " ", item.step_reason) : null,
      item.adds.length ? element("p", "vc-adds", pieces("Adds to {groups}.", { groups: joined(item.adds.map((gap) => groupLink(gap.group))) })) : null,
      because(item.adds.length ? ties(item.adds) : null, growing(item.growing), conditions(item.conditions))
    );

  const tooEarly = (item) =>
    element(
      "li",
      null,
      head(item.entry),
      element("p", "vc-adds", pieces("Still needs {groups}.", { groups: joined(item.lacks.map((gap) => groupLink(gap.group))) })),
      because(
        ties(item.lacks),
        item.step_reason ? element("p", "vc-given", _("The present step recommends it as soon as nothing that it needs is missing.")) : null
      )
    );

  const tip = (item) => element("li", null, head(item.entry), element("span", "vc-reason", item.reason));

  function risksByActivity(risks) {
    const found = new Map();
    for (const { entry, text } of risks) found.set(entry, [...(found.get(entry) || []), text]);
    return [...found].map(([entry, texts]) =>
      element("li", null, link(entry, "vc-entry"), element("ul", null, texts.map((text) => element("li", null, text))))
    );
  }

  function wrong(advice) {
    const part = (title, items) =>
      items.length ? element("section", null, element("h3", null, title), element("ul", "vc-relations", items)) : null;
    const parts = [
      part(_("What may happen to us"), advice.watch_for.map(tip)),
      part(_("Pitfalls of the step"), advice.pitfalls.map((text) => element("li", null, text))),
      part(_("Risks of what helps now"), risksByActivity(advice.risks)),
    ].filter(Boolean);
    return parts.length ? parts : [element("p", null, _("The playbook names nothing."))];
  }

  /* How much of the path has no group that is missing, where one is at a step of it. */
  function standing(marks) {
    const stages = situation.stages.filter((stage) => stage.establishes.length);
    const largely = stages.filter((stage) => stage.establishes.every((group) => (marks[group] || "missing") !== "missing"));
    return `${_("Of the {all} steps that establish groups, {number} largely stand.", { all: stages.length, number: largely.length })} `;
  }

  function here(advice, open, marks) {
    if (!advice.step) return [open.length ? _("No step of the path is about the groups that do not stand.") : _("All groups stand, and the path ends here.")];
    const step = entries[advice.step];
    const stands = situation.stages.find((stage) => stage.entry === advice.step);
    const own = stands.establishes.filter((group) => open.includes(group));
    return [
      `${capital(step.note)}: `,
      link(advice.step, "vc-entry"),
      ". ",
      element("em", null, step.question),
      " ",
      ...(own.length
        ? [standing(marks), pieces("What holds you here: {groups}.", { groups: joined(own.map(groupLink)) })].flat()
        : [_("All groups stand; this step is what they make possible.")]),
    ].flat();
  }

  /* ---- The picture and its words ---- */

  function drawPicture(marks) {
    for (const part of page.querySelectorAll(".vc-filling .vc-group")) {
      const group = part.dataset.entry.replace("groups/", "");
      const mark = marks[group] || "missing";
      part.dataset.mark = mark;
      part.querySelector("title").textContent = `${entries[part.dataset.entry].name}: ${WORDS[mark]}`;
    }
    const rows = [...MARKS].reverse().map((mark) => {
      const groups = situation.groups.filter((group) => (marks[group] || "missing") === mark);
      const word = ` ${capital(WORDS[mark])}`;
      return [element("dt", null, sign(mark), word), element("dd", null, groups.length ? joined(groups.map(groupLink)) : _("none"))];
    });
    page.querySelector(".vc-check-twin").replaceChildren(...rows.flat());
  }

  function summary(advice, marks) {
    if (!Object.keys(marks).length) return unmarked;
    const step = advice.step ? `${entries[advice.step].note}, ${entries[advice.step].name}` : _("the end of the path");
    const early = advice.early.length ? _("{number} come too early.", { number: advice.early.length }) : _("Nothing comes too early.");
    return `${_("You are at {step}.", { step })} ${_("{number} events and workshops have impact now.", { number: advice.now.length })} ${early}`;
  }

  /* ---- What moved since an earlier address ---- */

  const earlier = page.querySelector(".vc-check-compare input");

  function moved(before, after) {
    const level = (marks, group) => MARKS.indexOf(marks[group] || "missing");
    const words = (group) => [
      groupLink(group), ": ", sign(MARKS[level(before, group)]), ` ${WORDS[MARKS[level(before, group)]]} \u2192 `,
      sign(MARKS[level(after, group)]), ` ${WORDS[MARKS[level(after, group)]]}`,
    ];
    const part = (title, groups) =>
      groups.length
        ? [element("p", null, element("strong", null, title)), element("ul", null, groups.map((group) => element("li", null, words(group))))]
        : [];
    const up = situation.groups.filter((group) => level(after, group) > level(before, group));
    const back = situation.groups.filter((group) => level(after, group) < level(before, group));
    if (!up.length && !back.length) return [element("p", null, _("Every group stands as it did then."))];
    return [...part(_("Grown since then"), up), ...part(_("Lost since then"), back)];
  }

  function compare() {
    const text = earlier.value.trim();
    const before = text.includes("#") ? marksIn(text.split("#")[1].replace(/%2c/gi, ",")) : null;
    const wrong = text && (!before || !Object.keys(before).length);
    const told = wrong ? [element("p", null, _("This is no address of a check: it has no marks after a #."))] : [];
    place("moved").replaceChildren(...(text && !wrong ? moved(before, marksInForm()) : told));
  }

  earlier.addEventListener("input", compare);

  function show() {
    const marks = marksInForm();
    const advice = advise(situation, marks);
    const open = situation.groups.filter((group) => marks[group] !== "established");
    drawPicture(marks);
    place("here").replaceChildren(...here(advice, open, marks));
    place("now").replaceChildren(...list(advice.now.map(recommendation), _("Nothing that we can plan adds to what does not stand yet.")));
    place("early").replaceChildren(...list(advice.early.map(tooEarly), _("Nothing: no group that is needed is missing.")));
    place("wrong").replaceChildren(...wrong(advice));
    page.classList.toggle("vc-check-empty", !Object.keys(marks).length);
    status.textContent = summary(advice, marks);
    compare();
  }

  for (const name of ["jump", "advice", "compare"]) page.querySelector(`.vc-check-${name}`).hidden = false;
  keepInAddress({ form, actions, read: marksInForm, fill: fillForm, write: written, parse: marksIn, show });
})();
