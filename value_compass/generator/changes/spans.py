"""The periods of a playbook's history, at whose ends the content is compared."""

from __future__ import annotations

import datetime
from itertools import groupby

from msgspec import Struct

from value_compass.generator.changes.repository import Commit, Repository
from value_compass.language.formats import day_in_words, month_in_words
from value_compass.language.words import _

PERIODS = 12
"""So many periods are told, the newest ones."""

COMMITS = 200
"""So many commits of the content are looked at, the newest ones."""


class Span(Struct, frozen=True):
    """A period of the history."""

    key: str
    """What no other period is called, and what it stays called: by the commit before it, or by its month."""
    name: str
    """The day of the edition at its end, or the month in words."""
    edition: bool
    """Whether the edition at its end says what readers call it."""
    before: Commit | None
    """The last commit before it; nothing when it begins with the content itself."""
    until: Commit
    """Its last commit."""


class Spans(Struct, frozen=True):
    """The periods of a history."""

    spans: tuple[Span, ...]
    """The oldest first."""
    whole: bool
    """Whether they reach back to the beginning."""
    shallow: bool
    """Whether that is so because this copy lacks the older history."""


def spans_of(repository: Repository, tags: str | None, head: Commit) -> Spans:
    """Divide the history of a playbook into periods.

    Args:
        repository: the playbook's folder.
        tags: a pattern for the tags of editions; without one, or when no tag fits, months are the periods.
        head: the newest commit.

    Raises:
        NoRevision: when git cannot tell.
    """
    shallow = repository.shallow
    editions = _editions(repository, tags, head, shallow) if tags else ()
    spans, whole = (editions, not shallow) if editions else _months(repository, head, shallow)
    return Spans(spans[-PERIODS:], whole and len(spans) <= PERIODS, shallow)


def _editions(repository: Repository, pattern: str, head: Commit, shallow: bool) -> tuple[Span, ...]:
    spans, before = [], None
    for commit in repository.tagged(pattern, head.id):
        spans.append(Span(_after(before), day_in_words(commit.day), True, before, commit))
        before = commit
    if before and before.id != head.id:
        spans.append(Span(_after(before), _("Not yet in an edition"), False, before, head))
    # Without the older history, what came before the first tag is not known.
    return tuple(spans[1:] if shallow else spans)


def _after(before: Commit | None) -> str:
    return f"after-{before.id[:12]}" if before else "beginning"


def _months(repository: Repository, head: Commit, shallow: bool) -> tuple[tuple[Span, ...], bool]:
    commits = repository.commits(head.id, most=COMMITS + 1)
    whole = not shallow and len(commits) <= COMMITS
    months: list[tuple[datetime.date, Commit]] = []
    for commit in reversed(commits):
        month = commit.day.replace(day=1)
        # A commit dated earlier than the one before it belongs to the month of that one.
        months.append((max(month, months[-1][0]) if months else month, commit))
    before = None if whole or not months else months[0][1]
    spans = []
    for month, same in groupby(months, key=lambda pair: pair[0]):
        until = list(same)[-1][1]
        if before is None or before.id != until.id:
            spans.append(Span(f"{month:%Y-%m}", month_in_words(month), False, before, until))
        before = until
    return tuple(spans), whole
