"""What the tests of edits share: two playbooks as the check reads them, and a look at an edit's texts."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check.check import Checked, check
from generator.load.folder import Folder
from schemas.fields import Reference

ROOT = Path(__file__).parents[2]
BAKERY = ROOT / "tests/playbooks/bakery"

Texts = Callable[[Folder], dict[str, str]]


@pytest.fixture(scope="session")
def checked() -> Checked:
    """The real playbook."""
    return check(ROOT)


@functools.cache
def the_bakery() -> Checked:
    """A small playbook of another company; for tests that hypothesis would describe with all of it."""
    return check(BAKERY)


@pytest.fixture(scope="session")
def bakery() -> Checked:
    """A small playbook of another company."""
    return the_bakery()


def texts_of(folder: Folder) -> dict[str, str]:
    """The text of each file of a folder."""
    return {d.file: d.text for d in (folder.settings, *folder.entries)}


@pytest.fixture(scope="session")
def texts() -> Texts:
    """Gives the text of each file of a folder."""
    return texts_of


def reference(text: str) -> Reference:
    """An entry by its kind/id."""
    found = Reference.parse(text)
    assert found
    return found
