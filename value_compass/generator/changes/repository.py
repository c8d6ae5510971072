"""What git knows of a playbook's folder; the work tree is never touched."""

from __future__ import annotations

import datetime
import os
import subprocess
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from value_compass.generator.load.failure import Failure
from value_compass.generator.load.folder import CONTENT_FOLDER, KINDS_FOLDER, SETTINGS_FILE

PATHS = (SETTINGS_FILE, CONTENT_FOLDER, KINDS_FOLDER)
"""What belongs to the playbook in its folder."""

_SETTINGS = (
    "core.quotePath=false",
    "color.ui=false",
    # A repository's own settings can name programs to run, and this one may be anybody's.
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "diff.external=",
    # A folder of a repository can itself look like a repository, and bring such settings along.
    "safe.bareRepository=explicit",
)
"""Git as it behaves without settings of one's own, and without those that run programs."""

_GIT = ("git", *(part for setting in _SETTINGS for part in ("-c", setting)))

_PATIENCE = 60
"""Seconds after which git is given up."""

_READS_NO_FILE = frozenset({"rev-parse"})
"""What git does without the files of the work tree, and so without their filters."""

_SUBMODULE = "160000"

_NOT_PLAIN = ("120000", _SUBMODULE)
"""The modes of links and submodules."""


class NoRevision(Failure):
    """Git cannot give what was asked for; the message says what, why, and the way out."""


class Commit(Struct, frozen=True):
    """One commit."""

    id: str
    """In full."""
    time: datetime.datetime
    """When it was committed, in UTC."""
    files: tuple[str, ...] = ()
    """What it changed of the playbook, from the playbook's folder, where that was asked for."""

    @property
    def day(self) -> datetime.date:
        """The day of the commit, in UTC."""
        return self.time.date()


class File(Struct, frozen=True):
    """A file as a commit has it."""

    path: str
    """From the playbook's folder, with `/` between its parts."""
    blob: str
    """Git's name of its content."""
    plain: bool
    """Whether it is a file, and no link."""


def open_repository(folder: Path) -> Repository:
    """The git repository that a playbook's folder lies in.

    Raises:
        NoRevision: when there is no git, or no repository.
    """
    repository = Repository(folder)
    repository.ask("rev-parse", "--git-dir")
    return repository


