"""No two entries of a kind have the same name.

Names and aliases are what readers search by and what lists show, and an alias is an old address that
leads to its entry. Two events called "Visit" cannot be told apart. Case, accents and hyphens make no
difference. Sections and editions in `site.yml` have names of their own too.

**Way out:** rename one of the two, or take the alias out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from value_compass.generator.check.clash import Spot, at_both
from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.reading import words_of
from value_compass.generator.load.document import Keys
from value_compass.generator.load.problem import Problem

CODES: Codes = {
    "same-name": Meaning(
        "Two things with the same name",
        "Two entries of one kind with one name, or an alias that is another entry's name, cannot be told "
        "apart in search and in lists; and old addresses lead to either. Rename one. The same goes for two "
        "sections or editions in site.yml.",
        "name: Harvest visit   # as in another event",
        "name: Visit in autumn",
    ),
}
"""What the rule finds, and what each means."""


def check(draft: Draft) -> Iterator[Problem]:
    """Names and aliases of entries, then the names that site.yml gives."""
    taken: dict[tuple[str, str], Spot] = {}
    for reference, entry in draft.entries.items():
        names: list[tuple[Keys, str]] = [(("name",), entry.name)]
        names += [(("aliases", index), alias) for index, alias in enumerate(entry.aliases)]
        for keys, name in names:
            plain = _plain(name)
            if keys != ("name",) and plain == _plain(entry.name):
                yield draft.problem(
                    "same-name", "this alias is the entry's own name", reference, keys, "take it out"
                )
                continue
            first = taken.setdefault((reference.kind, plain), (reference, keys))
            if first[0] != reference:
                yield from at_both(
                    draft,
                    "same-name",
                    (reference, keys),
                    first,
                    lambda there: (
                        f"{draft.named(there)} goes by this name too",
                        f"change it here or in {there.file}",
                    ),
                )
    if draft.settings:
        yield from _twice(draft, "sections", "id", [section.id for section in draft.settings.sections])
        yield from _twice(draft, "editions", "name", [edition.name for edition in draft.settings.editions])


def _plain(name: str) -> str:
    """A name without case, accents and signs; of signs alone, the name as it is."""
    return " ".join(words_of(name)) or name


def _twice(draft: Draft, field: str, key: str, names: Sequence[str]) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield draft.problem(
                "same-name",
                f'another of the {field} has the {key} "{name}" too',
                None,
                (field, index, key),
                "give each a name of its own",
            )
