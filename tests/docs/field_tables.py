"""The tables of fields in the docs, made from the models and their docstrings.

A table stands between `<!-- fields: begin -->` and `<!-- fields: end -->`. On the page of a kind it shows
that kind's model; elsewhere the first marker names the model: `<!-- fields: begin Statement -->`.
`python -m tests.docs.field_tables` renews them all.
"""

from __future__ import annotations

import ast
import datetime
import inspect
import re
import types
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, MinLen
from pydantic.fields import FieldInfo

from value_compass.schemas import fields, tables
from value_compass.schemas.anatomy import Anatomy, anatomy_of
from value_compass.schemas.fields import (
    Citation,
    Entry,
    Model,
    Need,
    ReferenceTo,
    Relation,
    Statement,
    TextThat,
    ToAny,
)
from value_compass.schemas.house_style import HouseStyle
from value_compass.schemas.kinds import KINDS
from value_compass.schemas.own_kinds import OwnField, OwnKind
from value_compass.schemas.settings import Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

TABLE = re.compile(r"(<!-- fields: begin ?(\w*) -->\n).*?(<!-- fields: end -->)", re.DOTALL)
"""A table with its markers, and the name of its model where the marker has one."""

NAMED = {
    model.__name__: model
    for model in (Citation, Entry, HouseStyle, Need, OwnField, OwnKind, Settings, Statement, ToAny)
}
"""The models that a marker can name."""

SHARED = {Statement: "statement", Need: "need", Citation: "citation", Relation: "relation"}
"""The models that docs/writing/README.md explains once for all kinds."""

Hint: TypeAlias = Any
"""A type annotation with all that stands in `Annotated`."""

_TEXTS: tuple[tuple[Hint, str], ...] = (
    (fields.Line, "one line of text, at most 400 characters"),
    (fields.Name, "one line of text, at most 90 characters"),
    (fields.Label, "a few words, at most 60 characters"),
    (fields.Summary, "one line of text, at most 160 characters"),
    (fields.Prose, "text in Markdown, at most 6000 characters"),
    (fields.Colour, 'a colour in quotes, such as `"#1f6f78"`'),
    (fields.Identifier, "lower-case words joined by hyphens"),
    (tables.Cell, "a number, some words, or `null`"),
)


def renewed(text: str, path: Path) -> str:
    """A page with its tables as the models are now."""

    def table(found: re.Match[str]) -> str:
        model = NAMED[found[2]] if found[2] else KINDS[path.stem].model
        to_shared = "" if path.parent == DOCS / "writing" else "writing/"
        return found[1] + field_table(model, f"{to_shared}README.md") + found[3]

    return TABLE.sub(table, text)


def field_table(model: type[Model], shared: str) -> str:
    """The fields of a model as a Markdown table.

    Args:
        model: whose fields.
        shared: the address of the page that explains what all kinds share.
    """
    rows = list(_rows(model, shared))
    # What no reader sees, such as the settings, is called by its names alone.
    if not issubclass(model, (Entry, *SHARED)):
        lines = "".join(f"| `{name}` | {need} | {what} |\n" for name, _, need, what in rows)
        return f"| field | required | what |\n| --- | --- | --- |\n{lines}"
    lines = "".join(f"| `{name}` | {title} | {need} | {what} |\n" for name, title, need, what in rows)
    return f"| field | readers see | required | what |\n| --- | --- | --- | --- |\n{lines}"


def _rows(model: type[Model], shared: str, above: str = "") -> Iterator[tuple[str, str, str, str]]:
    hints, docstrings = get_type_hints(model, include_extras=True), _docstrings(model)
    explained = {name for base in SHARED if issubclass(model, base) for name in base.model_fields}
    for name, field in model.model_fields.items():
        if name == "reference" or (above and name in explained):
            continue
        hint = hints[name]
        about = docstrings.get(name) or _own_docstring(hint)
        anatomy, need = anatomy_of(model, name), "yes" if field.is_required() else "no"
        yield f"{above}{name}", anatomy.title if anatomy else "", need, _what(about, field, hint, shared)
        inner = _inner_model(hint)
        if inner and not issubclass(inner, Relation):
            yield from _rows(inner, shared, f"{above}{name}.")


def _docstrings(model: type[Model]) -> dict[str, str]:
    """The docstrings of a model's fields; pydantic forgets those of fields that also have a `Field`."""
    found: dict[str, str] = {}
    for owner in reversed(model.__mro__):
        if issubclass(owner, Model):
            found |= _own_docstrings(owner)
    return found


@cache
def _own_docstrings(owner: type[Model]) -> Mapping[str, str]:
    """The docstrings of the fields that a model has beside those of its bases."""
    (definition,) = ast.parse(inspect.getsource(owner)).body
    assert isinstance(definition, ast.ClassDef)
    found: dict[str, str] = {}
    for field, after in pairwise(definition.body):
        match field, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = inspect.cleandoc(text)
    return found


