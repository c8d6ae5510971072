"""Every place that names an entry: references in fields, and links in texts."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from msgspec import Struct

from value_compass.generator.check.draft import Draft
from value_compass.generator.edit.nodes import held_at
from value_compass.generator.load.document import Document, Keys
from value_compass.schemas.fields import Reference
from value_compass.schemas.links import OPENS, links_in


class Mention(Struct, frozen=True):
    """One place that names an entry."""

    document: Document
    source: Reference | None
    """The entry that the file holds; nothing for `site.yml`."""
    start: int
    """Where the name stands in the file's text: `kind/id`, the bare id, or a link with its brackets."""
    end: int
    written: str
    """What stands there."""
    style: str | None
    """The quotation mark, `|` or `>` that its text begins with; empty for plain words."""
    keys: Keys | None = None
    """The way to the field that names it; nothing for a link in a text."""

    @property
    def place(self) -> str:
        """File, line and column."""
        before = self.document.text[: self.start]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return f"{self.document.file}:{line}:{column}"


def mentions(draft: Draft, target: Reference) -> Iterator[Mention]:
    """Every place that names an entry, its own file among them, in the order of files and lines."""
    for source, parts in draft.all_parts():
        document = draft.documents[source] if source else draft.folder.settings
        fields = (
            _in_field(document, source, keys, target)
            for keys, reference in parts.references
            if reference == target
        )
        yield from sorted([*fields, *_links(document, source, target)], key=lambda found: found.start)


def _in_field(document: Document, source: Reference | None, keys: Keys, target: Reference) -> Mention:
    # A lesson names its case inside one piece of text: `hotel-a#1`.
    held = held_at(document, keys) or held_at(document, keys[:-1])
    if held is None or not isinstance(held.value, yaml.ScalarNode):
        raise ValueError(f"there is no reference at {keys} of {document.file}")
    start, end = held.value.start_mark.index, held.value.end_mark.index
    name = str(target) if str(target) in held.value.value else target.id
    # Inside quotation marks or a block, the name is a part of what is written.
    found = document.text.rfind(name, start, end)
    if found >= 0:
        start, end = found, found + len(name)
    return Mention(document, source, start, end, name, held.value.style, keys)


def _links(document: Document, source: Reference | None, target: Reference) -> Iterator[Mention]:
    if f"{OPENS}{target}" not in document.text:
        return
    for text in _texts(document.root):
        if f"{OPENS}{target}" in text.value:
            for link in links_in(document.text, text.start_mark.index, text.end_mark.index):
                if link.target == target:
                    yield Mention(document, source, link.start, link.end, link.written, text.style)


def _texts(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Every value of a document that is one piece of text, in the order of the file."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _texts(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _texts(value)
