"""A bakery's playbook in a git repository of its own, in a folder below the repository's."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from value_compass.generator.changes.change import Change
from value_compass.generator.changes.comparison import changes_between
from value_compass.generator.check.draft import Draft, draft_of
from value_compass.generator.load.folder import read_folder
from value_compass.generator.playbook.playbook import Playbook, seal


@dataclass(frozen=True)
class Bakery:
    """A playbook's folder that a test may change, and the repository that it lies in."""

    folder: Path

    @property
    def root(self) -> Path:
        """The top of the repository, two folders up."""
        return self.folder.parents[1]

    def draft(self) -> Draft:
        return draft_of(read_folder(self.folder))

    def playbook(self, edition: int = 0) -> Playbook:
        draft = self.draft()
        assert draft.settings
        assert not draft.problems
        return seal(draft, draft.settings.editions[edition])

    def changes(self, before: Draft) -> tuple[Change, ...]:
        return changes_between(before, self.draft())

    def sentences(self, before: Draft) -> list[str]:
        return [change.sentence for change in self.changes(before)]

    def path(self, entry: str) -> Path:
        return self.folder / ("site.yml" if entry == "site" else f"content/{entry}.yml")

    def edit(self, entry: str, old: str, new: str) -> None:
        text = self.path(entry).read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{entry} does not hold {old!r}"
        self.path(entry).write_text(text.replace(old, new, 1), encoding="utf-8")

    def add(self, entry: str, text: str) -> None:
        """Put lines at the end of an entry's file, or make it."""
        with self.path(entry).open("a", encoding="utf-8") as file:
            file.write(text)

    def move(self, entry: str, to: str) -> None:
        """Give an entry's file another place, and rename it in all others."""
        self.path(entry).rename(self.path(to))
        for path in self.folder.rglob("*.yml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(entry, to), encoding="utf-8")

    def git(self, *arguments: str, day: str = "2026-06-01") -> str:
        time = f"{day}T12:00:00+00:00"
        return subprocess.run(
            ["git", "-C", str(self.root), *arguments],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time},
        ).stdout

    def commit(self, day: str) -> str:
        """Commit everything as of a day."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", f"As of {day}", day=day)
        return self.git("rev-parse", "HEAD").strip()