def _own_docstring(hint: Hint) -> str:
    """What the type says of itself, when it is an enum or a model that only this field has."""
    base, _ = _taken_apart(hint)
    inner = base if isinstance(base, type) and issubclass(base, StrEnum) else _inner_model(hint)
    return inner.__doc__ or "" if inner and not issubclass(inner, tuple(SHARED)) else ""


def _what(about: str, field: FieldInfo, hint: Hint, shared: str) -> str:
    parts = [about]
    form = _form(hint, shared)
    if form and "at most" not in about:
        parts.append(form[0].upper() + form[1:] + ".")
    if isinstance(field.default, str) and not isinstance(field.default, StrEnum):
        parts.append(f"`{field.default}` unless given.")
    return " ".join(" ".join(parts).split()).replace("|", "\\|")


def _form(hint: Hint, shared: str) -> str:
    """What a value looks like, in words."""
    hint = _without_none(_without_anatomy(hint))
    for known, words in _TEXTS:
        if hint == known:
            return words
    base, metadata = _taken_apart(hint)
    if get_origin(base) is tuple:
        return _list_form(get_args(base)[0], metadata, shared)
    reference = next((m for m in metadata if isinstance(m, ReferenceTo)), None)
    if reference:
        return _reference_form(reference)
    if isinstance(base, type) and issubclass(base, Model):
        return _model_form(base, shared)
    if isinstance(base, type) and issubclass(base, StrEnum):
        return "one of " + ", ".join(f"`{choice}`" for choice in base)
    if base is int:
        lowest, highest = _limit(metadata, Ge, "ge"), _limit(metadata, Le, "le")
        return f"a whole number, {lowest} " + (f"to {highest}" if highest else "or more")
    if base is datetime.date:
        return "a date, without quotes"
    patterns = (getattr(item, "pattern", None) or "" for item in _flat(metadata))
    return "an address that begins with `https://`" if any("https?" in p for p in patterns) else ""


def _list_form(item: Hint, metadata: tuple[Any, ...], shared: str) -> str:
    some = ", at least one" if _limit(metadata, MinLen, "min_length") else ""
    inner, form = _inner_model(item), _form(item, shared)
    if inner and issubclass(inner, tuple(SHARED)):
        return f"a list of {form.replace(']', 's]', 1)}{some}"
    if inner:
        return f"a list{some}; each item has the fields below"
    return f"a list{some}; each item is {form}" if form else f"a list{some}"


def _model_form(model: type[Model], shared: str) -> str:
    for base, word in SHARED.items():
        if issubclass(model, base):
            form = f"[{word}]({shared}#{word}s)"
            return f"{form} to {_target(model)}" if base is Relation else form
    return "it has the fields below"


def _target(model: type[Model]) -> str:
    _, metadata = _taken_apart(get_type_hints(model, include_extras=True)["to"])
    return _reference_form(next(item for item in metadata if isinstance(item, ReferenceTo)))


def _reference_form(reference: ReferenceTo) -> str:
    if len(reference.kinds) == 1:
        return f"an id from `{reference.kinds[0]}/`, alone"
    return " or ".join(f"`{kind}/id`" for kind in reference.kinds) or "`kind/id`, of any kind"


def _without_anatomy(hint: Hint) -> Hint:
    """A hint without what only says what the field is to a reader."""
    if get_origin(hint) is not Annotated:
        return hint
    base, *metadata = get_args(hint)
    kept = tuple(mark for mark in metadata if not isinstance(mark, Anatomy))
    return Annotated[(base, *kept)] if kept else base


def _without_none(hint: Hint) -> Hint:
    if get_origin(hint) in (types.UnionType, Union):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


def _inner_model(hint: Hint) -> type[Model] | None:
    base, _ = _taken_apart(hint)
    if isinstance(base, type) and issubclass(base, Model):
        return base
    return _inner_model(get_args(base)[0]) if get_origin(base) is tuple else None


def _taken_apart(hint: Hint) -> tuple[Hint, tuple[Any, ...]]:
    """A hint without `None` and `Annotated`, and what stood in `Annotated`."""
    hint = _without_none(hint)
    if get_origin(hint) is Annotated:
        base, *metadata = get_args(hint)
        inner, more = _taken_apart(base)
        return inner, (*more, *metadata)
    return hint, ()


def _flat(metadata: tuple[Any, ...]) -> Iterator[Any]:
    for item in metadata:
        if isinstance(item, TextThat):
            yield from _flat(item.asked)
        else:
            yield from item.metadata if isinstance(item, FieldInfo) else (item,)


def _limit(metadata: tuple[Any, ...], kind: type, name: str) -> int | None:
    return next((getattr(item, name) for item in _flat(metadata) if isinstance(item, kind)), None)


def pages() -> list[Path]:
    """The pages of the docs that have a table."""
    return [path for path in sorted(DOCS.rglob("*.md")) if "<!-- fields: begin" in path.read_text("utf-8")]


def main() -> None:
    """Renew every table."""
    for path in pages():
        old = path.read_text("utf-8")
        new = renewed(old, path)
        if new != old:
            path.write_text(new, "utf-8")
            print(f"renewed {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
