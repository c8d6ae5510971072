"""Places in a YAML file, and the changes that put something there or take it out."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import yaml
from msgspec import Struct

from value_compass.generator.edit.change import Change
from value_compass.generator.load.document import Document, Keys
from value_compass.generator.sheets.cells import in_one_line


class Held(Struct, frozen=True):
    """A value with what holds it."""

    holder: yaml.CollectionNode
    index: int
    """Its place among the fields or items of the holder."""
    key: yaml.Node | None
    """The name of its field; nothing for an item of a list."""
    value: yaml.Node


def held_at(document: Document, keys: Keys) -> Held | None:
    """The value at the end of a way through a document; nothing when it is not there."""
    node, found = document.root, None
    for key in keys:
        found = _under(node, key)
        if found is None:
            return None
        node = found.value
    return found


def _under(node: yaml.Node | None, key: str | int) -> Held | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return Held(node, key, None, node.value[key])
    if isinstance(node, yaml.MappingNode):
        for index, (name, value) in enumerate(node.value):
            if name.value == key:
                return Held(node, index, name, value)
    return None


def written(value: str) -> str:
    """A text as a plain word of YAML where that is safe, in quotation marks where it is not."""
    try:
        plain = yaml.safe_load(f"[{value}]") == [value] == yaml.safe_load(f"- {value}")
    except (yaml.YAMLError, ValueError):
        plain = False
    if plain:
        return value
    in_double = json.dumps(value, ensure_ascii=False)
    return (
        f"'{value}'"
        if "\\" in in_double and not {"'", "\\"} & {*value} and value.isprintable()
        else in_double
    )


class _Dumper(yaml.SafeDumper):
    """A writer of YAML as the content has it: lists two spaces to the right, long texts as blocks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent the items of a list as well."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        """Whether to write out what stands there twice: always."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def dumped(fields: Mapping[str, Any]) -> str:
    """Fields with their values as the content has them, without a line end after the last."""
    text: str = yaml.dump(dict(fields), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
    return text.rstrip()


def field_set(document: Document, field: str, value: Any, *, after: str) -> Change:
    """Another value for a field at the top of a file, which need not be there yet.

    Args:
        document: the file.
        field: its name.
        value: its value as data.
        after: the field after which it comes where it is missing.
    """
    held = held_at(document, (field,))
    top = document.root
    flow = isinstance(top, yaml.MappingNode) and top.flow_style
    text = in_one_line({field: value})[1:-1] if flow else dumped({field: value})
    if held is None or held.key is None:
        return field_added(document, (after,), field, text.removeprefix(f"{field}:").removeprefix(" "))
    start, end = (
        held.key.start_mark.index,
        max(end_of(held.value, document.text), held.key.end_mark.index + 1),
    )
    rest = document.text[end : _line_end(document.text, end)]
    # A remark after the old value would become part of a text of several lines.
    return Change(start, end + len(rest) if "\n" in text and rest.lstrip().startswith("#") else end, text)


def end_of(node: yaml.Node, text: str) -> int:
    """Where the last character of a value stands; comments and empty lines after it are not its own."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        return end_of(_value(node.value[-1]), text)
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def replaced(document: Document, keys: Keys, value: str) -> Change:
    """Another value for a field that is there."""
    held = _there(document, keys)
    return Change(held.value.start_mark.index, end_of(held.value, document.text), value)


def field_added(document: Document, after: Keys, field: str, value: str) -> Change:
    """A new field after one that is there.

    Args:
        document: the file.
        after: the way to the field before it.
        field: its name.
        value: its value as it is to be written; one that begins with a line end stands below the name.
    """
    held = _there(document, after)
    end = end_of(held.value, document.text)
    if held.holder.flow_style:
        return Change(end, end, f", {field}: {value}")
    newline = _line_end(document.text, end)
    indent = " " * held.holder.start_mark.column
    line = f"\n{field}:{value}" if value.startswith("\n") else f"\n{field}: {value}"
    return Change(newline, newline, line.replace("\n", f"\n{indent}"))


def items_added(document: Document, keys: Keys, values: Sequence[str], *, after: str) -> Change:
    """New last items in a list.

    Args:
        document: the file.
        keys: the way to the list.
        values: the items as they are to be written.
        after: the field beside it after which the list comes where it is missing.
    """
    held, text = held_at(document, keys), document.text
    flow = ", ".join(values)
    if held is None:
        return field_added(document, (*keys[:-1], after), str(keys[-1]), f"[{flow}]")
    if not isinstance(held.value, yaml.SequenceNode) or not held.value.value:
        return _on_line_of_field(held, text, f"[{flow}]")
    end = end_of(held.value.value[-1], text)
    if held.value.flow_style:
        return Change(end, end, f", {flow}")
    newline, dash = _line_end(text, end), f"\n{' ' * held.value.start_mark.column}- "
    return Change(newline, newline, "".join(f"{dash}{value}" for value in values))


def emptied(document: Document, keys: Keys) -> Change:
    """An empty list in place of a list."""
    return _on_line_of_field(_there(document, keys), document.text, "[]")


def _on_line_of_field(held: Held, text: str, value: str) -> Change:
    """Another value on the line of its field, wherever the old one began."""
    if held.key is None:
        return Change(held.value.start_mark.index, end_of(held.value, text), value)
    start = held.key.end_mark.index
    return Change(start, max(end_of(held.value, text), text.index(":", start) + 1), f": {value}")


def removed(document: Document, holder: Keys, gone: Collection[str | int]) -> list[Change]:
    """Fields or items taken out of what holds them, which keeps at least one.

    Args:
        document: the file.
        holder: the way to what holds them.
        gone: the names of the fields, or the places of the items.
    """
    helds = [_there(document, (*holder, key)) for key in gone]
    indexes = sorted(held.index for held in helds)
    starts = [index for index in indexes if index - 1 not in indexes]
    ends = [index for index in indexes if index + 1 not in indexes]
    return [
        _run_removed(helds[0].holder, first, last, document.text)
        for first, last in zip(starts, ends, strict=True)
    ]


def _run_removed(holder: yaml.CollectionNode, first: int, last: int, text: str) -> Change:
    """Neighbouring fields or items taken out, with their lines or with their comma."""
    siblings = holder.value
    start, end = _start(siblings[first]), end_of(_value(siblings[last]), text)
    if not holder.flow_style:
        is_list = isinstance(holder, yaml.SequenceNode)
        line = _line_of_dash(holder, start, text) if is_list else _line_start(text, start)
        if is_list or not text[line:start].strip():
            return Change(line, min(_line_end(text, end) + 1, len(text)), "")
    if last + 1 < len(siblings):
        return Change(start, _start(siblings[last + 1]), "")
    return Change(end_of(_value(siblings[first - 1]), text), end, "")


def _line_of_dash(items: yaml.CollectionNode, start: int, text: str) -> int:
    """Where the line of an item's dash begins; a comment may stand between the dash and the item."""
    line, column = _line_start(text, start), items.start_mark.column
    while line > items.start_mark.index and (
        text[line + column] != "-" or text[line : line + column].strip()
    ):
        line = _line_start(text, line - 1)
    return line


def _start(sibling: yaml.Node | tuple[yaml.Node, yaml.Node]) -> int:
    node = sibling[0] if isinstance(sibling, tuple) else sibling
    return int(node.start_mark.index)


def _value(sibling: yaml.Node | tuple[yaml.Node, yaml.Node]) -> yaml.Node:
    return sibling[1] if isinstance(sibling, tuple) else sibling


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    return end if end >= 0 else len(text)


def _there(document: Document, keys: Keys) -> Held:
    held = held_at(document, keys)
    if held is None:
        raise ValueError(f"there is nothing at {keys} of {document.file}")
    return held
