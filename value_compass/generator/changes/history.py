"""What changed in the content of an edition over time, from the history that git keeps.

The content is compared at the ends of periods: the tags of editions, or the ends of months. What was changed
and changed back within one is not told. What an edition hides, now or at a later point, is left out of all
earlier comparisons.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from value_compass.generator.changes.change import Change, EntryAdded, EntryRenamed, Reviewed
from value_compass.generator.changes.comparison import changes_between
from value_compass.generator.changes.lives_on import lives_on
from value_compass.generator.changes.periods import NOT_READ, EntryHistory, History, Period
from value_compass.generator.changes.repository import Repository, open_repository
from value_compass.generator.changes.revisions import drafts_at
from value_compass.generator.changes.roles import roles_concerned
from value_compass.generator.changes.showing import Telling, hidden_in, shown
from value_compass.generator.changes.spans import COMMITS, Span, spans_of
from value_compass.generator.changes.told import visible
from value_compass.generator.check.draft import Draft
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import N_, _
from value_compass.schemas.fields import Reference

_PARTLY = N_("This copy was made with a part of the history only; what changed earlier is not told here.")

_NEWEST = N_("What changed earlier is not told here; the repository has it.")


def history_of(folder: Path, playbook: Playbook, until: str = "HEAD") -> History:
    """What changed in the content of an edition over time.

    Args:
        folder: the playbook's folder.
        playbook: what the edition shows today.
        until: the revision up to which it is told.

    Raises:
        NoRevision: when there is no git, no repository or no commit to ask.
    """
    repository = open_repository(folder)
    found = spans_of(repository, playbook.settings.edition_tags, repository.commit(until))
    commits = {c.id: c for span in found.spans for c in (span.before, span.until) if c}
    drafts = dict(zip(commits, drafts_at(repository, commits.values()), strict=True))
    telling = Telling(playbook, drafts.values(), _moved(repository, found.spans, drafts))
    newest = drafts[found.spans[-1].until.id] if found.spans else None
    hidden = {r for r in newest.documents if r not in playbook.entries} if newest else set()
    periods: list[Period] = []
    for span in reversed(found.spans):
        after = drafts[span.until.id]
        before = drafts[span.before.id] if span.before else None
        hidden |= hidden_in(after, playbook.edition)
        new = shown(after, hidden)
        if before is None:
            periods.append(_beginning(span, after, new, telling))
            continue
        hidden |= hidden_in(before, playbook.edition)
        times = _times(repository, span)
        periods.append(_period(span, after, shown(before, hidden), new, times, telling))
    if not found.whole and not periods:
        return replace(NOT_READ, shallow=found.shallow)
    gap = None if found.whole else _PARTLY if found.shallow else _NEWEST
    return History(_titled(periods, found.spans), gap, found.shallow)


def _moved(
    repository: Repository, spans: Iterable[Span], drafts: Mapping[str, Draft]
) -> frozenset[Reference]:
    """The entries that once stood at a place and live on at another."""
    return frozenset(
        reference
        for span in spans
        if span.before
        for reference in lives_on(
            repository, drafts[span.before.id], drafts[span.until.id], span.before, span.until
        )
    )


def _beginning(span: Span, after: Draft, new: Draft, telling: Telling) -> Period:
    counts = Counter(reference.kind for reference in new.entries)
    title = _title(span, after, telling)
    return Period(span.key, title, span.until.time, began=MappingProxyType(counts), unread=_unread(new))


def _period(
    span: Span,
    after: Draft,
    old: Draft,
    new: Draft,
    times: Mapping[str, datetime.datetime],
    telling: Telling,
) -> Period:
    roles = roles_concerned(old, new)
    entries, reviewed = [], []
    shown_changes = (change for change in changes_between(old, new) if telling.shows(change))
    for subject, changes in groupby(shown_changes, key=lambda change: change.entry):
        every = tuple(changes)
        said = [
            told for change in every if not isinstance(change, Reviewed) and (told := telling.told(change))
        ]
        time = max((times[file] for file in _files(every) if file in times), default=span.until.time)
        if said:
            concerned = roles.get(subject.reference, frozenset())
            came = any(isinstance(change, EntryAdded) for change in every)
            entries.append(EntryHistory(telling.today(subject), tuple(said), time, concerned, came))
        elif telling.may_name(subject) and any(isinstance(change, Reviewed) for change in every):
            reviewed.append(telling.today(subject))
    return Period(
        span.key,
        _title(span, after, telling),
        span.until.time,
        tuple(entries),
        tuple(reviewed),
        unread=_unread(old, new),
    )


def _title(span: Span, after: Draft, telling: Telling) -> str:
    if not span.edition:
        return span.name
    label = visible(after.settings.edition) if after.settings else ""
    return label if label and telling.may_say(label) else _("Edition of {day}", day=span.name)


def _titled(periods: list[Period], spans: tuple[Span, ...]) -> tuple[Period, ...]:
    """The periods, with their days where two have one title."""
    titles = Counter(period.title for period in periods)
    return tuple(
        replace(period, title=f"{period.title} ({span.name})")
        if titles[period.title] > 1 and span.edition
        else period
        for period, span in zip(periods, reversed(spans), strict=True)
    )


def _times(repository: Repository, span: Span) -> Mapping[str, datetime.datetime]:
    """When each file last changed in a period."""
    after = span.before.id if span.before else None
    times: dict[str, datetime.datetime] = {}
    for commit in repository.commits(span.until.id, after=after, most=COMMITS, files=True):
        for file in commit.files:
            times.setdefault(file, commit.time)
    return times


def _files(changes: tuple[Change, ...]) -> set[str]:
    """The files of an entry that changed: its own, and the old one of an entry that moved."""
    named = [change.entry for change in changes]
    named += [change.before for change in changes if isinstance(change, EntryRenamed)]
    return {one.reference.file for one in named}


def _unread(*drafts: Draft) -> int:
    return len({r for draft in drafts for r in draft.documents if r not in draft.entries})
