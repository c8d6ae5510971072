"""What `site.yml` may say: this playbook's settings."""

from enum import StrEnum
from typing import Annotated

from annotated_types import MinLen
from pydantic import Field

from value_compass.language.words import N_
from value_compass.schemas.anatomy import Anatomy
from value_compass.schemas.fields import (
    LOOSELY,
    AnyReference,
    Identifier,
    Label,
    Language,
    Line,
    Model,
    Name,
    Prose,
)
from value_compass.schemas.house_style import HouseStyle

_WHOLE_ADDRESS = r"^https?://[^\s/?#@:\[\]]+(:[0-9]{1,5})?/([^\s?#]*/)?$"
"""The address of a site: a name, perhaps a port, and folders."""


class Section(Model):
    """A part of the site and of the book."""

    id: Identifier
    """The folder of its page on the site."""
    formerly: Annotated[tuple[Identifier, ...], LOOSELY] = ()
    """Ids that it had before; their addresses lead to it."""
    title: Label
    """What tabs and part pages call it."""
    summary: Line
    """What it is about, in a sentence."""
    introduction: Prose
    """What the section is about, for someone who opens it first."""
    kinds: Annotated[tuple[Identifier, ...], LOOSELY, MinLen(1)]
    """The kinds that it holds, in order."""


class Inside(StrEnum):
    """What an edition can leave out beside entries: what is for those who keep it, overviews, tools."""

    REVIEWS = "reviews"
    COVERAGE = "coverage"
    CHANGES = "changes"
    OWNERS = "owners"
    EDIT_LINKS = "edit-links"
    CHECK = "check"
    MATRIX = "matrix"
    NETWORK = "network"
    CHECKS = "checks"
    BOARDS = "boards"


# Strict mode takes enum members only, and YAML knows nothing but text.
InsideField = Annotated[Inside, LOOSELY]


class Edition(Model):
    """One rendering of the playbook: for whom."""

    name: Identifier
    """What `--edition` calls it."""
    title: Label
    """What the cover calls it."""
    audiences: Annotated[tuple[Identifier, ...], LOOSELY, MinLen(1)]
    """What may be seen in it: names from `audiences`."""
    hides: Annotated[tuple[InsideField, ...], LOOSELY] = ()
    """What it leaves out beside entries: what is for those who keep the playbook, overviews, tools."""

    def shows(self, inside: Inside) -> bool:
        """Whether it has one of the things that it could leave out."""
        return inside not in self.hides


class Frame(StrEnum):
    """What stands around the pages of the site."""

    OWN = "own"
    MATERIAL = "material"


class Weight(StrEnum):
    """What problems of one code weigh in this playbook."""

    IGNORE = "ignore"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Confidential(Model):
    """Names that must appear nowhere, kept as salted hashes."""

    salt: Annotated[str, Field(pattern=r"^[0-9a-f]{16,}$")]
    """What makes the hashes of this playbook its own."""
    names: Annotated[tuple[str, ...], LOOSELY] = ()
    """`length:hash`, written by `compass confidential add`."""


class Home(Model):
    """The words of the first page."""

    welcome: Line
    """What the playbook answers, in a sentence."""
    roles: Label = N_("I am a ...")
    """What stands above the roles."""
    situations: Label = N_("What is going on?")
    """What stands above the situations that happen to one."""
    intentions: Label = N_("I want to ...")
    """What stands above the situations that one seeks."""


class KindCalled(Model):
    """What a kind of entry is called in this playbook."""

    singular: Label
    """One of it, as within a sentence."""
    plural: Label
    """All of it, as in the menu."""


class Called(Model):
    """What a playbook calls what sentences of the site and of the book name."""

    customer: Label | None = None
    """The side that is served, as within a sentence: customer, ward, tenant."""
    customers: Label | None = None
    """The same for several."""
    supplier: Label | None = None
    """The side that serves: supplier, clinic, landlord."""
    suppliers: Label | None = None
    """The same for several."""
    it_department: Label | None = None
    """Where one may come in: IT department, night shift."""
    business_department: Label | None = None
    """Where one may come in as well: business department, day shift."""
    check: Label | None = None
    """The page where readers mark how the groups stand: relationship check."""
    compass: Label | None = None
    """The round figure of the first page: compass, wheel."""
    kinds: dict[Identifier, KindCalled] = Field(default_factory=dict)
    """What kinds are called, by their folders."""


class Tried(Model):
    """Words that readers type into the search, and the entries that they mean by them."""

    typed: Annotated[tuple[Label, ...], LOOSELY, MinLen(1)]
    """What they type, in any language: symptoms, abbreviations, other words for the same."""
    finds: Annotated[tuple[AnyReference, ...], LOOSELY, MinLen(1)]
    """What they need, as `kind/id`, the best first."""


class Settings(Model):
    """The whole of `site.yml`."""

    title: Name
    """The playbook's name."""
    subtitle: Line
    """What it is about, for the cover."""
    organisation: Label
    """Whose playbook it is."""
    language: Language = "en"
    """The language of the texts, in two letters."""
    words: Called | None = None
    """What it calls its two sides, departments, kinds, the check and the compass."""
    edition: Label
    """The name of this edition, such as "First edition"."""
    edition_tags: Annotated[str, Field(pattern=r"^[A-Za-z0-9*][A-Za-z0-9._*?/-]*$", max_length=60)] | None = (
        None
    )
    """The git tags of editions, such as `edition-*`: what changed is told by edition, else by month."""
    imprint: Line | None = None
    """A line for the back of the title page."""
    edit_address: Annotated[str, Field(pattern=r"^https?://.*\{file\}")] | None = None
    """Where a file is edited, with `{file}` for its path."""
    feedback_address: Annotated[str, Field(pattern=r"^(mailto:|https?://)")] | None = None
    """Where to tell of a mistake, a mail or issue address: `{page}` and `{edition}` in it are filled in."""
    site_address: Annotated[str, Field(pattern=_WHOLE_ADDRESS)] | None = None
    """Where the site will be, ending in `/`; it works anywhere without."""
    frame: Annotated[Frame, LOOSELY] = Frame.OWN
    """What stands around the pages: `own`, or `material` for the frame of Material for MkDocs."""
    house_style: HouseStyle | None = None
    """How the site and the book look: logo, colours, fonts."""
    home: Home
    """The words of the first page."""
    network: Prose | None = None
    """What else to know about the page of what occurs together, such as what a source says of it."""
    sections: Annotated[tuple[Section, ...], LOOSELY, MinLen(1)]
    """The parts of the site and of the book, in order."""
    search: Annotated[tuple[Tried, ...], LOOSELY] = ()
    """Words that readers tried in the search and that no entry is called by."""
    review_after_months: Annotated[int, Field(ge=1, le=120)] = 12
    """So many months after its last review an entry is overdue for the next."""
    audiences: Annotated[tuple[Identifier, ...], LOOSELY, MinLen(1)] = ("everyone",)
    """Who may be named in an entry's `audience`."""
    editions: Annotated[tuple[Edition, ...], LOOSELY, MinLen(1)]
    """The first one is built unless another is named."""
    rules: dict[Identifier, Annotated[Weight, LOOSELY]] = Field(default_factory=dict)
    """What problems weigh here, by their codes: `ignore`, `note`, `warning` or `error`."""
    confidential: Annotated[Confidential | None, Anatomy("List of confidential names")] = None
    """Names that must appear nowhere."""

    def section_with(self, kind: str) -> Section:
        """The section that holds a kind; the last one where none does."""
        return next((section for section in self.sections if kind in section.kinds), self.sections[-1])
