"""A field in one cell of a spreadsheet, and back.

Texts, numbers and days stand as they are. A list has an item a line; a cell without a line end is divided at
its semicolons. An item that is more than a text stands in the shortest form that says all of it:

- `kind/id: reason` names an entry with the reason, or the place in it; `(derived)` at its end is the basis;
- a plain text, where a file may write one too, with its basis in the same way;
- `{field: value, field: value}`, as a file may write it on one line, for everything else.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any, TypeAlias, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from value_compass.generator.load.document import Loader
from value_compass.schemas.anatomy import anatomy_of, names_one, part_of
from value_compass.schemas.fields import IDENTIFIER, Entry, Model, Reference, ReferenceTo

Data: TypeAlias = Any
"""What a file holds: text, number, yes or no, day, list, or fields with values."""

_NAMING = re.compile(rf"(?P<to>{IDENTIFIER}(?:/{IDENTIFIER})?)\s*:\s+(?P<words>\S.*)")
_BASIS = re.compile(r"(?P<words>.*\S)\s+\((?P<choice>[a-z-]+)\)")
_TRUTH = {"yes": True, "true": True, "no": False, "false": False}


class WrongCell(Exception):
    """A cell cannot be read; the message says why, and the advice the way out."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def as_written(value: object, marks: tuple[object, ...] = ()) -> Data:
    """What a model holds as a file would say it; what is as it is without a word is left out.

    Args:
        value: a value of a model.
        marks: what the annotation of its field says, to know how references are written.
    """
    if isinstance(value, Reference):
        to = next((mark for mark in marks if isinstance(mark, ReferenceTo)), None)
        return value.id if to and len(to.kinds) == 1 else str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [as_written(item, marks) for item in value]
    if not isinstance(value, Model):
        return value
    return {
        name: as_written(held, marks_of(type(value), name))
        for name, info in type(value).model_fields.items()
        if (held := getattr(value, name)) != info.get_default(call_default_factory=True)
        and not (name == "reference" and isinstance(value, Entry))
    }


def cell_of(model: type[Model], field: str, value: object) -> str:
    """A field's value as the text of a cell.

    Args:
        model: the model of the field.
        field: its name.
        value: what it holds.
    """
    if value is None or value == ():
        return ""
    if not isinstance(value, tuple):
        return _item_of(model, field, value)
    items = [_item_of(model, field, item) for item in value]
    # The line end says that this is no list in one line.
    return f"{items[0]}\n" if len(items) == 1 and ";" in items[0] else "\n".join(items)


