"""Taking an entry out, and out of every list and text that names it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from pydantic.fields import FieldInfo

from value_compass.generator.check.check import Checked
from value_compass.generator.check.draft import Draft
from value_compass.generator.edit.change import Change, Edit, by_file
from value_compass.generator.edit.mentions import Mention, mentions
from value_compass.generator.edit.nodes import emptied, removed, written
from value_compass.generator.edit.refusal import Refusal, require_clean
from value_compass.generator.load.document import Document, Keys
from value_compass.schemas.fields import Model, Reference
from value_compass.schemas.links import link_at


def retire(checked: Checked, target: Reference, *, force: bool = False) -> Edit:
    """Take an entry out.

    Args:
        checked: the content before.
        target: the entry.
        force: whether to take it out of lists and texts as well, where these can do without.

    Raises:
        Refusal: when the content has errors, or something names the entry that must not or cannot let it go.
    """
    require_clean(checked)
    draft = checked.draft
    found = tuple(elsewhere(draft, target))
    if found and not force:
        raise Refusal(
            f"{target} is still named:\n{places(found)}\n"
            "Change these places first, or let --force take it out of lists and texts."
        )
    changes: list[tuple[str, Change]] = []
    needed: list[Mention] = []
    for source, in_file in groupby(found, key=lambda mention: mention.source):
        there = list(in_file)
        document = there[0].document
        changes += [(document.file, _unlinked(draft, link, target)) for link in there if link.keys is None]
        holder = draft.entries[source] if source else draft.settings
        units = [(field, field.keys) for field in there if field.keys is not None]
        if holder and units:
            gone, stuck = _let_go(holder, [(field, _unit(holder, keys)) for field, keys in units], document)
            changes += [(document.file, change) for change in gone]
            needed += stuck
    if needed:
        raise Refusal(f"{target} cannot go, because these cannot do without it:\n{places(needed)}")
    return Edit(by_file(_outermost(changes)), removed=(target.file,))


def elsewhere(draft: Draft, target: Reference) -> Iterator[Mention]:
    """Every place outside its own file that names an entry."""
    return (mention for mention in mentions(draft, target) if mention.source != target)


def places(found: Iterable[Mention]) -> str:
    """Places that name an entry, a line each."""
    return "\n".join(
        f"  {mention.place}: {f'under `{mention.keys[0]}`' if mention.keys else 'a link in a text'}"
        for mention in found
    )


def _let_go(
    entry: Model, units: Sequence[tuple[Mention, Keys | None]], document: Document
) -> tuple[list[Change], list[Mention]]:
    """The changes that take fields and items out, and the places that cannot do without."""
    stuck = [mention for mention, unit in units if unit is None]
    gone = {unit for _, unit in units if unit}
    gone = {unit for unit in gone if not any(unit[:length] in gone for length in range(1, len(unit)))}
    changes = []
    for holder in {unit[:-1] for unit in gone}:
        items = _value_at(entry, holder)
        here = {unit for unit in gone if unit[:-1] == holder}
        if not isinstance(items, tuple) or len(here) < len(items):
            continue
        field = _field_at(entry, holder)
        # Without any of its sources an entry would pass for ours.
        if holder == ("sources",) or any(getattr(limit, "min_length", 0) for limit in field.metadata):
            stuck += [mention for mention, unit in units if unit and unit[: len(holder)] == holder]
            continue
        gone -= here
        if field.is_required():
            changes.append(emptied(document, holder))
        else:
            gone.add(holder)
    for holder in {unit[:-1] for unit in gone}:
        changes += removed(document, holder, [unit[-1] for unit in gone if unit[:-1] == holder])
    return changes, stuck


def _unit(entry: Model, keys: Keys) -> Keys | None:
    """What goes with a reference: the nearest item or optional field; nothing where all must stay."""
    while keys:
        if isinstance(keys[-1], int):
            return keys
        # A relation without its other end is none, also where a plain condition could stand in its place.
        if not _field_at(entry, keys).is_required() and keys[-1] != "to":
            return keys
        keys = keys[:-1]
    return None


def _field_at(entry: Model, keys: Keys) -> FieldInfo:
    holder: type[Model] = type(_value_at(entry, keys[:-1]))
    return holder.model_fields[str(keys[-1])]


def _value_at(entry: Model, keys: Keys) -> Any:
    value: Any = entry
    for key in keys:
        value = value[key] if isinstance(key, int) else getattr(value, key)
    return value


def _unlinked(draft: Draft, link: Mention, target: Reference) -> Change:
    """A link's own words, or the entry's name, in place of the link."""
    found = link_at(link.written, 0)
    words = found.words if found else ""
    if not words:
        words = draft.entries[target].name
        if link.style == "'":
            words = words.replace("'", "''")
        elif link.style == '"':
            words = json.dumps(words, ensure_ascii=False)[1:-1]
        elif not link.style and written(words) != words:
            raise Refusal(
                f"{link.place}: the name cannot stand in this text without quotation marks; "
                f"give the link words of its own first: [[{target}|words]]"
            )
    return Change(link.start, link.end, words)


def _outermost(changes: list[tuple[str, Change]]) -> Iterator[tuple[str, Change]]:
    """The changes without those that another one takes out anyway, such as a link in an item that goes."""
    for file, change in changes:
        inside = any(
            other is not change and name == file and other.start <= change.start and change.end <= other.end
            for name, other in changes
        )
        if not inside:
            yield file, change
