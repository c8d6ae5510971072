"""A small playbook of a garden shop."""

from __future__ import annotations

import datetime
from pathlib import Path

from value_compass.generator.check.draft import draft_of
from value_compass.generator.load.folder import read_folder
from value_compass.generator.playbook.playbook import Playbook, seal

DAY = datetime.date(2026, 11, 22)

SITE = """\
title: Growing together
subtitle: How a garden shop keeps its "customers"
organisation: Moss & Fern
edition: Second edition
imprint: For everyone in the shop.
home: {welcome: What makes people come back.}
sections:
  - id: framework
    title: Values
    summary: What carries a relationship.
    introduction: Begin with a **pillar**, or with [[values/openness|being open]].
    kinds: [outcomes, pillars, groups, values]
  - id: path
    title: The path
    summary: One step after the other.
    introduction: Two steps.
    kinds: [steps, ambitions, positions, workshops]
  - id: reference
    title: Reference
    summary: To look up.
    introduction: All the rest.
    kinds: [events, cases, roles, terms, sources]
editions: [{name: all, title: Shop edition, audiences: [everyone]}]
"""

_TAIL = """\
owner: The shop
reviewed: 2026-11-22
"""
_SOURCED = _TAIL + "sources: [{source: handbook, where: page 3, basis: stated, covers: all of it}]\n"

