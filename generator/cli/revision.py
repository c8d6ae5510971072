"""Which revision of the playbook is built, and of which day."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path


def revision(folder: Path) -> str:
    """The short name of the commit, or "not under revision control"."""
    return _git(folder, "describe", "--always", "--dirty") or "not under revision control"


def day_of_revision(folder: Path) -> datetime.date:
    """The day that a build is dated: SOURCE_DATE_EPOCH, else the commit's, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    committed = _git(folder, "log", "-1", "--format=%cs")
    return datetime.date.fromisoformat(committed) if committed else datetime.datetime.now(datetime.UTC).date()


class UnknownRevision(Exception):
    """Git knows no such revision, or there is no git."""


def touched_since(folder: Path, base: str) -> frozenset[str]:
    """The files of a playbook that differ from a revision, new ones included.

    Args:
        folder: the playbook's folder.
        base: a revision, such as `origin/main`; what counts is where the two histories parted.

    Returns:
        Paths from the playbook's folder.

    Raises:
        UnknownRevision: when git cannot say.
    """
    start = _git(folder, "merge-base", base, "HEAD")
    if not start:
        raise UnknownRevision(f"git knows no revision {base} that {folder.resolve()} shares a history with")
    changed = _git(folder, "diff", "--name-only", "--relative", "-z", start, "--", ".")
    new = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(name for name in f"{changed}\0{new}".split("\0") if name)


def folder_in_repository(folder: Path) -> str:
    """The playbook's folder from the top of its repository: empty, or ending in `/`."""
    return _git(folder, "rev-parse", "--show-prefix")


def _git(folder: Path, *arguments: str) -> str:
    try:
        result = subprocess.run(  # noqa: S603 - fixed arguments
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - git is found on the path
            capture_output=True,
            text=True,
            check=False,
            timeout=10,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return result.stdout.strip() if result.returncode == 0 else ""
