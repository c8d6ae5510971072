"""`compass init`: a new playbook that can be built at once."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import click

from value_compass.generator.changes.repository import NoRevision, Repository
from value_compass.generator.check.today import this_day
from value_compass.generator.cli.folders import FOLDER
from value_compass.generator.edit.carry_out import carry_out
from value_compass.generator.edit.start import Generator, languages, start

UNKNOWN = Generator("https://git.example.org/value-compass.git", "main")
"""What stands in a new playbook when nothing tells where this generator came from."""


@click.command("init")
@click.argument("target", metavar="DIR", type=FOLDER)
@click.option(
    "--language",
    type=click.Choice(languages()),
    default="en",
    show_default=True,
    help="The language of its first texts.",
)
def init_command(target: Path, language: str) -> None:
    """Make a new playbook in DIR: settings, a first entry of each kind, pipelines, help for editors."""
    generator = generator_here()
    before, edit = start(target, language, this_day(), generator)
    carry_out(target, before, edit)
    lines = [
        f"{target} is a playbook now, with {len(edit.written)} files. README.md in it says how to go on:",
        f"  compass -C {target} check",
        f"  compass -C {target} build",
    ]
    if generator == UNKNOWN:
        lines.append("Say in generator.env where your pipelines get the generator: nothing here tells.")
    click.echo("\n".join(lines))


def generator_here() -> Generator:
    """Where this generator came from, and which state of it runs, for as far as that is known."""
    installed = _installed_from()
    if installed:
        return installed
    checkout = Path(__file__).parents[2]
    repository = Repository(checkout)
    try:
        if Path(repository.ask("rev-parse", "--show-toplevel").strip()).resolve() != checkout.resolve():
            return UNKNOWN
        address = repository.ask("remote", "get-url", "origin").strip()
        return Generator(without_password(address), repository.commit("HEAD").id)
    except NoRevision:
        return UNKNOWN


def _installed_from() -> Generator | None:
    """What pip notes of a package that it took from a repository (PEP 610)."""
    try:
        noted = json.loads(distribution("value-compass").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return None
    commit = noted.get("vcs_info", {}).get("commit_id")
    return Generator(without_password(noted["url"]), commit) if commit else None


def without_password(address: str) -> str:
    """An address without the name and password that it may hold: the file that it goes to is for everyone."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or "@" not in parts.netloc:
        return address
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
