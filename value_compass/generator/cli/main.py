"""The `compass` command."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

import click

from value_compass.generator.cli.folders import FOLDER
from value_compass.generator.cli.stopping import Stopped, stoppable
from value_compass.generator.cli.unforeseen import refused, unforeseen
from value_compass.generator.load.failure import Failure

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "init": "starting:init_command",
        "check": "checking:check_command",
        "build": "building:build_command",
        "book": "book:book_command",
        "export": "exporting:export_command",
        "serve": "serving:serve_command",
        "diff": "diff:diff_command",
        "new": "editing:new_command",
        "import": "importing:import_command",
        "rename": "editing:rename_command",
        "retire": "editing:retire_command",
        "review": "editing:review_command",
        "schema": "editing:schema_command",
        "confidential": "editing:confidential_group",
    }
)
"""Every command by its name, with the module of this folder that holds it."""


class Commands(click.Group):
    """The commands, each loaded when it is asked for: a check need not wait for what only the book needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; nothing when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"value_compass.generator.cli.{module}"), name)
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C",
    "folder",
    type=FOLDER,
    default=".",
    show_default=True,
    help="The playbook's folder: one that holds a site.yml.",
)
@click.version_option(package_name="value-compass", prog_name="compass")
@click.pass_context
def compass(context: click.Context, folder: Path) -> None:
    """Check a playbook and turn it into a website and a book."""
    context.obj = folder


def main() -> NoReturn:
    """Run the command, and end at once: Python would take apart all that was read, piece by piece."""
    status = run()
    # Either may be closed, and whoever reads it may be gone.
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError):
            stream.flush()
    os._exit(status)


def run() -> int:
    """Run the command; no traceback reaches the user, whatever happens.

    Returns:
        The exit status.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A sign that the terminal does not know must not take the whole report with it.
            stream.reconfigure(errors="backslashreplace")
    # What is read stays until the end: looking for garbage as often as usual takes a tenth of the time.
    gc.set_threshold(1_000_000, 50, 50)
    # Else pydantic asks every package that is installed whether it has something to say to our models.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        with stoppable():
            return int(compass(standalone_mode=False) or 0)
    except SystemExit as end:
        return int(end.code or 0)
    except click.ClickException as failure:
        failure.show()
        return failure.exit_code
    except click.Abort:
        click.echo("compass: stopped", err=True)
        return 130
    except Stopped as end:
        click.echo("compass: stopped", err=True)
        return end.status
    except Failure as failure:
        click.echo(f"compass: {failure}", err=True)
        return failure.exit_status
    except OSError as failure:
        click.echo(refused(failure), err=True)
    except Exception as failure:
        click.echo(unforeseen(failure), err=True)
    return 1
