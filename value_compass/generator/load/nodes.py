"""From the nodes of a YAML file to data, with all that YAML would pass over in silence."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml
from msgspec import Struct

from value_compass.generator.load.problem import START, Problem, Span


class Unread:
    """Stands in the data where a value could not be read, which has been said already."""

    def __repr__(self) -> str:
        """A short name, for whoever looks at the data."""
        return "UNREAD"


UNREAD: Final = Unread()
"""The one value of its class."""

ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000]+")
"""Spaces that look like spaces, and are letters to YAML."""

_TEXT, _INT, _FLOAT, _NULL, _DATE, _VALUE, _MERGE = (
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "null", "timestamp", "value", "merge")
)
_PLAIN_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})")
_LONG_INT = re.compile(r"[-+]?[1-9][0-9]{15,}")
_MARKED = re.compile(r"(?:^|[\s\[{,:-])[&!*]", re.MULTILINE)
_CUT_OFF = re.compile(r"\s+(#[^\s#].*)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufeff\ufffe\uffff]")
_NO_ITEM = re.compile(r"(?P<other>[\u2013\u2014\u2022])[ \xa0]|-(?=[^\W\d])")
"""What was meant as an item of a list: after a long dash or a bullet, or with no space after its dash."""
_FIELD_LINE = re.compile(r"[a-z_]+:(?:\s|$)")


class Reading(Struct, frozen=True):
    """What the nodes of a file say."""

    data: Any
    problems: tuple[Problem, ...]


def read_nodes(loader: yaml.CSafeLoader, root: yaml.Node, text: str, file: str) -> Reading:
    """Turn a file's nodes into dictionaries, lists and scalars.

    Args:
        loader: what composed the nodes; it knows how to make a date of a text.
        root: the topmost node.
        text: the file's text.
        file: how messages name it.

    Returns:
        The data, with `UNREAD` in place of what could not be read, and a problem for each of these.
    """
    walk = _Walk(loader, text, file)
    data = walk.read(root)
    walk.aliases()
    return Reading(data, tuple(walk.problems))


def text_of_node(node: yaml.Node, text: str) -> str:
    """How a node is written in the file."""
    return text[node.start_mark.index : node.end_mark.index]


def span_of_node(node: yaml.Node, text: str) -> Span:
    """The first line of a node; of a block of text, its first line with words."""
    start, end = node.start_mark.index, node.end_mark.index
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        words = re.compile(r"[^\n]*\n\s*").match(text, start, end)
        if words and words.end() < end:
            line += words[0].count("\n")
            column = words.end() - text.rfind("\n", 0, words.end())
            start = words.end()
    newline = text.find("\n", start)
    stop = min(end, newline) if newline >= 0 else end
    return Span(line, column, max(len(text[start:stop].rstrip()), 1))


class _Walk:
    """One pass over the nodes of a file, which makes data and collects problems."""

    def __init__(self, loader: yaml.CSafeLoader, text: str, file: str) -> None:
        self.loader = loader
        self.text = text
        self.file = file
        self.problems: list[Problem] = []
        self.seen: set[int] = set()
        self.repeats = False
        self.may_be_marked = bool(_MARKED.search(text))
        self.may_be_cut = " #" in text or "\t#" in text

    def read(self, node: yaml.Node) -> Any:
        if self.may_be_marked and self._is_marked(node):
            return UNREAD
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item) for item in node.value]
        return self._mapping(node) if isinstance(node, yaml.MappingNode) else UNREAD

    def aliases(self) -> None:
        """Say of every alias where it stands, which the nodes do not know."""
        if not self.repeats:
            return
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.AliasEvent):
                mark, anchor = event.start_mark, event.anchor or ""
                self.problems.append(
                    Problem(
                        "yaml-alias",
                        f'"*{_short(anchor)}" repeats another part of the file',
                        self.file,
                        Span(mark.line + 1, mark.column + 1, len(anchor) + 1) if mark else START,
                        "write the text out here",
                    )
                )

    def _is_marked(self, node: yaml.Node) -> bool:
        """Whether a node repeats another, or begins with a mark that YAML would take off its text."""
        if id(node) in self.seen:
            self.repeats = True
            return True
        self.seen.add(id(node))
        mark = self.text[node.start_mark.index : node.start_mark.index + 1]
        if mark not in ("&", "!") or node.start_mark.index == node.end_mark.index:
            return False
        self._problem(
            "special-character",
            f'a text cannot begin with "{mark}": YAML takes the word after it for a mark of its own',
            node,
            "put quotation marks around the whole text",
        )
        return True

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        result: dict[str, Any] = {}
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key is None:
                continue
            if key in first:
                self._problem(
                    "duplicate-key",
                    f'"{_short(key)}" stands twice, first in line {first[key]}',
                    key_node,
                    "keep one of the two; with both, one would be lost without a word",
                )
                continue
            first[key] = key_node.start_mark.line + 1
            result[key] = self.read(value_node)
        return result

    def _key(self, node: yaml.Node) -> str | None:
        key = node.value if isinstance(node, yaml.ScalarNode) else None
        if isinstance(key, str) and key.isidentifier() and not self.may_be_marked:
            return key
        marked = self.text[node.start_mark.index : node.start_mark.index + 1] in ("&", "!", "*")
        if not isinstance(key, str) or not key.strip() or marked or id(node) in self.seen:
            self._problem(
                "odd-key",
                "a field's name is plain words, and something else stands here",
                node,
                "write the name, a colon and a space, then the value",
            )
            return None
        if ODD_SPACE.match(key):
            self._problem(
                "odd-space",
                "the spaces at the beginning of this line are not ordinary ones, "
                "and do not count as indentation",
                node,
                "delete them and type spaces; they often come along when text is pasted",
            )
            return None
        return key

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        value, tag = node.value, node.tag
        if not node.style and (found := _NO_ITEM.match(value)) and self._no_item(node, found["other"]):
            return UNREAD
        if node.end_mark.line > node.start_mark.line and node.style not in ("|", ">"):
            before = len(self.problems)
            self._lines_swallowed(node)
            if len(self.problems) > before:
                return UNREAD
        if tag == _TEXT or tag in (_VALUE, _MERGE):
            if self.may_be_cut and not node.style:
                self._cut_off(node)
            if node.style == '"' and _CONTROL.search(value):
                self._problem(
                    "control-character",
                    "a text with an invisible control character in it, written with a backslash",
                    node,
                    "take it out",
                )
                return UNREAD
            return value
        if tag == _NULL:
            if self.may_be_cut and not value:
                self._cut_off(node)
            return None
        if tag == _INT and not _PLAIN_INT.fullmatch(value):
            return self._odd_number(node)
        if tag == _FLOAT and ":" in value:
            return self._odd_number(node)
        return self._constructed(node)

    def _constructed(self, node: yaml.ScalarNode) -> Any:
        try:
            return self.loader.construct_object(node)
        except (yaml.YAMLError, ValueError, OverflowError):
            if node.tag != _DATE:
                return self._odd_number(node)
            self._problem(
                "wrong-date",
                f'"{_short(node.value)}" looks like a date, and there is no such day',
                node,
                "write year-month-day, such as 2026-11-22, or put quotation marks around a text",
            )
            return UNREAD

    def _odd_number(self, node: yaml.ScalarNode) -> Unread:
        shown, as_text = _short(node.value), "or put quotation marks around it to keep it as text"
        if _LONG_INT.fullmatch(node.value):
            message, advice = f'"{shown}" has too many digits for a number', "take some out"
        else:
            message = f'YAML reads "{shown}" as another number than it seems to say'
            advice = "write plain digits without a leading zero"
        self._problem("odd-number", message, node, f"{advice}, {as_text}")
        return UNREAD

    def _cut_off(self, node: yaml.ScalarNode) -> None:
        """Warn of a text that ends at a `#` which was hardly meant to begin a comment."""
        newline = self.text.find("\n", node.end_mark.index)
        rest = self.text[node.end_mark.index : newline if newline >= 0 else None]
        found = _CUT_OFF.match(rest)
        if found:
            column = node.end_mark.column + found.start(1) + 1
            self.problems.append(
                Problem(
                    "text-cut-off",
                    'what follows a space and "#" is a comment, so readers never see it',
                    self.file,
                    Span(node.end_mark.line + 1, column, len(found[1].rstrip())),
                    "put quotation marks around the whole text; for a comment, put a space after the #",
                )
            )

    def _no_item(self, node: yaml.ScalarNode, other: str | None) -> bool:
        """Whether a text that begins a line was meant as an item of a list; `other` stands for its dash."""
        newline = self.text.rfind("\n", 0, node.start_mark.index)
        if self.text[newline + 1 : node.start_mark.index].strip():
            return False
        message, advice = (
            "there is no space after the dash, so it does not count",
            "put a space after the dash",
        )
        if other:
            message = f'a list takes a hyphen before each item, and "{other}" is another sign'
            advice = "type a hyphen and a space in its place, in each line of the list"
        length = len(self.text[node.start_mark.index :].partition("\n")[0].rstrip())
        place = Span(node.start_mark.line + 1, node.start_mark.column + 1, length)
        code = "special-character" if other else "missing-space"
        self.problems.append(Problem(code, message, self.file, place, advice))
        return True

    def _lines_swallowed(self, node: yaml.ScalarNode) -> None:
        """Find lines that look like a list's item or a field, and are read as more of a text."""
        newline = self.text.rfind("\n", 0, node.start_mark.index)
        opening = self.text[newline + 1 : node.start_mark.index]
        indent = len(opening) - len(opening.lstrip(" "))
        lines = text_of_node(node, self.text).split("\n")
        for number, line in enumerate(lines[1:], node.start_mark.line + 2):
            words = line.lstrip(" ")
            column = len(line) - len(words) + 1
            if not node.style and words.startswith("- "):
                self.problems.append(
                    Problem(
                        "indentation",
                        "this line begins with a dash, but is read as more of the text above it",
                        self.file,
                        Span(number, column, len(words.rstrip())),
                        "give it as many spaces as the item above; a dash needs a space after it",
                    )
                )
            elif node.style and column - 1 <= indent and _FIELD_LINE.match(words):
                self._problem(
                    "missing-quote",
                    f"a quotation mark opens here and swallows line {number}",
                    node,
                    "close it at the end of the text",
                )
                return

    def _problem(self, code: str, message: str, node: yaml.Node, advice: str) -> None:
        span = span_of_node(node, self.text)
        self.problems.append(Problem(code, message, self.file, span, advice))


def _short(value: str) -> str:
    text = " ".join(value.split())
    return text if len(text) <= 40 else text[:37] + "..."
