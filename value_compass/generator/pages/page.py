"""A finished page, and how its addresses are written."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.kinds import Kinds, ReadOn, parent_of


class Heading(Struct, frozen=True):
    """A heading that the page's own contents lists."""

    level: int
    id: str
    title: str


class Page(Struct, frozen=True):
    """One page of the playbook."""

    address: str
    """From the top of the site, with `/` and ending in `.html`."""
    title: str
    description: str
    """One sentence for search results and page heads."""
    html: str
    headings: tuple[Heading, ...]
    section: str | None
    """The id of the section that it stands in; none for the home page."""
    kind: str | None = None
    """The kind of its entries."""
    entries: tuple[Reference, ...] = ()
    """The entries that have their place on it."""
    file: str | None = None
    """The YAML file that it came from, where it came from one."""
    level: int = 1
    """How deep it stands in its section: 0 for the section's own page, 1 for a kind's, 2 for an entry's, 3
    for a tool that belongs to an entry and stands in no order."""
    pillar: str | None = None
    """The id of the pillar whose colour it carries."""
    assets: tuple[str, ...] = ()
    """The style sheets and scripts that it needs beside those of every page, by their addresses."""
    under: str | None = None
    """The address of the page that gathers it with others, where there is one."""


def entry_address(reference: Reference, playbook: Playbook) -> str:
    """Where an entry stands on the site, with a fragment when it shares a page.

    Args:
        reference: the entry.
        playbook: what the edition shows.
    """
    return page_address(*_home(reference, playbook), playbook.kinds)


def page_address(page: Reference, fragment: str | None, kinds: Kinds) -> str:
    """Where an entry with a page of its own, or a line on that of its kind, stands on the site."""
    if kinds[page.kind].read_on is ReadOn.KINDS_PAGE:
        return f"{page.kind}/index.html#{fragment or page.id}"
    return f"{page.kind}/{page.id}.html" + (f"#{fragment}" if fragment else "")


def _home(reference: Reference, playbook: Playbook) -> tuple[Reference, str | None]:
    """The entry on whose page one is read, and where on that page; itself, mostly."""
    at, fragment = reference, None
    while (
        playbook.kinds[at.kind].read_on is ReadOn.PARENTS_PAGE
        and at in playbook.entries
        and (above := parent_of(playbook[at], playbook.kinds))
    ):
        at, fragment = above, fragment or place_on_page(reference)
    return at, fragment


def place_on_page(reference: Reference) -> str:
    """Where on its parent's page an entry stands."""
    return f"{reference.kind}-{reference.id}"


def at_home(html: str, playbook: Playbook) -> str:
    """Let links to entries that are read on another's page lead to their place there."""
    kinds = {folder for folder, kind in playbook.kinds.items() if kind.read_on is ReadOn.PARENTS_PAGE}
    if not any(f"entry:{kind}/" in html for kind in kinds):
        return html

    def link(found: re.Match[str]) -> str:
        reference = Reference.parse(found[2]) if found[1] == "entry" else None
        if reference is None or reference.kind not in kinds:
            return found[0]
        page, fragment = _home(reference, playbook)
        end = found[4] or (fragment and f"#{fragment}") or ""
        return f'="entry:{page}{found[3] or ""}{end}'

    return LINK.sub(link, html)


def entry_link(entry: Entry | Reference) -> str:
    """The link to an entry as pages hold it before they are put on the site or in the book."""
    return f"entry:{entry.reference if isinstance(entry, Entry) else entry}"


def relative_address(target: str, page: str) -> str:
    """An address as it is written in a page's HTML, so that it works under any path.

    Args:
        target: from the top of the site.
        page: the address of the page that holds the link.
    """
    folder = page.rpartition("/")[0]
    if "#" not in target:
        return _way(target, folder)
    path, _, fragment = target.partition("#")
    return f"#{fragment}" if path == page and fragment else f"{_way(path, folder)}#{fragment}"


@lru_cache(maxsize=20_000)
def _way(path: str, folder: str) -> str:
    """The way from a folder to a file; every page leads to the same scripts, styles and sections."""
    if not folder:
        return path
    below, ways, shared = folder.split("/"), path.split("/"), 0
    for one, other in zip(below, ways[:-1], strict=False):
        if one != other:
            break
        shared += 1
    return "../" * (len(below) - shared) + "/".join(ways[shared:])


LINK = re.compile(r'="(?:(?<=href=")|(?<=src="))(entry|page):([^"#?]+)(\?[^"#]*)?(#[^"]*)?(?=")')
"""A link that is still to be resolved: its scheme, target, query and fragment.

It begins with the sign of equality, which is found ten times as quickly as what stands before it.
"""


def with_addresses(html: str, page: str, kinds: Kinds) -> str:
    """Resolve the links of a page for the site.

    Args:
        html: what a template rendered.
        page: the page's own address.
        kinds: the playbook's kinds.
    """

    def address(found: re.Match[str]) -> str:
        scheme, target, query, fragment = found[1], found[2], found[3] or "", found[4] or ""
        if scheme == "page":
            here = target == page and fragment and not query
            return ("" if here else relative_address(target, page)) + query + fragment
        reference = Reference.parse(target)
        if reference is None:
            raise ValueError(f"{target} is not a reference")
        place, _, own = page_address(reference, None, kinds).partition("#")
        end = query + (fragment or (own and f"#{own}"))
        return end if place == page and end.startswith("#") else relative_address(place, page) + end

    return LINK.sub(lambda found: f'="{address(found)}', html)
