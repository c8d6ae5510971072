"""The playbooks that edits are tried on, and a look at their texts."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import Checked, check
from value_compass.generator.load.folder import Folder
from value_compass.schemas.fields import Reference

ROOT = Path(__file__).parents[2]

Texts = Callable[[Folder], dict[str, str]]


@functools.cache
def the_bakery() -> Checked:
    """A small playbook of another company; for tests that hypothesis would describe with all of it."""
    return check(BAKERY)


def texts_of(folder: Folder) -> dict[str, str]:
    """The text of each file of a folder."""
    return {d.file: d.text for d in (folder.settings, *folder.entries)}


def reference(text: str) -> Reference:
    """An entry by its kind/id."""
    found = Reference.parse(text)
    assert found
    return found