def data_of(model: type[Model], field: str, text: str) -> Data:
    """What the text of a cell says of a field, as a file would say it.

    Args:
        model: the model of the field.
        field: its name.
        text: what stands in the cell; not empty.

    Raises:
        WrongCell: when an item has a form that the field cannot have.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if names_one(model, field):
        return _item_data(model, field, text.strip())
    whole = "\n" in text or text.lstrip().startswith("{")
    items = (item.strip() for item in (text.split("\n") if whole else text.split(";")))
    return [_item_data(model, field, item) for item in items if item]


@cache
def marks_of(model: type[BaseModel], field: str) -> tuple[object, ...]:
    """What the annotation of a field, or of its items, says beside its type."""
    info = model.model_fields[field]
    return (*info.metadata, *_marks_in(info.annotation))


def _marks_in(annotation: Any) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _marks_in(inner)


def _types_in(annotation: Any) -> frozenset[type]:
    """The plain types that an annotation allows."""
    found = {annotation} if isinstance(annotation, type) else set()
    return frozenset(found.union(*map(_types_in, get_args(annotation))))


@cache
def _types(model: type[BaseModel], field: str) -> frozenset[type]:
    return _types_in(model.model_fields[field].annotation)


def _item_of(model: type[Model], field: str, value: object) -> str:
    part = part_of(model, field)
    if part is None or not isinstance(value, Model):
        written = as_written(value, marks_of(model, field))
        return ("yes" if written else "no") if isinstance(written, bool) else str(written).strip()
    written = as_written(value)
    short = _short(part, written)
    return short if short is not None and _reads_back(model, field, short, value) else in_one_line(written)


def _reads_back(model: type[Model], field: str, text: str, value: Model) -> bool:
    try:
        return "\n" not in text and type(value).model_validate(_item_data(model, field, text)) == value
    except (WrongCell, ValidationError):
        return False


def _short(part: type[BaseModel], written: dict[str, Data]) -> str | None:
    """The short form of an item; nothing where it has none, or says more than that holds."""
    to, words, choice = _naming(part)
    plain = plain_field(part)
    named = to if to in written else None
    said = words if named else plain
    if said not in written or set(written) - {named, said, choice}:
        return None
    ending = f" ({written[choice]})" if choice in written else ""
    beginning = f"{written[named]}: " if named else ""
    return f"{beginning}{written[said]}{ending}"


def _item_data(model: type[Model], field: str, text: str) -> Data:
    part = part_of(model, field)
    if part is not None:
        return _part_data(part, text)
    to = next((mark for mark in marks_of(model, field) if isinstance(mark, ReferenceTo)), None)
    if to and len(to.kinds) == 1:
        return text.removeprefix(f"{to.kinds[0]}/")
    types = _types(model, field)
    if bool in types:
        return _TRUTH.get(text.lower(), text)
    if int in types and re.fullmatch(r"-?[0-9]{1,12}", text):
        return int(text)
    if float in types and re.fullmatch(r"-?[0-9]{1,12}[.,][0-9]{1,6}", text):
        return float(text.replace(",", "."))
    if datetime.date in types and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            return text
    anatomy = anatomy_of(model, field)
    said = {words.casefold(): value for value, words in anatomy.words} if anatomy else {}
    return said.get(text.casefold(), text)


def _part_data(part: type[BaseModel], text: str) -> Data:
    if text.startswith("{"):
        return _fields_data(text)
    to, words, choice = _naming(part)
    plain = plain_field(part)
    if not plain and not (to and words):
        raise WrongCell(f'"{text[:60]}" is not written as fields', f"write it as {_fields_form(part)}")
    rest, chosen = _with_choice(part, choice, text)
    found = _NAMING.fullmatch(rest) if to and words else None
    if found and to and words:
        kinds = _kinds(part, to)
        # A condition in plain words may have a colon as well; an entry of several kinds has a stroke.
        if not plain or "/" in found["to"]:
            named = found["to"].removeprefix(f"{kinds[0]}/") if len(kinds) == 1 else found["to"]
            return {to: named, words: found["words"], **chosen}
    if plain:
        return {plain: rest, **chosen} if chosen else text
    kinds = _kinds(part, to or "")
    form = "some-id" if len(kinds) == 1 else f"{(kinds or ('kind',))[0]}/some-id"
    title = (words or "").replace("_", " ")
    ending = f" ({'/'.join(_choices(part, choice))})" if choice and _is_needed(part, choice) else ""
    raise WrongCell(
        f'"{text[:60]}" does not say which entry it means, and then its {title}',
        f"write it as {form}: {title}{ending}, and each item on a line of its own",
    )


def _with_choice(part: type[BaseModel], choice: str | None, text: str) -> tuple[str, dict[str, str]]:
    """A text without the choice in brackets at its end, and the choice."""
    found = _BASIS.fullmatch(text) if choice else None
    if found and choice and found["choice"] in _choices(part, choice):
        return found["words"], {choice: found["choice"]}
    return text, {}


def _fields_data(text: str) -> Data:
    try:
        data = Loader(text).get_single_data()
    except (yaml.YAMLError, ValueError):
        data = None
    if not isinstance(data, dict):
        raise WrongCell(
            f'"{text[:60]}" begins with a bracket, and cannot be read as fields',
            "write {field: value, field: value}, with quotation marks around a text with a comma or a colon",
        )
    return data


def _fields_form(part: type[BaseModel]) -> str:
    needed = [name for name, info in part.model_fields.items() if info.is_required()]
    return "{" + ", ".join(f"{name}: ..." for name in needed or part.model_fields) + "}"


@cache
def _naming(part: type[BaseModel]) -> tuple[str | None, str | None, str | None]:
    """The field of a part that names an entry, the text that goes with it, and the choice of its basis."""
    fields = part.model_fields
    to = next((name for name in fields if Reference in _types(part, name) and names_one(part, name)), None)
    words = next((name for name in fields if _types(part, name) <= {str, type(None)}), None)
    choice = next((name for name in fields if _enum(fields[name]) is not None), None)
    return to, words, choice


@cache
def plain_field(part: type[BaseModel]) -> str | None:
    """The field that a plain text in a file stands for; nothing where none does."""
    from_text = getattr(part, "_from_plain_text", None)
    return next(iter(from_text(""))) if from_text else None


def _kinds(part: type[BaseModel], field: str) -> tuple[str, ...]:
    found = next((m for m in marks_of(part, field) if isinstance(m, ReferenceTo)), None)
    return found.kinds if found else ()


def _choices(part: type[BaseModel], field: str | None) -> tuple[str, ...]:
    enum = _enum(part.model_fields[field]) if field else None
    return tuple(str(one.value) for one in enum) if enum else ()


def _is_needed(part: type[BaseModel], field: str) -> bool:
    return part.model_fields[field].is_required()


def _enum(info: FieldInfo) -> type[Enum] | None:
    return next((kind for kind in _types_in(info.annotation) if issubclass(kind, Enum)), None)


class _OneLine(yaml.SafeDumper):
    """A writer of fields on one line, whatever the texts in them."""

    def ignore_aliases(self, data: object) -> bool:
        """Whether to write out what stands there twice: always."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if "\n" in text else None)


_OneLine.add_representer(str, _text)


def in_one_line(data: Data) -> str:
    """Data as a file may write it on one line."""
    text: str = yaml.dump(
        data,
        Dumper=_OneLine,
        default_flow_style=True,
        sort_keys=False,
        allow_unicode=True,
        width=float("inf"),
    )
    return text.strip()
