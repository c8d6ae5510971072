"""What surrounds a page: the sections, the navigation, where it stands, and what comes before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.overviews import overviews
from value_compass.generator.pages.page import Heading, Page, entry_address, with_addresses
from value_compass.generator.pages.views import index_groups
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _, capital
from value_compass.schemas.fields import Entry

MANY = 15
"""A kind with more entries than this opens in the navigation only the part where the page stands."""

NEAR = 20
"""How many entries before and after its own a page shows of a part that goes on and on."""


class Link(Struct, frozen=True):
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


class Frame(Struct, frozen=True):
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
    ruler: Markup | None
    """The path, with that step lit."""


def frames(playbook: Playbook, pages: Sequence[Page], figures: Figures) -> Mapping[str, Frame]:
    """The frame of every page, by its address.

    Args:
        playbook: what the edition shows.
        pages: in reading order.
        figures: draws the ruler.
    """
    turned = [page for page in pages if page.level < 3]
    beside = {
        page.address: (before, after)
        for before, page, after in zip((None, *turned), turned, (*turned[1:], None), strict=False)
    }
    rulers = {step.reference: figures.ruler(step) for step in playbook.steps}
    hubs = {page.address: page for page in pages}
    branches = _branches(playbook, pages)
    top = sections(playbook)
    result = {}
    for page in pages:
        before, after = beside.get(page.address, (None, None))
        here = _marked(top, page)
        entry = entry_of(playbook, page)
        step = playbook.place(entry).step if entry else None
        result[page.address] = Frame(
            page=page,
            kind=capital(playbook.kinds[page.kind].singular) if entry and page.kind else None,
            sections=here,
            navigation=tuple(_navigation(branches.get(page.section or "", []), page)),
            trail=tuple(_trail(playbook, page, here, hubs)),
            contents=tuple(heading for heading in page.headings if heading.level == 2),
            before=_link(before, page) if before else None,
            after=_link(after, page) if after else None,
            step=Link(
                _("Step {number}, {name}", number=step.order, name=step.name),
                entry_address(step.reference, playbook),
            )
            if step
            else None,
            ruler=Markup(with_addresses(rulers[step.reference], page.address, playbook.kinds))  # noqa: S704  # our own drawing
            if step
            else None,
        )
    return result


def entry_of(playbook: Playbook, page: Page) -> Entry | None:
    """The entry that a page is all about."""
    return playbook[page.entries[0]] if page.level == 2 else None


def sections(playbook: Playbook) -> tuple[Link, ...]:
    """The sections of the site and the overviews at hand beside them."""
    held = (Link(section.title, f"{section.id}/index.html") for section in playbook.settings.sections)
    at_hand = (one for one in overviews(playbook) if one.at_hand)
    return (*held, *(Link(one.title, one.address(playbook)) for one in at_hand))


def _marked(top: Sequence[Link], page: Page) -> tuple[Link, ...]:
    """The same links; what holds a page, or is the page, is marked."""
    section = f"{page.section}/index.html" if page.section else None
    return tuple(
        replace(link, here=link.address == page.address, holds=link.address == section) for link in top
    )


class _Part(Struct, frozen=True):
    """Some entries of a kind; the whole of it has no title and no place of its own."""

    title: str
    address: str
    pages: tuple[Page, ...]
    addresses: frozenset[str]


class _Branch(Struct, frozen=True):
    """A page of a section, and the entries that it lists."""

    top: Page
    parts: tuple[_Part, ...]
    gathered: tuple[Page, ...] = ()
    """The pages that its top gathers."""


def _branches(playbook: Playbook, pages: Sequence[Page]) -> dict[str, list[_Branch]]:
    """What the navigation of each section is made from."""
    entries: dict[str | None, list[Page]] = {}
    for page in pages:
        if page.level == 2:
            entries.setdefault(page.kind, []).append(page)
    branches: dict[str, list[_Branch]] = {}
    for top in pages:
        if top.level == 1 and top.section and not top.under:
            listed = tuple(_parts(playbook, top, entries.get(top.kind, []))) if top.kind else ()
            gathered = tuple(page for page in pages if page.under == top.address)
            branches.setdefault(top.section, []).append(_Branch(top, listed, gathered))
    return branches


def _parts(playbook: Playbook, top: Page, entries: Sequence[Page]) -> Iterator[_Part]:
    """The parts of a kind as its list has them, or all as one where they are few."""
    places = {heading.title: f"{top.address}#{heading.id}" for heading in top.headings}
    by_entry = {page.entries[0]: page for page in entries}
    groups = index_groups(playbook, [playbook[reference] for reference in by_entry])
    if len(entries) <= MANY or any(title not in places for title, _ in groups):
        groups = [("", [playbook[reference] for reference in by_entry])]
    for title, members in groups:
        group = playbook.place(members[0]).group if members else None
        name = group.name if group and title.startswith(group.name) else title
        listed = tuple(by_entry[member.reference] for member in members)
        yield _Part(name, places.get(title, ""), listed, frozenset(page.address for page in listed))


def _link(to: Page, page: Page, below: tuple[Link, ...] = ()) -> Link:
    return Link(
        to.title,
        to.address,
        here=to.address == page.address,
        holds=to.level == 1 and to.kind is not None and to.kind == page.kind,
        pillar=to.pillar,
        below=below,
    )


def _navigation(branches: Sequence[_Branch], page: Page) -> Iterator[Link]:
    """The pages of a section; the entries of the page's own kind, or of the only one, are listed."""
    only_one = len([branch for branch in branches if branch.parts]) == 1
    for branch in branches:
        is_open = branch.top.kind == page.kind if page.kind else only_one
        gathers = page.address == branch.top.address or page in branch.gathered
        below = (_link(gathered, page) for gathered in branch.gathered if gathers)
        yield _link(branch.top, page, (*(_entries(branch.parts, page) if is_open else ()), *below))


def _entries(parts: Sequence[_Part], page: Page) -> Iterator[Link]:
    for part in parts:
        here = page.address in part.addresses
        listed = (
            tuple(_link(entry, page) for entry in _near(part.pages, page)) if here or not part.title else ()
        )
        if part.title:
            yield Link(part.title, part.address, holds=here, pillar=part.pages[0].pillar, below=listed)
        else:
            yield from listed


def _near(entries: Sequence[Page], page: Page) -> Sequence[Page]:
    """All of a list that can be looked over, else what stands around the page."""
    if len(entries) <= 3 * NEAR:
        return entries
    own = next((i for i, entry in enumerate(entries) if entry.address == page.address), 0)
    return entries[max(0, own - NEAR) : own + NEAR + 1]


def _trail(playbook: Playbook, page: Page, top: Sequence[Link], hubs: Mapping[str, Page]) -> Iterator[Link]:
    if page.level == 0:
        return
    section = next((Link(s.title, s.address) for s in top if s.holds), None)
    if section:
        yield section
    if page.under:
        yield Link(hubs[page.under].title, page.under)
    entry = entry_of(playbook, page)
    place = playbook.place(entry) if entry else None
    above = [part for part in (place.pillar, place.group) if part and part is not entry] if place else []
    for part in above:
        yield Link(part.name, entry_address(part.reference, playbook), pillar=page.pillar)
    if page.kind and not above and page.level > 1:
        title = playbook.kinds[page.kind].plural
        # A section that is called as a kind of it says it already.
        if not section or title != section.title:
            yield Link(title, f"{page.kind}/index.html")
