"""An overview: a page that is made from many entries, as one value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from value_compass.generator.changes.periods import NOT_READ, History
from value_compass.generator.pages.prose import PlainText, plain_text
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import translated
from value_compass.schemas.settings import Section


class Material(Struct, frozen=True, eq=False):
    """What overviews are made from."""

    playbook: Playbook
    history: History = NOT_READ
    """What changed in the content over time."""

    @property
    def plainly(self) -> PlainText:
        """Takes the links out of authors' lines."""
        return plain_text(self.playbook)


def _nothing(material: Material) -> Any:
    return ()


def _no_files(material: Material) -> Mapping[str, str]:
    return {}


@translated("title", "summary")
class Overview(Struct, frozen=True):
    """A page that is made from many entries."""

    name: str
    """Its template, and its place in its section."""
    title: str
    summary: str
    """What it shows, in a sentence."""
    beside: str
    """It stands in the section that holds this kind; in the last section where none does."""
    there: Callable[[Playbook], bool]
    """Whether an edition has it."""
    shown: Callable[[Material], Mapping[str, Any]]
    """What its template shows."""
    first: bool = False
    """Whether it stands before the kinds of its section instead of after them."""
    hub: str | None = None
    """The name of the overview whose page gathers it; the page of its section then names only that."""
    at_hand: bool = False
    """Whether the bar of every page leads to it."""
    assets: tuple[str, ...] = ()
    """The style sheets and scripts that it needs beside those of every page."""
    more_assets: Callable[[Material], tuple[str, ...]] = _nothing
    """Such as depend on what there is to show."""
    files: Callable[[Material], Mapping[str, str]] = _no_files
    """The files beside it, by their names."""
    before: str | None = None
    """The address at which it stood before its section gave it one."""

    def section(self, playbook: Playbook) -> Section:
        """The section that it stands in."""
        return playbook.settings.section_with(self.beside)

    def address(self, playbook: Playbook) -> str:
        """Where it stands on the site."""
        return f"{self.section(playbook).id}/{self.name}.html"

    def beside_it(self, playbook: Playbook, file: str) -> str:
        """Where a file that belongs to it stands on the site."""
        return f"{self.section(playbook).id}/{file}"
