"""What rests on the lessons of a case."""

from __future__ import annotations

from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.cases import Case
from value_compass.schemas.fields import Entry
from value_compass.schemas.practice import Practice, Stage


def citers(playbook: Playbook, entry: Entry, field: str, number: int) -> tuple[Entry, ...]:
    """The practices and stages whose points rest on one lesson of a case; none for any other field."""
    if not isinstance(entry, Case) or field != "lessons":
        return ()
    named = (relation.source for relation in playbook.relations_to(entry, "points"))
    found = {one.reference: one for one in named if isinstance(one, Stage | Practice)}
    return tuple(one for one in found.values() if _rests_on(one, entry, number))


def _rests_on(holder: Stage | Practice, case: Case, number: int) -> bool:
    lessons = (lesson for point in holder.points for lesson in point.lessons)
    return any(lesson.case == case.reference and lesson.number == number for lesson in lessons)
