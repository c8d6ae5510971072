"""Pages with their numbers: where everything stands, and what surrounds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Any

from msgspec import Struct, field

from value_compass.generator.book.blocks import Block, plain
from value_compass.generator.book.columns import PAGE, Frame, Leaf
from value_compass.generator.book.heights import LINE, Heights
from value_compass.generator.book.pagination import Finished, paginate
from value_compass.generator.book.printable import shortened
from value_compass.generator.book.unit import Unit
from value_compass.generator.book.volume import Chapter, Part, Volume
from value_compass.generator.load.fonts import width
from value_compass.language.words import _

MILLIMETRE = 72 / 25.4
_LEFT = {True: 19 * MILLIMETRE, False: 21 * MILLIMETRE}
"""Where the text begins, on even and on odd pages."""

_TOP = 21 * MILLIMETRE
_HEAD = 149.0
"""So much room the head has for words beside the number of the page, in millimetres."""

_TABS_FROM, _TAB_ROOM, _TAB_STEP = 21.0, 255.0, 31.0
_TAB_SIZES = (8.4, 7.8, 7.2, 6.6)
"""In millimetres from the upper edge."""

_OWN_TAB = 10
"""A chapter of so many pages has a tab of its own."""


class Tab(Struct, frozen=True):
    """A word at the outer edge, at one height through a chapter."""

    words: str
    place: int


class Sheet(Struct):
    """A page of the book."""

    number: int
    leaf: Leaf
    units: list[Unit]
    chapter: Chapter
    part: Part
    tab: Tab | None = None

    @property
    def even(self) -> bool:
        """Whether it lies on the left."""
        return self.number % 2 == 0

    @property
    def planned(self) -> bool:
        """Whether it may stay empty in part."""
        return any(unit.planned for unit in self.units)

    @property
    def used(self) -> float:
        """Which part of its height is used, from 0 to 1."""
        return self.leaf.filled / PAGE[1]


class Bound(Struct):
    """All pages, and the page of every place."""

    sheets: list[Sheet] = field(default_factory=list)
    pages: dict[str, int] = field(default_factory=dict)

    def outline(self) -> Iterator[tuple[int, str, int]]:
        """What the outline lists: how deep, what it says, and the page."""
        seen: set[int] = set()
        for sheet in self.sheets:
            chapter = sheet.chapter
            if chapter.label and id(chapter) not in seen:
                seen.add(id(chapter))
                if chapter.title not in {unit.name for unit in chapter.units}:
                    yield 2, chapter.title, sheet.number
            for unit in sheet.units:
                if unit.level and id(unit) not in seen:
                    seen.add(id(unit))
                    yield unit.level, unit.name, sheet.number
                    for name, label in unit.inner:
                        yield unit.level + 1, name, self.pages[label]


def bind(volume: Volume, heights: Heights, finished: Finished) -> Bound:
    """Give everything its page.

    Args:
        volume: what is bound.
        heights: how high its blocks are.
        finished: what an earlier round found out.
    """
    bound = Bound()
    blanks = [*volume.fillers, volume.blank]
    for part in volume.parts:
        if part is volume.parts[-1] and len(bound.sheets) % 2 == 0:
            _add(bound, blanks[0], part.chapters[0], volume.parts[-2], heights, finished)
        for chapter in part.chapters:
            first = len(bound.sheets) + 1
            sheaf = paginate(chapter.units, heights, first, blanks, finished)
            blanks = blanks[min(sheaf.blanks, len(blanks) - 1) :]
            for number, (leaf, units) in enumerate(zip(sheaf.leaves, sheaf.units, strict=True), first):
                bound.sheets.append(Sheet(number, leaf, units, chapter, part))
    _places(bound)
    _give_tabs(bound)
    return bound


def _add(
    bound: Bound, unit: Unit, chapter: Chapter, part: Part, heights: Heights, finished: Finished
) -> None:
    """Put a unit on a page of its own at the end."""
    for leaf in paginate([unit], heights, 1, (), finished).leaves:
        bound.sheets.append(Sheet(len(bound.sheets) + 1, leaf, [unit], chapter, part))


def _places(bound: Bound) -> None:
    for sheet in bound.sheets:
        for unit in sheet.units:
            if unit.label:
                bound.pages.setdefault(unit.label, sheet.number)
        for frame in sheet.leaf.frames:
            for block in frame.blocks:
                for label in block.labels:
                    bound.pages.setdefault(label, sheet.number)
        for above in (sheet.chapter.label, sheet.part.label):
            if above:
                bound.pages.setdefault(above, sheet.number)


def _give_tabs(bound: Bound) -> None:
    """A long chapter has a tab; the others of a part share that of the part."""
    least = _OWN_TAB
    lengths = Counter(id(sheet.chapter) for sheet in bound.sheets)
    while True:
        words: dict[str, int] = {}
        for sheet in bound.sheets:
            sheet.tab = None
            if not sheet.part.tabbed:
                continue
            long = lengths[id(sheet.chapter)] >= least
            name = (sheet.chapter.tab if long else None) or sheet.part.title
            sheet.tab = Tab(name, words.setdefault(name, len(words)))
        if len(words) <= 9 or least > 400:
            return
        least += 10


def as_data(bound: Bound, sheets: Sequence[Sheet], heights: Heights) -> list[dict[str, Any]]:
    """Pages as Typst reads them."""
    count = 1 + max((sheet.tab.place for sheet in bound.sheets if sheet.tab), default=0)
    step = min(_TAB_STEP, _TAB_ROOM / count)
    return [_page(bound, sheet, step, heights) | {"signs": _explains(bound, sheet)} for sheet in sheets]


def _explains(bound: Bound, sheet: Sheet) -> bool:
    """Whether a foot says what the signs of a basis mean: that of the right page of an opening with any."""
    opening = bound.sheets[max(sheet.number - 2, 0) : sheet.number]
    return not sheet.even and any(
        _has_sign(block.atom) for one in opening for frame in one.leaf.frames for block in frame.blocks
    )


def _has_sign(said: Any) -> bool:
    if isinstance(said, dict):
        return "b" in said or any(_has_sign(one) for one in said.values())
    return isinstance(said, list) and any(map(_has_sign, said))


def _page(bound: Bound, sheet: Sheet, step: float, heights: Heights) -> dict[str, Any]:
    chapter = shortened(sheet.chapter.title, 8, 55 * MILLIMETRE, "SourceSansPro-Regular")
    room = _HEAD * MILLIMETRE - width(chapter, 8, "SourceSansPro-Regular")
    bare = all(unit.bare for unit in sheet.units)
    names = list(dict.fromkeys(_head(bound, sheet, unit) for unit in sheet.units))
    both = f"{names[0]} \u2013 {names[-1]}" if len(names) > 1 else names[0]
    name = both if width(both, 9) <= room else names[0]
    return {
        "number": sheet.number,
        "even": sheet.even,
        "left": round(_LEFT[sheet.even], 2),
        "head": None if bare else shortened(name, 9, room),
        "chapter": chapter,
        "tab": None if bare or not sheet.tab else _tab(sheet.tab, step),
        "address": None if bare else _address(sheet),
        "frames": [_frame(sheet, frame, heights) for frame in sheet.leaf.frames],
    }


def _head(bound: Bound, sheet: Sheet, unit: Unit) -> str:
    """What stands at the head of a page: a name, and whether it began on an opening before."""
    opening = sheet.number - sheet.number % 2
    before = opening - 1
    goes_on = before > 0 and any(unit is one for one in bound.sheets[before - 1].units)
    if unit.ranged and (words := _heads(sheet)):
        said = {"name": unit.name, "first": words[0], "last": words[-1]}
        # Where a second list begins on the page, the words are in no one order.
        in_order = words[0].casefold() < words[-1].casefold()
        return _("{name}: {first} to {last}", **said) if in_order else unit.name
    return _("{name}, continued", name=unit.name) if goes_on else unit.name


def _heads(sheet: Sheet) -> list[str]:
    """The words under which something stands in a list on a page."""
    blocks = (block for frame in sheet.leaf.frames for block in frame.blocks if block.atom["k"] == "p")
    firsts = (block.atom["t"][0] for block in blocks if block.atom["t"])
    return [plain(first) for first in firsts if isinstance(first, dict) and ("h" in first or "l" in first)]


def _address(sheet: Sheet) -> str | None:
    """The short address of what stands on a page, where it has one that fits."""
    found = next((unit.short for unit in sheet.units if unit.short), None)
    return found if found and width(found, 7.2, "SourceSansPro-Regular") < 95 * MILLIMETRE else None


def _tab(tab: Tab, step: float) -> dict[str, Any]:
    height = step - 1.5
    room = (height - 3) * MILLIMETRE
    size = next((size for size in _TAB_SIZES if width(tab.words, size) <= room), _TAB_SIZES[-1])
    tones = (92, 78)
    return {
        "words": shortened(tab.words, size, room),
        "size": size,
        "top": round(_TABS_FROM + tab.place * step, 2),
        "height": round(height, 2),
        "tone": tones[tab.place % 2],
    }


def _frame(sheet: Sheet, frame: Frame, heights: Heights) -> dict[str, Any]:
    return {
        "x": round(_LEFT[sheet.even] + frame.x, 2),
        "y": round(_TOP + frame.y, 2),
        "w": frame.width,
        "s": frame.scale,
        "runs": list(_runs(frame, heights)),
    }


def _runs(frame: Frame, heights: Heights) -> Iterator[Mapping[str, Any]]:
    """Blocks as Typst sets them: items, rows and lines of an index are set with those that they follow."""
    start, blocks = 0, frame.blocks
    for end in range(1, len(blocks) + 1):
        if end == len(blocks) or not _joins(blocks[end - 1], blocks[end]):
            above = round(blocks[start].above * LINE * frame.scale, 3) if start else 0.0
            # Where the lines were counted, words are divided or not: it takes as many. So they are whole.
            whole = all(heights.counted(block, frame.width, frame.scale) for block in blocks[start:end])
            yield {**_joined(blocks[start:end], frame, heights), "above": above, "whole": whole}
            start = end


def _joins(before: Block, after: Block) -> bool:
    one, other = before.atom, after.atom
    if after.above or one["k"] != other["k"]:
        return False
    if one["k"] == "i":
        return bool(one["d"] == other["d"] and one["sm"] == other["sm"])
    if one["k"] == "p":
        return bool(one["st"] == other["st"] == "entry" and one["d"] == other["d"])
    return bool(
        one["k"] == "row" and not other["head"] and one["w"] == other["w"] and one["st"] == other["st"]
    )


def _joined(blocks: Sequence[Block], frame: Frame, heights: Heights) -> dict[str, Any]:
    atoms = [block.atom for block in blocks]
    if atoms[0]["k"] == "row":
        # Up, never down: turned words that have a hair too little room go on in another line.
        high = [ceil(heights.of(block, frame.width, frame.scale) * 1000) / 1000 for block in blocks]
        return {"k": "rows", "these": atoms, "high": high}
    if len(atoms) == 1:
        return atoms[0]
    return {"k": "items", "these": atoms} if atoms[0]["k"] == "i" else {"k": "entries", "these": atoms}


_DEEPEST_BEFORE = 3
"""The level of the last heading on the page that opens each part."""


def with_levels(pages: Any) -> Any:
    """The same pages, on which no heading stands more than one level below the one before it."""
    level = _DEEPEST_BEFORE
    for page in pages:
        for frame in page["frames"]:
            for run in frame["runs"]:
                if "lv" in run:
                    run["lv"] = level = min(run["lv"], level + 1)
    return pages


def links_in(said: Any) -> Iterator[dict[str, Any]]:
    """The links to places in the book among what Typst reads."""
    waiting = [said]
    while waiting:
        held = waiting.pop()
        if isinstance(held, dict):
            if "l" in held:
                yield held
            held = held.values()
        waiting += [one for one in held if isinstance(one, dict | list)]
