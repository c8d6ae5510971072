"""A playbook's folder that is not what it seems is told in plain words."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from value_compass.generator.load.folder import NoPlaybook, read_folder


@pytest.fixture
def playbook(tmp_path: Path) -> Path:
    (tmp_path / "content" / "terms").mkdir(parents=True)
    (tmp_path / "content" / "terms" / "rye.yml").write_text("name: Rye\n", encoding="utf-8")
    (tmp_path / "site.yml").write_text("title: Bakery\n", encoding="utf-8")
    return tmp_path


def unlisted(monkeypatch: pytest.MonkeyPatch, name: str, error: int) -> None:
    """Let a folder refuse to be listed, whoever asks."""
    scandir = os.scandir

    def refusing(path: Any) -> Any:
        if Path(path).name == name:
            raise OSError(error, os.strerror(error), str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)


@pytest.mark.parametrize("name", ["content", "terms"])
def test_a_folder_that_cannot_be_listed_does_not_count_as_empty(
    playbook: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    unlisted(monkeypatch, name, errno.EACCES)
    with pytest.raises(NoPlaybook, match=rf"{name} cannot be read: Permission denied; check that"):
        read_folder(playbook)


def test_a_folder_that_is_taken_out_meanwhile_holds_nothing(
    playbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlisted(monkeypatch, "terms", errno.ENOENT)
    assert read_folder(playbook).entries == ()


def test_hidden_files_are_left_alone_and_others_are_told(playbook: Path) -> None:
    for name in ("content/.note", "content/terms/.rye.yml", "content/rye.yml", "content/terms/old/rye.yml"):
        (playbook / name).parent.mkdir(exist_ok=True)
        (playbook / name).touch()
    folder = read_folder(playbook)
    assert [document.file for document in folder.entries] == ["content/terms/rye.yml"]
    assert folder.strays == ("content/rye.yml", "content/terms/old/rye.yml")


@pytest.mark.parametrize(
    "put", [Path.touch, lambda path: path.symlink_to("nowhere")], ids=["a file", "a link that leads nowhere"]
)
def test_a_content_that_is_no_folder_is_told(playbook: Path, put: Callable[[Path], None]) -> None:
    (playbook / "content").rename(playbook / "elsewhere")
    put(playbook / "content")
    with pytest.raises(NoPlaybook, match=r"^content in .* is not a folder; put a folder in its place"):
        read_folder(playbook)


@pytest.mark.parametrize(
    ("put", "message"),
    [
        (lambda path: path.symlink_to("nowhere"), "this is a link that leads to no file"),
        (Path.mkdir, "this is a folder and not a file"),
        (os.mkfifo, "this is not a plain file"),
    ],
    ids=["a link that leads nowhere", "a folder", "a pipe"],
)
def test_settings_that_are_no_file_are_told_for_what_they_are(
    playbook: Path, put: Callable[[Path], None], message: str
) -> None:
    (playbook / "site.yml").unlink()
    put(playbook / "site.yml")
    (problem,) = read_folder(playbook).settings.problems
    assert (problem.code, problem.message) == ("unreadable-file", message)


def test_settings_that_are_not_there_are_missed(playbook: Path) -> None:
    (playbook / "site.yml").unlink()
    with pytest.raises(NoPlaybook, match=r"there is no file site\.yml in .* name one with -C"):
        read_folder(playbook)


def test_a_link_to_a_folder_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms/rye.yml").write_text("name: Rye\n", encoding="utf-8")
    (tmp_path / "site.yml").write_text("title: Bread\n", encoding="utf-8")
    (tmp_path / "content/terms").symlink_to("../terms")
    folder = read_folder(tmp_path)
    assert (folder.entries, folder.strays) == ((), ("content/terms",))


@pytest.mark.parametrize("target", ["../../site.yml", "/proc/self/environ", "/etc/passwd"])
def test_a_link_out_of_the_content_is_refused_and_nothing_of_it_is_read(playbook: Path, target: str) -> None:
    link = playbook / "content/terms/linked.yml"
    link.symlink_to(target)
    (document,) = [one for one in read_folder(playbook).entries if one.file.endswith("linked.yml")]
    (problem,) = document.problems
    assert (problem.code, document.text, document.data) == ("unreadable-file", "", None)
    assert "leads out of content/" in problem.message


def test_a_link_within_the_content_is_read(playbook: Path) -> None:
    (playbook / "content/terms/.rye.yml").write_text("name: Rye\n", encoding="utf-8")
    (playbook / "content/terms/linked.yml").symlink_to(".rye.yml")
    (document,) = [one for one in read_folder(playbook).entries if one.file.endswith("linked.yml")]
    assert document.data == {"name": "Rye"}


@pytest.mark.parametrize("name", ["site.yml", "content"])
def test_settings_and_content_that_lead_out_of_the_playbook_are_refused(
    playbook: Path, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    elsewhere = tmp_path_factory.mktemp("outside") / name
    (playbook / name).rename(elsewhere)
    (playbook / name).symlink_to(elsewhere)
    with pytest.raises(NoPlaybook, match=rf"^{name} in .* is a link that leads out of that folder"):
        read_folder(playbook)
