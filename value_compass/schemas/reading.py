"""What helps in reading: the glossary and the bibliography."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from value_compass.language.words import _
from value_compass.schemas.anatomy import Anatomy, Shape, Tier
from value_compass.schemas.fields import LOOSELY, AnyReference, Entry, Line, SourcedEntry


class UsedIn(StrEnum):
    """Where readers meet a word."""

    WORK = "work"
    RESEARCH = "research"


class Term(SourcedEntry):
    """A word of the playbook and what it means here.

    The summary is the definition.
    """

    see: Annotated[
        tuple[AnyReference, ...],
        Anatomy("See", back="Explained in the glossary", shape=Shape.NAMES, does="refers to"),
    ] = Field(default=(), strict=False)
    """Entries that say more."""
    used_in: Annotated[UsedIn, Anatomy("Used in", Tier.FACT, shape=Shape.OWN), LOOSELY] = UsedIn.WORK
    """`work`, or `research` for a word of the research behind the playbook, which stands apart."""

    @property
    def apart(self) -> str:
        """What stands above the words of the research."""
        return _("Words of the research") if self.used_in is UsedIn.RESEARCH else ""


class Source(Entry):
    """A publication or document that the playbook rests on."""

    authors: Annotated[Line, Anatomy("Authors", Tier.FACT)]
    """Surnames with initials, as in the reference list."""
    year: Annotated[Annotated[int, Field(ge=1800, le=2200)] | None, Anatomy("Year", Tier.FACT)] = None
    """The year of publication; leave out where it is unknown."""
    title: Annotated[Line | None, Anatomy("Title", Tier.FACT)] = None
    """The title of the publication; leave out where it is unknown: one line in a list of its own shows it."""
    published: Annotated[Line | None, Anatomy("Publisher", Tier.FACT)] = None
    """Journal, publisher or institution; leave out where it is unknown."""
    used_for: Annotated[Line, Anatomy("Use of the source")]
    """What the playbook takes from it."""
    address: Annotated[
        Annotated[
            str, Field(pattern=r"^https?://", max_length=300, examples=["https://example.org/paper.pdf"])
        ]
        | None,
        Anatomy("Address", Tier.FACT),
    ] = None
    """Where it can be read."""
