"""What is measured: our own command, and what it is measured beside."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

COMPASS = (sys.executable, "-c", "from value_compass.generator.cli.main import main; main()")
"""Our command, in the environment that runs the measurement."""


def installed(folder: Path, *packages: str) -> Path:
    """Make an environment with some packages.

    Args:
        folder: where to make it.
        packages: their names on the package index.

    Returns:
        The folder of its commands.
    """
    venv.create(folder, with_pip=True)
    commands = folder / "bin"
    subprocess.run([commands / "python", "-m", "pip", "install", "-qq", *packages], check=True)
    return commands
