"""DOT, in which Graphviz is told what to lay out: statements with attributes, all in quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal


def statement(subject: str, attributes: Mapping[str, str]) -> str:
    """A statement about a node or an edge, or about all of them.

    Args:
        subject: as DOT writes it: `node`, or what `quoted` and `line` give.
        attributes: what is said of it; values may have the escapes of Graphviz.
    """
    return f"{subject} [{' '.join(f'{name}={quoted(value)}' for name, value in attributes.items())}]"


def quoted(text: str) -> str:
    """A text in quotation marks, whose own are escaped. Nothing in it is markup or the end of it."""
    said = text.replace('"', '\\"')
    return f'"{said}"'


def line(tail: str, head: str, sign: Literal["->", "--"]) -> str:
    """An edge from one node to another, with an arrow or without."""
    return f"{quoted(tail)} {sign} {quoted(head)}"


def graph(sort: Literal["graph", "digraph"], statements: Iterable[str]) -> str:
    """A whole graph, with lines that have arrows (`digraph`) or have none."""
    return "\n".join((f"{sort} {{", *statements, "}", ""))