class Repository(Struct, frozen=True):
    """A folder as git knows it, which may lie anywhere in its repository."""

    folder: Path

    def commit(self, revision: str) -> Commit:
        """The commit that a revision names.

        Args:
            revision: anything that git takes for one commit: a tag, a branch, a hash, `HEAD~3`.

        Raises:
            NoRevision: when it names none.
        """
        if ".." in revision:
            raise NoRevision(
                f'"{revision}" names no single revision; '
                "to compare two, write the two apart: compass diff REV REV"
            )
        # What begins with a hyphen would be an option, and no name of a revision does.
        named = bool(revision.strip()) and not revision.startswith("-") and "\0" not in revision
        found = self._run("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") if named else None
        if found is None or found.returncode != 0:
            if found and found.stderr and revision == "HEAD":
                raise NoRevision(_refusal(self.folder, found.stderr))
            if revision == "HEAD":
                raise NoRevision(f"the repository of {self.folder.resolve()} has no commit yet")
            raise NoRevision(self._unknown(revision))
        return self.commits(found.stdout.decode().strip(), most=1, paths=())[0]

    def parting(self, revision: str) -> Commit:
        """The commit at which the histories of a revision and of what is checked out parted.

        Args:
            revision: anything that git takes for one commit.

        Raises:
            NoRevision: when it names none, or the two share no history here.
        """
        found = self._run("merge-base", self.commit(revision).id, "HEAD")
        if found.returncode > 1:
            raise NoRevision(_refusal(self.folder, found.stderr))
        if found.returncode == 1:
            message = f'"{revision}" and what is checked out in {self.folder.resolve()} share no history'
            raise NoRevision(f"{message}; {self._rest or 'name a branch or a commit that it began from'}")
        return self.commit(found.stdout.decode().strip())

    def commits(
        self,
        until: str,
        *,
        after: str | None = None,
        most: int,
        files: bool = False,
        paths: Iterable[str] = PATHS,
    ) -> tuple[Commit, ...]:
        """The commits of the main line, the newest first; a merge counts as one.

        Args:
            until: the newest commit.
            after: only those that this commit does not have.
            most: so many at the most.
            files: whether to tell which files each one changed.
            paths: only those that changed something here.
        """
        told = self.ask(
            "log",
            "--first-parent",
            "-m",
            "--no-renames",
            "--no-ext-diff",
            "--no-show-signature",
            f"--max-count={most}",
            "--format=%x00%H %ct",
            *(("--name-only", "--relative") if files else ("--no-patch",)),
            until,
            *((f"^{after}",) if after else ()),
            "--",
            *paths,
        )
        return tuple(_commit(block) for block in told.split("\0") if block.strip())

    def tagged(self, pattern: str, until: str) -> tuple[Commit, ...]:
        """The commits that have a tag, by a pattern such as `edition-*`, the oldest first.

        What a tag is called is left out: nothing checks what its name says.

        Args:
            pattern: what git takes for the names of tags.
            until: the newest commit.
        """
        told = self.ask(
            "for-each-ref",
            f"--merged={until}",
            # An annotated tag has its commit one step further on.
            "--format=%(*objectname)%00%(*committerdate:unix)%00%(objectname)%00%(committerdate:unix)",
            f"refs/tags/{pattern}",
        )
        commits = dict.fromkeys(filter(None, map(_tagged, filter(None, told.split("\n")))))
        return tuple(sorted(commits, key=lambda commit: commit.time))

    def renames(self, until: str, *, after: str) -> tuple[tuple[str, str], ...]:
        """The files of the playbook that commits gave another name, from the playbook's folder: old and new.

        Args:
            until: the newest commit.
            after: only what this commit does not have.
        """
        told = self.ask(
            "log",
            "--first-parent",
            "-m",
            "--find-renames=30%",
            "--diff-filter=R",
            "--no-ext-diff",
            "--no-show-signature",
            "--format=",
            "--name-status",
            "--relative",
            "-z",
            until,
            f"^{after}",
            "--",
            *PATHS,
        )
        parts = [part for part in told.split("\0") if part.strip()]
        return tuple(zip(parts[1::3], parts[2::3], strict=False))

    def files(self, commit: Commit) -> tuple[File, ...]:
        """Every file of the playbook as a commit has it.

        Raises:
            NoRevision: when git cannot say, or the content is another repository's.
        """
        told = self.ask("ls-tree", "-r", "-z", commit.id, "--", *PATHS)
        if told.startswith(_SUBMODULE) and f"\t{CONTENT_FOLDER}\0" in told:
            raise NoRevision(
                f"{CONTENT_FOLDER}/ is a submodule, so its history lies in a repository of its own; "
                "keep site.yml there as well, and run the command on a copy of it"
            )
        return tuple(_file(line) for line in told.split("\0") if line)

    def contents(self, blobs: Iterable[str]) -> Mapping[str, bytes]:
        """What files hold, by git's names of their contents."""
        wanted = tuple(dict.fromkeys(blobs))
        if not wanted:
            return {}
        told = self._run("cat-file", "--batch", given="\n".join((*wanted, "")).encode())
        if told.returncode != 0:
            raise NoRevision(_refusal(self.folder, told.stderr))
        return dict(_contents(wanted, told.stdout))

    @property
    def shallow(self) -> bool:
        """Whether this is a copy without the older history."""
        return self.ask("rev-parse", "--is-shallow-repository").strip() == "true"

    def ask(self, *arguments: str) -> str:
        """What git answers.

        Raises:
            NoRevision: when it refuses.
        """
        result = self._run(*arguments)
        if result.returncode != 0:
            raise NoRevision(_refusal(self.folder, result.stderr))
        return result.stdout.decode("utf-8", "replace")

    def _run(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        try:
            off = () if arguments[0] in _READS_NO_FILE else _filters_off(self.folder)
            return _answer(self.folder, *off, *arguments, given=given)
        except FileNotFoundError as failure:
            raise NoRevision("git was not found; install it to compare with an earlier state") from failure
        except (OSError, subprocess.TimeoutExpired) as failure:
            raise NoRevision(f"git could not be run: {failure}") from failure

    def _unknown(self, revision: str) -> str:
        message = f'there is no revision "{revision}" in the repository of {self.folder.resolve()}'
        return f"{message}; {self._rest or 'name a tag, a branch or a commit (git log shows them)'}"

    @property
    def _rest(self) -> str:
        """How to get the older history, where this copy lacks it."""
        lacks = "this copy lacks the older history: run git fetch --unshallow --tags"
        return lacks if self.shallow else ""


def _answer(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    # Git fetches what a partial copy lacks by programs that the repository's settings name.
    alone = {"GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    return subprocess.run(  # noqa: S603 - no shell, and a revision never begins with a hyphen
        [*_GIT, "-C", str(folder), *arguments],
        input=given,
        capture_output=True,
        check=False,
        timeout=_PATIENCE,
        env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", **alone},
    )


@lru_cache
def _filters_off(folder: Path) -> tuple[str, ...]:
    """Options that keep git from running the filters of files, whatever they are called."""
    asked = (
        "config",
        "--includes",
        "--name-only",
        "-z",
        "--get-regexp",
        r"^filter\..*\.(clean|smudge|process)$",
    )
    keys = _answer(folder, *asked).stdout.decode("utf-8", "replace").split("\0")
    names = dict.fromkeys(key.rpartition(".")[0] for key in keys if key)
    off = (f"{name}.{end}" for name in names for end in ("clean=", "smudge=", "process=", "required=false"))
    return tuple(part for setting in off for part in ("-c", setting))


def _commit(told: str) -> Commit:
    head, *files = told.strip().split("\n")
    id_, seconds = head.split()
    time = datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
    return Commit(id_, time, tuple(file for file in files if file))


def _tagged(told: str) -> Commit | None:
    parts = told.split("\0")
    for id_, seconds in (parts[:2], parts[2:]):
        if id_ and seconds:
            return Commit(id_, datetime.datetime.fromtimestamp(int(seconds), datetime.UTC))
    return None  # the tag of something else than a commit


def _file(line: str) -> File:
    head, _, path = line.partition("\t")
    mode, _, blob = head.split()
    return File(path, blob, mode not in _NOT_PLAIN)


def _contents(wanted: Iterable[str], told: bytes) -> Iterable[tuple[str, bytes]]:
    place = 0
    for blob in wanted:
        end = told.index(b"\n", place)
        head = told[place:end].split()
        if head[-1] == b"missing":
            place = end + 1
            continue
        size = int(head[-1])
        yield blob, told[end + 1 : end + 1 + size]
        place = end + 1 + size + 1


def _refusal(folder: Path, told: bytes) -> str:
    words = told.decode("utf-8", "replace").strip()
    if "not a git repository" in words:
        return f"{folder.resolve()} is not in a git repository, so there is no earlier state to compare with"
    if "dubious ownership" in words:
        remedy = next((line.strip() for line in words.split("\n") if "safe.directory" in line), "")
        return (
            f"git does not read {folder.resolve()}, because it belongs to another user; "
            f"if you trust it, run: {remedy or 'git config --global --add safe.directory FOLDER'}"
        )
    first = words.split("\n")[0].removeprefix("fatal: ") or "it gave no reason"
    return f"git could not read {folder.resolve()}: {first}"
