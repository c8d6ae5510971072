"""The words of scripts and of Typst templates: what they say is found in them, and translated."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from value_compass.language.formats import plural_samples
from value_compass.language.words import _, form_for, spoken

_TEXT = r'"((?:[^"\\]|\\.)*)"'

# What stands before is looked at last: Python finds what begins with a letter many times as quickly.
_SCRIPT = re.compile(
    rf"(?:_(?<![\w.$]_)|pieces(?<![\w.$]pieces))\(\s*{_TEXT}|ngettext(?<![\w.$]ngettext)\(\s*{_TEXT},\s*{_TEXT}"
)

_TYPST = re.compile(rf"(?<![\w.-])message\(\s*{_TEXT}")

Message = tuple[str, str | None]
"""A message, and its plural if it has one."""

Found = tuple[str, str | None, int]
"""The same, and the line on which it stands."""


def messages_in_script(text: str) -> Iterator[Found]:
    """The messages of a script: `_("...")`, `pieces("...")`, `ngettext("...", "...", n)`."""
    for found in _SCRIPT.finditer(text):
        alone, one, many = found.groups()
        yield json.loads(f'"{alone or one}"'), json.loads(f'"{many}"') if many else None, _line(text, found)


def messages_in_typst(text: str) -> Iterator[Found]:
    """The messages of a Typst template: `message("...")`."""
    for found in _TYPST.finditer(text):
        yield json.loads(f'"{found[1]}"'), None, _line(text, found)


def for_scripts(messages: Iterable[Message]) -> str:
    """The script that gives other scripts their words: it sets `compassMessages`.

    Args:
        messages: what they say.
    """
    words: dict[str, str | dict[str, str]] = {}
    for one, many in messages:
        said: str | dict[str, str] = _forms(one, many) if many else _(one)
        if said not in (one, {"one": one, "other": many}):
            words[one] = said
    data = {"language": spoken().language, "messages": words}
    return f"globalThis.compassMessages = {json.dumps(data, ensure_ascii=False, sort_keys=True)};\n"


def messages_of(scripts: Iterable[str]) -> list[Message]:
    """Each message of some scripts once."""
    return list(
        dict.fromkeys((one, many) for text in scripts for one, many, _line in messages_in_script(text))
    )


def for_typst(folder: Path) -> dict[str, str]:
    """What the templates of a folder say, by the English for it."""
    return {message: said for message in _typst_messages(folder) if (said := _(message)) != message}


@cache
def _typst_messages(folder: Path) -> tuple[str, ...]:
    files = sorted(folder.glob("*.typ"))
    found = (one for file in files for one, *_more in messages_in_typst(file.read_text(encoding="utf-8")))
    return tuple(dict.fromkeys(found))


def _forms(one: str, many: str) -> dict[str, str]:
    """A message about a number of things, by the sort of number as browsers know them (CLDR)."""
    return {category: form_for(one, many, number) for category, number in plural_samples().items()}


def _line(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start()) + 1
