"""What `site.yml` may say: this playbook's settings."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schemas.fields import Colour, Identifier, Label, Line, Model, Name, Prose


class Section(Model):
    """A part of the site and of the book."""

    id: Identifier
    title: Label
    summary: Line
    introduction: Prose
    """What the section is about, for someone who opens it first."""
    kinds: Annotated[tuple[Identifier, ...], Field(strict=False, min_length=1)]
    """The kinds that it holds, in order."""


class Edition(Model):
    """One rendering of the playbook: for whom."""

    name: Identifier
    title: Label
    audiences: Annotated[tuple[Identifier, ...], Field(strict=False, min_length=1)]
    """What may be seen in it: names from `audiences`."""


class Confidential(Model):
    """Names that must appear nowhere, kept as salted hashes."""

    salt: Annotated[str, Field(pattern=r"^[0-9a-f]{16,}$")]
    names: Annotated[tuple[str, ...], Field(strict=False)] = ()
    """`length:hash`, written by `compass confidential add`."""


class Home(Model):
    """The words of the first page."""

    welcome: Line
    roles: Label = "I am a ..."
    situations: Label = "What is going on?"


class Settings(Model):
    """The whole of `site.yml`."""

    title: Name
    subtitle: Line
    organisation: Label
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    edition: Label
    """The name of this edition, such as "First edition"."""
    imprint: Line | None = None
    edit_address: Annotated[str, Field(pattern=r"^https?://.*\{file\}")] | None = None
    """Where a file is edited, with `{file}` for its path."""
    site_address: Annotated[str, Field(pattern=r"^https?://.*/$")] | None = None
    """Where the site will be, ending in `/`; it works anywhere without."""
    paper: Colour = "#ffffff"
    ink: Colour = "#1c2430"
    home: Home
    sections: Annotated[tuple[Section, ...], Field(strict=False, min_length=1)]
    audiences: Annotated[tuple[Identifier, ...], Field(strict=False)] = ("everyone",)
    editions: Annotated[tuple[Edition, ...], Field(strict=False, min_length=1)]
    """The first one is built unless another is named."""
    confidential: Confidential | None = None
