"""The periods of a playbook's history, at whose ends the content is compared."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import groupby

from generator.changes.repository import Commit, Repository

PERIODS = 12
"""So many periods are told, the newest ones."""

COMMITS = 200
"""So many commits of the content are looked at, the newest ones."""


@dataclass(frozen=True, slots=True)
class Span:
    """A period of the history."""

    key: str
    """What no other period is called, and what it stays called: by the tag before it, or by its month."""
    name: str
    """The tag at its end, or the month in words."""
    edition: bool
    """Whether the edition at its end says what readers call it."""
    before: Commit | None
    """The last commit before it; nothing when it begins with the content itself."""
    until: Commit
    """Its last commit."""


@dataclass(frozen=True, slots=True)
class Spans:
    """The periods of a history."""

    spans: tuple[Span, ...]
    """The oldest first."""
    whole: bool
    """Whether they reach back to the beginning."""
    shallow: bool
    """Whether that is so because this copy lacks the older history."""


def spans_of(repository: Repository, tags: str | None) -> Spans:
    """Divide the history of a playbook into periods.

    Args:
        repository: the playbook's folder.
        tags: a pattern for the tags of editions; without one, or when no tag fits, months are the periods.

    Raises:
        NoRevision: when git cannot tell.
    """
    shallow = repository.shallow
    editions = _editions(repository, tags, shallow) if tags else ()
    spans, whole = (editions, not shallow) if editions else _months(repository, shallow)
    return Spans(spans[-PERIODS:], whole and len(spans) <= PERIODS, shallow)


def _editions(repository: Repository, pattern: str, shallow: bool) -> tuple[Span, ...]:
    tags = repository.tags(pattern)
    head = repository.commit("HEAD")
    spans, before = [], None
    for tag in tags:
        key = f"after-{before.name}" if before else "beginning"
        spans.append(Span(key, tag.name, True, before.commit if before else None, tag.commit))
        before = tag
    if before and before.commit.id != head.id:
        spans.append(Span(f"after-{before.name}", "Not yet in an edition", False, before.commit, head))
    # Without the older history, what came before the first tag is not known.
    return tuple(spans[1:] if shallow else spans)


def _months(repository: Repository, shallow: bool) -> tuple[tuple[Span, ...], bool]:
    commits = repository.commits("HEAD", most=COMMITS + 1)
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
            spans.append(Span(f"{month:%Y-%m}", f"{month:%B %Y}", False, before, until))
        before = until
    return tuple(spans), whole
