"""`compass diff`: what changed in the content, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

import click

from value_compass.generator.changes.markdown import markdown_report
from value_compass.generator.changes.report import Comparison, State, compare, json_report, text_report
from value_compass.generator.changes.repository import Repository, open_repository
from value_compass.generator.changes.revisions import draft_at
from value_compass.generator.check.draft import draft_of
from value_compass.generator.cli.rendering import CACHE
from value_compass.generator.load.folder import read_folder
from value_compass.generator.pages.touching import PagesTouched

REPORTERS: Mapping[str, Callable[[Comparison], str]] = MappingProxyType(
    {"text": text_report, "markdown": markdown_report, "json": json_report}
)
"""Every form of the report by the name that `--format` takes."""


@click.command("diff")
@click.argument("revision", metavar="REV")
@click.argument("until", metavar="[REV]", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(REPORTERS)),
    default="text",
    show_default=True,
    help="For people (text), for a comment on a pull request (markdown), for programs (json).",
)
@click.pass_obj
def diff_command(folder: Path, revision: str, until: str | None, form: str) -> None:
    """Say what changed in the content since REV, and which pages it touches.

    A second REV ends the comparison; without one it ends with the files as they are now. REV is anything
    that git takes for a commit: a tag, a branch, a hash. The work tree is left alone.
    """
    repository = open_repository(folder)
    before = _state(repository, revision)
    after = _state(repository, until) if until else State("the work tree", draft_of(read_folder(folder)))
    touching_of = partial(PagesTouched, cache=folder / CACHE)
    click.echo(REPORTERS[form](compare(before, after, touching_of)), nl=False)


def _state(repository: Repository, revision: str) -> State:
    commit = repository.commit(revision)
    short = commit.id[:10]
    label = (
        f"{short} ({commit.day})" if commit.id.startswith(revision) else f"{revision} ({short}, {commit.day})"
    )
    return State(label, draft_at(repository, commit))
