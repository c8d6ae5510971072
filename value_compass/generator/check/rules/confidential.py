"""Confidential names appear nowhere.

The playbook tells of customers, partners and people without their names. `site.yml` keeps the names
that must not appear, as salted hashes under `confidential`, so that the check can find them and nobody
can read them there. It looks in every text, key, comment and file name as a reader sees it, and covers the
name in its report. To add one: `compass confidential add "Name"`.

**Way out:** write a name that stands for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from pydantic import ValidationError

from value_compass.generator.check.confidential_names import HASHED, ConfidentialNames
from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.load.document import Document, Keys, span_at
from value_compass.generator.load.problem import START, Problem, Span
from value_compass.schemas.settings import Confidential

CODES: Codes = {
    "confidential-name": Meaning(
        "A name that must stay confidential",
        "site.yml holds names of customers, partners or people as hashes, so that the check can find them "
        "and nobody can read them. One of them stands here as a reader sees it, in whatever case or spacing, "
        "alone, in a plural or in a longer word; the report covers it. Use the stand-in name.",
        "customer: (the hotel's name)",
        "customer: Hotel A",
    ),
    "confidential-form": Meaning(
        "A confidential name that is not a hash",
        "Under `confidential` of site.yml names are kept as `length:hash`, never as they are. Let "
        '`compass confidential add "Name"` write the line.',
        "names: [Some Name]",
        'names: ["8:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"]',
    ),
}
"""What the rule finds, and what each means."""

_ADVICE = "write a name that stands for it instead"


def check(draft: Draft) -> Iterator[Problem]:
    """The form of the hashes, then every file."""
    confidential = _confidential(draft)
    if confidential is None:
        return
    for index, kept in enumerate(confidential.names):
        if not HASHED.fullmatch(kept):
            yield draft.problem(
                "confidential-form",
                "this is not the hash of a name",
                None,
                ("confidential", "names", index),
                'take the line out and run `compass confidential add "Name"`',
            )
    names = _names(confidential)
    if not names:
        return
    settings = draft.folder.settings
    yield from _in_text(settings, _without_organisation(settings), names)
    documents = (*draft.folder.entries, *draft.folder.kinds)
    for document in documents:
        yield from _in_text(document, document.text, names)
    for file in (*(document.file for document in documents), *draft.folder.strays):
        if names.find(file):
            yield Problem(
                "confidential-name", "this file is named by a confidential name", file, START, _ADVICE
            )
    names.remember()


def _confidential(draft: Draft) -> Confidential | None:
    """The names, also when something else in site.yml is wrong: no report may tell them meanwhile."""
    if draft.settings:
        return draft.settings.confidential
    data = draft.folder.settings.data
    try:
        return Confidential.model_validate(data.get("confidential") if isinstance(data, dict) else None)
    except ValidationError:
        return None


@lru_cache(maxsize=1)
def _names(confidential: Confidential) -> ConfidentialNames:
    """Kept for the live preview, which checks the same texts again and again."""
    return ConfidentialNames(confidential)


def _in_text(document: Document, text: str, names: ConfidentialNames) -> Iterator[Problem]:
    """Names in a file as it is written, then in what YAML, Markdown and addresses make of it."""
    plain = names.find(text)
    for start, end in plain:
        yield _problem(document, span_at(text, start, len(text[start:end].partition("\n")[0])))
    if not any(sign in text for sign in ("\\", "%")):
        return
    for keys, value in _texts(document.data, ()):
        extent = document.extent(keys)
        if keys[:1] in (("organisation",), ("confidential",)) or extent is None:
            continue
        # A name that stands there in the open has been told already, at its own place.
        in_the_open = any(extent[0] <= start < extent[1] for start, _ in plain)
        written_otherwise = "%" in value or "\\" in text[slice(*extent)]
        if not in_the_open and written_otherwise and names.find(unquote(value)):
            yield _problem(document, document.span(keys))


def _problem(document: Document, span: Span) -> Problem:
    return Problem("confidential-name", "a confidential name stands here", document.file, span, _ADVICE)


def _texts(data: Any, keys: Keys) -> Iterator[tuple[Keys, str]]:
    if isinstance(data, str):
        yield keys, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*keys, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*keys, index))


def _without_organisation(settings: Document) -> str:
    """The text of site.yml with blanks for the one name that readers may see: the organisation's own."""
    start, end = settings.extent(("organisation",)) or (0, 0)
    text = settings.text
    return text[:start] + "".join(c if c == "\n" else " " for c in text[start:end]) + text[end:]
