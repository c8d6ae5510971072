"""What templates ask of the playbook beyond an entry's own fields."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from value_compass.generator.check.parts import parts_of
from value_compass.generator.check.reading import id_from
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import N_, _, ngettext
from value_compass.schemas.activities import Activity
from value_compass.schemas.fields import Citation, Entry, Reference, SourcedEntry
from value_compass.schemas.kinds import parent_of, reader_words


def minutes(total: int) -> str:
    """A length in words: 90 minutes, 3 hours, 1 hour 30 minutes."""
    if total <= 90:
        return ngettext("{number} minute", "{number} minutes", total)
    hours, rest = divmod(total, 60)
    words = ngettext("{number} hour", "{number} hours", hours)
    return f"{words} {ngettext('{number} minute', '{number} minutes', rest)}" if rest else words


def by_source(playbook: Playbook, entry: SourcedEntry) -> list[tuple[Entry, list[Citation]]]:
    """What an entry cites: each source once, with the places in it."""
    places: dict[Reference, list[Citation]] = {}
    for citation in entry.sources:
        places.setdefault(citation.source, []).append(citation)
    return [(playbook[source], citations) for source, citations in places.items()]


def users_not_told(playbook: Playbook, entry: Entry) -> list[Entry]:
    """The entries that cite a source and that its own text does not name, each once."""
    told = {target for _, target in parts_of(entry).links()}
    users = {relation.source.reference: relation.source for relation in playbook.relations_to(entry)}
    return [user for reference, user in users.items() if reference not in told]


def around(playbook: Playbook, entry: Entry) -> tuple[Entry | None, Entry | None, Entry | None]:
    """The step before one, the step after it, and the first one from here on that reaches a milestone."""
    steps = playbook.steps
    number = next(place for place, step in enumerate(steps) if step is entry)
    before = steps[number - 1] if number else None
    rest = steps[number:]
    ahead = next((later for later in rest if later.milestone), None)
    return before, next(iter(rest[1:]), None), ahead


def situations(playbook: Playbook) -> list[Activity]:
    """What can be going on: what nobody plans, that which the cases show most often first."""
    return [one for one in _in_readers_words(playbook) if one.happens_to_us]


def intentions(playbook: Playbook) -> list[tuple[str, list[Entry]]]:
    """What one can want to do, by the step of the path that it helps.

    Of each step that first which the cases show most often.
    """
    return index_groups(playbook, (one for one in _in_readers_words(playbook) if not one.happens_to_us))


def _in_readers_words(playbook: Playbook) -> list[Activity]:
    """The activities that readers find by words of their own, those first that the cases show most often."""
    found = [one for one in playbook.of(Activity) if reader_words(one, playbook.kinds)]
    return sorted(found, key=lambda one: -len(playbook.relations_to(one, "timeline")))


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
