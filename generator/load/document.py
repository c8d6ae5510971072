"""One YAML file as data, with the place of every key and value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

import yaml

from generator.load.problem import START, Problem, Span
from generator.load.syntax import explain

LARGEST = 256 * 1024
"""Files above this many bytes are refused: an entry is a few kilobytes."""

DEEPEST = 40
"""Levels of nesting above this are refused: an entry needs six."""

Keys: TypeAlias = tuple[str | int, ...]
"""The way to a value: field names and list positions from the top of the file."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where a value and its key stand."""

    value: Span
    key: Span


@dataclass(frozen=True, slots=True)
class Document:
    """What one YAML file holds."""

    file: str
    """Path from the playbook's folder, with `/` between its parts."""
    text: str = ""
    data: Any = None
    """What the file says: dictionaries, lists and scalars; nothing when it could not be read."""
    places: Mapping[Keys, Places] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[Problem, ...] = ()
    """What is wrong with the file as YAML."""

    def span(self, keys: Keys, *, of_key: bool = False) -> Span:
        """Where a value stands; for one that is missing, its nearest ancestor.

        Args:
            keys: the way to the value.
            of_key: whether to point at its key instead, where it has one.
        """
        for length in range(len(keys), 0, -1):
            places = self.places.get(keys[:length])
            if places:
                return places.key if of_key or length < len(keys) else places.value
        return START


def read_document(path: Path, file: str) -> Document:
    """Read one YAML file.

    Args:
        path: where the file lies.
        file: how messages name it.

    Returns:
        The document; whatever is wrong with the file stands in its `problems`.
    """
    try:
        content = path.read_bytes()
    except OSError as failure:
        return _refused(file, "unreadable-file", f"this file cannot be read: {failure.strerror}",
                        "Check that it is a file and that you may open it.")
    return parse_document(content, file)


def parse_document(content: bytes, file: str) -> Document:
    """Read the bytes of one YAML file; see `read_document`."""
    if len(content) > LARGEST:
        return _refused(file, "oversized-file",
                        f"this file has {len(content) // 1024} kB, and {LARGEST // 1024} kB is the most",
                        "Split it into several entries, or move long text elsewhere.")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as failure:
        before = content[: failure.start].decode("utf-8", "replace")
        span = Span(before.count("\n") + 1, len(before) - before.rfind("\n"))
        return _refused(file, "wrong-encoding", "this file is not saved as UTF-8, the encoding that all files use",
                        "Save it again with the encoding UTF-8.", span)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    too_deep = _too_deep(text)
    if too_deep:
        return _refused(file, "deep-nesting", f"this is nested more than {DEEPEST} levels deep",
                        "Take out the extra brackets or dashes.", too_deep, text)
    try:
        loader = yaml.CSafeLoader(text)
        node = loader.get_single_node()
    except (yaml.YAMLError, RecursionError, ValueError) as failure:
        return Document(file, text, problems=(explain(failure, text, file),))
    if node is None:
        return _refused(file, "empty-file", "this file is empty", "Fill it in, or delete it.", text=text)
    walk = _Walk(loader, file, text)
    data = walk.read(node, ())
    return Document(file, text, data, MappingProxyType(walk.places), tuple(walk.problems))


def _refused(
    file: str, code: str, message: str, advice: str, span: Span = START, text: str = ""
) -> Document:
    return Document(file, text, problems=(Problem(code, message, file, span, advice),))


def _too_deep(text: str) -> Span | None:
    """Find nesting that would exhaust the stack of a recursive parser."""
    depth = 0
    for found in re.finditer(r"[\[{\]}]", text):
        depth = depth + 1 if found[0] in "[{" else max(depth - 1, 0)
        if depth > DEEPEST:
            return _span_at(text, found.start())
    dashes = re.search(rf"(?:[-?][ \t]+){{{DEEPEST},}}", text)
    return _span_at(text, dashes.start()) if dashes else None


def _span_at(text: str, index: int) -> Span:
    return Span(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


class _Walk:
    """One pass over the nodes of a file, which collects data, places and problems."""

    def __init__(self, loader: yaml.CSafeLoader, file: str, text: str) -> None:
        self.loader = loader
        self.file = file
        self.lines = text.split("\n")
        self.places: dict[Keys, Places] = {}
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def read(self, node: yaml.Node, keys: Keys) -> Any:
        if id(node) in self.seen:
            self._problem("yaml-alias", "this repeats another part of the file with & and *", node,
                          "Write the text out here.")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, keys)
        if isinstance(node, yaml.SequenceNode):
            result = []
            for index, item in enumerate(node.value):
                span = self._span(item)
                self.places[(*keys, index)] = Places(span, span)
                result.append(self.read(item, (*keys, index)))
            return result
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, keys: Keys) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key is None:
                continue
            if key in result:
                first = self.places[(*keys, key)].key.line
                self._problem("duplicate-key", f'"{key}" stands twice, first in line {first}', key_node,
                              "Keep one of the two; with both, one would be lost without a word.")
                continue
            self.places[(*keys, key)] = Places(self._span(value_node), self._span(key_node))
            result[key] = self.read(value_node, (*keys, key))
        return result

    def _key(self, node: yaml.Node) -> str | None:
        if isinstance(node, yaml.ScalarNode) and id(node) not in self.seen:
            return str(node.value)
        self._problem("odd-key", "a field's name must be plain words", node,
                      "Write the name, a colon and a space, then the value.")
        return None

    def _scalar(self, node: yaml.Node) -> Any:
        try:
            return self.loader.construct_object(node)
        except (yaml.YAMLError, ValueError, OverflowError):
            shown = str(node.value)[:40]
            tag = str(node.tag)
            if tag.endswith("timestamp"):
                self._problem("wrong-date", f'"{shown}" looks like a date, and there is no such day', node,
                              "Write year-month-day, such as 2026-11-22, or put quotes around a text.")
            else:
                self._problem("unreadable-value", f'"{shown}" cannot be read as the {tag.rpartition(":")[2]} that it looks like',
                              node, "Put quotes around it to keep it as text.")
            return None

    def _span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark, node.end_mark
        if start.line >= len(self.lines):
            return Span(len(self.lines), 1)
        same = end.line == start.line
        last = end.column if same else len(self.lines[start.line].rstrip())
        return Span(start.line + 1, start.column + 1, max(last - start.column, 1))

    def _problem(self, code: str, message: str, node: yaml.Node, advice: str) -> None:
        self.problems.append(Problem(code, message, self.file, self._span(node), advice))
