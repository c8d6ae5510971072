"""A playbook that is not yet known to be right: what could be read of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct, field
from pydantic import ValidationError

from value_compass.generator.check.fields import problems_of
from value_compass.generator.check.misnamed import misnamed, way_out
from value_compass.generator.check.own_kinds import OwnKinds
from value_compass.generator.check.parts import Parts, parts_of
from value_compass.generator.check.taken_ids import why_not
from value_compass.generator.check.wording import did_you_mean, shown
from value_compass.generator.load.document import Document, Keys
from value_compass.generator.load.folder import KINDS_FOLDER, Folder
from value_compass.generator.load.nodes import UNREAD
from value_compass.generator.load.problem import Problem
from value_compass.schemas.fields import Entry, Model, Reference
from value_compass.schemas.kinds import KINDS, Kind, Kinds
from value_compass.schemas.settings import Settings

EntryType = TypeVar("EntryType", bound=Entry)
ModelType = TypeVar("ModelType", bound=Model)

_LEFT_BEHIND = (
    r"(?:^|/)(?:@eadir/.*|(?:thumbs\.db|ehthumbs\.db|desktop\.ini|readme(?:\.\w+)?|~\$[^/]*|[^/]*~|#[^/]*#"
    r"|4913|[^/]*\.(?:bak|orig|rej|tmp|swp)))$"
)
"""Files that systems, editors and offices leave where they were, and what a folder says of itself; Vim tries
with 4913 whether it may write."""

MOST = 100
"""So many problems of one file are shown: one with more was not written by hand."""


class Draft(Struct, frozen=True):
    """Everything the rules look at."""

    folder: Folder
    settings: Settings | None
    entries: Mapping[Reference, Entry]
    """The entries that their models accept."""
    parts: Mapping[Reference, Parts]
    """What the entries are made of."""
    documents: Mapping[Reference, Document]
    """The file of every reference that there is a file for, read or not."""
    problems: tuple[Problem, ...]
    """What was found while reading: syntax, places, fields."""
    settings_parts: Parts = field(default_factory=Parts)
    """What the settings are made of; nothing when they could not be read."""
    made: OwnKinds = field(default_factory=lambda: OwnKinds(KINDS))
    """Every kind that the playbook can have entries of, and what is wrong with those of its own."""

    @property
    def kinds(self) -> Kinds:
        """Every kind that the playbook can have entries of, in reading order."""
        return self.made.kinds

    def of(self, model: type[EntryType]) -> Mapping[Reference, EntryType]:
        """The entries of one model."""
        return {reference: entry for reference, entry in self.entries.items() if isinstance(entry, model)}

    def all_parts(self) -> Iterator[tuple[Reference | None, Parts]]:
        """What each entry is made of, and under no reference what the settings are made of."""
        yield from self.parts.items()
        yield None, self.settings_parts

    def complete(self, *kinds: str) -> bool:
        """Whether every file of these kinds could be read.

        A rule that finds something missing asks this first: it may stand in a file that has another
        mistake.
        """
        return all(reference in self.entries for reference in self.documents if reference.kind in kinds)

    def named(self, reference: Reference) -> str:
        """How a message names an entry: its kind and name, such as: the value group "On time"."""
        entry = self.entries.get(reference)
        kind = self.kinds[reference.kind].singular if reference.kind in self.kinds else "entry"
        return f'the {kind} "{entry.name if entry else reference.id}"'

    def problem(
        self,
        code: str,
        message: str,
        entry: Reference | None,
        keys: Keys = (),
        advice: str | None = None,
        *,
        of_key: bool = False,
        part: str | None = None,
        occurrence: int = 0,
    ) -> Problem:
        """A problem at a place of a file.

        Args:
            code: a code of the register, which also knows how much it weighs.
            message: what is wrong.
            entry: whose file it is; nothing for `site.yml`.
            keys: the way to the value.
            advice: the way out.
            of_key: whether to point at the value's key.
            part: words of the value to point at.
            occurrence: how many times the same words stand before these.
        """
        document = self.documents[entry] if entry else self.folder.settings
        span = document.span_of(keys, part, occurrence) if part else document.span(keys, of_key=of_key)
        return Problem(code, message, document.file, span, advice)


def draft_of(folder: Folder, before: Draft | None = None) -> Draft:
    """Validate every document of a folder against its kind's model.

    Args:
        folder: what was read.
        before: an earlier draft; its kinds are taken over where their files are still the same.
    """
    made = _made(folder, before)
    meant = misnamed(folder, made.kinds)
    problems = [*_stray_problems(folder, meant), *made.problems]
    settings = _settings(folder.settings, problems)
    entries: dict[Reference, Entry] = {}
    parts: dict[Reference, Parts] = {}
    documents: dict[Reference, Document] = {}
    for document in folder.entries:
        reference, wrong = _reference_of(document.file, made.kinds, meant)
        problems.extend(wrong)
        if reference is None:
            problems.extend(_capped(document, []))
            continue
        documents[reference] = document
        if reference.kind in made.unmade:
            problems.extend(_capped(document, []))
            continue
        kind = made.kinds[reference.kind]
        entry, refused = _entry(document, reference, kind)
        problems.extend(_capped(document, refused))
        if entry is not None:
            entries[reference], parts[reference] = entry
    return Draft(
        folder,
        settings[0] if settings else None,
        MappingProxyType(entries),
        MappingProxyType(parts),
        MappingProxyType(documents),
        tuple(problems),
        settings[1] if settings else Parts(),
        made,
    )


def _made(folder: Folder, before: Draft | None) -> OwnKinds:
    """The kinds of a folder; those of before where their files are still the same."""
    if not folder.kinds:
        return OwnKinds(KINDS)
    if before and [*map(id, before.folder.kinds)] == [*map(id, folder.kinds)]:
        return before.made
    from value_compass.generator.check.making_kinds import own_kinds  # noqa: PLC0415 - few playbooks have some

    return own_kinds(folder, KINDS)


def _settings(document: Document, problems: list[Problem]) -> tuple[Settings, Parts] | None:
    settings: tuple[Settings, Parts] | None = None
    refused: list[Problem] = []
    if document.data is not None and document.data is not UNREAD:
        try:
            settings = _made_of(document, Settings, document.data)
        except ValidationError as failure:
            refused = list(islice(problems_of(failure, document, Settings), MOST + 1))
    problems.extend(_capped(document, refused))
    return settings


def _entry(
    document: Document, reference: Reference, kind: Kind
) -> tuple[tuple[Entry, Parts] | None, list[Problem]]:
    data = document.data
    if data is None or data is UNREAD:
        return None, []
    problems = []
    if isinstance(data, dict):
        if "reference" in data:
            problems.append(
                Problem(
                    "unknown-field",
                    'there is no field "reference": the file\'s place and name say it',
                    document.file,
                    document.span(("reference",), of_key=True),
                    "take the line out",
                )
            )
        data = {**data, "reference": reference}
    model = kind.model
    try:
        return _made_of(document, model, data), problems
    except ValidationError as failure:
        return None, [*problems, *islice(problems_of(failure, document, model), MOST + 1)]


def _made_of(document: Document, model: type[ModelType], data: Any) -> tuple[ModelType, Parts]:
    """What a document says as its model and its parts; it says the same for as long as it is there."""
    if model not in document.made:
        valid = model.model_validate(data)
        document.made[model] = (valid, parts_of(valid))
    made: tuple[ModelType, Parts] = document.made[model]
    return made


def _capped(document: Document, refused: list[Problem]) -> list[Problem]:
    problems = [*document.problems, *refused]
    if len(problems) <= MOST:
        return problems
    return [
        *problems[:MOST],
        Problem(
            "many-problems",
            f"this file has more than {MOST} problems; the rest is not shown",
            document.file,
            problems[MOST].span,
            "mend the first ones and check again",
        ),
    ]


def _reference_of(
    file: str, kinds: Kinds, meant: Mapping[str, Reference]
) -> tuple[Reference | None, list[Problem]]:
    _, kind, name = file.split("/")
    reference = Reference.parse(f"{kind}/{name.removesuffix('.yml')}")
    if kind not in kinds:
        return None, [
            Problem(
                "unknown-folder",
                f'there is no kind of entry called "{shown(kind)}"',
                file,
                advice=did_you_mean(kind, kinds)
                or f"move the file to one of: {', '.join(kinds)}; a kind of your own is described in "
                f"{KINDS_FOLDER}/{shown(kind)}.yml",
            )
        ]
    if reference is None:
        return None, [
            Problem(
                "file-name",
                f'no other entry can name a file that is called "{shown(name)}"',
                file,
                advice=(
                    f"{way_out(file, meant[file])}: lower-case letters, digits and single hyphens"
                    if file in meant
                    else "use lower-case letters, digits and single hyphens, such as good-bread.yml"
                ),
            )
        ]
    if reason := why_not(reference.id):
        return reference, [
            Problem(
                "file-name",
                f'no entry can be called "{name}": {reason}',
                file,
                advice="give the file another name",
            )
        ]
    return reference, []


def _stray_problems(folder: Folder, meant: Mapping[str, Reference]) -> Iterator[Problem]:
    for file in folder.strays:
        if re.search(_LEFT_BEHIND, file, re.IGNORECASE):
            yield Problem(
                "left-behind",
                "a program left this file here; it is no entry, and is passed over",
                file,
                advice="delete it, and keep such files out of the repository with a .gitignore",
            )
            continue
        if file.startswith(f"{KINDS_FOLDER}/"):
            yield Problem(
                "stray-file",
                f"nothing reads this file: a kind is a .yml file right in {KINDS_FOLDER}/",
                file,
                advice=f"rename it to end in .yml, or move it out of {KINDS_FOLDER}/",
            )
            continue
        yield Problem(
            "stray-file",
            "nothing reads this file: an entry is a .yml file in the folder of its kind",
            file,
            advice=(
                way_out(file, meant[file])
                if file in meant
                else "move it to content/<kind>/<id>.yml, or out of content/"
            ),
        )
