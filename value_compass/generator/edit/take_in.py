"""Entries from the rows of a spreadsheet: all of them, or none."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from pydantic import ValidationError

from value_compass.generator.check.check import Checked, check_folder
from value_compass.generator.check.draft import Draft
from value_compass.generator.check.model_at import required_of
from value_compass.generator.check.reading import words_of
from value_compass.generator.check.register import REGISTER
from value_compass.generator.check.wording import count
from value_compass.generator.edit.change import Change, Edit, by_file, folder_after
from value_compass.generator.edit.create import next_order
from value_compass.generator.edit.names import id_for, new_id, new_name
from value_compass.generator.edit.nodes import dumped, field_set, removed
from value_compass.generator.edit.refusal import Refusal, WrongName, listed
from value_compass.generator.load.document import Document
from value_compass.generator.load.problem import Problem
from value_compass.generator.sheets.cells import WrongCell, as_written, data_of
from value_compass.generator.sheets.columns import ID, called, fields_of
from value_compass.generator.sheets.sheet import Fault, Row, Sheet, column_letter
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.kinds import Kind

TAKE_OUT = "-"
"""What alone in a cell takes an optional field out of an entry; an empty cell changes nothing."""

MOST = 50
"""So many faults of a spreadsheet are told."""


class TakenIn(Struct, frozen=True):
    """What becomes of a spreadsheet."""

    edit: Edit
    new: tuple[Reference, ...]
    changed: tuple[Reference, ...]
    same: tuple[Reference, ...]
    """Entries that say what their rows say already."""
    checked: Checked
    """The content afterwards."""
    still_to_do: tuple[Problem, ...]
    """Errors that the rows are not to blame for, such as a group that no step establishes yet."""


class _Taken(Struct):
    """One row on its way to an entry."""

    row: Row
    reference: Reference
    data: dict[str, Any]
    out: tuple[str, ...]
    """Fields that are taken out."""


def take_in(
    before: Checked, kind: Kind, sheet: Sheet, day: datetime.date, *, update: bool = False
) -> TakenIn:
    """Make entries of a kind from the rows of a spreadsheet.

    Args:
        before: the content as it is.
        kind: the kind of all rows.
        sheet: the spreadsheet.
        day: today, for entries whose rows say nothing of a review.
        update: whether rows may change entries that are there.

    Raises:
        Refusal: when anything is wrong with a row, or would be wrong with another file then.
    """
    return _TakeIn(before, kind, sheet, day, update).all()


class _TakeIn:
    """The rows, read one after the other; what is wrong is collected."""

    def __init__(self, before: Checked, kind: Kind, sheet: Sheet, day: datetime.date, update: bool) -> None:
        self.before = before
        self.draft: Draft = before.draft
        self.kind = kind
        self.sheet = sheet
        self.day = day
        self.update = update
        self.fields, wrong = fields_of(sheet, kind)
        self.faults: list[Fault] = [*sheet.faults, *wrong]
        self.columns = {field: at for at, field in self.fields.items()}
        self.order = next_order(self.draft, kind)

    def all(self) -> TakenIn:
        """All rows, or none."""
        taken: dict[Reference, _Taken] = {}
        for row in self.sheet.rows:
            one = self._row(row)
            if one and one.reference in taken:
                self._wrong(row, ID if ID in self.columns else "name", *self._twice(taken, one))
            elif one:
                taken[one.reference] = one
        fresh = [reference for reference in taken if reference not in self.draft.documents]
        self._require_fields(taken[reference] for reference in fresh)
        if self.faults:
            raise self._refusal()
        edit, touched = self._edit(taken)
        after = check_folder(folder_after(self.draft.folder, edit), self.draft)
        told = {(p.file, p.code, p.message) for p in self.before.errors}
        errors = [p for p in after.errors if (p.file, p.code, p.message) not in told]
        still_to_do = tuple(problem for problem in errors if REGISTER[problem.code].lenient)
        self._place(taken, after.draft, [problem for problem in errors if problem not in still_to_do])
        return TakenIn(
            edit,
            tuple(fresh),
            tuple(touched),
            tuple(reference for reference in taken if reference not in {*fresh, *touched}),
            after,
            still_to_do,
        )

    def _row(self, row: Row) -> _Taken | None:
        """What a row says; nothing where it cannot be known which entry it is about."""
        texts = {self.fields[at]: text.strip() for at, text in row.cells.items() if at in self.fields}
        reference = self._reference(row, texts)
        data: dict[str, Any] = {}
        out = []
        for field, text in texts.items():
            if field == ID:
                continue
            if text == TAKE_OUT:
                out.append(field)
                continue
            try:
                # As it stands in the cell: a line end after the last item tells that it is a list of lines.
                value = data_of(self.kind.model, field, row.cells[self.columns[field]])
            except WrongCell as failure:
                self._wrong(row, field, failure.message, failure.advice)
                continue
            data[field] = f"{value}\n" if isinstance(value, str) and "\n" in value else value
        if reference is None:
            return None
        there = reference in self.draft.documents
        if there and not self.update:
            self._wrong(
                row,
                ID if ID in texts else "name",
                f"{reference.file} is there already: {self.draft.named(reference)}",
                "let --update change it, or take the row out",
            )
        entry = self.draft.entries.get(reference)
        if there and self.update and ID not in texts and entry and not _called(entry, texts["name"]):
            self._wrong(
                row,
                "name",
                f"{reference} is {self.draft.named(reference)}, which may be another thing",
                f"write {reference.id} in a column {ID} to give it this name, or choose another name",
            )
        if there and entry is None:
            self._wrong(row, None, f"{reference.file} has errors itself", "correct that file first")
        required = required_of(self.kind.model)
        for field in out if there else ():
            if field in required:
                self._wrong(row, field, "every entry needs this field", "write its new value")
        return _Taken(row, reference, data, tuple(out))

    def _reference(self, row: Row, texts: Mapping[str, str]) -> Reference | None:
        """The entry that a row is about, by its id, else by its name."""
        field = ID if ID in texts else "name"
        try:
            if "name" in texts:
                name = new_name(texts["name"])
            if ID in texts:
                return Reference(self.kind.folder, new_id(texts[ID], self.kind.folder))
            if "name" not in texts:
                self._wrong(row, None, "this row has neither a name nor an id", "write the name of the entry")
                return None
            same = (to for to, entry in self.draft.of(self.kind.model).items() if _called(entry, name))
            found = next(same, None)
            return found or Reference(self.kind.folder, new_id(id_for(name, self.draft), self.kind.folder))
        except WrongName as failure:
            nameless = ID not in texts and not id_for(name, self.draft)
            advice = f"write an id in a column {ID}" if nameless else None
            self._wrong(row, field, str(failure), advice)
            return None

    def _twice(self, taken: Mapping[Reference, _Taken], one: _Taken) -> tuple[str, str]:
        first = taken[one.reference].row.number
        return (
            f"row {first} makes {one.reference} as well",
            f"keep one of the two, or give one another name or {ID}",
        )

    def _require_fields(self, fresh: Iterator[_Taken]) -> None:
        """Give new entries what can be known, and tell what is missing."""
        missing: set[str] = set()
        for one in fresh:
            one.data.setdefault("reviewed", self.day)
            for field in required_of(self.kind.model):
                if field in one.data:
                    continue
                if field == "order":
                    one.data["order"] = self.order
                    self.order += 1
                elif field in self.columns:
                    if not any(
                        f.row == one.row.number and f.column == self.columns[field] for f in self.faults
                    ):
                        self._wrong(one.row, field, "this cell is empty, and every entry needs it", None)
                elif field not in missing:
                    missing.add(field)
                    either = " or ".join(f'"{name}"' for name in called(field, self.kind))
                    self.faults.append(
                        Fault(
                            self.sheet.headings.number,
                            None,
                            f"there is no column {either}, and every {self.kind.singular} needs it",
                            "add it, and fill it in for each row",
                        )
                    )

    def _edit(self, taken: Mapping[Reference, _Taken]) -> tuple[Edit, list[Reference]]:
        written: dict[str, str] = {}
        changes: list[tuple[str, Change]] = []
        touched: list[Reference] = []
        for reference, one in taken.items():
            entry = self.draft.entries.get(reference)
            if entry is None:
                written[reference.file] = f"{dumped(self._in_order(self._tidy(reference, one.data)))}\n"
                continue
            document = self.draft.documents[reference]
            found = list(self._changes(document, entry, one))
            changes += [(reference.file, change) for change in found]
            if found:
                touched.append(reference)
        return Edit(by_file(changes), written=written), touched

    def _tidy(self, reference: Reference, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """What a row says without what goes without saying, where nothing is wrong with it."""
        try:
            entry = self.kind.model.model_validate({**data, "reference": reference})
        except ValidationError:
            return data
        said = as_written(entry)
        return {field: data[field] if isinstance(said[field], str) else said[field] for field in said}

    def _in_order(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """Fields in the order of the model, the sources last, as the content has them."""
        order = list(self.kind.model.model_fields)
        return dict(sorted(data.items(), key=lambda pair: (pair[0] == "sources", order.index(pair[0]))))

    def _changes(self, document: Document, entry: Entry, one: _Taken) -> Iterator[Change]:
        data = document.data
        try:
            wanted = type(entry).model_validate({**data, **one.data, "reference": one.reference})
        except ValidationError:
            wanted = None
        gone = [field for field in one.out if field in data]
        for field, value in one.data.items():
            if wanted is not None and getattr(wanted, field) == getattr(entry, field):
                continue
            said = as_written(wanted).get(field, value) if wanted is not None else value
            written = value if isinstance(said, str) else said
            yield field_set(document, field, written, after=self._before(field, {*data} - {*gone}))
        if gone:
            yield from removed(document, (), gone)

    def _before(self, field: str, there: set[str]) -> str:
        """The field after which a new one comes."""
        order = list(self._in_order(dict.fromkeys(self.kind.model.model_fields)))
        before = [other for other in order[: order.index(field)] if other in there]
        return before[-1] if before else "name"

    def _place(self, taken: Mapping[Reference, _Taken], after: Draft, errors: list[Problem]) -> None:
        """Tell errors at the row and the column that they come from.

        Raises:
            Refusal: when there are any.
        """
        rows = {reference.file: one for reference, one in taken.items()}
        elsewhere = [problem for problem in errors if problem.file not in rows]
        for problem in errors:
            if problem.file in rows:
                one = rows[problem.file]
                field = _field_at(after.documents[one.reference], problem)
                self._wrong(one.row, field, problem.message, problem.advice)
        if self.faults or elsewhere:
            raise self._refusal(elsewhere)

    def _wrong(self, row: Row, field: str | None, message: str, advice: str | None) -> None:
        self.faults.append(Fault(row.number, self.columns.get(field or ""), message, advice))

    def _refusal(self, elsewhere: list[Problem] | None = None) -> Refusal:
        faults = sorted(set(self.faults), key=lambda fault: (fault.row, fault.column or 0, fault.message))
        lines = [f"  {self._told(fault)}" for fault in faults[:MOST]]
        if len(faults) > MOST:
            lines.append(f"  and {count(len(faults) - MOST, 'more fault')}")
        if elsewhere:
            lines += ["and these files would be wrong then:", listed(elsewhere)]
        return Refusal(f"nothing was written, because of what is in {self.sheet.file}:\n" + "\n".join(lines))

    def _told(self, fault: Fault) -> str:
        place = f"row {fault.row}"
        if fault.column:
            field = self.fields.get(fault.column)
            names = f" ({', '.join(called(field, self.kind))})" if field else ""
            place += f", column {column_letter(fault.column)}{names}"
        return f"{place}: {fault.message}" + (f"; {fault.advice}" if fault.advice else "")


def _called(entry: Entry, name: str) -> bool:
    words = words_of(name)
    return bool(words) and words_of(entry.name) == words


def _field_at(document: Document, problem: Problem) -> str | None:
    """The field of a file that a problem stands in."""
    found = None
    for field in document.data if isinstance(document.data, dict) else ():
        if document.span((field,), of_key=True).line <= problem.span.line:
            found = field
    return found
