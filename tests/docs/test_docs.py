"""The docs say what is true: examples, links, commands and tables of fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote

import click
import pytest
import yaml

from tests.docs import field_tables
from tests.files import copied
from value_compass.generator.check.check import check
from value_compass.generator.load.document import parse_document
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import seal
from value_compass.schemas.fields import Entry, Model, Reference
from value_compass.schemas.kinds import KINDS
from value_compass.schemas.settings import Settings
from value_compass.schemas.walk import references, walk

ROOT = field_tables.ROOT
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])

CONTENT = (ROOT / "content", ROOT / "tests/playbooks/bakery/content")
"""Where an example's entries may stand: in our playbook, or in the bakery's."""

FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>\w*)[^\n]*\n(?P<text>.*?)^(?P=indent)```$", re.DOTALL | re.MULTILINE
)
LINK = re.compile(r"\]\(<?(?P<target>[^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
COMMAND = re.compile(r"(?:^|(?<=[\s`\"'(]))(?:\./)?compass (?P<words>[^`|;&#\n]+)", re.MULTILINE)
PATH_LINE = re.compile(r"# (?:content/(?P<kind>[a-z-]+)/(?P<id>[a-z0-9-]+)\.yml|site\.yml)\n")
"""The first line of an example: the file that it shows."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _marked(path: Path) -> Any:
    """A page for a test; those of docs/design are about our own playbook."""
    marks = [pytest.mark.ours] if path.parent.name == "design" else []
    return pytest.param(path, id=name_of(path), marks=marks)


def fences(path: Path, language: str) -> list[str]:
    found = FENCE.finditer(path.read_text("utf-8"))
    return [fence["text"] for fence in found if fence["language"] == language]


OWN_KINDS = ROOT / "docs/writing/own-kinds.md"
"""The page whose examples are a playbook of their own."""


def _examples() -> Iterator[Any]:
    for path in (page for page in PAGES if page != OWN_KINDS):
        for text in fences(path, "yaml"):
            found = PATH_LINE.match(text)
            if found:
                reference = Reference(found["kind"], found["id"]) if found["kind"] else None
                yield pytest.param(reference, text, id=f"{name_of(path)}: {reference or 'site.yml'}")


EXAMPLES = list(_examples())


def read(reference: Reference | None, text: str) -> Model:
    """An example as its model reads it; nothing may be wrong with it."""
    document = parse_document(text.encode(), str(reference))
    assert not document.problems
    if reference is None:
        return Settings.model_validate(document.data)
    return KINDS[reference.kind].model.model_validate({**document.data, "reference": reference})


def models_in(hint: object) -> Iterator[type[Model]]:
    """Every model that a type holds, however deep."""
    if isinstance(hint, type) and issubclass(hint, Model):
        yield hint
        for field in hint.model_fields.values():
            yield from models_in(field.annotation)
    for part in get_args(hint):
        yield from models_in(part)


@pytest.mark.parametrize(("reference", "text"), EXAMPLES)
def test_an_example_is_valid_and_shows_every_field(reference: Reference | None, text: str) -> None:
    entry = read(reference, text)
    shown: dict[type, set[str]] = {}
    for _, value in walk(entry):
        if isinstance(value, Model):
            shown.setdefault(type(value), set()).update(value.model_fields_set)
            # What stands under names of its own, such as the words for a kind.
            for named in (
                one for held in vars(value).values() if isinstance(held, dict) for one in held.values()
            ):
                if isinstance(named, Model):
                    shown.setdefault(type(named), set()).update(named.model_fields_set)
    for model in models_in(type(entry)):
        if model.__module__ == "value_compass.schemas.fields":
            continue  # docs/writing/README.md explains what all kinds share
        # Where the file lies, and what a command writes, nobody copies from an example.
        missing = set(model.model_fields) - shown.get(model, set()) - {"reference", "fingerprint"}
        assert not missing, f"{model.__name__} has fields that the example does not show"


def test_the_example_of_the_settings_passes_the_check(tmp_path: Path) -> None:
    (example,) = (example.values[1] for example in EXAMPLES if example.values[0] is None)
    (tmp_path / "content").mkdir()
    (tmp_path / "site.yml").write_text(example, encoding="utf-8")
    checked = check(tmp_path)
    # The example stands without its content and without the files of its house; what it names is the bakery's.
    assert {problem.code for problem in checked.problems} == {
        "unknown-reference", "house-file", "unknown-font"
    }  # fmt: skip
    assert checked.draft.settings
    for row in checked.draft.settings.search:
        assert all(any((at / f"{to}.yml").is_file() for at in CONTENT) for to in row.finds)


