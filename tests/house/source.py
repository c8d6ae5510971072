"""The source of the generator, module by module."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "value_compass"


@dataclass(frozen=True)
class Module:
    """A module of the package."""

    name: str
    """Its path from the generator's folder, or from the package's: `check/draft.py`, `schemas/kinds.py`."""
    tree: ast.Module

    @property
    def room(self) -> str:
        """The folder that it stands in."""
        return self.name.partition("/")[0]

    def imports(self) -> Iterator[tuple[str, str]]:
        """Every module that it takes from, and the name that it takes; no name for a whole module."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom):
                yield from ((node.module or "", name.name) for name in node.names)
            elif isinstance(node, ast.Import):
                yield from ((name.name, "") for name in node.names)

    def loads(self) -> Iterator[str]:
        """Every module that is loaded as soon as this one is: not what a function or a checker of types asks for."""
        for node in self.tree.body:
            if isinstance(node, ast.ImportFrom):
                yield node.module or ""
                yield from (f"{node.module}.{name.name}" for name in node.names)
            elif isinstance(node, ast.Import):
                yield from (name.name for name in node.names)

    def texts(self) -> Iterator[str]:
        """Every text in its code; docstrings are none."""
        docs = {id(node.value) for node in ast.walk(self.tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                yield node.value


def room_of(module: str) -> str:
    """The room of a module by its full name; nothing for one that is not ours."""
    parts = module.split(".")
    if parts[0] != PACKAGE.name or len(parts) < 2:
        return ""
    return parts[2] if parts[1] == "generator" and len(parts) > 2 else parts[1]


def loaded_with(name: str) -> set[str]:
    """The full names of all that is loaded when a module of ours is, libraries included."""
    ours = {_full_name(module): module for module in modules()}
    found, open_ = {name}, [name]
    while open_:
        fresh = {one for one in ours[open_.pop()].loads() if one not in found}
        found |= fresh
        open_ += fresh & ours.keys()
    return found


def _full_name(module: Module) -> str:
    path = module.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    inside = "" if (PACKAGE / module.name).exists() else "generator."
    return f"{PACKAGE.name}.{inside}{path}"


@cache
def modules() -> tuple[Module, ...]:
    """All modules in rooms, by their names."""
    return tuple(
        Module(
            path.relative_to(PACKAGE).as_posix().removeprefix("generator/"),
            ast.parse(path.read_text(encoding="utf-8")),
        )
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.parent not in {PACKAGE, PACKAGE / "generator"}
    )
