"""A finished page, and how its addresses are written."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import StrEnum

from schemas.fields import Entry, Reference
from schemas.kinds import KINDS


class Medium(StrEnum):
    """What a page is rendered for."""

    SCREEN = "screen"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the page's own contents lists."""

    level: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
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
    """How deep it stands in its section: 0 for the section's own page, 1 for a kind's, 2 for an entry's."""
    pillar: str | None = None
    """The id of the pillar whose colour it carries."""
    assets: tuple[str, ...] = ()
    """The style sheets and scripts that it needs beside those of every page, by their addresses."""


def entry_address(reference: Reference) -> str:
    """Where an entry stands on the site, with a fragment when it shares a page."""
    kind = KINDS[reference.kind]
    if kind.own_pages:
        return f"{reference.kind}/{reference.id}.html"
    return f"{reference.kind}/index.html#{reference.id}"


def entry_link(entry: Entry | Reference) -> str:
    """The link to an entry as pages hold it before they are put on the site or in the book."""
    return f"entry:{entry.reference if isinstance(entry, Entry) else entry}"


def relative_address(target: str, page: str) -> str:
    """An address as it is written in a page's HTML, so that it works under any path.

    Args:
        target: from the top of the site.
        page: the address of the page that holds the link.
    """
    path, hash_, fragment = target.partition("#")
    folder = posixpath.dirname(page) or "."
    return posixpath.relpath(path, folder) + hash_ + fragment


LINK = re.compile(r'(?<=href=")(entry|page):([^"#?]+)(\?[^"#]*)?(#[^"]*)?(?=")')
"""A link that is still to be resolved: its scheme, target, query and fragment."""


def with_addresses(html: str, page: str) -> str:
    """Resolve the links of a page for the site.

    Args:
        html: what a template rendered.
        page: the page's own address.
    """

    def address(found: re.Match[str]) -> str:
        scheme, target, query, fragment = found[1], found[2], found[3] or "", found[4] or ""
        if scheme == "page":
            return relative_address(target, page) + query + fragment
        reference = Reference.parse(target)
        if reference is None:
            raise ValueError(f"{target} is not a reference")
        place, _, own = entry_address(reference).partition("#")
        return relative_address(place, page) + query + (fragment or (own and f"#{own}"))

    return LINK.sub(address, html)
