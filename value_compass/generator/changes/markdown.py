"""The comparison as a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from value_compass.generator.changes.change import Change
from value_compass.generator.changes.report import Comparison, by_kind, summary, touched_names
from value_compass.generator.changes.rewording import rewording
from value_compass.generator.changes.told import Named, in_parts, visible
from value_compass.generator.check.wording import count

MOST = 60_000
"""Characters that a comment may have; the hosts of repositories take some 65,000."""

LONG = 12
"""A list with more items is folded."""

_MOST_OF_AN_ENTRY, _MOST_OF_A_LIST = 5_000, 6_000

_SIGNS = re.compile(r"([\\`*_\[\]<>|~&^$@#!]|:(?=//|\w+:))")
_CALLS = re.compile(r"([@#!])(?=\w)")
_JOINER = "\N{WORD JOINER}"


def markdown_report(comparison: Comparison) -> str:
    """The comparison in Markdown; what authors wrote shows as text, whatever it holds."""
    head = f"**{text(summary(comparison))}**"
    end = _touched(comparison)
    room = MOST - len(head) - len(end) - 500
    blocks: list[str] = []
    told = 0
    for kind, entries in by_kind(comparison.changes, comparison.kinds):
        items = [_entry(entry, changes) for entry, changes in entries]
        fitting = _fitting(items, room)
        if fitting:
            blocks.append(_section(kind, "\n".join(fitting), len(fitting)))
            room -= len(blocks[-1])
            told += sum(len(changes) for _, changes in entries[: len(fitting)])
        if len(fitting) < len(items):
            break
    left_out = len(comparison.changes) - told
    if left_out:
        blocks.append(f"*{count(left_out, 'more change')} left out here; `compass diff` tells all.*")
    return "\n\n".join([head, *blocks, *([end] if end else [])]) + "\n"


def text(said: str) -> str:
    """Authors' text as Markdown that shows just this: no formatting, no HTML, no link, no call of a name."""
    return _escaped(visible(said))


def _escaped(words: str) -> str:
    return _SIGNS.sub(r"\\\1", _CALLS.sub(rf"\1{_JOINER}", words)).replace("www.", "www\\.")


def _entry(entry: Named, changes: Sequence[Change]) -> str:
    where = f" (`{entry.reference}`)" if entry.reference.kind else ""
    lines = [f"- **{text(entry.name)}**{where}"]
    size = 0
    for number, change in enumerate(changes):
        said = _change(change)
        size += len(said)
        if size > _MOST_OF_AN_ENTRY:
            lines.append(f"  - *and {count(len(changes) - number, 'more change')}*")
            break
        lines.append(said)
    return "\n".join(lines)


def _change(change: Change) -> str:
    sentence = in_parts(change.told, words=_escaped, name=lambda named: f"**{text(named.name)}**", said=text)
    return "\n".join([f"  - {sentence}", *(f"    {line}" for line in _fenced(rewording(change)))])


def _fenced(lines: list[str]) -> list[str]:
    """Lines as code, between fences that are longer than any run of ticks in them."""
    if not lines:
        return []
    ticks = max((len(run) for run in re.findall("`+", "\n".join(lines))), default=0)
    fence = "`" * max(3, ticks + 1)
    shown = _fitting(lines, _MOST_OF_AN_ENTRY // 2)
    return [f"{fence}diff", *shown, *(["..."] if len(shown) < len(lines) else []), fence]


def _section(title: str, items: str, number: int) -> str:
    if number > LONG:
        return f"<details><summary>{title} ({number})</summary>\n\n{items}\n\n</details>"
    return f"### {title}\n\n{items}"


def _touched(comparison: Comparison) -> str:
    blocks = [
        _listed(title, [f"- {text(name)}" for name in names])
        for title, names in touched_names(comparison).items()
        if names
    ]
    if comparison.touched.every_page:
        blocks.append("The frame of every page changes.")
    if comparison.unread:
        blocks.append(
            _listed(
                "Not compared, because it could not be read",
                [
                    f"- {text(one.file)} in {text(state.label)}, {text(one.reason)}"
                    for state, one in comparison.unread
                ],
            )
        )
    return "\n\n".join(blocks)


def _listed(title: str, items: list[str]) -> str:
    fitting = _fitting(items, _MOST_OF_A_LIST)
    more = [f"- *and {len(items) - len(fitting)} more*"] if len(fitting) < len(items) else []
    return _section(title, "\n".join(chain(fitting, more)), len(items))


def _fitting(items: Sequence[str], room: int) -> list[str]:
    """As many items from the first one on as there is room for."""
    result = []
    for item in items:
        room -= len(item) + 1
        if room < 0:
            break
        result.append(item)
    return result
