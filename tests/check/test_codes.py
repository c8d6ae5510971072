"""The register, the source, the rules and the docs know the same codes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import value_compass.generator.check
import value_compass.generator.load
from tests.check.problem_pages import DOCS, problem_pages
from value_compass.generator.check.codes.fields import FIELDS
from value_compass.generator.check.codes.files import FILES
from value_compass.generator.check.codes.kinds import KINDS
from value_compass.generator.check.codes.weights import WEIGHTS
from value_compass.generator.check.codes.writing import WRITING
from value_compass.generator.check.register import REGISTER
from value_compass.generator.check.rules import MODULES

RAISING = {"Problem", "Finding", "problem", "_problem", "_refused", "at_both"}
"""What takes a code for its first or second argument."""

CODE = re.compile(r"[a-z]+(-[a-z]+)*")


def modules() -> list[Path]:
    rooms = [Path(room.__path__[0]) for room in (value_compass.generator.load, value_compass.generator.check)]
    return [path for room in rooms for path in room.rglob("*.py") if path.parent.name != "codes"]


def raised_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        arguments: list[ast.expr] = []
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            arguments = node.args[:2] if name in RAISING else []
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            # Forms of texts are explained as tuples that begin with the code.
            arguments = node.value.elts[:1]
        for argument in arguments:
            if isinstance(argument, ast.Constant) and CODE.fullmatch(str(argument.value)):
                yield str(argument.value)


def test_every_code_in_the_source_is_in_the_register_and_the_other_way_round() -> None:
    assert {code for path in modules() for code in raised_in(path)} == set(REGISTER)


def test_every_code_belongs_to_one_family_or_rule() -> None:
    owned = [
        *FILES,
        *WRITING,
        *FIELDS,
        *KINDS,
        *WEIGHTS,
        *(code for module in MODULES for code in module.CODES),
    ]
    assert sorted(owned) == sorted(REGISTER)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_rule_names_its_codes_and_explains_itself(module: object) -> None:
    path = Path(getattr(module, "__file__", ""))
    assert set(raised_in(path)) == set(getattr(module, "CODES", ()))
    assert "**Way out:**" in (module.__doc__ or "")


@pytest.mark.parametrize("code", REGISTER)
def test_a_meaning_is_whole(code: str) -> None:
    meaning = REGISTER[code]
    assert CODE.fullmatch(code)
    assert meaning.title[0].isupper()
    assert not meaning.title.endswith(".")
    assert meaning.explanation.endswith(".")
    assert meaning.wrong != meaning.right


def test_the_docs_say_what_the_source_says() -> None:
    made = problem_pages()
    kept = {path.name: path.read_text(encoding="utf-8") for path in DOCS.glob("*.md")}
    assert kept == made, "run: python -m tests.check.problem_pages"
