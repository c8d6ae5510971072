"""A hundred mistakes and more, each made in a copy of the real playbook, and several at once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import copy_to
from tests.examples.mistakes import Mistake, mistakes
from tests.running import run
from value_compass.generator.check import check as whole_check
from value_compass.generator.check.check import Checked, check_folder
from value_compass.generator.check.rules import MODULES
from value_compass.generator.cli import checking
from value_compass.generator.load.folder import read_folder
from value_compass.generator.serve.files import Documents

MISTAKES = mistakes()

Check = Callable[[Path], Checked]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, real: Path) -> Path:
    """A copy of the real playbook for all mistakes, one after the other."""
    return copy_to(tmp_path_factory.mktemp("mistakes") / "playbook", real)


@pytest.fixture(scope="module")
def check(folder: Path) -> Check:
    """The check, which reads a file again only when it is another than before: hundreds of times faster."""
    documents = Documents()
    before = check_folder(read_folder(folder, documents.read)).draft
    return lambda path: check_folder(read_folder(path, documents.read), before)


@pytest.fixture
def undone(folder: Path, real: Path) -> Iterator[list[str]]:
    """Takes files that the test names; afterwards they are as they were."""
    files: list[str] = []
    yield files
    for file in files:
        path = folder / file
        if (real / file).exists():
            shutil.copyfile(real / file, path)
        else:
            path.unlink()
            while not any((path := path.parent).iterdir()):
                path.rmdir()


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_found(
    mistake: Mistake, folder: Path, check: Check, undone: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    undone += [mistake.file, "site.yml"]
    if mistake.confidential:
        kept = run("confidential", "add", mistake.confidential, folder=folder)
        assert kept.returncode == 0, kept.stderr
    file, line = mistake.make(folder)
    monkeypatch.setattr(checking, "check", check)
    # The rules that know nothing of it are asked where all mistakes are made at once.
    asked = tuple(module.check for module in MODULES if mistake.code in module.CODES)
    monkeypatch.setattr(whole_check, "RULES", asked)

    result = run("check", "--strict", "--format", "json", folder=folder)

    assert result.returncode == 1, mistake.says
    assert not result.stderr
    problems = json.loads(result.stdout)["problems"]
    found = [(problem["file"], problem["line"]) for problem in problems if problem["code"] == mistake.code]
    near = {(file, line - 1), (file, line), (file, line + 1)}
    assert near & set(found), f"{mistake.says}: {file}:{line} is not among {problems}"


def test_several_mistakes_at_once_are_all_found(copy: Path) -> None:
    """One in each file that has a mistake of its own: a mistake in one hides none in another."""
    of_files = {mistake.file: mistake for mistake in MISTAKES if _stands_alone(mistake)}
    assert len(of_files) > 12
    places = {name: (*mistake.make(copy), mistake.code) for name, mistake in of_files.items()}

    result = run("check", "--format", "json", folder=copy)

    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    found = {(one["file"], one["line"], one["code"]) for one in json.loads(result.stdout)["problems"]}
    for name, (file, line, code) in places.items():
        assert found & {(file, near, code) for near in (line - 1, line, line + 1)}, name


def _stands_alone(mistake: Mistake) -> bool:
    """Whether a mistake is seen in its own file, whatever the others hold."""
    return not mistake.seen and mistake.code not in _OF_THE_WHOLE


_OF_THE_WHOLE = {"nobody-links", "path-covers-framework", "same-name", "same-order", "same-colour",
                 "unused-section-kind", "confidential-name", "future-review", "overdue-review",
                 "changed-since-review"}  # fmt: skip


def test_there_are_a_hundred_distinct_mistakes() -> None:
    assert (
        len({(mistake.file, mistake.find, mistake.put, mistake.block, mistake.text) for mistake in MISTAKES})
        >= 100
    )
    assert len({mistake.code for mistake in MISTAKES}) >= 55
