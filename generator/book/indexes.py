"""The indexes at the end of the book, each made from the relations of one kind of entry."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from generator.book.index import Letter, Line, Note, Target, every_name, sort_key
from generator.pages.prose import plain_text
from generator.pages.views import moments_about
from generator.playbook.playbook import Playbook
from generator.playbook.relation import Relation
from schemas.activities import Event, Nature, Workshop
from schemas.cases import Case
from schemas.fields import Entry
from schemas.framework import Group, Value
from schemas.route import Role, Step

INDEXES = "book:indexes"
"""The label of the place where the indexes begin."""

_LEFT_OUT = frozenset({"sources", "literature", "see"})
"""Fields whose entries say where a statement comes from, or explain a word."""


@dataclass(frozen=True, slots=True)
class Index:
    """One index."""

    label: str
    title: str
    about: str
    """How to read it, in a sentence."""
    letters: tuple[Letter, ...]
    columns: int = 2


def indexes(playbook: Playbook, labels: Collection[str]) -> list[dict[str, Any]]:
    """The indexes that the kinds of a playbook give, the general one last, as Typst reads them.

    Args:
        playbook: what the book shows.
        labels: every place in the book; nothing leads elsewhere.
    """
    made = (_values(playbook), _roles(playbook), _situations(playbook), _activities(playbook))
    kept = (_within(index, labels) for index in made)
    return [asdict(index) for index in (*kept, _general(playbook)) if index.letters]


def index_spots(made: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The label and title of each index."""
    return ((index["label"], index["title"]) for index in made)


def _values(playbook: Playbook) -> Index:
    lines = (
        Line(value.name, str(value.reference), notes=tuple(_named_by(playbook, value)))
        for value in playbook.of(Value)
    )
    return Index(
        "book:index-values",
        "Values",
        "Where a value stands, and the pages that build it, need it or show it.",
        _sorted_letters(lines),
    )


def _roles(playbook: Playbook) -> Index:
    letters = []
    for role in playbook.of(Role):
        notes = []
        if leads := playbook.relations_from(role, "leads"):
            notes.append(_note("Leads", (relation.target for relation in leads)))
        if takes_part := playbook.relations_to(role, "ours"):
            notes.append(_note("Takes part in", (relation.source for relation in takes_part)))
        letters.append(Letter(None, (Line(role.name, str(role.reference), notes=tuple(notes)),)))
    return Index(
        "book:index-roles", "Roles", "What each role leads, and what it takes part in.", tuple(letters), 3
    )


def _situations(playbook: Playbook) -> Index:
    """What readers come with: in their words, the events, the questions of the path, the signs of a lack."""
    events, plainly = playbook.of(Event), plain_text(playbook)
    found = (
        ("It happens to us", [(e.situation, e) for e in events if e.nature is Nature.UNPLANNED]),
        ("We can do something", [(e.situation, e) for e in events if e.nature is Nature.PLANNED]),
        ("Something is missing", [(s.text, g) for g in playbook.of(Group) for s in g.missing]),
        ("Where we stand", [(step.question, step) for step in playbook.of(Step)]),
    )
    letters = (
        Letter(
            head,
            tuple(
                sorted(
                    (Line(plainly(words), str(entry.reference), see=entry.name) for words, entry in pairs),
                    key=lambda line: sort_key(line.words),
                )
            ),
        )
        for head, pairs in found
        if pairs
    )
    return Index(
        "book:index-situations",
        "Situations",
        "What is going on, in a reader's words, and where to read about it.",
        tuple(letters),
    )


def _activities(playbook: Playbook) -> Index:
    activities = (*playbook.of(Event), *playbook.of(Workshop))
    lines = (
        Line(activity.name, str(activity.reference), notes=tuple(_in_cases(playbook, activity)))
        for activity in activities
    )
    return Index(
        "book:index-events",
        "Events and workshops",
        "Where an event or workshop stands, and the moments of the cases in which it occurs.",
        _sorted_letters(lines),
    )


def _general(playbook: Playbook) -> Index:
    return Index(
        "book:index",
        "General index",
        "Every entry, under its name and its other names.",
        every_name(playbook),
        3,
    )


def _named_by(playbook: Playbook, entry: Entry) -> Iterator[Note]:
    """Who names an entry, by the field that does."""
    by_field: dict[str, list[Relation]] = {}
    for relation in playbook.relations_to(entry):
        if relation.field not in _LEFT_OUT:
            by_field.setdefault(relation.field, []).append(relation)
    for field, relations in by_field.items():
        if field == "timeline":
            found = (target for case in playbook.of(Case) for target in _moments(playbook, case, entry))
            yield Note("seen in cases", tuple(found))
        else:
            targets = dict.fromkeys(str(relation.source.reference) for relation in relations)
            yield Note(_lower(relations[0].backward), tuple(map(Target, targets)))


def _in_cases(playbook: Playbook, activity: Entry) -> Iterator[Note]:
    """The moments of each case that were this activity."""
    for case in playbook.of(Case):
        found = tuple(_moments(playbook, case, activity))
        if found:
            yield Note(case.called, found)


def _moments(playbook: Playbook, case: Case, entry: Entry) -> Iterator[Target]:
    named = moments_about(case, playbook.relations_to(entry))
    return (Target(f"{case.reference}#moment-{number}") for number, _ in named)


def _note(words: str, entries: Iterable[Entry]) -> Note:
    named = {str(entry.reference): entry.name for entry in entries}
    ordered = sorted(named.items(), key=lambda item: sort_key(item[1]))
    return Note(words, tuple(Target(label, name) for label, name in ordered))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _sorted_letters(lines: Iterable[Line]) -> tuple[Letter, ...]:
    """Lines by the alphabet, under no heads: they are few enough to be found without."""
    ordered = sorted(lines, key=lambda line: (sort_key(line.words), line.label))
    return (Letter(None, tuple(ordered)),) if ordered else ()


def _within(index: Index, labels: Collection[str]) -> Index:
    """An index without what the book leaves out."""
    letters = []
    for letter in index.letters:
        lines = tuple(
            replace(line, notes=tuple(_notes_within(line.notes, labels)))
            for line in letter.lines
            if line.label in labels
        )
        if lines:
            letters.append(replace(letter, lines=lines))
    return replace(index, letters=tuple(letters))


def _notes_within(notes: Iterable[Note], labels: Collection[str]) -> Iterator[Note]:
    for note in notes:
        targets = tuple(target for target in note.targets if target.label in labels)
        if targets:
            yield replace(note, targets=targets)
