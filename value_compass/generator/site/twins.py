"""Markdown twins: every page once more as text, and `llms.txt`, which lists them for assistants.

An assistant of an intranet reads text better than pages. A twin is made from the same models as its page, of
the same edition, so it says nothing that the page may not say (llmstxt.org tells how the list is written).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from value_compass.generator.pages.neighbours import incoming, kicker
from value_compass.generator.pages.overview import Material
from value_compass.generator.pages.overviews import files_beside
from value_compass.generator.pages.page import Page, entry_address, relative_address
from value_compass.generator.pages.parts import Item, Part, parts
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _, choice
from value_compass.schemas.anatomy import Shape, Tier
from value_compass.schemas.fields import Entry, Reference

LIST = "llms.txt"
"""Where the list of all twins stands on the site."""

_ENDING = ".html"


def twin_address(address: str) -> str:
    """Where the twin of a page, or of a place on it, stands."""
    page, hash_, place = address.partition("#")
    return f"{page.removesuffix(_ENDING)}.md{hash_}{place}"


def twins(playbook: Playbook, pages: Sequence[Page]) -> dict[str, str]:
    """The texts of all twins, and the list of them, by their addresses.

    Args:
        playbook: what the edition shows.
        pages: rendered for the screen, in reading order.
    """
    beside = tuple(files_beside(Material(playbook)))
    made = {twin_address(page.address): _Twin(playbook, page).text(pages, beside) for page in pages}
    return {**made, LIST: _list(playbook, pages)}


def _list(playbook: Playbook, pages: Sequence[Page]) -> str:
    settings = playbook.settings
    lines = [f"# {_plain(settings.title)}", f"> {_plain(settings.home.welcome)}"]
    for section in settings.sections:
        here = [page for page in pages if page.section == section.id]
        named = [_listed(page.title, twin_address(page.address), page.description) for page in here]
        lines += [f"## {_plain(section.title)}", "\n".join(named)]
    return "\n\n".join(lines) + "\n"


class _Twin:
    """A writer of the twin of one page."""

    def __init__(self, playbook: Playbook, page: Page) -> None:
        self._playbook = playbook
        self._page = page
        self._links: dict[Reference, str] = {}

    def text(self, pages: Sequence[Page], beside: Iterable[str]) -> str:
        """The page as Markdown.

        Args:
            pages: all pages, of which this one may list some.
            beside: the addresses of files that stand beside pages.
        """
        page = self._page
        if page.level == 2:
            first, *below = (self._playbook[reference] for reference in page.entries)
            blocks = [*self._entry(first, 1), *(block for one in below for block in self._entry(one, 2))]
        else:
            blocks = [f"# {_plain(page.title)}", _plain(page.description)]
            entries = [self._playbook[reference] for reference in page.entries] if page.level == 1 else []
            for heading, listed in groupby(entries, key=lambda entry: entry.apart):
                blocks += [f"## {_plain(heading)}"] if heading else []
                blocks += [block for entry in listed for block in self._entry(entry, 3 if heading else 2)]
            blocks += [self._listing(self._held(pages))] if not entries else []
            stem = page.address.removesuffix(_ENDING)
            files = [file for file in beside if file.rpartition(".")[0] == stem]
            blocks += [f"- [{file.rpartition('/')[2]}]({self._to(file)})" for file in files]
        whole = "\n\n".join(block for block in blocks if block)
        at_page = _("Page: {address}", address=f"[{_plain(page.title)}]({self._to(page.address)})")
        return f"{whole}\n\n{at_page}\n"

    def _held(self, pages: Sequence[Page]) -> Iterator[Page]:
        """The pages that stand right below this one."""
        page = self._page
        for other in pages:
            if page.level == 0 and other.level == (1 if page.section else 0) and other is not page:
                if not page.section or other.section == page.section:
                    yield other
            elif page.level == 1 and page.kind and other.level == 2 and other.kind == page.kind:
                yield other

    def _listing(self, pages: Iterable[Page]) -> str:
        return "\n".join(
            _listed(page.title, self._to(twin_address(page.address)), page.description) for page in pages
        )

    def _to(self, address: str) -> str:
        return relative_address(address, self._page.address)

    def _entry(self, entry: Entry, level: int) -> Iterator[str]:
        yield f"{'#' * level} {_plain(entry.name)}"
        yield f"*{_plain(kicker(self._playbook, entry))}*"
        yield self._line(entry.summary)
        yield "\n".join(self._fact(part) for part in parts(self._playbook, entry, Tier.FACT) if not part.own)
        for tier in (tier for tier in Tier if tier is not Tier.FACT):
            for part in parts(self._playbook, entry, tier):
                if part.field not in _IN_THE_HEAD:
                    yield self._part(part, level + 1)
        for told in incoming(self._playbook, entry):
            named = "\n".join(f"- {self._link(one.source)}" for one in told.told)
            yield f"{'#' * (level + 1)} {_plain(told.title)}\n\n{named}"

    def _fact(self, part: Part) -> str:
        said = ", ".join(map(self._item, part.items)) if part.items else self._line(part.text)
        return f"- **{_plain(part.title)}**: {said}"

    def _part(self, part: Part, level: int) -> str:
        said = self._said(part, level)
        return f"{'#' * min(level, _DEEPEST)} {_plain(part.title)}\n\n{said}" if said else ""

    def _said(self, part: Part, level: int) -> str:
        if not part.items:
            return self._prose(part.text, level) if part.look == "prose" else self._line(part.text)
        return "\n".join(self._items(part, 0))

    def _items(self, part: Part, depth: int) -> Iterator[str]:
        """A list, a line each; what an item holds stands further in."""
        mark = {str(Shape.STEPS): "1.", str(Shape.TICKS): "- [ ]"}.get(part.look, "-")
        indent = "   " * depth if mark == "1." else "  " * depth
        for item in part.items:
            yield f"{indent}{mark} {self._item(item)}"
            for inner in item.inner:
                yield f"{indent}  - {_plain(inner.title)}: {self._line(inner.text)}".rstrip()
                yield from self._items(inner, depth + 2)

    def _item(self, item: Item) -> str:
        names = [f"**{_plain(item.name)}**"] if item.name else []
        names += [self._link(item.to)] if item.to else []
        texts = [self._line(text) for text in item.texts]
        facts = [_plain(title) + (f": {self._line(said)}" if said else "") for title, said in item.facts]
        links = [f"{_plain(title)}: {', '.join(map(self._link, to))}" for title, to in item.links]
        basis = [choice(item.basis)] if item.basis else []
        aside = [*facts, *links, *basis, *([_plain(item.where)] if item.where else [])]
        head = ": ".join([*names, " ".join(texts)] if texts else names)
        return f"{head} ({'; '.join(aside)})".strip() if aside else head

    def _link(self, entry: Entry) -> str:
        return f"[{_plain(entry.name)}]({self._address(entry.reference)})"

    def _address(self, reference: Reference) -> str:
        found = self._links.get(reference)
        if found is None:
            found = self._to(twin_address(entry_address(reference, self._playbook)))
            self._links[reference] = found
        return found

    def _line(self, text: str) -> str:
        """An author's line, which is plain but for links between entries."""
        if "[[" not in text:
            return _plain(text)
        whole = _REFERENCE.split(text)
        words = [_plain(part) if place % 3 == 0 else part for place, part in enumerate(whole)]
        return "".join(
            [words[0]]
            + [
                self._linked(words[place], words[place + 1]) + words[place + 2]
                for place in range(1, len(words), 3)
            ]
        )

    def _linked(self, target: str, label: str | None) -> str:
        reference = Reference.parse(target)
        name = self._playbook.name_of(reference) if reference else None
        shown = _plain(label or name or target)
        return f"[{shown}]({self._address(reference)})" if reference and name else shown

    def _prose(self, text: str, level: int) -> str:
        """An author's Markdown, whose headings stand below that of the part."""
        linked = _REFERENCE.sub(lambda found: self._linked(found[1], found[2]), text)
        lowered = _HEADING.sub(lambda found: "#" * min(len(found[1]) + level, _DEEPEST) + " ", linked)
        return lowered.strip()


_IN_THE_HEAD = frozenset({"name", "summary", "owner", "reviewed"})
"""Fields that stand under the name, and those that an edition may keep to itself."""

_DEEPEST = 6
"""Markdown knows no heading below this level."""

_REFERENCE = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]*))?\]\]")

_HEADING = re.compile(r"^(#{1,6}) ", re.MULTILINE)

_SIGN = re.compile(r"([\\`*\[\]<])")


def _plain(text: str) -> str:
    """A line of plain text, in which Markdown sees no sign of its own."""
    return _SIGN.sub(r"\\\1", " ".join(text.split()))


def _listed(title: str, address: str, about: str) -> str:
    return f"- [{_plain(title)}]({address})" + (f": {_plain(about)}" if about else "")
