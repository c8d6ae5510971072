"""What readers take along, made for the site: sheets, slides, cards, canvases, and parts of the book."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from value_compass.generator.book.book import bookmarks
from value_compass.generator.book.codes import leads_somewhere
from value_compass.generator.book.compose import Extract
from value_compass.generator.book.extracts.cards import cards_for
from value_compass.generator.book.extracts.part import part
from value_compass.generator.book.extracts.reading_pack import packs
from value_compass.generator.book.extracts.sheets import Sheets, print_sheets
from value_compass.generator.book.extracts.workshop_sheet import all_sheets
from value_compass.generator.book.finish import PLAIN
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.leaves import Bound
from value_compass.generator.book.offprints import Offprint, cut, pages_of
from value_compass.generator.book.poster import compose_posters, on_larger_paper
from value_compass.generator.cli.printing import imprint_of
from value_compass.generator.cli.revision import Origin
from value_compass.generator.load.fonts import fonts_of
from value_compass.generator.pages.handouts import cards_of, on_cards, part_of
from value_compass.generator.pages.page import entry_address
from value_compass.generator.pages.reading_paths import pack_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.slides.decks import all_decks
from value_compass.schemas.fields import Reference


def make_handouts(
    playbook: Playbook, origin: Origin, tell: Callable[[str], None]
) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """Make all that an edition has.

    Args:
        playbook: what the edition shows.
        origin: where it was read, and which revision of it.
        tell: takes a line of progress.

    Returns:
        The files by their addresses on the site, and why some could not be made.
    """
    imprint = imprint_of(origin, PLAIN)
    canvases = dict(compose_posters(playbook, imprint))
    asked = {**dict(_sheets(playbook, imprint)), **canvases}
    if not asked:
        return {}, ()
    tell(f"Setting {len(asked)} files of sheets, cards and canvases ...")
    printed = print_sheets(asked, imprint, folder=origin.folder)
    made = {address: pdf for address, pdf in printed.items() if isinstance(pdf, bytes)}
    for address in canvases.keys() & made.keys():
        made |= on_larger_paper(address, made[address])
    made |= dict(all_decks(playbook, imprint.day))
    return made, tuple(str(refused) for refused in printed.values() if not isinstance(refused, bytes))


def _sheets(playbook: Playbook, imprint: Imprint) -> Iterator[tuple[str, Sheets]]:
    yield from all_sheets(playbook, imprint)
    for kind in playbook.kinds:
        if entries := on_cards(playbook, kind):
            yield cards_of(kind).address, cards_for(playbook, entries, imprint)


def make_offprints(
    playbook: Playbook, origin: Origin, book: Path, laid: Bound, tell: Callable[[str], None]
) -> Mapping[str, bytes]:
    """Cut out of the book what is offered of it: each part, and what each role reads.

    Args:
        playbook: what the edition shows.
        origin: where it was read, and which revision of it.
        book: the finished book.
        laid: what stands where in it.
        tell: takes a line of progress.

    Returns:
        The files by their addresses on the site.
    """
    title = playbook.settings.title
    asked = {
        address: Offprint(f"{title}: {extract.line}", pages)
        for address, extract in _extracts(playbook)
        if (pages := pages_of(laid, extract))
    }
    tell(f"Cutting {len(asked)} parts out of the book ...")
    outline = bookmarks(laid, fonts_of(origin.folder))
    files = cut(book, list(asked.values()), laid.pages, outline, partial(_on_the_site, playbook))
    return dict(zip(asked, files, strict=True))


def _extracts(playbook: Playbook) -> Iterator[tuple[str, Extract]]:
    sections = playbook.settings.sections
    if len(sections) > 1:
        for section in sections:
            yield part_of(section).address, part(playbook, section)
    for role, extract in packs(playbook):
        yield pack_of(role).address, extract


def _on_the_site(playbook: Playbook, label: str) -> str | None:
    """Where on the web a place of the book is read, if it is an entry's."""
    site, reference = playbook.settings.site_address, Reference.parse(label.partition("#")[0])
    if site and leads_somewhere(site) and reference and reference in playbook.entries:
        return site + entry_address(reference, playbook)
    return None
