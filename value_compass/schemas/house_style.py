"""What `site.yml` may say of how a company's own site and book look."""

from typing import Annotated

from pydantic import Field

from value_compass.schemas.fields import Colour, Label, Model

OwnFile = Annotated[
    str, Field(pattern=r"^(?:[A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_][A-Za-z0-9._-]*$", max_length=100)
]
"""A file in the playbook's folder, by its path from there."""


class HouseColours(Model):
    """The three colours of a house. Lines, soft surfaces and all colours of the dark are made from them."""

    accent: Colour = "#a84c08"
    """What one can press, what is chosen; tabs and part titles of the book."""
    ink: Colour = "#1c2430"
    """What words are written in."""
    paper: Colour = "#fdfcf9"
    """What pages of the site lie on; a light one. The book is printed on white."""


class HouseFonts(Model):
    """Fonts of a house, by the names of their families; their files lie in the folder `fonts/`."""

    text: Label | None = None
    """What texts are set in."""
    headings: Label | None = None
    """What titles, labels and tabs are set in."""


class HouseStyle(Model):
    """How this playbook looks, where that is not as it comes."""

    logo: OwnFile | None = None
    """The logo, an `.svg` or `.png` file: on the site, covers, cards, sheets; slides take a PNG."""
    logo_dark: OwnFile | None = None
    """The logo for dark pages; without it the logo stands on a light ground there."""
    colours: HouseColours | None = None
    """Three colours."""
    fonts: HouseFonts | None = None
    """Fonts."""
    style_sheet: OwnFile | None = None
    """A `.css` file of one's own, which every page loads after ours."""
