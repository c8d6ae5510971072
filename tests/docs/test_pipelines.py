"""The pipelines that the docs offer are valid, and call commands that exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from value_compass.generator.cli.main import compass

PIPELINES = Path(__file__).parents[2] / "docs" / "publishing" / "pipelines"


@pytest.mark.parametrize(
    ("file", "schema"), [("github.yml", "vendor.github-workflows"), ("gitlab.yml", "vendor.gitlab-ci")]
)
def test_a_pipeline_is_valid(file: str, schema: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(PIPELINES / file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("file", ["github.yml", "gitlab.yml"])
def test_a_pipeline_calls_commands_that_exist(file: str) -> None:
    text = (PIPELINES / file).read_text(encoding="utf-8")
    calls = re.findall(r"\./compass (\w+)([^|>\n]*)", text)
    assert {"check", "diff", "build"} <= {command for command, _ in calls}
    for command, arguments in calls:
        # Raises what a user would read when there is no such option, or when it takes no such value.
        found = compass.get_command(click.Context(compass), command)
        assert found
        found.make_context(command, shlex.split(arguments))
