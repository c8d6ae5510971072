"""What the tests of edits share: two playbooks as the check reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edit.playbooks import Texts, texts_of, the_bakery
from value_compass.generator.check.check import Checked, check


@pytest.fixture(scope="session")
def checked(real: Path) -> Checked:
    """The real playbook."""
    return check(real)


@pytest.fixture(scope="session")
def bakery() -> Checked:
    """A small playbook of another company."""
    return the_bakery()


@pytest.fixture(scope="session")
def texts() -> Texts:
    """Gives the text of each file of a folder."""
    return texts_of
