"""How a command takes a folder."""

from __future__ import annotations

from pathlib import Path

import click

FOLDER = click.Path(file_okay=False, path_type=Path)
"""A folder, there or still to be made."""
