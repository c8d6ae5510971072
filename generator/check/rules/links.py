"""Every reference names an entry that exists.

A reference is an entry's folder and file name, without `.yml`: `groups/personal-bond`. A field that
takes one kind only, such as a value's `group`, has the file name alone. In prose a link is written
`[[groups/personal-bond]]`, or `[[groups/personal-bond|a personal bond]]` with words of one's own.

**Way out:** correct the spelling, or make the file that the reference names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from generator.check.draft import Draft
from generator.load.problem import Problem
from schemas.fields import Reference
from schemas.walk import references, walk

CODES = ("unknown-reference", "broken-link")

LINK = re.compile(r"\[\[([^\[\]|]*)(?:\|([^\[\]]*))?\]\]")
"""A link in prose: the reference, and the words where it has its own."""


def check(draft: Draft) -> Iterator[Problem]:
    """References in fields, then links in prose."""
    for source, entry in draft.entries.items():
        for keys, target, _ in references(entry):
            if target not in draft.documents:
                yield draft.problem(
                    "unknown-reference",
                    f'there is no {target.kind} file "{target.id}"',
                    source,
                    keys,
                    nearest(draft, target),
                )
        for keys, text in walk(entry):
            if isinstance(text, str) and "[[" in text:
                yield from _links(draft, source, keys, text)


def _links(
    draft: Draft, source: Reference, keys: tuple[str | int, ...], text: str
) -> Iterator[Problem]:
    for found in LINK.finditer(text):
        target = Reference.parse(found[1])
        if target is None:
            yield draft.problem(
                "broken-link",
                f'"{found[0]}" is not a link',
                source,
                keys,
                "Write [[kind/id]] or [[kind/id|words]].",
            )
        elif target not in draft.documents:
            yield draft.problem(
                "broken-link",
                f'"{found[0]}" leads to an entry that does not exist',
                source,
                keys,
                nearest(draft, target),
            )
    if LINK.sub("", text).count("[["):
        yield draft.problem(
            "broken-link", "a link opens with [[ and is not closed", source, keys, "Close it with ]]."
        )


def nearest(draft: Draft, target: Reference) -> str | None:
    """The way out of an unknown reference: the nearest name, or where the id does exist."""
    same_kind = [other.id for other in draft.documents if other.kind == target.kind]
    near = get_close_matches(target.id, same_kind, 1)
    if near:
        return f"Did you mean {target.kind}/{near[0]}?"
    elsewhere = sorted(str(other) for other in draft.documents if other.id == target.id)
    if elsewhere:
        return f"Did you mean {elsewhere[0]}?"
    return f"Correct it, or make the file content/{target.kind}/{target.id}.yml."
