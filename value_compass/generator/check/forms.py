"""What is wrong with the form of a text: a colour, an address, an id, a reference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from value_compass.generator.check.reading import id_from
from value_compass.generator.check.wording import did_you_mean, shown
from value_compass.schemas.fields import Reference
from value_compass.schemas.kinds import KINDS

_IDENTIFIER = "use lower-case letters, digits and single hyphens"
_PATTERNS = (
    ("^#", 'write # and six digits or letters a to f, in quotation marks, such as "#1f5f8b"'),
    (r"^https?://.*\{file\}", "begin with https:// and put {file} where the file's path goes"),
    (r"^https?://[^", "begin with https://, then the name of the site, and end with /"),
    ("^https?://", "begin with https://"),
    ("^[a-z]{2}$", "write two lower-case letters, such as en"),
    ("^[0-9a-f]{16,}$", "let `compass confidential add` write it"),
    ("^[0-9a-f]{8}", "take the line out; `compass review` writes it"),
    ("^[a-z0-9]+", _IDENTIFIER),
)


OWN_FORMS: Mapping[str, str] = {
    "lesson-form": "write the id of a case, a # and the number of the lesson, in quotation marks",
    "gate-turns": "add the other ways on under `turns`",
}
"""What models find themselves and say in their own words, with the way out."""


def wrong_form(error: ErrorDetails, field: str) -> tuple[str, str, str | None]:
    """Explain a text whose form is wrong.

    Args:
        error: what pydantic says of it.
        field: how messages name the field.

    Returns:
        Code, message and way out.
    """
    kind, value = error["type"], error["input"]
    context: Mapping[str, Any] = error.get("ctx", {})
    if kind == "one-line":
        return (
            "wrong-form",
            f"{field} must stay on one line",
            "put it on one line, or replace | by > to have its lines joined",
        )
    if kind == "need-form":
        return _need(value)
    if kind == "string_pattern_mismatch":
        advice = next((advice for start, advice in _PATTERNS if context["pattern"].startswith(start)), None)
        proper = id_from(str(value))
        if advice == _IDENTIFIER and proper:
            advice = f"{advice}, such as {shown(proper)}"
        return "wrong-form", f'"{shown(value)}" does not have the form that {field} takes', advice
    if kind in OWN_FORMS:
        return "wrong-form", error["msg"], OWN_FORMS[kind]
    return _reference(kind, str(context["text"]), context)


def _need(value: object) -> tuple[str, str, str | None]:
    given = set(value) if isinstance(value, dict) else set()
    if {"to", "condition"} <= given:
        return (
            "wrong-form",
            "a need is either a group or value, or a plain condition, not both",
            "make two items of it",
        )
    if "to" in given:
        return "missing-field", 'the field "reason" is missing', "add a line `reason: ...`"
    return (
        "missing-field",
        "this need says neither what must stand nor a plain condition",
        "add a line `to: ...` with a group or a value, or write the condition as plain text",
    )


def _reference(kind: str, text: str, context: Mapping[str, Any]) -> tuple[str, str, str | None]:
    """A reference without the form kind/id, or of a kind that the field does not take."""
    reference = Reference.parse(text)
    if kind == "wrong-kind":
        kinds = str(context["kinds"])
        message = f'only {kinds} can stand here, and "{shown(text)}" is none'
        name = reference.kind if reference else text
        near = did_you_mean(name, kinds.split(" or ")) if name not in KINDS else None
        return "wrong-kind", message, near or f"name one of {kinds}"
    if "kind" in context:
        wanted = str(context["kind"])
        message = (
            f'only the id of one of the {wanted} stands here, without its folder, and not "{shown(text)}"'
        )
        if reference:
            advice = f"write {shown(reference.id)}"
            return (
                "wrong-form",
                message,
                f"{advice}, if it is one of {wanted}" if reference.kind != wanted else advice,
            )
        proper = id_from(text.removesuffix(".yml").rpartition("/")[2])
        return "wrong-form", message, f"write it like a file name, such as {shown(proper or 'some-id')}"
    message = f'a reference is written kind/id, and "{shown(text)}" is not'
    folder, slash, name = text.removesuffix(".yml").removeprefix("content/").partition("/")
    if slash and id_from(folder) and id_from(name):
        return "wrong-form", message, f"did you mean {shown(id_from(folder) + '/' + id_from(name))}?"
    return "wrong-form", message, f"put the folder before it, such as {context['form']}"
