"""Which pages make an extract: a part of the book, or what a role reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape

from generator.book.extracts.extract import Extract
from generator.book.failure import BookFailure
from generator.book.links import page_label
from generator.pages.page import Page
from generator.pages.prose import plain_text
from generator.playbook.playbook import Playbook
from schemas.fields import Entry, Reference
from schemas.kinds import KINDS
from schemas.route import Role
from schemas.settings import Section

Choice = Callable[[Playbook, Sequence[Page]], Extract]
"""Takes the pages of an extract out of all pages, which are rendered for print in reading order."""


def part(section: Section) -> Choice:
    """The pages of one part of the book."""

    def choose(playbook: Playbook, pages: Sequence[Page]) -> Extract:
        number = playbook.settings.sections.index(section)
        chosen = [page for page in pages if page.section == section.id]
        line = f"Extract: part {number + 1}, {section.title}"
        return _extract(pages, chosen, line, first=number, numbered=True)

    return choose


def pack(role: Role) -> Choice:
    """A role's own page, then the entries of its reading path in their order."""

    def choose(playbook: Playbook, pages: Sequence[Page]) -> Extract:
        read = dict.fromkeys(to.to for to in role.reading_path if to.to != role.reference)
        if not read:
            raise BookFailure(
                f'"{role.name}" ({role.reference}) has nothing to read in this edition; give it a '
                f"reading_path in {role.reference.file}"
            )
        chosen = [
            _opening("index", 0, role.name, plain_text(playbook)(role.summary)),
            _opening("path", 1, "Reading path"),
            _page_of(role, pages),
            *(_page_of(playbook[reference], pages) for reference in read),
        ]
        return _extract(pages, chosen, f"Reading pack: {role.name}")

    return choose


def _extract(
    pages: Sequence[Page], chosen: Sequence[Page], line: str, first: int = 0, *, numbered: bool = False
) -> Extract:
    home = next(page for page in pages if page.section is None)
    entries = frozenset(reference for page in chosen for reference in page.entries)
    printed = {page_label(page) for page in chosen} | set(map(str, entries))
    outside = frozenset(_labels(pages)) - printed
    return Extract(line, (home, *chosen), entries, outside, first, numbered)


def _labels(pages: Iterable[Page]) -> Iterator[str]:
    for page in pages:
        yield page_label(page)
        yield from map(str, page.entries)


def _opening(address: str, level: int, title: str, summary: str = "") -> Page:
    """A page that no entry stands for: what the pack's part and its chapter begin with."""
    said = f'<p class="vc-summary">{escape(summary)}</p>' if summary else ""
    html = f'<header class="vc-head"><h1>{escape(title)}</h1>{said}</header>'
    return Page(f"pack/{address}.html", title, summary, html, (), section="pack", level=level)


def _page_of(entry: Entry, pages: Sequence[Page]) -> Page:
    """The page of an entry; one that shares a page gets its own lines of it."""
    page = next(page for page in pages if entry.reference in page.entries)
    if len(page.entries) == 1 and page.level == 2:
        return page
    return replace(
        page,
        address=f"pack/{entry.reference}.html",
        title=entry.name,
        html=_head(entry) + _lines_of(entry.reference, page),
        entries=(entry.reference,),
        level=2,
    )


def _head(entry: Entry) -> str:
    kind = KINDS[entry.reference.kind].singular.capitalize()
    title = f"<h1>{escape(entry.name)}</h1>"
    return f'<header class="vc-head"><p class="vc-kicker">{escape(kind)}</p>{title}</header>'


def _lines_of(reference: Reference, page: Page) -> str:
    """What a page of many entries says of one: what stands between its name and the next one's."""
    found = re.search(
        rf'<dt id="{re.escape(reference.id)}">.*?</dt>\s*<dd>(?P<said>.*?)</dd>\s*(?=<dt id=|</dl>)',
        page.html,
        re.DOTALL,
    )
    if found is None:
        raise BookFailure(f'"{page.title}" ({page.address}) has no lines of {reference} that can stand alone')
    return found["said"]
