/* The self-check of a process, worked out in the browser. The rules and the reasons for them stand in
   generator/playbook/self_check.py; a test holds the two together. */

"use strict";

const checkUp = (() => {
  const REASONS = ["left-out", "begun", "here", "later"];

  const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : null);

  function ticked(points, ticks) {
    const known = new Set((ticks || []).filter((tick) => tick >= 1 && tick <= points));
    if (!known.size) return "not";
    return known.size === points ? "done" : "partly";
  }

  /* A practice itself; of a stage its first practice, or the one after it where it has none. */
  function first(course, practices, entry) {
    const at = course.stages.findIndex((stage) => stage.entry === entry);
    if (at < 0) return practices.some((practice) => practice.entry === entry) ? entry : null;
    const found = course.stages.slice(at).find((stage) => stage.practices.length);
    return found ? found.practices[0].entry : null;
  }

  /* The practices that one comes to from a start; with all ways of an open decision, or none. */
  function line(course, practices, start, answers, every) {
    const found = [];
    const ahead = [first(course, practices, start.entry)];
    while (ahead.length) {
      const entry = ahead.shift();
      if (entry === null || found.includes(entry)) continue;
      found.push(entry);
      const at = practices.findIndex((practice) => practice.entry === entry);
      const { decision, ends } = practices[at];
      if (!decision) {
        const next = practices[at + 1];
        ahead.push(ends || !next ? null : next.entry);
        continue;
      }
      const answer = own(answers, entry) || 0;
      const chosen = answer >= 1 && answer <= decision.ways.length;
      const taken = chosen ? [decision.ways[answer - 1]] : every ? decision.ways : [];
      ahead.push(...taken.map((way) => first(course, practices, way.to)));
    }
    return found;
  }

  function standing(stage, levels, aside, marks) {
    const counted = stage.practices.filter(({ entry }) => !aside.has(entry)).map(({ entry }) => levels.get(entry));
    const done = counted.filter((level) => level === "done").length;
    let level = counted.every((one) => one === "not") ? "not" : "partly";
    if (!counted.length) level = ticked(stage.points, own(marks.ticks, stage.entry));
    else if (done === counted.length) level = "done";
    return { entry: stage.entry, level, done, count: counted.length };
  }

  /* The first open stage, and the first open one of each run beside it or before it. */
  function present(course, stages) {
    const open = course.stages.filter((stage, at) => stages[at].level !== "done");
    const main = open.find((stage) => !stage.beside.length);
    const place = (stage) => course.stages.indexOf(stage);
    const found = main ? [main] : [];
    const runs = new Set();
    for (const stage of open) {
      const run = stage.beside.join(" ");
      if (!run || runs.has(run)) continue;
      if (!main || stage.beside.includes(main.entry) || place(stage) < place(main)) {
        runs.add(run);
        found.push(stage);
      }
    }
    return found.sort((one, other) => place(one) - place(other)).map((stage) => stage.entry);
  }

  function reasonOf(level, before, here) {
    if (before !== null) return "left-out";
    if (level === "partly") return "begun";
    return here ? "here" : "later";
  }

  /* From a process and what somebody marked, ticked and decided, to what is missing. */
  return function checkUp(course, marks) {
    const practices = course.stages.flatMap((stage) => stage.practices);
    const levels = new Map(
      practices.map((practice) => [
        practice.entry,
        own(marks.levels, practice.entry) || ticked(practice.points, own(marks.ticks, practice.entry)),
      ])
    );
    const starts = course.stages.filter((stage, at) => !at || stage.beside.length);
    const lines = starts.map((start) => line(course, practices, start, marks.answers, false));
    const onWay = new Set(lines.flat());
    const reached = new Set(starts.flatMap((start) => line(course, practices, start, marks.answers, true)));
    const entries = practices.map(({ entry }) => entry);
    const waiting = entries.filter((entry) => reached.has(entry) && !onWay.has(entry));
    const occasions = entries.filter((entry) => !reached.has(entry));

    const aside = new Set(occasions.filter((entry) => levels.get(entry) === "not"));
    const stages = course.stages.map((stage) => standing(stage, levels, aside, marks));
    const here = present(course, stages);
    const stageOf = new Map(course.stages.flatMap((stage) => stage.practices.map(({ entry }) => [entry, stage.entry])));

    function begunAfter(entry) {
      const found = lines.find((one) => one.includes(entry));
      if (!found) return null;
      return found.slice(found.indexOf(entry) + 1).find((other) => levels.get(other) !== "not") || null;
    }

    const missing = practices
      .filter(({ entry }) => levels.get(entry) !== "done" && (onWay.has(entry) || levels.get(entry) === "partly"))
      .map(({ entry, points }) => {
        const level = levels.get(entry);
        const before = level === "not" ? begunAfter(entry) : null;
        const ticks = own(marks.ticks, entry) || [];
        return {
          entry,
          level,
          reason: reasonOf(level, before, here.includes(stageOf.get(entry))),
          before,
          left: Array.from({ length: points }, (_, at) => at + 1).filter((number) => !ticks.includes(number)),
        };
      })
      .sort((one, other) => REASONS.indexOf(one.reason) - REASONS.indexOf(other.reason));

    const beyond = waiting.some((entry) => levels.get(entry) !== "not");
    const decisions = practices
      .filter(({ entry, decision }) => decision && onWay.has(entry))
      .map(({ entry, decision }) => {
        const answer = own(marks.answers, entry);
        const known = answer !== null && answer >= 1 && answer <= decision.ways.length ? answer : null;
        return { entry, answer: known, due: known === null && (levels.get(entry) === "done" || beyond) };
      });

    return { levels: [...levels.values()], stages, here, missing, decisions, waiting, occasions };
  };
})();
