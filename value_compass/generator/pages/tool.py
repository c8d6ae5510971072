"""A tool: a page with which readers work on one entry, such as a self-check, as one value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from value_compass.generator.pages.overview import Material
from value_compass.language.words import translated
from value_compass.schemas.fields import Entry


def _no_files(material: Material, entry: Entry) -> Mapping[str, str]:
    return {}


@translated("title", "summary")
class Tool(Struct, frozen=True):
    """A page beside the page of an entry; it stands in no order, and its entry leads to it."""

    name: str
    """Its template."""
    folder: str
    """Where on the site the tools of this sort stand."""
    title: str
    """What it is called, before the name of its entry."""
    summary: str
    """What one does with it, in a sentence."""
    kind: str
    """The kind whose entries it is for."""
    shown: Callable[[Material, Entry], Mapping[str, Any] | None]
    """What its template shows beside the entry; nothing for an entry that has no such tool."""
    assets: tuple[str, ...]
    """The style sheets and scripts that it needs beside those of every page."""
    files: Callable[[Material, Entry], Mapping[str, str]] = _no_files
    """The files beside it, by the endings of their names."""

    def address(self, entry: Entry) -> str:
        """Where the tool of an entry stands on the site."""
        return f"{self.folder}/{entry.reference.id}.html"
