"""What readers take along, made for the site: sheets, slides, cards, and canvases for the wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from value_compass.generator.book.extracts.cards import cards_for
from value_compass.generator.book.extracts.sheet import START, compose_sheet
from value_compass.generator.book.extracts.sheets import Sheets, print_sheets
from value_compass.generator.book.finish import PLAIN
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.keeping import keep, kept, key_of
from value_compass.generator.book.poster import compose_posters, on_larger_paper
from value_compass.generator.cli.printing import imprint_of
from value_compass.generator.cli.revision import Origin
from value_compass.generator.pages.handouts import CARD_KINDS, cards_of, on_cards, sheet_of, slides_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.slides import compose, write
from value_compass.schemas.activities import Workshop


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
    made |= _slides(playbook, imprint)
    return made, tuple(str(refused) for refused in printed.values() if not isinstance(refused, bytes))


def _slides(playbook: Playbook, imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """The slides of every workshop; the same ones are not made twice."""
    ways = [file.read_bytes() for file in sorted(Path(write.__file__).parent.glob("*.py"))]
    for workshop in playbook.of(Workshop):
        deck = compose.compose_deck(playbook, workshop, imprint.day)
        key = key_of(*ways, repr(deck))
        made = kept("slides", key)
        if made is None:
            made = write.write_deck(deck)
            keep("slides", key, made)
        yield slides_of(workshop).address, made


def _sheets(playbook: Playbook, imprint: Imprint) -> Iterator[tuple[str, Sheets]]:
    for workshop in playbook.of(Workshop):
        sheet = compose_sheet(playbook, workshop=workshop, start=START, imprint=imprint)
        yield sheet_of(workshop).address, sheet
    for kind in CARD_KINDS:
        if entries := on_cards(playbook, kind):
            yield cards_of(kind).address, cards_for(playbook, entries, imprint)
