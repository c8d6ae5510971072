"""A copy of the bakery's playbook for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.check.bakery import Bakery
from tests.examples.overlay import BAKERY


@pytest.fixture
def bakery(tmp_path: Path) -> Bakery:
    shutil.copytree(BAKERY, tmp_path / "bakery")
    return Bakery(tmp_path / "bakery")
