"""The bibliography."""

from __future__ import annotations

from value_compass.generator.book.blocks import Run, called, marked, paragraph
from value_compass.generator.book.text import line
from value_compass.generator.book.unit import Unit
from value_compass.generator.book.units.back import list_page
from value_compass.generator.book.units.desk import Desk
from value_compass.language.words import _
from value_compass.schemas.reading import Source


def sources_page(desk: Desk) -> Unit:
    """All sources, a line each."""
    sources = desk.playbook.of(Source)
    blocks = [
        marked(paragraph(_source(desk, source), "small", above=0.25), str(source.reference))
        for source in sources
    ]
    bare = any(not source.title for source in sources)
    lead = _("† cited without a title: the sources of this playbook name it so.") if bare else ""
    return list_page(desk, "sources", blocks, lead, columns=4)


def _source(desk: Desk, source: Source) -> Run:
    """A line of the bibliography; one whose title nobody gives has a sign instead."""
    told: list[Run] = [
        [source.authors.rstrip(".") + (f" ({source.year})" if source.year else "")],
        [{"e": line(source.title.rstrip("."), desk.names)}] if source.title else ["\u2020"],
        line(source.published.rstrip("."), desk.names) if source.published else [],
        [{"g": line(source.used_for.rstrip("."), desk.names)}] if source.title else [],
    ]
    run: Run = [{"h": called(source.name)}]
    for piece in filter(None, told):
        run += [" ", *piece, "."]
    return run
