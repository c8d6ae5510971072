"""The `compass` command."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import click

from generator.book.finish import Finish
from generator.changes.repository import NoRevision, open_repository
from generator.check.check import Checked, check
from generator.check.machine_reports import MACHINE_REPORTERS
from generator.check.report import REPORTERS
from generator.check.today import WrongTime
from generator.check.touched import only_new_block
from generator.cli.diff import diff_command
from generator.cli.editing import EDITING
from generator.cli.extracting import extract_options, order_of, write_extract
from generator.cli.outputs import refuse_for_book, refuse_for_site
from generator.cli.rendering import BOOK, SITE, BuildFailure, read_history, write_book, write_everything
from generator.cli.replacing import replacing
from generator.cli.revision import Origin, folder_in_repository, read_with_origin, touched_since, wrong_at
from generator.cli.serving import serve_command
from generator.cli.stopping import Stopped, stoppable
from generator.cli.unforeseen import refused, unforeseen
from generator.load.folder import NoPlaybook
from generator.playbook.edition import NoEdition, edition_named
from generator.playbook.playbook import Playbook, seal
from generator.serve.server import PortTaken

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
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


@compass.command("check")
@click.option(
    "--format",
    "form",
    type=click.Choice([*REPORTERS, *MACHINE_REPORTERS]),
    default="text",
    show_default=True,
    help="For people (text), for programs (json), or to annotate a pull request.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option(
    "--touched",
    "base",
    metavar="REV",
    help="Let only problems fail that are in files changed since this revision, or new; the rest warns.",
)
@click.pass_obj
def check_command(folder: Path, form: str, strict: bool, base: str | None) -> None:
    """Say everything that is wrong, each at its line."""
    checked = check(folder)
    if base is not None:
        repository = open_repository(folder)
        start = repository.parting(base)
        checked = only_new_block(
            checked, touched_since(repository, start), lambda: wrong_at(repository, start)
        )
    click.echo(_report(checked, form, folder), nl=False)
    if checked.errors or (strict and checked.warnings):
        sys.exit(1)


@compass.command("build")
@click.option("--edition", help="Which edition of site.yml; the first one unless named.")
@click.option("--output", type=FOLDER, help="Where to put it; build/ in the playbook's folder unless named.")
@click.option("--no-book", is_flag=True, help="The site alone.")
@click.pass_obj
def build_command(folder: Path, edition: str | None, output: Path | None, no_book: bool) -> None:
    """Check, then build the website and the book."""
    target = output or folder / "build"
    refuse_for_site(folder, target / SITE)
    if not no_book:
        refuse_for_book(folder, target / BOOK)
    playbook, origin = _playbook(folder, edition)
    made = write_everything(playbook, origin, target, with_book=not no_book, tell=_tell)
    for path in made:
        click.echo(path)


@compass.command("book")
@click.option("--edition", help="Which edition of site.yml; the first one unless named.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="The PDF to write.")
@click.option("--bleed", is_flag=True, help="For a print shop: colours 3 mm over the edge, and crop marks.")
@click.option("--greyscale", is_flag=True, help="In grey: every colour by its luminance.")
@extract_options
@click.pass_obj
def book_command(
    folder: Path, /, edition: str | None, output: Path | None, bleed: bool, greyscale: bool, **asked: Any
) -> None:
    """Check, then build the book alone, or an extract of it."""
    playbook, origin = _playbook(folder, edition)
    finish = Finish(bleed, greyscale)
    order = order_of(playbook, asked, finish)
    name = f"{Path(BOOK).stem}{f'-{order.name}' if order else ''}{finish.suffix}.pdf"
    target = output or folder / "build" / name
    refuse_for_book(folder, target)
    with replacing(target) as fresh:
        if order:
            write_extract(playbook, origin, fresh, order, tell=_tell, finish=finish)
        else:
            history = read_history(playbook, origin, _tell)
            write_book(playbook, origin, fresh, history, tell=_tell, finish=finish)
    click.echo(target)


for command in (diff_command, serve_command, *EDITING):
    compass.add_command(command)


def main() -> None:
    """Run the command; no traceback reaches the user, whatever happens."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A sign that the terminal does not know must not take the whole report with it.
            stream.reconfigure(errors="backslashreplace")
    try:
        with stoppable():
            compass(standalone_mode=False)
    except click.ClickException as failure:
        failure.show()
        sys.exit(failure.exit_code)
    except click.Abort:
        click.echo("compass: stopped", err=True)
        sys.exit(130)
    except Stopped as end:
        click.echo("compass: stopped", err=True)
        sys.exit(end.status)
    except (NoPlaybook, NoRevision, PortTaken, WrongTime) as failure:
        click.echo(f"compass: {failure}", err=True)
        sys.exit(2)
    except BuildFailure as failure:
        click.echo(f"compass: {failure}", err=True)
        sys.exit(1)
    except OSError as failure:
        click.echo(refused(failure), err=True)
        sys.exit(1)
    except Exception as failure:
        click.echo(unforeseen(failure), err=True)
        sys.exit(1)


def _playbook(folder: Path, edition: str | None) -> tuple[Playbook, Origin]:
    checked, origin = read_with_origin(folder, lambda: check(folder))
    if checked.problems:
        click.echo(_report(checked, "text"), err=True, nl=False)
    if checked.errors or checked.draft.settings is None:
        click.echo("Nothing was built; what was built before is still there.", err=True)
        sys.exit(1)
    try:
        chosen = edition_named(checked.draft.settings, edition)
    except NoEdition as failure:
        raise click.UsageError(str(failure)) from failure
    return seal(checked.draft, chosen, origin.revision.day), origin


def _report(checked: Checked, form: str, folder: Path | None = None) -> str:
    if form in MACHINE_REPORTERS:
        return MACHINE_REPORTERS[form](checked, folder_in_repository(folder) if folder else "")
    return REPORTERS[form](checked, color=form == "text" and sys.stdout is not None and sys.stdout.isatty())


def _tell(message: str) -> None:
    click.echo(message, err=True)
