"""What surrounds a page: the sections, the navigation, where it stands, and what comes before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.figures import Figures
from generator.pages.page import Heading, Page, entry_address
from generator.pages.views import index_groups
from generator.playbook.playbook import Playbook
from schemas.fields import Entry
from schemas.kinds import KINDS

MANY = 15
"""A kind with more entries than this opens in the navigation only the part where the page stands."""


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the navigation. Its address is written from the top of the site."""

    title: str
    address: str
    here: bool = False
    """Whether it leads to the page itself."""
    holds: bool = False
    """Whether the page stands somewhere below it."""
    pillar: str | None = None
    """The id of the pillar whose colour it carries."""
    below: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything around the text of one page."""

    page: Page
    kind: str | None
    """What the page is about, in a word: "Value", "Workshop"."""
    sections: tuple[Link, ...]
    navigation: tuple[Link, ...]
    """The pages of the section: lists, and the entries of the list that is open."""
    trail: tuple[Link, ...]
    """From the section down to what the page belongs to."""
    contents: tuple[Heading, ...]
    """What the page lists as its own contents."""
    before: Link | None
    after: Link | None
    step: Link | None
    """The step of the path at which it stands."""
    ruler: Markup
    """The path, with that step lit."""


def frames(playbook: Playbook, pages: Sequence[Page], figures: Figures) -> Mapping[str, Frame]:
    """The frame of every page, by its address.

    Args:
        playbook: what the edition shows.
        pages: in reading order.
        figures: draws the ruler.
    """
    around = zip((None, *pages), pages, (*pages[1:], None), strict=False)
    rulers = {step.reference: figures.ruler(step) for step in playbook.steps}
    unlit = figures.ruler()
    result = {}
    for before, page, after in around:
        entry = entry_of(playbook, page)
        step = playbook.place(entry).step if entry else None
        result[page.address] = Frame(
            page=page,
            kind=KINDS[page.kind].singular.capitalize() if entry and page.kind else None,
            sections=sections(playbook, page),
            navigation=tuple(_navigation(playbook, pages, page)),
            trail=tuple(_trail(playbook, page)),
            contents=tuple(heading for heading in page.headings if heading.level == 2),
            before=_link(before, page) if before else None,
            after=_link(after, page) if after else None,
            step=Link(f"Step {step.order}, {step.name}", entry_address(step.reference)) if step else None,
            ruler=rulers[step.reference] if step else unlit,
        )
    return result


def entry_of(playbook: Playbook, page: Page) -> Entry | None:
    """The entry that a page is all about."""
    own = page.kind is not None and KINDS[page.kind].own_pages and len(page.entries) == 1
    return playbook[page.entries[0]] if own else None


def sections(playbook: Playbook, page: Page | None = None) -> tuple[Link, ...]:
    """The sections of the site, the one that holds a page marked."""
    return tuple(
        Link(
            section.title,
            address := f"{section.id}/index.html",
            here=page is not None and page.address == address,
            holds=page is not None and page.section == section.id,
        )
        for section in playbook.settings.sections
    )


def _link(to: Page, page: Page, below: tuple[Link, ...] = ()) -> Link:
    return Link(
        to.title,
        to.address,
        here=to.address == page.address,
        holds=to.level == 1 and to.kind is not None and to.kind == page.kind,
        pillar=to.pillar,
        below=below,
    )


def _navigation(playbook: Playbook, pages: Sequence[Page], page: Page) -> Iterator[Link]:
    in_section = [p for p in pages if p.section == page.section and page.section]
    open_kinds = {page.kind} if page.kind else {p.kind for p in in_section if p.kind}
    for top in (p for p in in_section if p.level == 1):
        is_open = len(open_kinds) == 1 and top.kind in open_kinds
        entries = [p for p in in_section if p.level == 2 and p.kind == top.kind] if is_open else []
        yield _link(top, page, tuple(_entries(playbook, top, entries, page)))


def _entries(playbook: Playbook, top: Page, entries: Sequence[Page], page: Page) -> Iterator[Link]:
    """The entries of a kind; where there are many, its parts, and the entries of the part we are in."""
    places = {heading.title: f"{top.address}#{heading.id}" for heading in top.headings}
    links = {p.entries[0]: _link(p, page) for p in entries}
    kind = KINDS.get(top.kind or "")
    parts = index_groups(playbook, kind, [playbook[reference] for reference in links]) if kind else []
    if len(links) <= MANY or any(title not in places for title, _ in parts):
        yield from links.values()
        return
    for title, members in parts:
        below = tuple(links[member.reference] for member in members)
        here = any(link.here for link in below)
        group = playbook.place(members[0]).group
        name = group.name if group and title.startswith(group.name) else title
        yield Link(name, places[title], holds=here, pillar=below[0].pillar, below=below if here else ())


def _trail(playbook: Playbook, page: Page) -> Iterator[Link]:
    if page.level == 0:
        return
    yield from (Link(s.title, s.address) for s in sections(playbook, page) if s.holds)
    entry = entry_of(playbook, page)
    place = playbook.place(entry) if entry else None
    above = [part for part in (place.pillar, place.group) if part and part is not entry] if place else []
    for part in above:
        yield Link(part.name, entry_address(part.reference), pillar=page.pillar)
    if entry and page.kind and not above:
        yield Link(KINDS[page.kind].plural, f"{page.kind}/index.html")
