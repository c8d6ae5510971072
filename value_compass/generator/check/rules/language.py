"""The playbook's language, and that of an entry, is one that there is, and that runs from left to right.

Readers' browsers choose a voice and hyphens by it, the book its hyphens, and lists their alphabet. Pages and
book are laid out from left to right, so Arabic, Hebrew, Persian and their like would be set in disorder.

An entry that is in another language than its playbook says so under `language`: German words in an English
playbook are then read aloud, divided and quoted as German.

The words that are ours, such as headings and buttons, come from the catalogue of that language, and from one
of the playbook's own in `language/`. What neither has stays English, and is counted.

**Way out:** write the two letters of ISO 639-1, such as en, nl or de.
"""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.load.problem import Problem, Severity
from value_compass.language.catalogue import OWN, own_catalogue, untranslated
from value_compass.schemas.fields import Reference

CODES: Codes = {
    "unknown-language": Meaning(
        "A language that a playbook or an entry cannot be in",
        "`language` in site.yml and in an entry has the two letters of ISO 639-1. Languages that are "
        "written from right to left are refused: neither the site nor the book could lay them out.",
        "language: xx",
        "language: nl",
    ),
    "words-in-english": Meaning(
        "Words of the site and of the book that stay English",
        "The catalogue of the playbook's language does not have all words that readers see. Add them to a "
        "catalogue of your own, language/sv.po for Swedish; it lies over the one that ships.",
        "language: sv    # and no language/sv.po",
        "language: sv    # and a language/sv.po with the words that are missing",
        Severity.NOTE,
        lenient=True,
    ),
    "catalogue": Meaning(
        "A catalogue of words that cannot be read",
        "A catalogue in language/ is a file of gettext (.po) in UTF-8.",
        "language: nl    # and a language/nl.po that is not saved as UTF-8",
        "language: nl    # and a language/nl.po that gettext can read",
    ),
}
"""What the rule finds, and what each means."""

_LEFTWARDS = frozenset(("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))

_KNOWN = (
    "aa ab ae af ak am an as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dz "
    "ee el en eo es et eu ff fi fj fo fr fy ga gd gl gn gu gv ha hi ho hr ht hu hy hz ia id ie ig ii "
    "ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg "
    "mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl pt qu rm rn "
    "ro ru rw sa sc se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt "
    "tw ty uk uz ve vi vo wa wo xh yo za zh zu"
)
"""ISO 639-1, without those that run leftwards."""


def check(draft: Draft) -> Iterator[Problem]:
    """What `language` says, in site.yml and in entries."""
    language = draft.settings.language if draft.settings else "en"
    wrong = _wrong(language)
    if wrong:
        yield _unknown(draft, wrong, None)
    else:
        yield from _catalogue(draft, language)
    for reference, entry in draft.entries.items():
        if entry.language and (wrong := _wrong(entry.language)):
            yield _unknown(draft, wrong, reference)


def _wrong(language: str) -> str | None:
    """Why nothing can be in a language."""
    if language in _LEFTWARDS:
        return f'"{language}" is written from right to left, which neither the site nor the book can lay out'
    return None if language in _KNOWN.split() else f'there is no language "{language}"'


def _unknown(draft: Draft, wrong: str, reference: Reference | None) -> Problem:
    return draft.problem(
        "unknown-language",
        wrong,
        reference,
        ("language",),
        "write two letters of ISO 639-1, such as en, nl or de",
    )


def _catalogue(draft: Draft, language: str) -> Iterator[Problem]:
    """What is to be said of the playbook's own catalogue, and of what is in none."""
    own = own_catalogue(language, draft.folder.path)
    try:
        lacking, every = untranslated(language, draft.folder.path)
    except (OSError, ValueError) as failure:
        yield draft.problem(
            "catalogue",
            f"{OWN}/{own.name} cannot be read: {failure}",
            None,
            ("language",),
            "save it as a gettext file (.po) in UTF-8, or take it away",
        )
        return
    if lacking:
        yield draft.problem(
            "words-in-english",
            f'{lacking} of {every} words that readers see are not in "{language}" yet, and stay English'
            if lacking < every
            else f'there is no catalogue for "{language}": all of our words stay English',
            None,
            ("language",),
            f"translate them in {OWN}/{own.name}",
        )
