"""The commands as a user runs them."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.check.bakery import Bakery
from tests.running import run
from value_compass.generator.cli.replacing import replacing
from value_compass.generator.cli.unforeseen import refused

COMPASS = [sys.executable, "-c", "from value_compass.generator.cli.main import main; main()"]


@pytest.fixture
def copy(bakery: Bakery) -> Path:
    """A small playbook that a test may change."""
    return bakery.folder


def test_the_real_content_is_clean(real: Path) -> None:
    result = subprocess.run(
        [*COMPASS, "-C", real, "check", "--strict"], capture_output=True, text=True, check=False, timeout=120
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_mistake_gives_its_place_and_status_1(copy: Path) -> None:
    file = copy / "content/values/early-van.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("group: on-time", "group: on-tme"), encoding="utf-8")
    line = text.split("\n").index("group: on-time") + 1
    result = run("check", folder=copy)
    assert result.returncode == 1
    assert f"content/values/early-van.yml:{line}:8: error[unknown-reference]" in result.stdout
    assert "on-time?" in result.stdout


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["check", "--format", "nonsense"], ["build", "--edition", "none"]]
)
def test_wrong_usage_gives_status_2(copy: Path, arguments: list[str]) -> None:
    result = run(*arguments, folder=copy)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_a_folder_without_a_playbook_gives_status_2(tmp_path: Path) -> None:
    result = run("check", folder=tmp_path)
    assert result.returncode == 2
    assert "site.yml" in result.stderr


def test_a_failed_build_leaves_the_last_good_one(copy: Path) -> None:
    first = run("build", "--no-book", folder=copy)
    assert first.returncode == 0, first.stderr
    index = copy / "build/site/index.html"
    before = index.read_bytes()
    (copy / "content/values/early-van.yml").write_text("name: [broken", encoding="utf-8")
    second = run("build", "--no-book", folder=copy)
    assert second.returncode == 1
    assert "error[" in second.stderr
    assert "Traceback" not in second.stderr
    assert index.read_bytes() == before
    assert sorted(p.name for p in (copy / "build").iterdir()) == ["site"]


def test_a_confidential_name_is_kept_as_a_hash_and_found(copy: Path) -> None:
    added = run("confidential", "add", "Zanzibar Holding", folder=copy)
    assert added.returncode == 0, added.stderr
    assert "zanzibar" not in (copy / "site.yml").read_text(encoding="utf-8").lower()
    assert run("check", folder=copy).returncode == 0
    file = copy / "content/values/early-van.yml"
    file.write_text(
        file.read_text(encoding="utf-8") + "\nbody: As ZANZIBAR-holding said.\n", encoding="utf-8"
    )
    result = run("check", folder=copy)
    assert result.returncode == 1
    assert "confidential" in result.stdout


def test_a_terminal_that_knows_few_signs_gets_the_whole_report(copy: Path) -> None:
    (copy / "content/values/early-van.yml").write_text("name: \U0001f600 [broken\n", encoding="utf-8")
    result = subprocess.run(
        [*COMPASS, "-C", copy, "check"],
        capture_output=True,
        check=False,
        timeout=120,
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
    )
    assert result.returncode == 1
    assert rb"\U0001f600 [broken" in result.stdout
    assert b"should not have happened" not in result.stderr


def test_a_closed_output_is_no_failure(copy: Path) -> None:
    command = ["sh", "-c", 'exec "$@" >&-', "sh", *COMPASS, "-C", copy, "check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (result.returncode, result.stderr) == (0, "")


def test_what_the_system_refuses_is_told_with_its_place_and_the_way_out(copy: Path) -> None:
    (copy / "notes.txt").touch()
    result = run("book", "--worksheet", "--output", copy / "notes.txt/book.pdf", folder=copy)
    assert result.returncode == 1
    assert result.stderr.endswith(
        f"compass: {copy}/notes.txt: a file stands where a folder is needed; "
        "move it away, or name another place\n"
    )


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (
            PermissionError(errno.EACCES, "Permission denied", "content/values/.care.yml.197"),
            "content/values: you have no right",
        ),
        (
            OSError(errno.ENOSPC, "No space left on device", b"build/site"),
            "build/site: there is no room left",
        ),
        (OSError(errno.EIO, "Input/output error"), "compass: Input/output error"),
    ],
)
def test_a_refusal_names_no_file_that_the_user_does_not_know(failure: OSError, told: str) -> None:
    assert told in refused(failure)


def _build_half(target: Path) -> None:
    with replacing(target) as fresh:
        fresh.mkdir()
        (fresh / "new").touch()
        (fresh / "missing" / "file").touch()


def test_a_replacement_happens_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / "old").touch()
    with pytest.raises(FileNotFoundError):
        _build_half(target)
    assert [p.name for p in target.iterdir()] == ["old"]
    with replacing(target) as fresh:
        fresh.mkdir()
        (fresh / "new").touch()
    assert [p.name for p in target.iterdir()] == ["new"]
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(
        st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
    )
)
def test_no_content_whatever_gives_a_traceback(copy: Path, content: bytes) -> None:
    (copy / "content/values/early-van.yml").write_bytes(content)
    result = run("check", folder=copy)
    assert result.returncode == 1
    assert not result.stderr
    assert "content/values/early-van.yml:" in result.stdout
