"""The alphabetical index: every entry under its name and its other names."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import groupby
from typing import Any

from generator.playbook.playbook import Playbook
from schemas.fields import Entry
from schemas.kinds import KINDS

NUMBERS = "0\u20139"
"""What stands above the words that begin with a number."""


def index(playbook: Playbook) -> list[dict[str, Any]]:
    """The lines of the index by their first letter.

    Returns:
        Groups of `letter` and `lines`; a line has `words`, the `label` that it leads to, the `kind` where
        two entries share a name, and in `see` the name of the entry where the words are another name.
    """
    names = Counter(entry.name.casefold() for entry in playbook.entries.values())
    lines = []
    for entry in playbook.entries.values():
        kind = KINDS[entry.reference.kind].singular if names[entry.name.casefold()] > 1 else None
        lines.append(_line(entry.name, entry, kind))
        aliases = {alias.casefold(): alias for alias in entry.aliases}
        aliases.pop(entry.name.casefold(), None)
        lines += [_line(alias, entry, kind, see=entry.name) for alias in aliases.values()]
    lines.sort(key=lambda line: (sort_key(line["words"]), line["see"] or "", line["label"]))
    return [
        {"letter": letter, "lines": list(found)}
        for letter, found in groupby(lines, key=lambda line: _letter(line["words"]))
    ]


def sort_key(words: str) -> tuple[bool, str]:
    """Where words stand in the alphabet: accents, quotes and case do not count, numbers come first."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    key = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    key = " ".join(key.split())
    return key[:1].isalpha(), key


def _letter(words: str) -> str:
    is_word, key = sort_key(words)
    return key[0].upper() if is_word else NUMBERS


def _line(words: str, entry: Entry, kind: str | None, see: str | None = None) -> dict[str, Any]:
    return {"words": words, "label": str(entry.reference), "kind": kind, "see": see}
