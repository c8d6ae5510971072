/* The relationship check, worked out in the browser. The rules and the reasons for them stand in
   generator/playbook/advice.py; a test holds the two together. */

"use strict";

const advise = (() => {
  const FIRST_FEW = 3;

  const markOf = (marks, group) => (Object.hasOwn(marks, group) ? marks[group] : "missing");
  const openGroups = (groups, marks) => groups.filter((group) => markOf(marks, group) !== "established");
  const distance = (gap) => (gap.mark === "missing" ? 2 : 1);
  const total = (gaps) => gaps.reduce((sum, gap) => sum + distance(gap), 0);

  /* The first step with an open group, or the first one after all groups. */
  function present(situation, marks) {
    let after = 0;
    for (const [index, stage] of situation.stages.entries()) {
      if (openGroups(stage.establishes, marks).length) return stage;
      if (stage.establishes.length) after = index + 1;
    }
    return situation.stages[after] || null;
  }

  /* The groups of some ties that are not established, in the order of the framework. */
  function gaps(situation, ties, marks) {
    return openGroups(situation.groups, marks)
      .map((group) => ({
        group,
        mark: markOf(marks, group),
        ties: ties.filter((tie) => tie.group === group),
      }))
      .filter((gap) => gap.ties.length);
  }

  const first = (items, test) => [...items.filter(test), ...items.filter((item) => !test(item))];

  function inOrder(ranked) {
    const compare = (one, other) => {
      const index = one.rank.findIndex((value, i) => value !== other.rank[i]);
      return index < 0 ? 0 : one.rank[index] - other.rank[index];
    };
    return [...ranked].sort(compare).map((item) => item.advice);
  }

  /* From what the playbook knows, and the marks by group id, to what helps now. */
  return function advise(situation, marks) {
    const stage = present(situation, marks);
    const own = new Set(stage ? openGroups(stage.establishes, marks) : []);
    const helps = stage ? stage.helps : [];
    const asked = new Set(stage && !stage.establishes.length ? helps.map((tip) => tip.entry) : []);

    const now = [];
    const early = [];
    situation.plans.forEach((plan, number) => {
      const adds = gaps(situation, plan.builds, marks);
      const lacks = gaps(situation, plan.needs, marks);
      if (!adds.length && !asked.has(plan.entry)) return;
      const worth = total(adds);
      const worthHere = total(adds.filter((gap) => own.has(gap.group)));
      const found = helps.findIndex((tip) => tip.entry === plan.entry);
      const place = found < 0 ? helps.length : found;
      const stepReason = found < 0 ? null : helps[found].reason;
      if (lacks.some((gap) => gap.mark === "missing")) {
        early.push({
          rank: [total(lacks), -worthHere, place, -worth, number],
          advice: {
            entry: plan.entry,
            lacks: first(lacks, (gap) => gap.mark === "missing"),
            step_reason: stepReason,
          },
        });
      } else {
        const share = lacks.length ? 1 : 2;
        now.push({
          rank: [-worthHere * share, place, -worth * share, number],
          advice: {
            entry: plan.entry,
            adds: first(adds, (gap) => own.has(gap.group)),
            step_reason: stepReason,
            growing: lacks,
            conditions: plan.conditions,
          },
        });
      }
    });

    const recommended = inOrder(now);
    const risksOf = new Map(situation.plans.map((plan) => [plan.entry, plan.risks]));
    return {
      step: stage ? stage.entry : null,
      now: recommended,
      early: inOrder(early),
      watch_for: stage ? stage.watch_for : [],
      pitfalls: stage ? stage.pitfalls : [],
      risks: recommended
        .slice(0, FIRST_FEW)
        .flatMap(({ entry }) => risksOf.get(entry).map((text) => ({ entry, text }))),
    };
  };
})();
