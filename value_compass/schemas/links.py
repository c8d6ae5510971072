"""Links between entries in authors' texts: `[[kind/id]]`, and `[[kind/id|words]]`."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from value_compass.schemas.fields import Reference

OPENS = "[["
"""How a link begins."""

_LINK = re.compile(r"\[\[([^\[\]|]*)(?:\|([^\[\]]*))?\]\]")


class Link(NamedTuple):
    """A link as it stands in a text."""

    written: str
    """All of it, with its brackets."""
    named: str
    """What it names, whether that is an entry or not."""
    words: str
    """Its own words; empty where it has none."""
    start: int
    end: int

    @property
    def target(self) -> Reference | None:
        """The entry that it names; nothing when it has another form."""
        return Reference.parse(self.named)


def links_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Link]:
    """The links of a text, or of a stretch of it, in order."""
    if OPENS in text:
        for found in _LINK.finditer(text, start, len(text) if end is None else end):
            yield _link(found)


def link_at(text: str, place: int) -> Link | None:
    """The link that begins at a place; nothing where none does."""
    found = _LINK.match(text, place)
    return _link(found) if found else None


def with_links(text: str, say: Callable[[Link], str]) -> str:
    """A text with something in the place of each link."""
    return _LINK.sub(lambda found: say(_link(found)), text) if OPENS in text else text


def _link(found: re.Match[str]) -> Link:
    return Link(found[0], found[1], found[2] or "", found.start(), found.end())
