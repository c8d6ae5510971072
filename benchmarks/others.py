"""What ours is measured beside, in an environment of its own."""

from __future__ import annotations

import subprocess
import venv
from pathlib import Path


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
