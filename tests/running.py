"""The command as a user runs it, without the second that a process of its own takes to begin."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner

from value_compass.generator.cli.main import run as run_command


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str | Path, folder: Path, **environment: str) -> Ran:
    """Run `compass -C FOLDER ARGUMENTS`, by the same way in as the installed command."""
    said = CliRunner().isolation()
    with (
        said as (stdout, stderr, _),
        patch.object(sys, "argv", ["compass", "-C", str(folder), *map(str, arguments)]),
        patch.dict(os.environ, environment),
    ):
        status = run_command()
        sys.stdout.flush()
        sys.stderr.flush()
        told = stdout.getvalue().decode(), stderr.getvalue().decode()
    return Ran(status, *told)
