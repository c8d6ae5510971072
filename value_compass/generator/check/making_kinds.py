"""The kinds of a playbook's own: what its files in `kinds/` say, and what is wrong with that."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import PurePosixPath
from types import MappingProxyType

from pydantic import ValidationError

from value_compass.generator.check.fields import problems_of
from value_compass.generator.check.own_kinds import OwnKinds
from value_compass.generator.check.taken_ids import no_file
from value_compass.generator.check.wording import did_you_mean, shown
from value_compass.generator.load.document import Document, Keys
from value_compass.generator.load.folder import Folder
from value_compass.generator.load.nodes import UNREAD
from value_compass.generator.load.problem import Problem
from value_compass.schemas.fields import IDENTIFIER, Model
from value_compass.schemas.kinds import Kinds, ReadOn
from value_compass.schemas.made_kinds import Row, base_of, extended, own_kind, unmade
from value_compass.schemas.own_kinds import FurtherFields, Held, OwnKind, Sort
from value_compass.schemas.walk import kinds_named

MOST = 100
"""So many problems of one file are shown."""

_TAKEN = frozenset({"assets", "site", "kinds"})
"""A folder of the site, and names of schemas."""

_FIELD = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


def own_kinds(folder: Folder, ours: Kinds) -> OwnKinds:
    """Make the kinds that a playbook's folder brings.

    Args:
        folder: what was read.
        ours: the kinds that every playbook has.
    """
    files = {PurePosixPath(document.file).stem: document for document in folder.kinds}
    problems: list[Problem] = []
    found = dict(ours)
    wrong: set[str] = set()
    for name, document in files.items():
        if refused := _wrong_name(document, name):
            problems.append(refused)
            continue
        said, refusals = _said(document, FurtherFields if name in ours else OwnKind)
        if said:
            refusals += _unfit(said, name, document, ours, (*ours, *files))
        problems += [*document.problems, *refusals][:MOST]
        if refusals or not said:
            wrong.add(name)
            found.setdefault(name, unmade(name))
        elif isinstance(said, OwnKind):
            found[name] = own_kind(name, said)
        else:
            found[name] = extended(ours[name], said)
    for name in sorted(files.keys() & found.keys() - ours.keys() - wrong):
        if _below_itself(name, found):
            wrong.add(name)
            problems.append(
                _unfitting(
                    files[name],
                    ("parent",),
                    f"{name} would stand below {name}: what they stand below stands below them",
                    "let it stand below another kind, or take the line out",
                )
            )
    return OwnKinds(MappingProxyType(found), frozenset(wrong), tuple(problems))


def _wrong_name(document: Document, name: str) -> Problem | None:
    if not re.fullmatch(IDENTIFIER, name):
        return Problem(
            "file-name",
            f'no kind can be called "{shown(name)}"',
            document.file,
            advice="use lower-case letters, digits and single hyphens, such as supplier-days.yml",
        )
    reason = "the generator has a folder of that name already" if name in _TAKEN else no_file(name)
    if reason:
        return Problem(
            "file-name",
            f'no kind can be called "{name}": {reason}',
            document.file,
            advice="give the file another name",
        )
    return None


def _said(
    document: Document, model: type[OwnKind] | type[FurtherFields]
) -> tuple[OwnKind | FurtherFields | None, list[Problem]]:
    """What a file says, or what is wrong with it."""
    if document.data is None or document.data is UNREAD:
        return None, []
    try:
        return model.model_validate(document.data), []
    except ValidationError as failure:
        return None, list(islice(problems_of(failure, document, model), MOST))


def _unfit(
    said: OwnKind | FurtherFields, name: str, document: Document, ours: Kinds, known: Collection[str]
) -> Iterator[Problem]:
    """What does not fit together, or not with the kinds and fields that are there."""
    base = base_of(said) if isinstance(said, OwnKind) else ours[name].model
    for field, held in said.fields.items():
        yield from _wrong_field(document, ("fields", field), field, base)
        yield from _wrong_kinds(document, ("fields", field, "to"), held, known)
        for column, cell in held.columns.items():
            keys = ("fields", field, "columns", column)
            yield from _wrong_field(document, keys, column, Row)
            yield from _wrong_kinds(document, (*keys, "to"), cell, known)
    if isinstance(said, OwnKind):
        yield from _wrong_parent(said, document)
        yield from _wrong_words(said, document)


def _wrong_field(document: Document, keys: Keys, field: str, base: type[Model]) -> Iterator[Problem]:
    if not _FIELD.fullmatch(field):
        message = f'"{shown(field)}" cannot be the name of a field'
        advice = "use lower-case letters, digits and underscores between words; readers see its `title`"
    elif field in base.model_fields:
        message = f'there is a field "{field}" already'
        advice = "choose another name, or take it out and use the one that is there"
    elif hasattr(base, field) or field.startswith("model_"):
        message = f'the name "{field}" is taken by the generator'
        advice = "choose another name; readers see its `title`"
    else:
        return
    yield Problem("taken-name", message, document.file, document.span(keys, of_key=True), advice)


def _wrong_kinds(document: Document, keys: Keys, held: Held, known: Collection[str]) -> Iterator[Problem]:
    for place, kind in enumerate(held.to):
        if kind not in known:
            yield Problem(
                "unknown-kind",
                f'there is no kind of entry called "{kind}"',
                document.file,
                document.span((*keys, place)),
                did_you_mean(kind, known) or f"name one of: {', '.join(known)}",
            )


def _wrong_parent(said: OwnKind, document: Document) -> Iterator[Problem]:
    if said.parent is None:
        if said.read_on is ReadOn.PARENTS_PAGE:
            yield _unfitting(
                document,
                ("read_on",),
                "what is read on the page of its parent needs a `parent`",
                "add a line `parent: ...` with the name of the field that says what it stands below",
            )
        return
    held = said.fields.get(said.parent)
    if held is None or held.type is not Sort.ENTRY or not held.required:
        fitting = [name for name, one in said.fields.items() if one.type is Sort.ENTRY]
        yield _unfitting(
            document,
            ("parent",),
            f'"{shown(said.parent)}" is no required field of the type "entry"',
            did_you_mean(said.parent, fitting) or "name such a field, or take the line out",
        )


def _wrong_words(said: OwnKind, document: Document) -> Iterator[Problem]:
    lines = [name for name, held in said.fields.items() if held.type is Sort.LINE]
    if said.reader_words is not None and said.reader_words not in lines:
        yield _unfitting(
            document,
            ("reader_words",),
            f'"{shown(said.reader_words)}" is no field of the type "line"',
            did_you_mean(said.reader_words, lines) or "name such a field, or take the line out",
        )


def _below_itself(name: str, kinds: Kinds) -> bool:
    """Whether entries of a kind can stand below others of it."""
    above, met = [name], set[str]()
    while above:
        kind = kinds[above.pop()]
        for one in kinds_named(kind.model, kind.parent) if kind.parent else ():
            if one == name:
                return True
            if one in kinds and one not in met:
                met.add(one)
                above.append(one)
    return False


def _unfitting(document: Document, keys: Keys, message: str, advice: str) -> Problem:
    return Problem("unfit-kind", message, document.file, document.span(keys), advice)
