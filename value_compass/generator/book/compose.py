"""From a playbook to a volume: the order of its parts, and what stands before and after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from value_compass.generator.book.codes import leads_somewhere
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.named import is_paged
from value_compass.generator.book.unit import Unit
from value_compass.generator.book.units import back, front
from value_compass.generator.book.units.desk import Desk
from value_compass.generator.book.units.matrix import matrix
from value_compass.generator.book.units.nested import nested, set_within
from value_compass.generator.book.units.parts import opener
from value_compass.generator.book.units.path import path_unit
from value_compass.generator.book.units.reading_paths import reading_paths
from value_compass.generator.book.units.registry import ON_ONE_PAGE, unit_of
from value_compass.generator.book.volume import Chapter, Part, Volume
from value_compass.language.words import _
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.kinds import parent_of
from value_compass.schemas.settings import Section


class Extract(Struct, frozen=True):
    """A choice of the book's entries, bound by themselves."""

    line: str
    """What the cover says of it."""
    entries: tuple[Reference, ...]
    """The entries that have their place in it, in their order."""
    section: Section | None = None
    """The part of the playbook that it is, where it is one."""


def whole_book(desk: Desk, imprint: Imprint) -> Volume:
    """The book: front, parts, back."""
    settings = desk.playbook.settings
    parts = [
        part
        for number, section in enumerate(settings.sections, 1)
        if (part := _part(desk, section, number if len(settings.sections) > 1 else None))
    ]
    end = Part(_("Index"), tuple(_end(desk)), label="book:notes")
    kinds = [kind for section in settings.sections for kind in section.kinds]
    before = [
        front.cover(desk, imprint, None),
        front.imprint_page(desk, imprint, None, codes=leads_somewhere(settings.site_address)),
        front.guide(desk),
        front.contents([*parts, end]),
        *front.situations(desk),
        reading_paths(desk),
        front.wheel(desk),
        front.quarter(desk, kinds),
    ]
    first = Part(
        settings.title, (Chapter(settings.title, tuple(unit for unit in before if unit)),), tabbed=False
    )
    fillers = tuple(
        unit for unit in (front.drawing(desk, "framework"), front.drawing(desk, "evidence")) if unit
    )
    return Volume(settings.title, (first, *parts, end, _last(desk)), back.notes_page(), fillers)


def extract_of(desk: Desk, imprint: Imprint, extract: Extract) -> Volume:
    """A part, or a role's pack: the same units under a cover of their own."""
    settings = desk.playbook.settings
    part = _part(desk, extract.section, None) if extract.section else None
    if part is None:
        units = tuple(unit_of(desk, desk.playbook[reference]) for reference in extract.entries)
        part = Part(extract.line, (Chapter(extract.line, units),), tabbed=False)
    before = (
        front.cover(desk, imprint, extract.line),
        front.imprint_page(desk, imprint, extract.line, codes=leads_somewhere(settings.site_address)),
        front.contents([part]),
    )
    first = Part(settings.title, (Chapter(settings.title, before),), tabbed=False)
    notes = back.notes(desk)
    end = Part(
        _("Index"),
        (Chapter(_("Index"), tuple(unit for unit in (notes, back.index(desk)) if unit)),),
        tabbed=False,
    )
    return Volume(f"{settings.title}: {extract.line}", (first, part, end, _last(desk)), back.notes_page())


def _part(desk: Desk, section: Section, number: int | None) -> Part | None:
    kinds = [kind for kind in section.kinds if desk.playbook.of_kind(kind)]
    if not kinds:
        return None
    chapters = [Chapter(section.title, (opener(desk, section, number, kinds),))]
    registered = desk.playbook.kinds
    below = {kind for kind in kinds if nested(registered[kind]) in kinds}
    for kind in kinds:
        if kind in below:
            continue
        units = tuple(_units(desk, kind, below))
        plural = desk.playbook.kinds[kind].plural
        chapters.append(Chapter(plural, units, plural, f"kind:{kind}"))
    return Part(section.title, tuple(chapters), f"part:{section.id}")


def _units(desk: Desk, kind: str, below: set[str]) -> Iterator[Unit]:
    """The units of a kind, each with those of the entries that stand on its pages."""
    if kind in ON_ONE_PAGE:
        yield ON_ONE_PAGE[kind](desk)
        return
    if not is_paged(kind, desk.playbook.kinds):
        yield back.kind_list(desk, kind)
        return
    before = path_unit(desk, kind)
    if before:
        yield before
    for entry in desk.playbook.of_kind(kind):
        yield from _with_those_below(desk, entry, below)


def _with_those_below(desk: Desk, entry: Entry, below: set[str]) -> Iterator[Unit]:
    yield unit_of(desk, entry)
    kinds = desk.playbook.kinds
    for folder, kind in kinds.items():
        if folder in below and nested(kind) == entry.reference.kind and not set_within(kind):
            for one in desk.playbook.of_kind(folder):
                if parent_of(one, kinds) == entry.reference:
                    yield from _with_those_below(desk, one, below)


def _end(desk: Desk) -> Iterator[Chapter]:
    found: Sequence[Unit | None] = (matrix(desk), back.notes(desk), back.index(desk))
    yield Chapter(_("Index"), tuple(unit for unit in found if unit), _("Index"), "book:notes")


def _last(desk: Desk) -> Part:
    """The back cover, on an even page."""
    return Part("", (Chapter("", (back.back_cover(desk),)),), tabbed=False)
