"""Data goes one way through the rooms, and what a room is for stays in it."""

from __future__ import annotations

import pytest

from tests.house.source import Module, loaded_with, modules, room_of

ROOMS = (
    "language",
    "schemas",
    "load",
    "check",
    "sheets",
    "playbook",
    "changes",
    "diagrams",
    "pages",
    "site",
    "book",
    "slides",
    "export",
    "serve",
    "edit",
    "cli",
    "plugin",
)
"""Each takes from those before it."""

NEVER = {
    "site": {"book"},
    "book": {"site"},
    "serve": {"book", "slides", "export"},
    "export": {"diagrams", "site", "book", "slides"},
    "sheets": {"language"},
    "edit": {"playbook", "changes", "diagrams", "pages", "site", "book", "slides", "export", "serve"},
}
"""What a room does not take from, though it stands before it."""

LIBRARIES = {
    "mkdocs": {"site", "plugin"},
    "typst": {"book"},
    "pikepdf": {"book"},
    "click": {"cli"},
    "openpyxl": {"sheets"},
    "babel": {"language"},
}
"""The rooms that know a library; no other depends on it."""


def takes(module: Module) -> set[str]:
    """The other rooms that a module takes from."""
    return {room_of(name) for name, _ in module.imports()} - {"", module.room}


def before(room: str) -> set[str]:
    """The rooms that a room may take from."""
    return set(ROOMS[: ROOMS.index(room)]) - NEVER.get(room, set())


def test_a_room_takes_from_rooms_before_it() -> None:
    taken = {module.name: takes(module) - before(module.room) for module in modules()}
    assert not {name: rooms for name, rooms in taken.items() if rooms}


def test_every_room_has_its_place() -> None:
    assert {module.room for module in modules()} == set(ROOMS)


@pytest.mark.parametrize("library", LIBRARIES)
def test_only_its_room_knows_a_library(library: str) -> None:
    knowing = {m.room for m in modules() for name, _ in m.imports() if name.partition(".")[0] == library}
    assert knowing == LIBRARIES[library]


@pytest.mark.parametrize(
    ("command", "libraries"),
    [
        ("checking", {"babel", "mkdocs", "jinja2", "typst", "pikepdf", "openpyxl", "pptx"}),
        ("building", {"babel", "mkdocs", "typst", "pikepdf", "openpyxl", "pptx"}),
        ("book", {"babel", "mkdocs", "openpyxl", "pptx"}),
        ("serving", {"babel", "mkdocs", "typst", "pikepdf", "openpyxl", "pptx"}),
    ],
)
def test_a_command_loads_only_what_it_uses(command: str, libraries: set[str]) -> None:
    loaded = loaded_with(f"value_compass.generator.cli.{command}")
    assert {"click", "pydantic"} <= {name.partition(".")[0] for name in loaded}
    assert not libraries & {name.partition(".")[0] for name in loaded}


def test_nothing_private_is_taken_from_another_module() -> None:
    """A library may change what is private to it with any release, and another module of ours may too."""
    private = [
        f"{module.name}: {source}.{name}"
        for module in modules()
        for source, name in module.imports()
        for part in (*source.split("."), name)
        if part.startswith("_") and part != "__future__" and (source, name) != (WORDS, "_")
    ]
    assert private == []


WORDS = "value_compass.language.words"
"""The one module whose name for translating is `_`, as everywhere."""
