"""What templates ask of the playbook beyond an entry's own fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from unicodedata import normalize

from value_compass.generator.check.reading import id_from
from value_compass.generator.diagrams.agenda import clock
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.programme import programme
from value_compass.generator.playbook.relation import Relation
from value_compass.language.words import N_, _, ngettext
from value_compass.schemas.activities import AgendaItem, Event, Nature, Workshop
from value_compass.schemas.cases import Case, Moment
from value_compass.schemas.fields import Entry
from value_compass.schemas.kinds import parent_of
from value_compass.schemas.route import Step


def minutes(total: int) -> str:
    """A length in words: 90 minutes, 3 hours, 1 hour 30 minutes."""
    if total <= 90:
        return ngettext("{number} minute", "{number} minutes", total)
    hours, rest = divmod(total, 60)
    words = ngettext("{number} hour", "{number} hours", hours)
    return f"{words} {ngettext('{number} minute', '{number} minutes', rest)}" if rest else words


def length(workshop: Workshop) -> str:
    """How long a workshop takes, in words: 3 hours, 14 hours over 2 days."""
    days = len(programme(workshop))
    total = minutes(workshop.duration)
    return _("{length} over {days} days", length=total, days=days) if days > 1 else total


@dataclass(frozen=True, slots=True)
class Part:
    """A line of an agenda."""

    day: int
    """On which of its days it stands, from 0."""
    opens: int | None
    """The number of the day that it opens, where there are several."""
    begins: int
    """Minutes since the start of the day."""
    item: AgendaItem | None
    """What happens; nothing where the day ends."""

    @property
    def clock(self) -> str:
        """The time since the start of the day, such as 1:25."""
        return clock(self.begins)


def agenda(workshop: Workshop) -> list[Part]:
    """The parts of an agenda, and the end of each day."""
    days = programme(workshop)
    several = len(days) > 1
    return [
        part
        for number, day in enumerate(days)
        for part in (
            *(
                Part(number, day.number if several and not slot.begins else None, slot.begins, slot.item)
                for slot in day.slots
            ),
            Part(number, None, day.minutes, None),
        )
    ]


def phases(case: Case) -> list[tuple[str | None, list[tuple[int, Moment]]]]:
    """The moments of a case, numbered from 1, by runs of one phase."""
    numbered = enumerate(case.timeline, 1)
    return [(phase, list(run)) for phase, run in groupby(numbered, lambda pair: pair[1].phase)]


def moments_about(case: Case, relations: Iterable[Relation]) -> list[tuple[int, Moment]]:
    """The moments of a case that some of its relations come from, with their numbers."""
    named = {relation.target.reference for relation in relations}
    return [
        (number, moment)
        for number, moment in enumerate(case.timeline, 1)
        if named & {moment.event, *moment.values}
    ]


def used_by(playbook: Playbook, entry: Entry) -> list[Entry]:
    """The entries that cite a source, each once."""
    return list({r.source.reference: r.source for r in playbook.relations_to(entry)}.values())


def around(playbook: Playbook, step: Step) -> tuple[Step | None, Step | None, Step | None]:
    """The step before, the step after, and the first one from here on that reaches a milestone."""
    number = playbook.steps.index(step)
    before = playbook.steps[number - 1] if number else None
    rest = playbook.steps[number:]
    ahead = next((later for later in rest if later.milestone), None)
    return before, next(iter(rest[1:]), None), ahead


def situations(playbook: Playbook) -> list[Event]:
    """What can be going on: the unplanned events, those that the cases show most often first."""
    unplanned = [event for event in playbook.of(Event) if event.nature is Nature.UNPLANNED]
    return sorted(unplanned, key=lambda event: -len(playbook.relations_to(event, "timeline")))


def intentions(playbook: Playbook) -> list[tuple[str, list[Entry]]]:
    """What one can want to do: the planned events, by the step of the path that they help.

    Of each step those first that the cases show most often.
    """
    planned = [event for event in playbook.of(Event) if event.nature is Nature.PLANNED]
    planned.sort(key=lambda event: -len(playbook.relations_to(event, "timeline")))
    return index_groups(playbook, planned)


ANY_STEP = N_("At any step")
"""What stands above the entries of a list by steps that no step names."""


def index_groups(playbook: Playbook, entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """How the list of a kind is divided, with a heading for each part: by what stands above, else by step."""
    headings: dict[tuple[int, str], list[Entry]] = {}
    for entry in entries:
        headings.setdefault(_index_heading(playbook, entry), []).append(entry)
    if all(not heading for _, heading in headings):
        return [("", listed) for listed in headings.values()]
    ordered = sorted(headings.items(), key=lambda part: part[0][0])
    return [(heading or _(ANY_STEP), listed) for (_order, heading), listed in ordered]


def _index_heading(playbook: Playbook, entry: Entry) -> tuple[int, str]:
    """The heading below which an entry is listed, and its place among the steps."""
    parent, step = parent_of(entry, playbook.kinds), playbook.place(entry).step
    if parent:
        return 0, playbook[parent].name
    if step and step is not entry:
        return step.order, _("Step {number}, {name}", number=step.order, name=step.name)
    return len(playbook.steps) + 1, ""


def by_letter(playbook: Playbook, entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Entries under the letter with which their names begin, in the order of the alphabet."""
    found: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: playbook.sort_key(one.name)):
        letter = normalize("NFKD", entry.name[:1]).upper()[:1]
        found.setdefault(letter if letter.isalpha() else "#", []).append(entry)
    return list(found.items())


def old_ids(playbook: Playbook, entry: Entry) -> list[str]:
    """Where an entry stood before on the page that it shares with others: what its aliases make of ids."""
    taken = {other.reference.id for other in playbook.of_kind(entry.reference.kind)}
    words = dict.fromkeys(map(id_from, (*entry.aliases, entry.name)))
    return [word for word in words if word and word not in taken]
