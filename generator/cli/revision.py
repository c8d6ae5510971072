"""Which revision of the playbook is built, and of which day."""

from __future__ import annotations

import datetime
from pathlib import Path

from generator.changes.repository import NoRevision, Repository, open_repository
from generator.changes.revisions import checked_at
from generator.check.today import day_set, this_day
from generator.load.problem import Problem


def revision(folder: Path) -> str:
    """The short name of the commit, or "not under revision control"."""
    try:
        return Repository(folder).ask("describe", "--always", "--dirty").strip()
    except NoRevision:
        return "not under revision control"


def day_of_revision(folder: Path) -> datetime.date:
    """The day that a build is dated: that of SOURCE_DATE_EPOCH or of the commit, in UTC, else today.

    Raises:
        WrongTime: when SOURCE_DATE_EPOCH is no time.
    """
    try:
        return day_set() or Repository(folder).commit("HEAD").day
    except NoRevision:
        return this_day()


def touched_since(folder: Path, base: str) -> frozenset[str]:
    """The files of a playbook that differ from a revision, new ones included.

    Args:
        folder: the playbook's folder.
        base: a revision, such as `origin/main`; what counts is where the two histories parted.

    Returns:
        Paths from the playbook's folder.

    Raises:
        NoRevision: when git cannot say.
    """
    repository = open_repository(folder)
    start = repository.parting(base)
    changed = repository.ask("diff", "--name-only", "--relative", "-z", start, "--", ".")
    new = repository.ask("ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(name for name in f"{changed}\0{new}".split("\0") if name)


def wrong_before(folder: Path, base: str) -> tuple[Problem, ...]:
    """What the check found where the history of a revision parted from this one.

    Raises:
        NoRevision: when git cannot say.
    """
    repository = open_repository(folder)
    parting = repository.commit(repository.parting(base))
    try:
        return checked_at(repository, parting).problems
    except NoRevision:
        return ()  # there was no playbook yet, and so nothing wrong with it


def folder_in_repository(folder: Path) -> str:
    """The playbook's folder from the top of its repository, ending in `/`; empty there, or without one."""
    try:
        return Repository(folder).ask("rev-parse", "--show-prefix").removesuffix("\n")
    except NoRevision:
        return ""
