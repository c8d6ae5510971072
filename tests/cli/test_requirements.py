"""What ./compass installs is known by version and hash, and is what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = {
    "build": PROJECT["project"]["dependencies"]
    + PROJECT["dependency-groups"]["build"]
    + PROJECT["project"]["optional-dependencies"]["material"],
    "test": PROJECT["project"]["dependencies"]
    + PROJECT["dependency-groups"]["build"]
    + PROJECT["project"]["optional-dependencies"]["test"],
}


def locked(name: str) -> dict[str, str]:
    """The version of every package in a file of requirements, each with a hash at least."""
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            assert re.search(r" --hash=sha256:[0-9a-f]{64}\b", line), (
                f"no hash, run requirements/renew: {line}"
            )
            requirement = Requirement(line.partition(" --hash")[0])
            (version,) = requirement.specifier
            assert version.operator == "=="
            found[canonicalize_name(requirement.name)] = version.version
    return found


@pytest.mark.parametrize("name", ASKED)
def test_everything_that_is_asked_for_is_locked(name: str) -> None:
    versions = locked(name)
    for asked in map(Requirement, ASKED[name]):
        version = versions.get(canonicalize_name(asked.name))
        assert version, f"{asked.name} is missing, run requirements/renew"
        assert version in asked.specifier


def test_the_tests_run_with_what_is_built_with() -> None:
    assert locked("build").items() <= locked("test").items()


def test_the_build_backend_is_the_locked_one() -> None:
    (backend,) = PROJECT["build-system"]["requires"]
    assert backend == f"hatchling=={locked('build')['hatchling']}"


@pytest.mark.parametrize("launcher", ["compass", "compass.cmd"])
def test_the_launcher_installs_nothing_else(launcher: str) -> None:
    installs = re.findall(r"pip install(?:[^|]*)", (ROOT / launcher).read_text(encoding="utf-8"))
    assert len(installs) == 2
    assert "--require-hashes" in installs[0]
    assert "--only-binary :all:" in installs[0]
    assert "--no-index" in installs[1]
    assert "--no-build-isolation" in installs[1]


def test_launchers_have_the_line_ends_of_their_systems() -> None:
    attributes = dict(
        re.findall(r"^(\S+) text eol=(\w+)$", (ROOT / ".gitattributes").read_text(), re.MULTILINE)
    )
    assert attributes == {"compass": "lf", ".ci/run": "lf", "*.cmd": "crlf"}
