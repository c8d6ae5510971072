/* The page of the relationship check: marks to and from the address, the compass, and the lists.
   What the lists hold is worked out by advice.js. Nothing is stored and nothing is sent. */

"use strict";

(() => {
  const MARKS = ["missing", "growing", "established"];
  const FIRST_FEW = 5;

  const page = document.querySelector(".vc-check");
  const { situation, entries } = JSON.parse(document.getElementById("check-data").textContent);
  const form = page.querySelector("form");
  const status = page.querySelector(".vc-check-status");
  const actions = page.querySelector(".vc-check-actions");
  const place = (name) => page.querySelector(`[data-list="${name}"]`);

  /* ---- Marks: in the form, and in the address as #m=personal-bond.2,transparency.1 ---- */

  const radio = (group, mark) => form.querySelector(`input[name="mark-${group}"][value="${mark}"]`);

  function marksInForm() {
    const marks = {};
    for (const group of situation.groups) {
      const mark = MARKS.find((name) => radio(group, name).checked);
      if (mark) marks[group] = mark;
    }
    return marks;
  }

  function marksInAddress() {
    // Mail programs write the commas as %2C.
    const found = /^#m=(.*)$/.exec(location.hash.replace(/%2c/gi, ","));
    const marks = {};
    for (const [, group, level] of (found ? found[1] : "").matchAll(/(?<=^|,)([a-z0-9-]+)\.([0-2])(?=,|$)/g)) {
      if (situation.groups.includes(group)) marks[group] = MARKS[level];
    }
    return marks;
  }

  function fragmentOf(marks) {
    const marked = situation.groups.filter((group) => Object.hasOwn(marks, group));
    return marked.length ? `#m=${marked.map((group) => `${group}.${MARKS.indexOf(marks[group])}`).join(",")}` : "";
  }

  function writeAddress(marks) {
    const page = location.href.split("#")[0];
    history.replaceState(null, "", page + fragmentOf(marks));
  }

  function fillForm(marks) {
    for (const group of situation.groups) {
      for (const mark of MARKS) radio(group, mark).checked = marks[group] === mark;
    }
  }

  /* ---- Elements: text only, never markup ---- */

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return made;
  }

  function link(reference, className, fragment = "") {
    const made = element("a", className, entries[reference].name);
    made.href = entries[reference].address + fragment;
    return made;
  }

  const sign = (mark) => element("span", `vc-sign vc-sign-${mark}`);

  const groupLink = (group) => link(`groups/${group}`);

  function joined(items) {
    return items.flatMap((item, index) => (index ? [", ", item] : [item]));
  }

  /* A list whose first few items show, and the rest on request. */
  function list(items, none) {
    if (!items.length) return [element("p", null, none)];
    const shown = [element("ul", "vc-relations", items.slice(0, FIRST_FEW))];
    const rest = items.slice(FIRST_FEW);
    if (rest.length) {
      shown.push(
        element("details", null, element("summary", null, `${rest.length} more`), element("ul", "vc-relations", rest))
      );
    }
    return shown;
  }

  /* ---- The lists ---- */

  const head = (reference, fragment) => [
    link(reference, "vc-entry", fragment),
    " ",
    element("span", "vc-kind", entries[reference].note),
  ];

  /* Why an activity names a group: the reasons, each with the value that it is about. */
  function reasons(gap) {
    return gap.ties.flatMap((tie) => [
      tie.entry === `groups/${gap.group}` ? ": " : [" through ", link(tie.entry), ": "],
      tie.reason,
    ]).flat();
  }

  const ties = (gaps) =>
    element(
      "ul",
      "vc-ties",
      gaps.map((gap) => element("li", null, sign(gap.mark), " ", groupLink(gap.group), ` (${gap.mark})`, reasons(gap)))
    );

  const growing = (gaps) =>
    gaps.length
      ? element("p", "vc-given", "Counts half: it needs ", joined(gaps.map((gap) => groupLink(gap.group))), ", still growing.")
      : null;

  const conditions = (texts) =>
    texts.length ? element("p", "vc-given", "It also needs: ", texts.map((text) => text.replace(/\.$/, "")).join("; "), ".") : null;

  const recommendation = (item) =>
    element(
      "li",
      null,
      head(item.entry),
      item.step_reason ? element("p", "vc-asked", "The present step recommends it. ", item.step_reason) : null,
      item.adds.length ? element("p", "vc-adds", "Adds to ", joined(item.adds.map((gap) => groupLink(gap.group))), ".") : null,
      item.adds.length ? ties(item.adds) : null,
      growing(item.growing),
      conditions(item.conditions)
    );

  const tooEarly = (item) =>
    element(
      "li",
      null,
      head(item.entry),
      element("p", "vc-adds", "Still needs ", joined(item.lacks.map((gap) => groupLink(gap.group))), "."),
      ties(item.lacks),
      item.step_reason ? element("p", "vc-given", "The present step recommends it as soon as nothing that it needs is missing.") : null
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
      part("What may happen to us", advice.watch_for.map(tip)),
      part("Pitfalls of the step", advice.pitfalls.map((text) => element("li", null, text))),
      part("Risks of what helps now", risksByActivity(advice.risks)),
    ].filter(Boolean);
    return parts.length ? parts : [element("p", null, "The playbook names nothing.")];
  }

  function here(advice, open) {
    if (!advice.step) return [open.length ? "No step of the path is about the groups that do not stand." : "All groups stand, and the path ends here."];
    const step = entries[advice.step];
    const stands = situation.stages.find((stage) => stage.entry === advice.step);
    const own = stands.establishes.filter((group) => open.includes(group));
    return [
      `${step.note[0].toUpperCase()}${step.note.slice(1)}: `,
      link(advice.step, "vc-entry"),
      ". ",
      element("em", null, step.question),
      ...(own.length
        ? [" Its groups that do not stand yet: ", joined(own.map(groupLink)), "."]
        : [" All groups stand; this step is what they make possible."]),
    ].flat();
  }

  /* ---- The picture and its words ---- */

  function drawPicture(marks) {
    for (const part of page.querySelectorAll(".vc-filling .vc-group")) {
      const group = part.dataset.entry.replace("groups/", "");
      const mark = marks[group] || "missing";
      part.dataset.mark = mark;
      part.querySelector("title").textContent = `${entries[part.dataset.entry].name}: ${mark}`;
    }
    const rows = [...MARKS].reverse().map((mark) => {
      const groups = situation.groups.filter((group) => (marks[group] || "missing") === mark);
      const word = ` ${mark[0].toUpperCase()}${mark.slice(1)}`;
      return [element("dt", null, sign(mark), word), element("dd", null, groups.length ? joined(groups.map(groupLink)) : "none")];
    });
    page.querySelector(".vc-check-twin").replaceChildren(...rows.flat());
  }

  function summary(advice, marks) {
    const step = advice.step ? `${entries[advice.step].note}, ${entries[advice.step].name}` : "the end of the path";
    const start = Object.keys(marks).length
      ? `You are at ${step}.`
      : `Nothing is marked yet, so this is the advice for a new relationship: ${step}.`;
    const early = advice.early.length ? `${advice.early.length} come too early.` : "Nothing comes too early.";
    return `${start} ${advice.now.length} events and workshops have impact now. ${early}`;
  }

  function show() {
    const marks = marksInForm();
    const advice = advise(situation, marks);
    const open = situation.groups.filter((group) => marks[group] !== "established");
    drawPicture(marks);
    place("here").replaceChildren(...here(advice, open));
    place("now").replaceChildren(...list(advice.now.map(recommendation), "Nothing that we can plan adds to what does not stand yet."));
    place("early").replaceChildren(...list(advice.early.map(tooEarly), "Nothing: no group that is needed is missing."));
    place("wrong").replaceChildren(...wrong(advice));
    status.textContent = summary(advice, marks);
  }

  /* ---- What one can do ---- */

  const said = actions.querySelector('[role="status"]');
  const address = actions.querySelector("input");

  async function copy() {
    // What a search left in the query is no part of the marks.
    address.value = location.href.split(/[?#]/)[0] + fragmentOf(marksInForm());
    try {
      await navigator.clipboard.writeText(address.value);
      said.textContent = "The address is copied.";
    } catch {
      // Without https a browser has no clipboard for scripts: give the reader the address to copy.
      address.parentElement.hidden = false;
      address.focus();
      address.select();
      said.textContent = "Copy the selected address with Ctrl+C.";
    }
  }

  const deeds = {
    copy,
    print: () => window.print(),
    clear: () => {
      fillForm({});
      changed();
    },
  };

  function changed() {
    writeAddress(marksInForm());
    said.textContent = "";
    show();
  }

  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  actions.addEventListener("click", (event) => {
    const deed = event.target.dataset.do;
    if (deed) deeds[deed]();
  });
  window.addEventListener("hashchange", () => {
    // A link to a heading of this page takes the marks out of the address: put them back.
    if (location.hash.startsWith("#m=") || !location.hash) fillForm(marksInAddress());
    else writeAddress(marksInForm());
    show();
  });

  page.classList.add("vc-check-works");
  for (const details of form.querySelectorAll("details")) details.open = false;
  for (const name of ["actions", "jump", "advice"]) page.querySelector(`.vc-check-${name}`).hidden = false;
  fillForm(marksInAddress());
  show();
})();
