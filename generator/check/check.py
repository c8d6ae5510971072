"""The whole check of a playbook's folder: everything is collected, then reported at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.check.draft import Draft, draft_of
from generator.check.rules import RULES
from generator.load.folder import Folder, read_folder
from generator.load.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft and all that is to be said about it."""

    draft: Draft
    problems: tuple[Problem, ...]
    """By file and line."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that block a build."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that show and block nothing."""
        return self._of(Severity.WARNING)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What is only for information."""
        return self._of(Severity.NOTE)

    def _of(self, severity: Severity) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity is severity)


def check(path: Path) -> Checked:
    """Check a playbook's folder.

    Args:
        path: the folder that holds `site.yml` and `content/`.

    Raises:
        NoPlaybook: when it is not a playbook's folder.
    """
    return check_folder(read_folder(path))


def check_folder(folder: Folder) -> Checked:
    """Check what was read from a playbook's folder."""
    draft = draft_of(folder)
    found = [*draft.problems, *(problem for rule in RULES for problem in rule(draft))]
    return Checked(draft, tuple(sorted(set(found), key=lambda problem: problem.order)))
