"""The whole check of a playbook's folder: everything is collected, then reported at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from value_compass.generator.check.draft import Draft, draft_of
from value_compass.generator.check.rules import RULES
from value_compass.generator.check.weights import weigh, wrong_weights
from value_compass.generator.load.folder import Folder, read_folder
from value_compass.generator.load.problem import Problem, Severity


class Checked(Struct, frozen=True):
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
    with _all_kept():
        return check_folder(read_folder(path))


def check_folder(folder: Folder, before: Draft | None = None) -> Checked:
    """Check what was read from a playbook's folder.

    Args:
        folder: what was read.
        before: an earlier draft; its kinds are taken over where their files are still the same.
    """
    draft = draft_of(folder, before)
    found = {*draft.problems, *wrong_weights(draft), *(problem for rule in RULES for problem in rule(draft))}
    weighed = weigh(found, draft.settings.rules if draft.settings else {})
    return Checked(draft, tuple(sorted(weighed, key=lambda problem: problem.order)))


@contextmanager
def _all_kept() -> Iterator[None]:
    """Look for no garbage meanwhile: all that is read is needed, and going through it doubles the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            # Puts what is there now among what is old, so that it is not gone through right away.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
