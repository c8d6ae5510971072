"""Which revision of the playbook is built, and of which day."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from generator.changes.repository import NoRevision, Repository, open_repository


def revision(folder: Path) -> str:
    """The short name of the commit, or "not under revision control"."""
    try:
        return Repository(folder).ask("describe", "--always", "--dirty").strip()
    except NoRevision:
        return "not under revision control"


def day_of_revision(folder: Path) -> datetime.date:
    """The day that a build is dated: SOURCE_DATE_EPOCH, else the commit's, else today, all in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    try:
        return Repository(folder).commit("HEAD").day
    except NoRevision:
        return datetime.datetime.now(datetime.UTC).date()


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


def folder_in_repository(folder: Path) -> str:
    """The playbook's folder from the top of its repository, ending in `/`; empty there, or without one."""
    try:
        return Repository(folder).ask("rev-parse", "--show-prefix").removesuffix("\n")
    except NoRevision:
        return ""
