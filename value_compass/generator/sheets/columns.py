"""The columns of a kind's spreadsheet: the id of the entry, then its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from value_compass.generator.check.reading import words_of
from value_compass.generator.check.wording import did_you_mean, shown
from value_compass.generator.sheets.cells import cell_of
from value_compass.generator.sheets.sheet import Fault, Sheet
from value_compass.schemas.anatomy import anatomy_of
from value_compass.schemas.fields import Entry
from value_compass.schemas.kinds import Kind

ID = "id"
"""The column of the entry's id."""

_BY_COMMAND = {"fingerprint"}
"""Fields that nobody writes by hand."""


def columns(kind: Kind) -> tuple[str, ...]:
    """The columns of a kind, in order."""
    fields = (field for field in kind.model.model_fields if field not in {"reference", *_BY_COMMAND})
    return (ID, *fields)


def titles(kind: Kind) -> Mapping[str, str]:
    """What readers call the fields of a kind, by field."""
    found = ((field, anatomy_of(kind.model, field)) for field in columns(kind))
    return {field: anatomy.title for field, anatomy in found if anatomy}


def names(kind: Kind) -> tuple[str, ...]:
    """Everything that a heading may say, and what a workbook's sheet of the kind may be called."""
    return (*columns(kind), *titles(kind).values(), kind.folder, kind.singular, kind.plural)


def row_of(entry: Entry, kind: Kind) -> list[str]:
    """An entry as a row of its kind's spreadsheet."""
    model = type(entry)
    cells = (cell_of(model, field, getattr(entry, field)) for field in columns(kind) if field != ID)
    return [entry.reference.id, *cells]


def fields_of(sheet: Sheet, kind: Kind) -> tuple[Mapping[int, str], tuple[Fault, ...]]:
    """The field of each column of a spreadsheet, and what is wrong with its headings."""
    known = {" ".join(words_of(title)): field for field, title in titles(kind).items()}
    known |= {" ".join(words_of(field)): field for field in columns(kind)}
    found: dict[int, str] = {}
    faults: list[Fault] = []
    for at, heading in sheet.headings.cells.items():
        field = known.get(" ".join(words_of(heading)))
        if field is None:
            near = did_you_mean(heading.strip().casefold(), (*columns(kind), *known))
            advice = near or f"use one of: {', '.join(columns(kind))}; or take the column out"
            faults.append(
                Fault(sheet.headings.number, at, f'{kind.singular}s have no field "{shown(heading)}"', advice)
            )
        elif field in found.values():
            faults.append(
                Fault(
                    sheet.headings.number,
                    at,
                    f'a second column is called "{shown(heading)}"',
                    "keep one of the two",
                )
            )
        else:
            found[at] = field
    return found, (*faults, *_without_heading(sheet))


def _without_heading(sheet: Sheet) -> Iterator[Fault]:
    used = {at: row.number for row in reversed(sheet.rows) for at in row.cells}
    for at in sorted(used.keys() - sheet.headings.cells.keys()):
        yield Fault(used[at], at, "this column has no heading", "name its field in the first row")


def called(field: str, kind: Kind) -> tuple[str, ...]:
    """What messages call a field's column: by its name, and by its title where that is another."""
    title = titles(kind).get(field)
    return (field,) if title is None or title.casefold() == field else (field, title)
