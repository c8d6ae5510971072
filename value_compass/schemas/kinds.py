"""The register of kinds: one line makes a kind."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct

from value_compass.language.formats import number_in_words
from value_compass.language.words import AsWritten, _, inside, message_in, ngettext, translated
from value_compass.schemas.activities import Event, Workshop
from value_compass.schemas.cases import Case
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.framework import Group, Outcome, Pillar, Value
from value_compass.schemas.practice import Metric, Practice, Process, Stage
from value_compass.schemas.proposition import Assessment, Competence, Offering, Proposition
from value_compass.schemas.reading import Source, Term
from value_compass.schemas.route import Ambition, Position, Role, Step
from value_compass.schemas.tables import Table


class ReadOn(StrEnum):
    """The page on which an entry is read."""

    OWN_PAGE = "own page"
    """A page of its own."""
    PARENTS_PAGE = "page of its parent"
    """The page of the entry that it stands below."""
    KINDS_PAGE = "page of its kind"
    """One page with all entries of the kind."""


class PrintedIn(StrEnum):
    """Where in the book an entry stands."""

    CHAPTER = "chapter of its kind"
    """In a chapter of its kind."""
    PARENTS_CHAPTER = "after its parent"
    """After the entry that it stands below."""
    PARENTS_UNIT = "within its parent"
    """On the pages of the entry that it stands below."""


@translated("singular", "plural")
class Kind(Struct, frozen=True):
    """What an entry is; its folder says it."""

    folder: str
    """The folder under `content/`, and the first part of every reference."""
    model: type[Entry]
    singular: str
    plural: str
    read_on: ReadOn = ReadOn.OWN_PAGE
    """Where each entry is read."""
    parent: str | None = None
    """The field that names the entry that one of this kind stands below."""
    entrance: bool = False
    """Whether readers come in here, so that no other entry needs to lead to one."""
    reader_words: str | None = None
    """The field with a reader's own words for it, such as a situation or a question."""
    asked: tuple[str, ...] = ()
    """Fields that a file may leave out and the check asks for; a new file has them."""
    printed_in: PrintedIn = PrintedIn.CHAPTER
    """Where in the book each entry stands."""
    own: bool = False
    """Whether only one playbook has it, so that nothing but its model says how it looks."""
    section: str | None = None
    """The section that it stands in, where `site.yml` does not say so."""

    @property
    def about(self) -> str:
        """What it is, in a sentence: the first line of its model's docstring."""
        return _((self.model.__doc__ or "").strip().partition("\n")[0])

    @property
    def messages(self) -> tuple[str, str]:
        """The messages that are its name: of one, and of many."""
        return message_in(self, "singular"), message_in(self, "plural")

    def counted(self, number: int) -> str:
        """So many of it, in words: 3 steps."""
        if any(isinstance(message, AsWritten) for message in self.messages):
            return f"{number_in_words(number)} {self.singular if number == 1 else inside(self.plural)}"
        return ngettext(*self.counts, number)

    @property
    def counts(self) -> tuple[str, str]:
        """The message for one of it, and the one for many."""
        singular = message_in(self, "singular")
        return f"{{number}} {singular}", f"{{number}} {singular}{'es' if singular.endswith('s') else 's'}"

    @property
    def own_pages(self) -> bool:
        """Whether each entry has a page of its own."""
        return self.read_on is ReadOn.OWN_PAGE


_REGISTER = (
    Kind("outcomes", Outcome, "outcome", "Outcomes", entrance=True),
    Kind("pillars", Pillar, "pillar", "Pillars"),
    Kind("groups", Group, "value group", "Value groups", parent="pillar"),
    Kind("values", Value, "value", "Values", parent="group"),
    Kind("steps", Step, "step", "Steps", entrance=True, reader_words="question"),
    Kind("ambitions", Ambition, "ambition", "Ambition", entrance=True),
    Kind("positions", Position, "position", "Positions"),
    Kind("workshops", Workshop, "workshop", "Workshops"),
    Kind("events", Event, "event", "Events", reader_words="situation", asked=("builds",)),
    Kind("cases", Case, "case", "Cases", entrance=True),
    Kind("processes", Process, "process", "Ways of working", entrance=True),
    Kind(
        "stages",
        Stage,
        "stage",
        "Stages",
        parent="process",
        entrance=True,
        printed_in=PrintedIn.PARENTS_CHAPTER,
    ),
    Kind(
        "practices",
        Practice,
        "practice",
        "Practices",
        ReadOn.PARENTS_PAGE,
        parent="stage",
        entrance=True,
        reader_words="situation",
        printed_in=PrintedIn.PARENTS_UNIT,
    ),
    Kind("metrics", Metric, "metric", "Metrics", parent="process", entrance=True),
    Kind("propositions", Proposition, "proposition", "Propositions", entrance=True),
    Kind("offerings", Offering, "offering", "Offerings", entrance=True),
    Kind("competences", Competence, "competence", "Competences", ReadOn.KINDS_PAGE, entrance=True),
    Kind("assessments", Assessment, "assessment", "Assessments", entrance=True),
    Kind("tables", Table, "table", "Tables", entrance=True),
    Kind("roles", Role, "role", "Roles", entrance=True),
    Kind("terms", Term, "term", "Glossary", ReadOn.KINDS_PAGE, entrance=True),
    Kind("sources", Source, "source", "Sources", ReadOn.KINDS_PAGE),
)

Kinds: TypeAlias = Mapping[str, Kind]
"""Kinds by their folders, in reading order."""

KINDS: Kinds = MappingProxyType({kind.folder: kind for kind in _REGISTER})
"""The kinds that every playbook has; one can bring more, so ask a draft or a playbook for its `kinds`."""


def reader_words(entry: Entry, kinds: Kinds) -> str | None:
    """A reader's own words for an entry, where its kind has a field of them and they were written."""
    kind = kinds.get(entry.reference.kind)
    words: str | None = getattr(entry, kind.reader_words) if kind and kind.reader_words else None
    return words


def parent_of(entry: Entry, kinds: Kinds) -> Reference | None:
    """What an entry stands below, where its kind stands below another."""
    kind = kinds.get(entry.reference.kind)
    parent: Reference | None = getattr(entry, kind.parent) if kind and kind.parent else None
    return parent
