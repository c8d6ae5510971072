"""What readers take along, made for the site: sheets, slides, cards, and canvases for the wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from value_compass.generator.book.extracts.cards import cards_for
from value_compass.generator.book.extracts.sheets import Sheets, print_sheets
from value_compass.generator.book.extracts.workshop_sheet import all_sheets
from value_compass.generator.book.finish import PLAIN
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.poster import compose_posters, on_larger_paper
from value_compass.generator.cli.printing import imprint_of
from value_compass.generator.cli.revision import Origin
from value_compass.generator.pages.handouts import cards_of, on_cards
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.slides.decks import all_decks


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
