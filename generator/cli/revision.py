"""Which revision of the playbook is built, and of which day."""

from __future__ import annotations

import datetime
from pathlib import Path

from generator.changes.repository import Commit, NoRevision, Repository
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


def touched_since(repository: Repository, start: Commit) -> frozenset[str]:
    """The files of a playbook that differ from a commit, new ones included, by their paths in its folder.

    Raises:
        NoRevision: when git cannot say.
    """
    changed = repository.ask("diff", "--name-only", "--relative", "-z", start.id, "--", ".")
    new = repository.ask("ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(name for name in f"{changed}\0{new}".split("\0") if name)


def wrong_at(repository: Repository, start: Commit) -> tuple[Problem, ...]:
    """What the check finds in the playbook as a commit has it."""
    try:
        return checked_at(repository, start).problems
    except NoRevision:
        return ()  # there was no playbook yet, and so nothing wrong with it


def folder_in_repository(folder: Path) -> str:
    """The playbook's folder from the top of its repository, ending in `/`; empty there, or without one."""
    try:
        return Repository(folder).ask("rev-parse", "--show-prefix").removesuffix("\n")
    except NoRevision:
        return ""
