"""The tools that entries can have."""

from __future__ import annotations

from collections.abc import Mapping

from value_compass.generator.pages.overview import Material
from value_compass.generator.pages.process_board import BOARD
from value_compass.generator.pages.process_check import SELF_CHECK
from value_compass.generator.pages.tool import Tool
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Entry

TOOLS: tuple[Tool, ...] = (SELF_CHECK, BOARD)
"""All tools."""


def tools_of(playbook: Playbook) -> tuple[Tool, ...]:
    """The tools that an edition has."""
    return tuple(tool for tool in TOOLS if tool.folder not in set(playbook.edition.hides))


def files_of_tools(material: Material) -> Mapping[str, str]:
    """The files that belong to the tools of a site, by their addresses."""
    return {
        f"{tool.folder}/{entry.reference.id}.{ending}": text
        for tool in tools_of(material.playbook)
        for entry in material.playbook.of_kind(tool.kind)
        for ending, text in tool.files(material, entry).items()
    }


def tools_for(material: Material, entry: Entry) -> list[Tool]:
    """The tools that an entry has."""
    found = (tool for tool in tools_of(material.playbook) if tool.kind == entry.reference.kind)
    return [tool for tool in found if tool.shown(material, entry) is not None]
