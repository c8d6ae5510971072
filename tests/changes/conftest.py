"""A bakery's playbook, under revision control or not, and git as it is without anybody's settings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.changes.bakery import Bakery
from tests.examples.overlay import BAKERY
from tests.files import copied


@pytest.fixture(autouse=True)
def _git_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the git settings of who runs it."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "test@example.org")


@pytest.fixture
def bakery(tmp_path: Path) -> Bakery:
    """The bakery's playbook, not under revision control yet."""
    folder = tmp_path / "repository" / "docs" / "bread"
    copied(BAKERY, folder)
    return Bakery(folder)


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Bakery:
    """What `kept` copies: the first test that asks for it commits it, with git as it is for tests."""
    return Bakery(copied(BAKERY, tmp_path_factory.mktemp("repository") / "docs" / "bread"))


@pytest.fixture
def kept(original: Bakery, tmp_path: Path) -> Bakery:
    """The bakery's playbook with a first commit, of 1 June 2026."""
    if not (original.root / ".git").exists():
        original.git("init", "--quiet", "--initial-branch", "main")
        original.commit("2026-06-01")
    copied(original.root, tmp_path / "repository")
    return Bakery(tmp_path / "repository" / "docs" / "bread")
