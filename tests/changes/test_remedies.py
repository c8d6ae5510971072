"""What git cannot say is told with the way out."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.examples.overlay import BAKERY
from tests.running import run
from value_compass.generator.changes.repository import NoRevision, Repository


def git(folder: Path, *words: str) -> None:
    named = (
        "-c",
        "user.name=Baker",
        "-c",
        "user.email=baker@example.org",
        "-c",
        "protocol.file.allow=always",
    )
    subprocess.run(["git", *named, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def with_submodule(tmp_path: Path) -> Path:
    """A playbook whose content is a submodule."""
    content, folder = tmp_path / "content", tmp_path / "bread"
    shutil.copytree(BAKERY / "content", content)
    folder.mkdir()
    shutil.copy(BAKERY / "site.yml", folder)
    shutil.copytree(BAKERY / "kinds", folder / "kinds")
    for made in (content, folder):
        git(made, "init", "-q")
        git(made, "add", "-A")
        git(made, "commit", "-qm", "Bread")
    git(folder, "submodule", "add", str(content), "content")
    git(folder, "commit", "-qm", "The content")
    return folder


def test_content_in_a_submodule_is_not_told_as_all_new(with_submodule: Path) -> None:
    result = run("diff", "HEAD", folder=with_submodule)
    assert result.returncode != 0
    assert "content/ is a submodule" in result.stderr
    assert "new" not in result.stdout


def test_a_site_of_content_in_a_submodule_says_that_it_has_no_history(with_submodule: Path) -> None:
    result = run("build", "--no-book", folder=with_submodule)
    assert result.returncode == 0, result.stderr
    assert "content/ is a submodule" in result.stderr


def test_a_repository_of_another_user_is_told_with_git_s_own_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "-q")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    with pytest.raises(
        NoRevision, match=r"belongs to another user; .* git config --global --add safe\.directory"
    ):
        Repository(tmp_path).commit("HEAD")
