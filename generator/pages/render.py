"""All pages of a playbook, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.pages import views
from generator.pages.coverage import group_coverage, kind_coverage
from generator.pages.figures import Figures
from generator.pages.matrix import columns, rows
from generator.pages.page import Heading, Medium, Page, entry_address, entry_link
from generator.pages.prose import line, plain, prose
from generator.playbook.playbook import Playbook
from schemas.fields import Entry, Reference
from schemas.kinds import KINDS, Kind
from schemas.settings import Section

TEMPLATES = Path(__file__).parents[2] / "theme" / "pages"
"""The templates of the pages, one a kind."""

_HEADING = re.compile(r'<h(?P<level>[23]) id="(?P<id>[^"]+)">(?P<title>.*?)</h[23]>', re.DOTALL)


def render_pages(playbook: Playbook, medium: Medium, figures: Figures) -> tuple[Page, ...]:
    """Render every page of an edition.

    Args:
        playbook: what the edition shows.
        medium: for the site or for the book.
        figures: draws the figures for that medium.

    Returns:
        The home page, then every section with its kinds and entries, in reading order.
    """
    renderer = _Renderer(playbook, medium, figures)
    return tuple(renderer.pages())


class _Renderer:
    """The templates with everything that they may ask for."""

    def __init__(self, playbook: Playbook, medium: Medium, figures: Figures) -> None:
        self.playbook = playbook
        self.environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.globals.update(self._globals(medium, figures))

    def _globals(self, medium: Medium, figures: Figures) -> Mapping[str, Any]:
        playbook = self.playbook
        return {
            "playbook": playbook,
            "medium": medium.value,
            "figures": figures,
            "kinds": KINDS,
            "link": lambda target: entry_link(target if not isinstance(target, str) else _reference(target)),
            "line": lambda text: line(text, self._name_of),
            "prose": lambda text: prose(text, self._name_of),
            "pillar_class": self._pillar_class,
            "edit_address": self._edit_address,
            "section_kinds": lambda section: [KINDS[kind] for kind in section.kinds],
            "initiative_words": views.INITIATIVE_WORDS,
            "date": views.date,
            "minutes": views.minutes,
            "agenda": views.agenda,
            "phases": views.phases,
            "moments_about": views.moments_about,
            "incoming": partial(views.incoming, playbook),
            "used_by": partial(views.used_by, playbook),
            "values_of": partial(views.values_of, playbook),
            "through_values": partial(views.through_values, playbook),
            "situations": partial(views.situations, playbook),
            "index_groups": partial(views.index_groups, playbook),
        }

    def pages(self) -> Iterator[Page]:
        settings = self.playbook.settings
        yield self._page("home", "index.html", settings.title, settings.home.welcome, None, level=0)
        for section in settings.sections:
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[Page]:
        yield self._page(
            "section",
            f"{section.id}/index.html",
            section.title,
            section.summary,
            section.id,
            level=0,
            section_entry=section,
        )
        for folder in section.kinds:
            yield from self._kind(section, KINDS[folder])
        if "events" in section.kinds:
            yield self._page(
                "matrix",
                "reference/matrix.html",
                "Events and workshops against groups",
                "Which activity builds which group, and what each needs first.",
                section.id,
                section_entry=section,
                rows=rows(self.playbook),
                columns=columns(self.playbook),
            )
            yield self._page(
                "coverage",
                "reference/coverage.html",
                "Coverage",
                "How well each group is covered, and on what basis the entries rest.",
                section.id,
                section_entry=section,
                group_coverage=group_coverage(self.playbook),
                kind_coverage=kind_coverage(self.playbook),
            )

    def _kind(self, section: Section, kind: Kind) -> Iterator[Page]:
        entries = self.playbook.of_kind(kind.folder)
        if not entries:
            return
        yield self._page(
            "kind" if kind.own_pages else kind.folder,
            f"{kind.folder}/index.html",
            kind.plural,
            f"{kind.plural} of {self.playbook.settings.title}.",
            section.id,
            kind=kind,
            section_entry=section,
            entries=entries,
        )
        if kind.own_pages:
            for entry in entries:
                yield self._page(
                    kind.folder,
                    entry_address(entry.reference),
                    entry.name,
                    plain(entry.summary, self._name_of),
                    section.id,
                    kind=kind,
                    level=2,
                    section_entry=section,
                    entry=entry,
                )

    def _page(
        self,
        template: str,
        address: str,
        title: str,
        description: str,
        section: str | None,
        *,
        level: int = 1,
        kind: Kind | None = None,
        section_entry: Section | None = None,
        **context: Any,
    ) -> Page:
        context |= {"kind": kind, "section": section_entry}
        html = self.environment.get_template(f"{template}.html.jinja").render(context).strip()
        entry: Entry | None = context.get("entry")
        shared = context.get("entries", ()) if kind and not kind.own_pages else ()
        pillar = self.playbook.place(entry).pillar if entry else None
        return Page(
            address,
            title,
            description,
            html,
            tuple(_headings(html)),
            section,
            kind.folder if kind else None,
            (entry.reference,) if entry else tuple(e.reference for e in shared),
            file_of(entry) if entry else None,
            level,
            pillar.reference.id if pillar else None,
        )

    def _name_of(self, reference: Reference) -> str | None:
        entry = self.playbook.entries.get(reference)
        return entry.name if entry else None

    def _pillar_class(self, entry: Entry) -> str:
        pillar = self.playbook.place(entry).pillar
        return f" vc-pillar-{pillar.reference.id}" if pillar else ""

    def _edit_address(self, entry: Entry) -> str | None:
        address = self.playbook.settings.edit_address
        return address.replace("{file}", file_of(entry)) if address else None


def file_of(entry: Entry) -> str:
    """The YAML file that an entry came from, from the playbook's folder."""
    return f"content/{entry.reference}.yml"


def _reference(text: str) -> Reference:
    reference = Reference.parse(text)
    if reference is None:
        raise ValueError(f"{text} is not a reference")
    return reference


def _headings(html: str) -> Iterator[Heading]:
    for found in _HEADING.finditer(html):
        yield Heading(int(found["level"]), found["id"], Markup(found["title"]).striptags())