ENTRIES = {
    "outcomes/loyalty": """\
name: Loyalty
summary: People come back.
order: 1
literature: [handbook]
aliases: [Coming back]
""",
    "pillars/trust": """\
name: Trust
summary: They believe us.
order: 1
colour: "#1f5f8b"
carries: [{to: loyalty, reason: Who believes us comes back., basis: derived}]
lost: [We sell a dead plant.]
""",
    "pillars/care": """\
name: Care
summary: We mind about their gardens.
order: 2
colour: "#2f7d4f"
carries: [{to: loyalty, reason: Nobody leaves who is cared for.}]
""",
    "groups/honesty": """\
name: Honest advice
summary: We say what we know.
pillar: trust
order: 1
established: [They ask us first.]
missing: [{text: They ask next door., basis: editorial}]
evidence: {external: 3, internal: 5, where: page 9}
""",
    "groups/attention": """\
name: Attention
summary: We look at what they carry.
pillar: care
order: 1
established: [We know their gardens.]
missing: [We look at the till.]
evidence_note: Nobody counted.
""",
    "values/openness": """\
name: Openness
summary: We say what goes wrong, and "why".
group: honesty
order: 1
aliases: [Being open, Éclat]
meaning: |
  Saying it. See [[events/first-visit]] and again [[events/first-visit]], or [[terms/compost]].

  > Quoted: it's so.

  ### A table

  | Plant | Price |
  | --- | ---: |
  | Rose | 12 |

  1. One
  2. Two

      code here

  Read [more](https://example.org/more), or [write](mailto:a@example.org).
shows: [Prices are on the pots.]
lost: [We hide a price.]
""",
    "values/attention": """\
name: Attention
summary: The value, not the group.
group: attention
order: 2
meaning: Looking.
shows: [We look up.]
lost: [We look down.]
""",
    "values/patience": """\
name: Patience
summary: We wait.
group: attention
order: 1
meaning: Waiting for [[values/openness]].
shows: [Nobody looks at the clock.]
lost: [Somebody does.]
""",
    "steps/meet": """\
name: Meet
summary: Get to know each other.
order: 1
question: Who are you?
why_here: [It comes first.]
establishes: [{to: honesty, reason: Begin with advice.}, {to: attention, reason: And look.}]
helps: [{to: events/first-visit, reason: They meet us.}]
watch_for: [{to: storm, reason: It breaks things.}]
done_when: [We know a name.]
opens: The next step.
milestone: {name: A name, summary: We know it., basis: {text: It is in the book., basis: derived}}
""",
    "ambitions/partner": """\
name: Partner in the garden
summary: We plan it together.
order: 1
meaning: Planning.
marks: [They draw a map.]
nuances: [{name: Slowly, says: Year by year., asks: Patience from us.}]
helps: [{to: workshops/planting-day, reason: It starts there.}]
""",
    "positions/at-the-door": """\
name: At the door
summary: They came by chance.
order: 1
introduced_by: it
works_with: [it, business]
focus: A first plant.
signs: [They ask the price.]
grows: [Give them a seed.]
""",
    "workshops/planting-day": """\
name: Planting day
summary: A day in the garden.
initiative: both
when: [It is spring.]
needs: [{to: groups/honesty, reason: Or nobody digs.}, Good weather.]
builds:
  - {to: values/patience, reason: Plants take time., basis: derived}
  - {to: values/attention, reason: They must be looked at.}
ours: [gardener]
theirs: [Neighbours]
purpose: Plant it.
duration: 90
agenda:
  - {title: Dig, minutes: 60, what: Dig a hole., method: With a spade.}
  - {title: Plant, minutes: 30, what: Put it in.}
agenda_basis: editorial
questions: [What grows here?]
outputs: [A tree.]
""",
    "events/first-visit": """\
name: First visit
summary: Somebody comes in.
initiative: customer
nature: planned
situation: Somebody stands in the door.
goal: They feel at home.
when: [At any time.]
actions: [Say hello., Show the roses.]
builds: [{to: groups/honesty, reason: A first answer.}, {to: values/openness, reason: An open one.}]
""",
    "events/storm": """\
name: Storm
summary: The wind breaks the pots.
initiative: outside
nature: unplanned
situation: Everything is broken.
needs: [A roof that holds., A list of addresses.]
goal: Nobody is hurt.
when: [In autumn.]
actions: [Call them.]
respond: [Sweep up.]
builds: [{to: groups/attention, reason: We call.}]
""",
    "cases/customer-k": """\
name: Customer K
summary: From one rose to a park.
order: 1
customer: Customer K
sector: A town
lasted: Three years
began: With a rose.
position: at-the-door
ours: [gardener]
theirs: [The mayor]
timeline:
  - title: A rose
    when: "2021"
    year: 2021
    phase: Beginning
    event: events/first-visit
    what: The mayor bought a rose.
    initiative: customer
    who: [The mayor]
    result: It bloomed.
    values: [values/openness, groups/honesty]
  - {title: A park, when: "2023", phase: Growing, what: We planted it., initiative: both, who: [All]}
led_to: [A park.]
lessons: [{text: Begin small., basis: derived}]
""",
    "roles/gardener": """\
name: Gardener
summary: Grows and sells.
order: 1
who: Whoever has earth on the hands.
gains: [Knows what to read.]
reading_path: [{to: values/openness, reason: Start there.}]
leads: [{to: workshops/planting-day, reason: You have the spade.}]
""",
    "terms/basis": """\
name: Basis
summary: How a statement follows from its source.
used_in: research
""",
    "terms/compost": """\
name: Compost
summary: What plants become.
aliases: [Humus]
see: [values/patience]
""",
    "terms/cutting-back": """\
name: Rückschnitt
language: de
summary: Man sagt "Rückschnitt" und meint nicht "Abschneiden".
body: |
  Wer "später" sagt, schneidet im Winter.
see: [values/patience]
""",
    "sources/handbook": """\
name: Handbook (2020)
summary: The shop's own book.
authors: Moss, A.
year: 2020
title: Our shop
published: The shop.
used_for: Everything.
address: https://example.org/handbook
""",
}  # fmt: skip


def write_playbook(folder: Path, entries: dict[str, str]) -> Path:
    (folder / "site.yml").write_text(SITE, encoding="utf-8")
    for reference, text in entries.items():
        file = folder / "content" / f"{reference}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        tail = _TAIL if reference.startswith("sources/") else _SOURCED
        file.write_text(text + tail, encoding="utf-8")
    return folder


def read_playbook(folder: Path) -> Playbook:
    draft = draft_of(read_folder(folder))
    assert not draft.problems, draft.problems
    assert draft.settings
    return seal(draft, draft.settings.editions[0])
