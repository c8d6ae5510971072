r"""Headings, code and lists stand where readers take them for that.

A `#` in a list or a quotation makes a heading, which is seldom meant: most often a number or a sign is. A
heading without words and code without lines show nothing. Code that is never closed takes all that follows
for code. What stands in more lists and quotations than four is set in no further. This is a warning: site
and book show all of it, and it looks odd.

**Way out:** write `\#` for the sign, close the code, take out what is empty, or make the list flatter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.model_at import takes_markdown
from value_compass.generator.load.document import Keys
from value_compass.generator.load.problem import Problem, Severity
from value_compass.schemas.fields import Reference
from value_compass.schemas.settings import Settings

CODES: Codes = {
    "odd-outline": Meaning(
        "A heading, code or a list that looks otherwise than it was meant",
        "A # at the beginning of a line makes a heading, also in a list; what is empty shows nothing; code "
        "that is not closed goes on to the end of the text; and lists in lists are set in four times at "
        "most. Write \\# for the sign, close the code, or make it flatter.",
        "body: |\n  - # of loaves per week",
        "body: |\n  - Number of loaves per week",
        Severity.WARNING,
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""

DEEPEST = 4
"""The book sets lists and quotations in as often as this."""

_MAY_BE_ODD = re.compile(r"^[ >*+\-\d.)]*(?:#|```|~~~)|^(?: {5}|[ ]*>[ ]*>|[ ]*[-*+] [-*+])", re.MULTILINE)
"""What no text lacks that the rule finds something in."""

_SIGNS = re.compile(r"[ ]{0,3}>[ ]?|[ ]*(?:[-*+]|\d{1,9}[.)])(?:[ ]+|$)")
"""What opens a quotation or an item of a list."""

_RULE = re.compile(r"[ ]{0,3}([-*_])[ ]*(?:\1[ ]*){2,}")
_FENCE = re.compile(r"[ ]*(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}(?P<words>[ ].*)?$")

_HELD = (
    "this # makes a heading inside a list or a quotation",
    "write \\# for the sign, or take it out",
)
_WORDLESS = ("this heading has no words", "write them, or take the line out")
_EMPTY = ("this code has no lines", "take both lines out, or write the code between them")
_OPEN = (
    "this code is never closed, so all that follows is code",
    "write the same signs on a line at its end",
)
_DEEP = (f"this stands in more lists and quotations than {DEEPEST}", "make it flatter, or divide the text")

_Said = tuple[str, str]


def check(draft: Draft) -> Iterator[Problem]:
    """Texts of entries, then those of site.yml."""
    for source, parts in draft.all_parts():
        for keys, text in parts.texts:
            if _MAY_BE_ODD.search(text):
                model = type(draft.entries[source]) if source else Settings
                if takes_markdown(model, keys):
                    yield from _in_text(draft, source, keys, text)


def _in_text(draft: Draft, source: Reference | None, keys: Keys, text: str) -> Iterator[Problem]:
    for start, part, (message, advice) in _odd(text):
        yield draft.problem(
            "odd-outline", message, source, keys, advice, part=part, occurrence=text.count(part, 0, start)
        )


def _odd(text: str) -> Iterator[tuple[int, str, _Said]]:
    """What looks odd, with its place in the text and its line."""
    opened: tuple[int, str, str, bool] | None = None
    indents: list[int] = []
    told = False
    place = 0
    for line in text.split("\n"):
        said, start = None, place
        place += len(line) + 1
        depth, at = (0, 0) if opened else _depth(line, indents)
        rest = line[at:]
        fence = _FENCE.match(line if opened else rest)
        if opened:
            if fence and fence["fence"].startswith(opened[2]) and not line[fence.end() :].strip():
                if not opened[3]:
                    yield opened[0], opened[1], _EMPTY
                opened = None
            elif line.strip():
                opened = (*opened[:3], True)
        elif fence:
            opened = start, line.strip(), fence["fence"], False
        elif heading := _HEADING.match(rest):
            said = _HELD if depth else None if (heading["words"] or "").strip(" #") else _WORDLESS
        if depth > DEEPEST and not told and not said:
            said, told = _DEEP, True
        if said:
            yield start, line.strip(), said
    if opened:
        yield opened[0], opened[1], _OPEN if opened[3] else _EMPTY


def _depth(line: str, indents: list[int]) -> tuple[int, int]:
    """In how many lists and quotations a line stands, and where its own words begin.

    Args:
        line: one that is not within code.
        indents: where the signs of the lists around it stand; kept for the next line.
    """
    if not line.strip():
        return 0, 0
    begins = len(line) - len(line.lstrip())
    while indents and begins <= indents[-1]:
        indents.pop()
    if begins > 3 and not indents:
        return 0, 0
    quotations = at = 0
    while not _RULE.fullmatch(line[at:]) and (found := _SIGNS.match(line, at)):
        if ">" in found[0]:
            quotations += 1
        else:
            indents.append(at + len(found[0]) - len(found[0].lstrip()))
        at = found.end()
    return len(indents) + quotations, at if at else begins if indents else 0
