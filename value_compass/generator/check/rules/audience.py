"""What is for one audience appears in no other audience's edition.

An entry says under `audience` who may see it, and each edition in `site.yml` says whose entries it
shows. What an edition hides, nothing in it may give away: no entry that cannot stand without the
hidden one, no link to it, and no text that has its name or one of its aliases. A list's item that names
a hidden entry is left out by itself, with its reason.

**Way out:** give both entries the same audience, or take the link or the name out of the text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.hidden_names import HiddenNames
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.shown import shown_of
from value_compass.generator.check.wording import did_you_mean
from value_compass.generator.load.document import Keys
from value_compass.generator.load.problem import Problem
from value_compass.schemas.fields import Reference
from value_compass.schemas.links import links_in
from value_compass.schemas.settings import Edition

CODES: Codes = {
    "unknown-audience": Meaning(
        "An audience that site.yml does not know",
        "An entry's `audience`, and the `audiences` of an edition, are names from `audiences` in site.yml. "
        "With another name nobody would ever see the entry.",
        "audience: partner",
        "audience: partners",
    ),
    "audience-hole": Meaning(
        "An entry that stands on one its readers may not see",
        "An edition shows this entry and hides another that it cannot do without: a value needs its group. "
        "Give both the same audience.",
        "group: secret-recipes   # for another audience than this value",
        "audience: partners\ngroup: secret-recipes",
    ),
    "audience-leak": Meaning(
        "A text that gives away a hidden entry",
        "An edition shows this text and hides the entry that it links to or names. What is for one audience "
        "must not be known from another audience's edition. Take the words out, or give this entry the same "
        "audience.",
        "body: Ask about [[terms/margin]].   # a term for partners only",
        "body: Ask about prices.",
    ),
}
"""What the rule finds, and what each means."""


def check(draft: Draft) -> Iterator[Problem]:
    """The names of audiences, then every edition that hides something."""
    if draft.settings is None:
        return
    yield from _unknown(draft, draft.settings.audiences, draft.settings.editions)
    done: list[set[Reference]] = []
    told: set[tuple[object, ...]] = set()
    for edition in draft.settings.editions:
        hidden = {ref for ref, entry in draft.entries.items() if entry.audience not in edition.audiences}
        if hidden and hidden not in done:
            done.append(hidden)
            for problem in _edition(draft, edition, hidden):
                place = (problem.code, problem.file, problem.span)
                if place not in told:
                    told.add(place)
                    yield problem


def _unknown(draft: Draft, known: Sequence[str], editions: Sequence[Edition]) -> Iterator[Problem]:
    silent = []
    for reference, entry in draft.entries.items():
        if entry.audience in known:
            continue
        if "audience" in entry.model_fields_set:
            yield _unknown_name(draft, reference, ("audience",), entry.audience, known)
        else:
            silent.append(entry)
    if silent:
        more = f", and {len(silent) - 1:,} more" if len(silent) > 1 else ""
        yield draft.problem(
            "unknown-audience",
            f'there is no audience "{silent[0].audience}", and entries that name none are for it: '
            f"{silent[0].reference}{more}",
            None,
            ("audiences",),
            f"add {silent[0].audience}, or write `audience: ...` in each of these entries",
        )
    for index, edition in enumerate(editions):
        for place, name in enumerate(edition.audiences):
            if name not in known:
                yield _unknown_name(draft, None, ("editions", index, "audiences", place), name, known)


def _unknown_name(
    draft: Draft, entry: Reference | None, keys: Keys, name: str, known: Sequence[str]
) -> Problem:
    return draft.problem(
        "unknown-audience",
        f'site.yml knows no audience "{name}"',
        entry,
        keys,
        did_you_mean(name, known) or f"name one of: {', '.join(known)}",
    )


def _edition(draft: Draft, edition: Edition, hidden: set[Reference]) -> Iterator[Problem]:
    names = HiddenNames(draft.entries, hidden)
    for keys, text in draft.settings_parts.texts:
        if keys[0] not in {"confidential", "audiences", "editions"}:
            yield from _leaks(draft, edition, None, keys, text, hidden, names)
    for reference, entry in draft.entries.items():
        if reference in hidden:
            continue
        parts = draft.parts[reference]
        # Most entries have nothing to do with what is hidden, and need not be looked through.
        if hidden.isdisjoint(parts.named) and names.are_none_of(parts.words):
            continue
        shown = shown_of(entry, hidden)
        if shown.hole:
            yield draft.problem(
                "audience-hole",
                f'the edition "{edition.name}" shows this entry and hides what stands here',
                reference,
                shown.hole,
                "give both the same audience",
            )
        for keys, text in shown.texts:
            yield from _leaks(draft, edition, reference, keys, text, hidden, names)


def _leaks(
    draft: Draft,
    edition: Edition,
    source: Reference | None,
    keys: Keys,
    text: str,
    hidden: Collection[Reference],
    names: HiddenNames,
) -> Iterator[Problem]:
    links = []
    for link in links_in(text):
        if link.target in hidden:
            links.append((link.start, link.end))
            yield _leak(draft, edition, source, keys, link.written, 0, f"links to {link.target}")
    for start, end, target in names.find(text):
        if not any(first <= start < last for first, last in links):
            words = text[start:end]
            before = text.count(words, 0, start)
            yield _leak(draft, edition, source, keys, words, before, f"names {draft.named(target)}")


def _leak(
    draft: Draft, edition: Edition, source: Reference | None, keys: Keys, part: str, before: int, does: str
) -> Problem:
    return draft.problem(
        "audience-leak",
        f'the edition "{edition.name}" shows this text, which {does}; it hides that entry',
        source,
        keys,
        "take these words out, or give both entries the same audience",
        part=part,
        occurrence=before,
    )
