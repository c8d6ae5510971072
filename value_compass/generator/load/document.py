"""One YAML file as data, with the place of every key and value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from msgspec import Struct

from value_compass.generator.load.nodes import Reading, read_nodes, span_of_node, text_of_node
from value_compass.generator.load.problem import START, Problem, Span
from value_compass.generator.load.syntax import explain

LARGEST = 256 * 1024
"""Files above this many bytes are refused: an entry is a few kilobytes."""

DEEPEST = 40
"""Levels of nesting above this are refused: an entry needs six."""

Keys: TypeAlias = tuple[str | int, ...]
"""The way to a value: field names and list positions from the top of the file."""

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufeff\ufffe\uffff]")
"""Characters that no one sees and YAML refuses, or takes for the end of a line."""


class Places(Struct, frozen=True):
    """Where a value and its key stand."""

    value: Span
    key: Span
    text: str
    """How the value is written in the file."""


_Pairs: TypeAlias = dict[str | int, tuple[yaml.Node, yaml.Node]]


@dataclass(frozen=True, slots=True)
class Document:
    """What one YAML file holds."""

    file: str
    """Path from the playbook's folder, with `/` between its parts."""
    text: str = ""
    """The file's text, every line ending in `\\n`."""
    data: Any = None
    """What the file says: dictionaries, lists and scalars; nothing when it could not be read."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the file as YAML."""
    root: yaml.Node | None = field(default=None, repr=False, compare=False)
    """The file's nodes, which know where everything stands."""
    _pairs: dict[int, _Pairs] = field(default_factory=dict, repr=False, compare=False)
    """What lies under each node that was asked about; filled on demand, for speed alone."""
    made: dict[type, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was made of the data, by its model; whoever makes it puts it here, so that it is made once."""

    def places(self, keys: Keys) -> Places | None:
        """Where a value and its key stand, and how the value is written; nothing when it is missing."""
        found = self._nodes(keys)
        if found is None:
            return None
        key, value = found
        key_span = span_of_node(key, self.text)
        # An empty value has no place of its own: the caret goes under its key, or under its dash.
        empty = value.start_mark.index == value.end_mark.index
        if empty and key is value:
            key_span = Span(key_span.line, max(key_span.column - 1, 1))
        value_span = key_span if empty else span_of_node(value, self.text)
        return Places(value_span, key_span, text_of_node(value, self.text))

    def span(self, keys: Keys, *, of_key: bool = False) -> Span:
        """Where a value stands; for one that is missing, its nearest ancestor.

        Args:
            keys: the way to the value.
            of_key: whether to point at its key instead, where it has one.
        """
        for length in range(len(keys), 0, -1):
            places = self.places(keys[:length])
            if places:
                return places.key if of_key or length < len(keys) else places.value
        return START

    def span_of(self, keys: Keys, part: str, occurrence: int = 0) -> Span:
        """Where a part of a text stands; the whole text when it is written in another way there.

        Args:
            keys: the way to the text.
            part: some of its words, such as a link.
            occurrence: how many times the same words stand before it.
        """
        whole = self.span(keys)
        # A statement in plain text has no field "text" in the file: its item is the text.
        above = (self._nodes(keys[:length]) for length in range(len(keys), 0, -1))
        nodes = next((found for found in above if found), None)
        words = part.split()
        if nodes is None or not words:
            return whole
        start, end = nodes[1].start_mark.index, nodes[1].end_mark.index
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
        found = next(islice(pattern.finditer(self.text, start, end), occurrence, None), None)
        if found is None:
            return whole
        return span_at(self.text, found.start(), len(found[0].partition("\n")[0]))

    def extent(self, keys: Keys) -> tuple[int, int] | None:
        """From where to where in the text a value stands; nothing when it is missing."""
        nodes = self._nodes(keys)
        return (nodes[1].start_mark.index, nodes[1].end_mark.index) if nodes else None

    def _nodes(self, keys: Keys) -> tuple[yaml.Node, yaml.Node] | None:
        """The node of a key and of its value; a list's item stands for both."""
        node = self.root
        found = None
        for key in keys:
            found = self._under(node).get(key) if node is not None else None
            if found is None:
                return None
            node = found[1]
        return found

    def _under(self, node: yaml.Node) -> _Pairs:
        pairs = self._pairs.get(id(node))
        if pairs is None:
            pairs = self._pairs[id(node)] = _pairs_of(node)
        return pairs


def _pairs_of(node: yaml.Node) -> _Pairs:
    if isinstance(node, yaml.SequenceNode):
        return {index: (item, item) for index, item in enumerate(node.value)}
    pairs: _Pairs = {}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                pairs.setdefault(str(key.value), (key, value))
    return pairs


def read_document(path: Path, file: str) -> Document:
    """Read one YAML file.

    Args:
        path: where the file lies.
        file: how messages name it.

    Returns:
        The document; whatever is wrong with the file stands in its `problems`.
    """
    try:
        # A pipe or a device would be waited for without end.
        instead = _instead_of_a_file(path)
        if instead:
            return _refused(file, "unreadable-file", instead, "put a text file in its place")
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as failure:
        return _refused(
            file,
            "unreadable-file",
            f"this file cannot be read: {failure.strerror or 'it gives no reason'}",
            "check that it is a file and that you may open it",
        )
    return parse_document(content, file)


def _instead_of_a_file(path: Path) -> str | None:
    """What stands where a file should; nothing when a file does, or nothing at all."""
    if path.is_file():
        return None
    if path.is_dir():
        return "this is a folder and not a file"
    if path.exists():
        return "this is not a plain file"
    return "this is a link that leads to no file" if path.is_symlink() else None


@lru_cache(maxsize=1024)
def parse_document(content: bytes, file: str) -> Document:
    """Read the bytes of one YAML file; see `read_document`.

    What says the same as before is not read again: most files are in both states that a comparison reads.
    """
    if len(content) > LARGEST:
        return _refused(
            file,
            "oversized-file",
            f"this file is larger than {LARGEST // 1024} kB, the most that an entry may have",
            "split it into several entries, or move long text elsewhere",
        )
    text, wrong = _decoded(content, file)
    if text is None:
        return Document(file, problems=wrong)
    # The parser ends lines at characters of which editors show nothing; a space keeps places right.
    plain = UNSEEN.sub(" ", text) if wrong else text
    try:
        loader = Loader(plain)
        root = loader.get_single_node()
    except yaml.YAMLError as failure:
        problem = _explained(failure, plain, file)
        return Document(file, text, problems=wrong or (problem,))
    reading = read_nodes(loader, root, plain, file) if root else Reading(None, ())
    if root is None or (reading.data is None and not reading.problems):
        return _refused(file, "empty-file", "this file is empty", "fill it in, or delete it", text=text)
    return Document(file, text, reading.data, (*wrong, *reading.problems), root)


def _decoded(content: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file, and what is wrong with its characters."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as failure:
        before = content[: failure.start].decode("utf-8", "replace")
        return None, (_wrong_encoding(file, span_at(before, len(before))),)
    if "\0" in text[:4]:
        # Text saved as UTF-16 without its mark: every other byte is nothing.
        return None, (_wrong_encoding(file, START),)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    unseen = UNSEEN.findall(text)
    if not unseen:
        return text, ()
    start = text.index(unseen[0])
    more = f", and {len(unseen) - 1} more after it" if len(unseen) > 1 else ""
    return text, (
        Problem(
            "control-character",
            f"an invisible control character (U+{ord(unseen[0]):04X}) stands here{more}",
            file,
            span_at(text, start),
            "delete it; it often comes along when text is pasted from another program",
        ),
    )


def _wrong_encoding(file: str, span: Span) -> Problem:
    return Problem(
        "wrong-encoding",
        "this file is not saved as UTF-8, the encoding of all files here",
        file,
        span,
        "save it again with the encoding UTF-8",
    )


def _explained(failure: yaml.YAMLError, text: str, file: str) -> Problem:
    if isinstance(failure, _TooDeep):
        mark = failure.problem_mark
        span = Span(mark.line + 1, mark.column + 1) if mark else START
        return Problem(
            "deep-nesting",
            f"this is nested more than {DEEPEST} levels deep",
            file,
            span,
            "take out the extra brackets, dashes or indentation",
        )
    return explain(failure, text, file)


def _refused(file: str, code: str, message: str, advice: str, *, text: str = "") -> Document:
    return Document(file, text, problems=(Problem(code, message, file, START, advice),))


def span_at(text: str, index: int, length: int = 1) -> Span:
    """The stretch of a line that begins at a place of a text."""
    return Span(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index), max(length, 1))


class _TooDeep(yaml.MarkedYAMLError):
    """The file is nested so deep that reading on could exhaust the stack."""


_SCALAR, _TEXT = yaml.ScalarNode, yaml.CSafeLoader.DEFAULT_SCALAR_TAG
_NO_TEXT = frozenset(yaml.CSafeLoader.yaml_implicit_resolvers)


class Loader(yaml.CSafeLoader):
    """PyYAML's fast loader, which stops before nesting exhausts the stack."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.depth = 0

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Count a level; the loader calls this before it reads each node."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise _TooDeep(problem="nested too deep", problem_mark=current_node.start_mark)

    def ascend_resolver(self) -> None:
        """Count a level back."""
        self.depth -= 1

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """What a node is; of most texts the first letter says already that they are nothing else."""
        if kind is _SCALAR and value[:1] not in _NO_TEXT:
            return _TEXT
        return super().resolve(kind, value, implicit)  # type: ignore[no-untyped-call]  # PyYAML has no types
