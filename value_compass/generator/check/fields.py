"""What a model's refusal means to someone who edits the file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from msgspec import Struct
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from value_compass.generator.check.forms import OWN_FORMS, wrong_form
from value_compass.generator.check.model_at import fields_of, model_at, reads_plain_text, required_of
from value_compass.generator.check.wording import described, did_you_mean, shown
from value_compass.generator.load.document import Document, Keys
from value_compass.generator.load.nodes import UNREAD
from value_compass.generator.load.problem import Problem
from value_compass.schemas.fields import Model

_FORMS = {"string_pattern_mismatch", "reference-form", "wrong-kind", "need-form", "one-line", *OWN_FORMS}
_QUOTE_IT = "put quotation marks around it"
_NAME = "[key]"
"""Stands behind a name that the file gave itself, where the name is what is wrong."""


class Finding(Struct, frozen=True):
    """What one error means: code, message, way out, and where to point instead of at the value."""

    code: str
    message: str
    advice: str | None = None
    keys: Keys | None = None
    of_key: bool = False


def problems_of(failure: ValidationError, document: Document, model: type[Model]) -> Iterator[Problem]:
    """Turn every error of one validation into a problem at its place.

    Args:
        failure: what pydantic raised.
        document: the file that was validated.
        model: the model that refused it, to know its fields.
    """
    errors = [error for error in failure.errors(include_url=False) if error["input"] is not UNREAD]
    unknown: dict[Keys, list[str]] = {}
    for error in errors:
        if error["type"] == "extra_forbidden":
            unknown.setdefault(error["loc"][:-1], []).append(str(error["loc"][-1]))
    split = {place for place in unknown if _fell_apart(model, place, document)}
    told = set()
    for error in errors:
        keys = tuple(error["loc"])
        if keys[-1:] == (_NAME,):
            yield _problem(_wrong_key(keys[:-1]), keys, document)
            continue
        place = keys if keys in split else keys[:-1]
        if place in split:
            if place not in told:
                told.add(place)
                yield _problem(_split_text(unknown[place][0], (*place, unknown[place][0])), place, document)
            continue
        if error["type"] == "missing" and _is_near(str(keys[-1]), unknown.get(keys[:-1], ())):
            # It is there under a name that is nearly right, which is told by itself.
            continue
        finding = _explain(error, keys, model)
        if finding:
            yield _problem(finding, keys, document)


def _problem(finding: Finding, keys: Keys, document: Document) -> Problem:
    span = document.span(finding.keys or keys, of_key=finding.of_key)
    return Problem(finding.code, finding.message, document.file, span, finding.advice)


def _fell_apart(model: type[Model], place: Keys, document: Document) -> bool:
    """Whether fields stand where plain text was meant, because of a colon in it."""
    here = model_at(model, place)
    if not (place and reads_plain_text(here)):
        return False
    value: Any = document.data
    for key in place:
        value = value[key]
    known = fields_of(here)
    return all(key not in known and not did_you_mean(key, known) for key in value)


def _split_text(key: str, keys: Keys) -> Finding:
    return Finding(
        "unquoted-colon",
        f'the colon after "{shown(key)}" makes a field of this text',
        "put quotation marks around the whole text",
        keys,
        of_key=True,
    )


def _is_near(name: str, others: Sequence[str]) -> bool:
    return bool(get_close_matches(name, others[:20], 1, 0.7))


def _explain(error: ErrorDetails, keys: Keys, model: type[Model]) -> Finding | None:
    kind, value = error["type"], error["input"]
    context: Mapping[str, Any] = error.get("ctx", {})
    field = _named(keys)
    if kind == "extra_forbidden":
        return _unknown_field(str(keys[-1]), model_at(model, keys[:-1]))
    if kind == "table-cells":
        return Finding(
            "wrong-form",
            error["msg"],
            "write a cell for each column, null where there is none, words with a comma in quotes",
            (*keys, "rows", context["number"] - 1, "cells"),
        )
    if kind == "kind-form":
        code = "missing-field" if context.get("missing") else "wrong-form"
        return Finding(code, error["msg"], context["advice"], of_key=code == "missing-field")
    if kind == "missing":
        name = str(keys[-1])
        return Finding(
            "missing-field", f'the field "{name}" is missing', f"add a line `{name}: ...`", of_key=True
        )
    if kind in _FORMS:
        return Finding(*wrong_form(error, field))
    if kind == "too_short":
        # Items that were refused do not count, and have been told one by one.
        return (
            None
            if value
            else Finding("missing-field", f"{field} needs at least one item", "add a line `- ...` under it")
        )
    if kind in {"string_too_long", "too_long"}:
        length, most = len(value.strip()), context["max_length"]
        return Finding(
            "too-long",
            f"{field} has {length} characters, and its place takes {most}",
            f"take out {length - most} characters",
        )
    if kind == "empty-text" and value.strip():
        return Finding(
            "empty-text", f"{field} has no letter, digit or symbol", "write a name that can be read"
        )
    if value is None or kind == "empty-text":
        return _empty(field, keys, model)
    if kind == "enum":
        return _wrong_choice(context["expected"], value)
    if kind in {"greater_than_equal", "less_than_equal"}:
        limit = f"{context['ge']} or more" if "ge" in context else f"{context['le']} or less"
        return Finding(
            "out-of-range", f"{field} is {shown(value)}, and must be {limit}", "correct the number"
        )
    return _wrong_type(kind, keys, value, model)


def _empty(field: str, keys: Keys, model: type[Model]) -> Finding:
    needed = keys[-1] in required_of(model_at(model, keys[:-1]))
    return Finding(
        "empty-text", f"{field} is empty", f"write something{'' if needed else ', or take the line out'}"
    )


def _named(keys: Keys) -> str:
    """How messages name what stands at a place."""
    name = next((key for key in reversed(keys) if isinstance(key, str)), "the file")
    return f'an item of "{name}"' if keys and isinstance(keys[-1], int) else f'"{name}"'


def _wrong_key(keys: Keys) -> Finding:
    *above, key = keys
    return Finding(
        "wrong-form",
        f'"{shown(key)}" does not have the form that the names under {_named(tuple(above))} take',
        "use lower-case letters, digits and single hyphens",
        keys,
        of_key=True,
    )


def _unknown_field(field: str, model: type[Model] | None) -> Finding:
    known = fields_of(model)
    near = did_you_mean(field, known)
    if near:
        return Finding("unknown-field", f'there is no field "{shown(field)}"', near, of_key=True)
    listed = ", ".join(known)
    advice = f"take it out, or use one of: {listed}" if listed else "take it out"
    return Finding("unknown-field", f'there is no field "{shown(field)}" here', advice, of_key=True)


def _wrong_choice(expected: str, value: object) -> Finding:
    choices = expected.replace("'", "").replace(" or ", ", ").split(", ")
    listed = ", ".join(choices)
    near = did_you_mean(str(value).lower(), choices)
    return Finding(
        "wrong-choice", f"{described(value)} is not one of: {listed}", near or f"write one of: {listed}"
    )


def _wrong_type(kind: str, keys: Keys, value: object, model: type[Model]) -> Finding:
    field = _named(keys)
    here = model_at(model, keys)
    if kind == "string_type" or (kind == "model_type" and reads_plain_text(here)):
        return _not_a_text(field, value)
    if kind == "tuple_type":
        return Finding(
            "wrong-type",
            f"{field} is a list, and here stands {described(value)}",
            "write each item on a line of its own, after a dash and a space",
        )
    if kind == "dict_type":
        return Finding(
            "wrong-type",
            f"{field} is a group of names, and here stands {described(value)}",
            "write each name on a line of its own, with a colon after it, then what it is",
        )
    if kind in {"bool_type", "bool_parsing"}:
        return Finding(
            "wrong-type",
            f"{field} is true or false, and here stands {described(value)}",
            "write true or false",
        )
    if kind == "number_type":
        return Finding(
            "wrong-type",
            f"{field} is a number, and here stands {described(value)}",
            "write plain digits without quotation marks, with a point before parts of one",
        )
    if kind == "model_type" and not keys:
        such = " and ".join(f"`{name}: ...`" for name in fields_of(here)[:2])
        where = "on a line of its own" + (", without a dash" if isinstance(value, list) else "")
        return Finding(
            "wrong-type",
            f"a file must consist of lines such as {such}, and here stands {described(value)}",
            f"begin each field {where}: its name, a colon and a space, then the value",
        )
    if kind == "model_type":
        needed = " and ".join(f"`{name}: ...`" for name in required_of(here))
        return Finding(
            "wrong-type",
            f"here must stand fields, and here stands {described(value)}",
            f"write {needed}, each on a line of its own" if needed else None,
        )
    if kind.startswith("date"):
        return Finding(
            "wrong-type",
            f"{field} is a day, and here stands {described(value)}",
            "write year-month-day without quotation marks, such as 2026-11-22",
        )
    if kind.startswith("int"):
        return Finding(
            "wrong-type",
            f"{field} is a whole number, and here stands {described(value)}",
            "write plain digits without quotation marks",
        )
    return Finding("wrong-type", f"{field} cannot be {described(value)}", "compare it with another file")


def _not_a_text(field: str, value: object) -> Finding:
    if isinstance(value, bool):
        return Finding("wrong-type", f"YAML reads this as true or false, and {field} is text", _QUOTE_IT)
    if isinstance(value, int | float | datetime.date):
        return Finding("wrong-type", f"YAML reads this as {described(value)}, and {field} is text", _QUOTE_IT)
    if isinstance(value, dict) and len(value) == 1 and not {"text", "to", "condition"} & set(value):
        key = str(next(iter(value)))
        return Finding(
            "unquoted-colon",
            f'the colon after "{shown(key)}" makes a field of this text',
            "put quotation marks around the whole text",
        )
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], list):
        return Finding(
            "special-character",
            "a text that begins with [[ is read as a list in a list",
            "put quotation marks around the whole text",
        )
    return Finding(
        "wrong-type",
        f"{field} is one text, and here stands {described(value)}",
        "write the text alone, with quotation marks around it when it has a colon or begins with a bracket",
    )
