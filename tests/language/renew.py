"""Renews the catalogues from what Python, templates and scripts say: `python -m tests.language.renew`.

`messages.pot` has every message; the catalogue of each language gets the new ones without a translation, and
loses those that nobody says any more.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

import value_compass
from value_compass.language.catalogue import SHIPPED
from value_compass.language.scripts import messages_in_script, messages_in_typst
from value_compass.schemas.kinds import KINDS

PACKAGE = Path(value_compass.__file__).parent
TEMPLATE = SHIPPED / "messages.pot"

KEYWORDS = {"_": None, "ngettext": (1, 2)}

REGISTERED = {
    "Anatomy": {"title": 0, "back": 2, "words": 4, "does": 5},
    "Canvas": {"hint": 1},
    "Kind": {"singular": 2, "plural": 3},
    "Overview": {"title": 1, "summary": 2},
    "Tool": {"title": 2, "summary": 3},
}
"""Values that are made once and hold messages: the fields that do, with their places."""

NO_CHOICES = {"anatomy", "canvases", "kinds", "settings", "tables", "own_kinds"}
"""Models whose choices no reader sees."""

KINDS_FILE = "value_compass/schemas/kinds.py"

Found = tuple[str, str | None, str]
"""A message, its plural, and the file that says it."""


def messages() -> Iterator[Found]:
    """Every message that a reader can see."""
    for kind in KINDS.values():
        yield *kind.counts, KINDS_FILE
        yield (kind.model.__doc__ or "").strip().partition("\n")[0], None, KINDS_FILE
    for file in sorted(PACKAGE.rglob("*")):
        place = file.relative_to(PACKAGE.parent).as_posix()
        for one, many in _in_file(file):
            yield one, many, place


def _in_file(file: Path) -> Iterator[tuple[str, str | None]]:
    if file.suffix == ".py":
        yield from _in_python(
            ast.parse(file.read_text(encoding="utf-8")),
            choices=file.parent.name == "schemas" and file.stem not in NO_CHOICES,
        )
    elif file.suffix in {".jinja", ".html"}:
        options = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
        for _line, _function, said, _comments in babel_extract(
            BytesIO(file.read_bytes()), KEYWORDS, (), options
        ):
            if isinstance(said, tuple):
                yield said[0], said[1]
            else:
                yield said, None
    elif file.suffix in {".js", ".typ"}:
        read = messages_in_script if file.suffix == ".js" else messages_in_typst
        for one, many, _line in read(file.read_text(encoding="utf-8")):
            yield one, many


def _in_python(tree: ast.AST, *, choices: bool) -> Iterator[tuple[str, str | None]]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.ClassDef)
            and any(ast.unparse(base) == "StrEnum" for base in node.bases)
            and choices
        ):
            values = (one.value for one in node.body if isinstance(one, ast.Assign))
            yield from ((text.replace("-", " "), None) for value in values for text in _texts(value))
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in {"_", "N_", "in_markup", "pieces", "phrase", "instead"}:
            yield from ((said, None) for said in _texts(node.args[0]))
        elif node.func.id in {"ngettext", "form_for", "plural_pieces"} and (
            said := [*_texts(node.args[0]), *_texts(node.args[1])]
        ):
            yield said[0], said[1]
        for name, place in REGISTERED.get(node.func.id, {}).items():
            given = [keyword.value for keyword in node.keywords if keyword.arg == name]
            given += node.args[place : place + 1]
            for value in given:
                pairs = value.elts if isinstance(value, ast.Tuple) else None
                texts = [pair.elts[1] for pair in pairs if isinstance(pair, ast.Tuple)] if pairs else [value]
                yield from ((said, None) for text in texts for said in _texts(text))


def _texts(node: ast.expr) -> list[str]:
    """The text that an argument is; both of a choice between two."""
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def template() -> Catalog:
    """All messages, without translations."""
    catalog = Catalog(project="Value Compass", fuzzy=False)
    for one, many, place in messages():
        catalog.add((one, many) if many else one, locations=[(place, None)])
    return catalog


def renewed(language: str, against: Catalog) -> Catalog:
    """The catalogue of a language with the messages that there are."""
    with (SHIPPED / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalog = read_po(file, locale=language)
    catalog.update(against, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def text_of(catalog: Catalog) -> str:
    """A catalogue as it is kept: without days and names of machines and people."""
    written = BytesIO()
    write_po(written, catalog, width=110, include_lineno=False, omit_header=True, sort_by_file=True)
    return f"{_head(catalog)}\n{written.getvalue().decode()}"


def _head(catalog: Catalog) -> str:
    says = ["Content-Type: text/plain; charset=utf-8"]
    if catalog.locale:
        says = [f"Language: {catalog.locale}", *says, f"Plural-Forms: {catalog.plural_forms}"]
    return "\n".join(['msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in says), ""])


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(folder.name for folder in SHIPPED.iterdir() if folder.is_dir())


def main() -> None:
    """Write all of them."""
    every = template()
    TEMPLATE.write_text(text_of(every), encoding="utf-8")
    for language in languages():
        file = SHIPPED / language / "LC_MESSAGES" / "messages.po"
        file.write_text(text_of(renewed(language, every)), encoding="utf-8")


if __name__ == "__main__":
    main()
