"""An edition as files of data: everything in one, its JSON Schema, and a table for each kind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from value_compass.generator.export.shape import (
    EndShape,
    EntryShape,
    FieldShape,
    KindShape,
    PlaybookShape,
    SectionShape,
)
from value_compass.generator.pages.page import entry_address
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.relation import Relation
from value_compass.generator.sheets.columns import ID, columns, row_of
from value_compass.generator.sheets.sheet import as_csv
from value_compass.schemas.anatomy import anatomy_of, part_of
from value_compass.schemas.fields import Entry
from value_compass.schemas.kinds import Kind
from value_compass.schemas.settings import Inside

WHOLE = "playbook.json"
"""The file with everything."""

SCHEMA = "playbook.schema.json"
"""The JSON Schema of that file."""

TABLES = "tables"
"""The folder of the tables."""

_NOBODY_READS = {"reference", "fingerprint"}
"""Fields that only commands need."""


def exported(playbook: Playbook) -> Mapping[str, str]:
    """Every file of an export by its path.

    Args:
        playbook: what the edition shows, and nothing else.
    """
    kinds = [kind for kind in playbook.kinds.values() if playbook.of_kind(kind.folder)]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **PlaybookShape.model_json_schema(mode="serialization"),
    }
    return {
        WHOLE: as_json(whole(playbook).model_dump(mode="json", exclude_none=True)),
        SCHEMA: as_json(schema),
        **{f"{TABLES}/{kind.folder}.csv": table(playbook, kind) for kind in kinds},
    }


def as_json(data: object) -> str:
    """Data as the text of a file."""
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def whole(playbook: Playbook) -> PlaybookShape:
    """Everything that an edition shows, with both ends of each relation."""
    settings, hidden = playbook.settings, _hidden(playbook)
    kinds = [kind for kind in playbook.kinds.values() if playbook.of_kind(kind.folder)]
    shown = {kind.folder for kind in kinds}
    return PlaybookShape(
        title=settings.title,
        subtitle=settings.subtitle,
        organisation=settings.organisation,
        language=settings.language,
        edition=playbook.edition.title,
        kinds=tuple(
            KindShape(
                id=kind.folder,
                singular=kind.singular,
                plural=kind.plural,
                fields=_fields(kind.model, hidden),
            )
            for kind in kinds
        ),
        sections=tuple(
            SectionShape(
                id=section.id,
                title=section.title,
                summary=section.summary,
                kinds=tuple(kind for kind in section.kinds if kind in shown),
            )
            for section in settings.sections
        ),
        entries=tuple(_entry(playbook, entry, hidden) for entry in playbook.entries.values()),
    )


def table(playbook: Playbook, kind: Kind) -> str:
    """The entries of a kind as the spreadsheet that `compass import` takes."""
    hidden = _hidden(playbook)
    kept = [at for at, field in enumerate(columns(kind)) if field == ID or field not in hidden]
    rows = [columns(kind), *(row_of(entry, kind) for entry in playbook.of_kind(kind.folder))]
    return as_csv([[row[at] for at in kept] for row in rows])


def _hidden(playbook: Playbook) -> set[str]:
    """The fields that the edition keeps to those who keep the playbook."""
    owner = set() if playbook.edition.shows(Inside.OWNERS) else {"owner"}
    return owner | (set() if playbook.edition.shows(Inside.REVIEWS) else {"reviewed"})


def _fields(model: type[BaseModel], hidden: set[str]) -> tuple[FieldShape, ...]:
    return tuple(_field(model, name) for name in model.model_fields if name not in _NOBODY_READS | hidden)


def _field(model: type[BaseModel], name: str) -> FieldShape:
    anatomy, part = anatomy_of(model, name), part_of(model, name)
    return FieldShape(
        name=name,
        title=anatomy.title if anatomy else name.replace("_", " ").capitalize(),
        tier=anatomy.tier.value if anatomy else None,
        back=anatomy.back if anatomy else None,
        words=dict(anatomy.words) if anatomy else {},
        parts=_fields(part, set()) if part else (),
    )


def _entry(playbook: Playbook, entry: Entry, hidden: set[str]) -> EntryShape:
    fields: dict[str, Any] = entry.model_dump(mode="json", exclude=_NOBODY_READS | hidden, exclude_none=True)
    return EntryShape(
        id=str(entry.reference),
        kind=entry.reference.kind,
        name=entry.name,
        summary=entry.summary,
        page=entry_address(entry.reference, playbook),
        fields={field: value for field, value in fields.items() if value != []},
        names=tuple(_end(relation, forward=True) for relation in playbook.relations_from(entry)),
        named_by=tuple(_end(relation, forward=False) for relation in playbook.relations_to(entry)),
    )


def _end(relation: Relation, *, forward: bool) -> EndShape:
    other = relation.target if forward else relation.source
    anatomy = anatomy_of(type(relation.source), relation.field)
    return EndShape(
        entry=str(other.reference),
        name=other.name,
        field=relation.field,
        title=(anatomy.title if anatomy else relation.field) if forward else relation.backward,
        reason=relation.reason,
        basis=relation.basis.value if relation.basis else None,
        where=relation.where,
    )
