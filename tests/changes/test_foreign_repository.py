"""A repository of somebody else runs nothing on the machine that asks it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.changes.bakery import Bakery
from value_compass.generator.changes.history import history_of
from value_compass.generator.changes.repository import Repository
from value_compass.generator.cli.revision import revision_of, touched_since


def ask_everything(kept: Bakery) -> None:
    """Every question that a command puts to git."""
    repository = Repository(kept.folder)
    head = repository.commit("HEAD")
    revision_of(kept.folder)
    touched_since(repository, head)
    repository.parting("HEAD")
    repository.files(head)
    history_of(kept.folder, kept.playbook())


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A program that leaves a trace."""
    program = tmp_path / "trap.sh"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize(
    "settings",
    [
        {"core.fsmonitor": "TRAP"},
        {"diff.external": "TRAP"},
        {"filter.mine.clean": "TRAP", "filter.mine.smudge": "TRAP", "filter.mine.required": "true"},
        {"filter.mine.process": "TRAP"},
        {"core.pager": "TRAP", "pager.log": "TRAP"},
        {
            "core.sshCommand": "TRAP",
            "remote.origin.url": "ssh://example.org/x",
            "remote.origin.promisor": "true",
        },
    ],
    ids=lambda settings: next(iter(settings)),
)
def test_its_settings_run_no_program(kept: Bakery, trap: Path, settings: dict[str, str]) -> None:
    kept.root.joinpath(".gitattributes").write_text("*.yml filter=mine\n", encoding="utf-8")
    for name, value in settings.items():
        kept.git("config", name, value.replace("TRAP", str(trap)))
    # Of the same size, so that git has to look into it.
    kept.edit("terms/crumb", "owner: The", "owner: All")
    ask_everything(kept)
    assert not trap.with_name("sprung").exists()


def test_a_folder_that_looks_like_a_repository_is_none(kept: Bakery, trap: Path) -> None:
    """A clone can bring it along, unlike the settings of a repository."""
    kept.git("config", "core.worktree", ".")
    kept.git("config", "core.fsmonitor", str(trap))
    for part in ("HEAD", "config", "objects", "refs"):
        source = kept.root / ".git" / part
        shutil.copytree(source, kept.folder / part) if source.is_dir() else shutil.copy(
            source, kept.folder / part
        )
    shutil.rmtree(kept.root / ".git")
    assert revision_of(kept.folder).name == "not under revision control"
    assert not trap.with_name("sprung").exists()
