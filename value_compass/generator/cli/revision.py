"""Which revision of the playbook is built, and of which day."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from value_compass.generator.changes.repository import Commit, NoRevision, Repository
from value_compass.generator.changes.revisions import checked_at
from value_compass.generator.check.today import day_set, this_day
from value_compass.generator.load.problem import Problem
from value_compass.language.words import N_

Read = TypeVar("Read")

_DIGITS = 10
"""Of a commit's name; without a number, the same commit would be called otherwise in a larger copy."""

_ATTEMPTS = 3

_DIRTY = "-dirty"
"""What git adds to the name of a commit when files differ from it."""


class Revision(Struct, frozen=True):
    """Which state of a playbook something is made from."""

    name: str
    """The short name of the commit, and whether there is more than it holds; or that there is none."""
    day: datetime.date
    """The day that a build is dated: that of SOURCE_DATE_EPOCH or of the commit, in UTC, else today."""
    commit: str = "HEAD"
    """The commit, for git."""
    lacking: str | None = None
    """Why there is no commit, where that is so."""


class Origin(Struct, frozen=True):
    """Where a playbook was read, and which revision of it."""

    folder: Path
    revision: Revision


def revision_of(folder: Path) -> Revision:
    """The revision of a playbook as it stands now.

    What tags are called is not asked: nothing checks what their names say.

    Raises:
        WrongTime: when SOURCE_DATE_EPOCH is no time.
    """
    repository = Repository(folder)
    try:
        commit = repository.commit("HEAD")
        name = repository.ask("describe", "--always", f"--abbrev={_DIGITS}", "--exclude=*", "--dirty").strip()
    except NoRevision as failure:
        return Revision(N_("not under revision control"), day_set() or this_day(), lacking=str(failure))
    return Revision(name, day_set() or commit.day, commit.id)


def read_with_origin(folder: Path, read: Callable[[], Read]) -> tuple[Read, Origin]:
    """What is read of a playbook, and the revision that it is of.

    When someone commits or edits meanwhile, it is read again; when that goes on, the name says that it is
    not what the commit holds.

    Raises:
        WrongTime: when SOURCE_DATE_EPOCH is no time.
    """
    before = revision_of(folder)
    for _ in range(_ATTEMPTS):
        found = read()
        # Where there is no history nobody commits, and to ask git again takes as long as to write many pages.
        after = before if before.lacking else revision_of(folder)
        if after == before:
            return found, Origin(folder, after)
        before = after
    return found, Origin(folder, replace(after, name=f"{after.name.removesuffix(_DIRTY)}{_DIRTY}"))


def day_of_revision(folder: Path) -> datetime.date:
    """The day that a build is dated.

    Raises:
        WrongTime: when SOURCE_DATE_EPOCH is no time.
    """
    return revision_of(folder).day


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
