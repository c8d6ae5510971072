"""Entries that went from their place and live on at another, which need not be called the same.

Whoever takes a name out of the playbook may give its file another name too, and another audience. What the
entry was called is not to come back as the name of something that was taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from value_compass.generator.changes.repository import Commit, Repository
from value_compass.generator.check.draft import Draft
from value_compass.generator.check.reading import words_of
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.walk import walk

ALIKE = 0.3
"""Two entries that share so much of their words are taken for one. To take two for one costs a line."""


def lives_on(
    repository: Repository, before: Draft, after: Draft, since: Commit, until: Commit
) -> Iterator[Reference]:
    """The entries of an older state that are gone in a newer one, and live on in it.

    Args:
        repository: the playbook's folder.
        before: the older state, with all that it held.
        after: the newer one, with all that it holds, for whomever.
        since: the commit of the older state.
        until: the commit of the newer one.
    """
    gone = [reference for reference in before.documents if reference not in after.documents]
    if not gone:
        return
    new = [_words(entry) for reference, entry in after.entries.items() if reference not in before.documents]
    renamed = {old for old, _ in repository.renames(until.id, after=since.id)}
    for reference in gone:
        entry = before.entries.get(reference)
        if reference.file in renamed or (entry and _is_among(_words(entry), new)):
            yield reference


def _is_among(words: frozenset[str], others: Iterable[frozenset[str]]) -> bool:
    return any(len(words & other) >= ALIKE * len(words | other) for other in others)


def _words(entry: Entry) -> frozenset[str]:
    """The words of all that an entry says, except what every entry has alike."""
    texts = (
        value for path, value in walk(entry) if isinstance(value, str) and path[0] not in _ALIKE_EVERYWHERE
    )
    return frozenset(word for text in texts for word in words_of(text))


_ALIKE_EVERYWHERE = {"owner", "audience", "fingerprint"}