@pytest.mark.ours
@pytest.mark.parametrize(("reference", "text"), EXAMPLES)
def test_an_example_names_entries_that_exist(reference: Reference | None, text: str) -> None:
    entry = read(reference, text)
    if isinstance(entry, Entry):
        named = [target for _, target, _ in references(entry)]
        linked = [Reference.parse(link) for link in re.findall(r"\[\[([^\]|]+)", text)]
        missing = [
            str(to) for to in [*named, *linked] if not any((at / f"{to}.yml").is_file() for at in CONTENT)
        ]
        assert not missing


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_has_a_page_with_an_example_and_a_table(kind: str) -> None:
    page = ROOT / f"docs/writing/{kind}.md"
    text = page.read_text("utf-8")
    assert len(re.findall(rf"^# content/{kind}/", text, re.MULTILINE)) == 1
    assert len(field_tables.TABLE.findall(text)) == 1
    assert f"(writing/{kind}.md)" in (ROOT / "docs/README.md").read_text("utf-8")
    assert f"({kind}.md)" in (ROOT / "docs/writing/README.md").read_text("utf-8")


def test_the_kind_and_the_fields_of_the_example_stand_in_a_playbook(tmp_path: Path) -> None:
    folder = tmp_path / "playbook"
    copied(ROOT / "tests/playbooks/bakery", folder)
    for text in fences(OWN_KINDS, "yaml"):
        file = folder / text.partition("\n")[0].removeprefix("# ")
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    case = folder / "content/cases/hotel-a.yml"
    case.write_text(f"{case.read_text('utf-8')}crates: 31\n", encoding="utf-8")
    checked = check(folder)
    assert not checked.problems
    assert checked.draft.settings
    playbook = seal(checked.draft, checked.draft.settings.editions[0])
    figures = Figures(playbook, tmp_path / "cache")
    pages = {page.address: page.html for page in render_pages(playbook, figures)}
    deal = pages["deals/breakfast-for-the-season.html"]
    for said in ("A hotel of sixty rooms", "1 October 2026", "up to ten crates", "What to watch", "17.5"):
        assert said in deal
    assert "Deals that were made here" in pages["workshops/menu-day.html"]
    assert "Crates a week</dt><dd>31" in pages["cases/hotel-a.html"]


@pytest.mark.parametrize("path", field_tables.pages(), ids=name_of)
def test_a_table_of_fields_is_as_the_models_are(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text == field_tables.renewed(text, path), "run: python -m tests.docs.field_tables"


@pytest.mark.parametrize("path", [p for p in PAGES if "problems" not in p.parts], ids=name_of)
def test_every_piece_of_yaml_can_be_read(path: Path) -> None:
    for text in fences(path, "yaml"):
        yaml.safe_load(text)


def slugs(path: Path) -> set[str]:
    """The fragments of a page's headings, as GitHub and GitLab make them."""
    found: set[str] = set()
    for title in re.findall(r"^#{1,6} +(.+?) *$", FENCE.sub("", path.read_text("utf-8")), re.MULTILINE):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title)
        slug = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        number = next(n for n in range(len(found) + 1) if (f"{slug}-{n}" if n else slug) not in found)
        found.add(f"{slug}-{number}" if number else slug)
    return found


@pytest.mark.parametrize("path", [_marked(path) for path in PAGES])
def test_every_relative_link_leads_to_a_file_and_heading(path: Path) -> None:
    text = re.sub(r"(`+).+?\1", "", FENCE.sub("", path.read_text("utf-8")))
    broken = []
    for found in LINK.finditer(text):
        target, _, fragment = found["target"].partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        file = (path.parent / unquote(target)).resolve() if target else path
        known = file.exists() and (not fragment or file.suffix != ".md" or fragment in slugs(file))
        if not known:
            broken.append(found["target"])
    assert not broken


def commands(path: Path) -> Iterator[str]:
    """What follows `compass` wherever the page shows it as code."""
    text = path.read_text("utf-8")
    code = [fence["text"] for fence in FENCE.finditer(text)]
    code += [span[1] for span in re.finditer(r"`([^`\n]+)`", FENCE.sub("", text))]
    for piece in code:
        yield from (found["words"].strip() for found in COMMAND.finditer(piece))


def wrong_word(words: list[str], command: click.Command) -> str | None:
    """The first word that the command does not know: a command below it, or an option."""
    while words:
        word = words.pop(0)
        if word.startswith("-"):
            options = {o: p for p in command.params if isinstance(p, click.Option) for o in p.opts}
            option = options.get(word.partition("=")[0])
            if option is None:
                return word
            if not option.is_flag and "=" not in word:
                words[:1] = []
        elif isinstance(command, click.Group):
            found = command.get_command(click.Context(command), word)
            if found is None:
                return word
            command = found
    return None


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_command_exists(path: Path) -> None:
    from value_compass.generator.cli.main import compass

    unknown = []
    for line in commands(path):
        words = re.split(r"\s{2,}", line)[0].split()
        if words[0] == "test":
            assert '"${1:-}" = test' in (ROOT / "compass").read_text("utf-8")
        elif wrong_word(words, compass):
            unknown.append(line)
    assert not unknown
