"""All pages of a playbook, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import StrictUndefined
from markupsafe import Markup
from msgspec.structs import replace

from value_compass.generator.changes.periods import NOT_READ, History
from value_compass.generator.pages import (
    neighbours,
    parts,
)
from value_compass.generator.pages.bases import Bases
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.kind_assets import KIND_ASSETS
from value_compass.generator.pages.lists import LIST_ASSETS, listing
from value_compass.generator.pages.overview import Material, Overview
from value_compass.generator.pages.overviews import hub_of, overviews
from value_compass.generator.pages.page import Heading, Page, at_home, entry_address
from value_compass.generator.pages.prose import plain_text
from value_compass.generator.pages.reading_paths import READING_ASSETS, stops
from value_compass.generator.pages.sandbox import TEMPLATE_ERRORS, TemplateFailure, environment
from value_compass.generator.pages.template_functions import functions
from value_compass.generator.pages.tool import Tool
from value_compass.generator.pages.tools import tools_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.fields import Entry
from value_compass.schemas.kinds import Kind, ReadOn
from value_compass.schemas.settings import Section

TEMPLATES = Path(__file__).parents[2] / "theme" / "pages"
"""The templates of the pages, one a kind."""

SHARED = MappingProxyType({"m": "macros.html.jinja", "w": "working.html.jinja", "heat": "heat.html.jinja"})
"""The macros that pages share, by what templates call them."""

_HEADING = re.compile(r'<h(?P<level>[23]) id="(?P<id>[^"]+)">(?P<title>.*?)</h[23]>', re.DOTALL)


def render_pages(
    playbook: Playbook,
    figures: Figures,
    history: History = NOT_READ,
    made: Mapping[str, bytes] = MappingProxyType({}),
) -> tuple[Page, ...]:
    """Render every page of an edition.

    Args:
        playbook: what the edition shows.
        figures: draws the figures.
        history: what changed in the content over time.
        made: what there is to take along, by its address.

    Returns:
        The home page, then every section with its kinds and entries, in reading order.
    """
    return tuple(pages_one_by_one(playbook, figures, history, made=made))


def pages_one_by_one(
    playbook: Playbook,
    figures: Figures,
    history: History = NOT_READ,
    kept: Mapping[str, Page] = MappingProxyType({}),
    made: Mapping[str, bytes] = MappingProxyType({}),
) -> Iterator[Page]:
    """Render every page of an edition, each when it is asked for.

    Args:
        playbook: what the edition shows.
        figures: draws the figures.
        history: what changed in the content over time.
        kept: pages to take as they are, by their addresses.
        made: what there is to take along, by its address.
    """
    return _Renderer(playbook, figures, history, kept, made).pages()


class _Renderer:
    """The templates with everything that they may ask for."""

    def __init__(
        self,
        playbook: Playbook,
        figures: Figures,
        history: History,
        kept: Mapping[str, Page],
        made: Mapping[str, bytes],
    ) -> None:
        self.playbook = playbook
        self.plainly = plain_text(playbook)
        self.kept = kept
        self.made = made
        self.material = Material(playbook, history)
        self.overviews = overviews(playbook)
        self.bases = Bases()
        self.environment = environment(
            TEMPLATES,
            playbook.house.templates,
            "pages",
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.globals.update(functions(self.material, figures, self.bases, made))
        # Made once: an import would make them again for each page.
        for name, shared in SHARED.items():
            self.environment.globals[name] = self.environment.get_template(shared).module

    def pages(self) -> Iterator[Page]:
        settings = self.playbook.settings
        yield self._page(
            ("home",),
            "index.html",
            settings.title,
            settings.home.welcome,
            None,
            level=0,
            assets=("assets/compass.js",),
        )
        for section in settings.sections:
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[Page]:
        yield self._page(
            ("section",),
            f"{section.id}/index.html",
            section.title,
            section.summary,
            section.id,
            level=0,
            section_entry=section,
        )
        here = [one for one in self.overviews if one.section(self.playbook) == section]
        yield from (self._overview(one, section) for one in here if one.first)
        for folder in section.kinds:
            yield from self._kind(section, self.playbook.kinds[folder])
        yield from (self._overview(one, section) for one in here if not one.first)
        for tool in tools_of(self.playbook):
            if tool.kind in section.kinds:
                yield from self._tool(tool, section)

    def _overview(self, overview: Overview, section: Section) -> Page:
        """The page of an overview; nothing is looked up when it is kept."""
        address = overview.address(self.playbook)
        if address in self.kept:
            return self.kept[address]
        page = self._page(
            (overview.name,),
            address,
            overview.title,
            overview.summary,
            section.id,
            assets=(*overview.assets, *overview.more_assets(self.material)),
            section_entry=section,
            overview=overview,
            **overview.shown(self.material),
        )
        hub = hub_of(overview, self.overviews)
        return replace(page, under=hub.address(self.playbook)) if hub else page

    def _tool(self, tool: Tool, section: Section) -> Iterator[Page]:
        """The pages of a tool, one for each entry that has it."""
        for entry in self.playbook.of_kind(tool.kind):
            address = tool.address(entry)
            shown = {} if address in self.kept else tool.shown(self.material, entry)
            if shown is not None:
                yield self._page(
                    (tool.name,),
                    address,
                    f"{tool.title}: {entry.name}",
                    tool.summary,
                    section.id,
                    kind=self.playbook.kinds[tool.kind],
                    level=3,
                    assets=tool.assets,
                    section_entry=section,
                    tool=tool,
                    about=entry,
                    **shown,
                )

    def _kind(self, section: Section, kind: Kind) -> Iterator[Page]:
        entries = self.playbook.of_kind(kind.folder)
        if not entries:
            return
        listed = listing(self.playbook, entries)
        yield self._page(
            ("kind",) if kind.read_on is not ReadOn.KINDS_PAGE else (*_own_template(kind), "entries"),
            f"{kind.folder}/index.html",
            kind.plural,
            _("{entries} of {title}.", entries=kind.plural, title=self.playbook.settings.title),
            section.id,
            kind=kind,
            section_entry=section,
            assets=KIND_ASSETS.get(kind.folder, ())
            if kind.read_on is ReadOn.KINDS_PAGE
            else LIST_ASSETS
            if listed.facets
            else (),
            entries=entries,
            listed=listed,
        )
        if kind.own_pages:
            # In the order of the list, so that one turns from page to page as it is listed.
            for entry in (row.entry for _id, _heading, rows in listed.parts for row in rows):
                yield self._page(
                    (*_own_template(kind), "entry"),
                    entry_address(entry.reference, self.playbook),
                    entry.name,
                    self.plainly(entry.summary),
                    section.id,
                    kind=kind,
                    level=2,
                    assets=KIND_ASSETS.get(kind.folder, ()),
                    section_entry=section,
                    entry=entry,
                )

    def _page(
        self,
        templates: tuple[str, ...],
        address: str,
        title: str,
        description: str,
        section: str | None,
        *,
        level: int = 1,
        kind: Kind | None = None,
        section_entry: Section | None = None,
        assets: tuple[str, ...] = (),
        **context: Any,
    ) -> Page:
        if address in self.kept:
            return self.kept[address]
        context |= {"kind": kind, "section": section_entry}
        entry: Entry | None = context.get("entry")
        self.bases.begin(entry)
        names = [f"{template}.html.jinja" for template in templates]
        html = at_home(self._rendered(names, context, address).strip(), self.playbook)
        shared = context.get("entries", ()) if kind and kind.read_on is ReadOn.KINDS_PAGE else ()
        below = tuple(self._read_on_page_of(entry)) if entry else ()
        read_on_the_way = stops(self.playbook, (entry, *below) if entry else shared)
        return Page(
            address,
            title,
            description,
            html,
            tuple(_headings(html)),
            section,
            kind.folder if kind else None,
            tuple(e.reference for e in ((entry, *below) if entry else shared)),
            entry.reference.file if entry else None,
            level,
            self.playbook.place(entry).pillar_id if entry else None,
            (
                *assets,
                *(READING_ASSETS if read_on_the_way else ()),
                *(CHECKLIST_ASSETS if any(parts.has_checklist(self.playbook, one) for one in below) else ()),
            ),
        )

    def _rendered(self, names: list[str], context: Mapping[str, Any], address: str) -> str:
        """What the first template that there is makes.

        Raises:
            TemplateFailure: when a template of the playbook cannot be rendered.
        """
        try:
            return self.environment.select_template(names).render(context)
        except TEMPLATE_ERRORS as failure:
            if not self.playbook.house.templates:
                raise
            raise TemplateFailure(f"the page {address}", failure) from failure

    def _read_on_page_of(self, entry: Entry) -> Iterator[Entry]:
        for below in neighbours.read_here(self.playbook, entry):
            yield below
            yield from self._read_on_page_of(below)


CHECKLIST_ASSETS = ("assets/checklist.js",)
"""What a page needs on which the checklist of another entry can be printed alone."""


def _own_template(kind: Kind) -> tuple[str, ...]:
    """The template of a kind that has more than its model says; a playbook's own kinds have none."""
    return () if kind.own else (kind.folder,)


def _headings(html: str) -> Iterator[Heading]:
    for found in _HEADING.finditer(html):
        yield Heading(int(found["level"]), found["id"], Markup(found["title"]).striptags())
