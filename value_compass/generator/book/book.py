"""The printed edition of a playbook: units from the model, measured, given pages, and set part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct
from pydantic_core import to_json

from value_compass.generator.book.about import about
from value_compass.generator.book.binding import START, Gathering, bound, ready
from value_compass.generator.book.boxes import BLEED
from value_compass.generator.book.codes import code
from value_compass.generator.book.compose import Extract, extract_of, whole_book
from value_compass.generator.book.drawings import DRAWINGS
from value_compass.generator.book.failure import BookFailure
from value_compass.generator.book.greyscale import grey_drawing
from value_compass.generator.book.heights import Heights
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.keeping import keep, kept, key_of, press_key
from value_compass.generator.book.leaves import Bound, Sheet, as_data, bind, links_in, with_levels
from value_compass.generator.book.named import Names
from value_compass.generator.book.outline import Bookmark
from value_compass.generator.book.pagination import Finished, foresee
from value_compass.generator.book.press import TEMPLATES, Press, printed
from value_compass.generator.book.printable import printable_tree
from value_compass.generator.book.units.desk import Desk
from value_compass.generator.book.volume import Volume
from value_compass.generator.load.fonts import FAMILIES, Fonts, fonts_of
from value_compass.generator.load.scratch import scratch
from value_compass.generator.pages.page import entry_address
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Entry

__all__ = ["FAMILIES", "BookFailure", "bookmarks", "build_book", "lay_out"]

_MOST_PAGES = 24
"""So many pages at most are set at once: what was not changed is not set again."""

_AT_ONCE = 4
"""So many parts are set in one run of Typst: more take less time, and more memory."""

_ROUNDS = 20
"""After so many rounds of measuring every height is known."""


class Setting(Struct, frozen=True):
    """Everything but the playbook that a print depends on."""

    imprint: Imprint
    fonts: Fonts


def build_book(
    playbook: Playbook,
    target: Path,
    imprint: Imprint,
    *,
    folder: Path | None = None,
    extract: Extract | None = None,
) -> Bound:
    """Write the book as a PDF.

    Args:
        playbook: what the edition shows.
        target: the file to write.
        imprint: as of when the book is printed, and how.
        folder: the playbook's folder, which may hold fonts of its own.
        extract: which entries are printed; nothing when they are all.

    Returns:
        What stands where.

    Raises:
        BookFailure: when something could not be printed; the message says what.
    """
    with scratch("compass-book-") as work:
        setting = Setting(imprint, fonts_of(folder))
        press = Press(work, setting.fonts.files, imprint.day)
        laid, heights, base = lay_out(playbook, setting, press, extract)
        parts = list(_parts(press, playbook, laid, heights, base, setting))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(bound(parts, laid.pages, bookmarks(laid, setting.fonts)))
    return laid


def bookmarks(laid: Bound, fonts: Fonts) -> list[Bookmark]:
    """The outline of a book.

    Args:
        laid: what stands where in it.
        fonts: those that it is set in.
    """
    return [Bookmark(depth, fonts.printable(title), page) for depth, title, page in laid.outline()]


def lay_out(
    playbook: Playbook, setting: Setting, press: Press, extract: Extract | None = None
) -> tuple[Bound, Heights, dict[str, Any]]:
    """Give everything its page, without setting it.

    Args:
        playbook: what the edition shows.
        setting: what the print depends on beside it.
        press: measures what nobody measured before.
        extract: which entries are printed; nothing when they are all.

    Returns:
        The pages, the heights that they are made from, and what every part of the book says of itself.
    """
    desk = _desk(playbook, setting, extract)
    volume = extract_of(desk, setting.imprint, extract) if extract else whole_book(desk, setting.imprint)
    said = about(playbook, setting.imprint)
    # Pages that do not say it are not set again when only the day or the revision is another.
    del said["date"], said["revision"]
    base = {
        **printable_tree(said, setting.fonts, divide=None),
        "name": setting.fonts.printable(volume.name),
        "families": list(setting.fonts.families),
        "numbers": {},
        "draft": True,
    }
    look = _look(base, setting.fonts)
    usual = {base["look"]["text"], base["look"]["headings"]} == set(FAMILIES)
    heights = Heights(look, partial(_measured, press, base, setting.fonts), usual=usual)
    laid = _settled(volume, heights)
    heights.keep()
    return laid, heights, base


def _settled(volume: Volume, heights: Heights) -> Bound:
    """Bind until every height is known."""
    finished: Finished = {}
    foresee(volume.units, heights)
    for _ in range(_ROUNDS):
        heights.measure()
        laid = bind(volume, heights, finished)
        if heights.complete:
            return laid
    raise BookFailure("the heights of the book do not settle")


def _desk(playbook: Playbook, setting: Setting, extract: Extract | None) -> Desk:
    site = playbook.settings.site_address
    printed = frozenset(extract.entries) if extract else frozenset(playbook.entries)
    grey = setting.imprint.finish.greyscale

    def drawn_for(name: str, entry: Entry | None) -> str | None:
        drawn = DRAWINGS[name](playbook, entry)
        return grey_drawing(drawn) if drawn and grey else drawn

    return Desk(
        playbook,
        Names(playbook, printed),
        lambda reference: code(site, entry_address(reference, playbook)),
        code(site, "index.html"),
        drawn_for,
    )


def _measured(
    press: Press, base: Mapping[str, Any], fonts: Fonts, asked: Sequence[Mapping[str, Any]]
) -> Sequence[float]:
    said = printable_tree(list(asked), fonts)
    found: list[float] = press.find_out("measure.typ", {**base, "asked": said})
    return found


def _look(base: Mapping[str, Any], fonts: Fonts) -> str:
    """What heights depend on beside the blocks themselves."""
    look = to_json([base[name] for name in ("language", "said", "hues", "look", "logo")])
    return key_of(press_key(TEMPLATES), look, *fonts.state)


def _parts(
    press: Press, playbook: Playbook, laid: Bound, heights: Heights, base: Mapping[str, Any], setting: Setting
) -> Iterator[Gathering]:
    """The parts of the book, made ready to be bound: pages that follow one another, set at once.

    A part is not set again while its pages, and the number of every page of the book, are the same.
    """
    names = _place_names(playbook, laid)
    alike = to_json([base, laid.pages, names, setting.imprint.day, setting.fonts.state])
    common = key_of(press_key(TEMPLATES), alike)
    bleed = BLEED if setting.imprint.finish.bleed else None
    start = START
    parts = list(_chunks(laid.sheets))
    for place in range(0, len(parts), _AT_ONCE):
        chunks = parts[place : place + _AT_ONCE]
        pages = [as_data(laid, sheets, heights) for sheets in chunks]
        keys = [key_of(common, to_json(said)) for said in pages]
        found = [kept("gatherings", key) for key in keys]
        data = [
            {**base, "draft": False, **_said(said, laid, setting.fonts)}
            for said, known in zip(pages, found, strict=True)
            if not known
        ]
        made = iter(press.pdfs([("book.typ", one) for one in data]))
        for sheets, key, known in zip(chunks, keys, found, strict=True):
            if known:
                part = Gathering.of(known).moved(start)
            else:
                part = ready(printed(next(made)), sheets[0].number, start, names, bleed=bleed)
                keep("gatherings", key, part.kept())
            start = part.after
            yield part


def _said(pages: Any, laid: Bound, fonts: Fonts) -> dict[str, Any]:
    """Pages as Typst takes them, and the numbers that are printed on them.

    Links to what is not printed are words alone.
    """
    said = with_levels(printable_tree(pages, fonts))
    numbers = {}
    for link in links_in(said):
        if link["l"] in laid.pages:
            numbers[link["l"]] = laid.pages[link["l"]]
        else:
            del link["l"]
    return {"pages": said, "numbers": dict(sorted(numbers.items()))}


def _chunks(sheets: Sequence[Sheet]) -> Iterator[list[Sheet]]:
    """Pages by chapters, long ones divided and short ones together."""
    held: list[Sheet] = []
    for sheet in sheets:
        if len(held) >= _MOST_PAGES or (
            len(held) >= _MOST_PAGES // 2 and held[-1].chapter is not sheet.chapter
        ):
            yield held
            held = []
        held.append(sheet)
    if held:
        yield held


def _place_names(playbook: Playbook, laid: Bound) -> dict[str, str]:
    """What every place is called, for those who hear a link."""
    names = {str(reference): entry.name for reference, entry in playbook.entries.items()}
    return {label: names.get(label.partition("#")[0], label) for label in laid.pages}
