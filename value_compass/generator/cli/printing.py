"""From a playbook to its book."""

from __future__ import annotations

from pathlib import Path

from value_compass.generator.book.book import build_book
from value_compass.generator.book.codes import stand_in
from value_compass.generator.book.compose import Extract
from value_compass.generator.book.finish import PLAIN, Finish
from value_compass.generator.book.greyscale import with_grey_pillars
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.leaves import Bound
from value_compass.generator.cli.checked import Tell
from value_compass.generator.cli.revision import Origin
from value_compass.generator.playbook.playbook import Playbook


def write_book(
    playbook: Playbook,
    origin: Origin,
    target: Path,
    *,
    tell: Tell,
    finish: Finish = PLAIN,
    extract: Extract | None = None,
) -> Bound:
    """Build the book at a path that does not exist yet.

    Args:
        playbook: what the edition shows.
        origin: where it was read, and which revision of it.
        target: where to write it.
        tell: takes a line of progress.
        finish: how it is printed.
        extract: which entries are printed; nothing when they are all.

    Returns:
        What stands where.

    Raises:
        Failure: when it cannot be built.
    """
    tell(f"Setting {extract.line if extract else 'the book'} ...")
    if told := stand_in(playbook.settings.site_address):
        tell(told)
    if finish.greyscale:
        playbook = with_grey_pillars(playbook)
    return build_book(playbook, target, imprint_of(origin, finish), folder=origin.folder, extract=extract)


def imprint_of(origin: Origin, finish: Finish) -> Imprint:
    """What a print of the playbook says of itself."""
    return Imprint(origin.revision.name, origin.revision.day, finish)
