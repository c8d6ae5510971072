"""Another id for an entry, or another name: everything that names it follows."""

from __future__ import annotations

import json
from collections.abc import Iterator

from value_compass.generator.check.check import Checked
from value_compass.generator.check.draft import Draft, draft_of
from value_compass.generator.check.reading import words_of
from value_compass.generator.edit.change import Change, Edit, by_file, folder_after
from value_compass.generator.edit.mentions import Mention, mentions
from value_compass.generator.edit.names import new_name, require_free
from value_compass.generator.edit.nodes import items_added, removed, replaced, written
from value_compass.generator.edit.refusal import Refusal, require_clean
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.reviews import content_fingerprint

LONGEST_ALIAS = 60
"""An alias has as many characters at most."""


def rename(checked: Checked, old: Reference, new_id: str, name: str | None = None) -> Edit:
    """Give an entry another id, and another name where one is given.

    References and links everywhere follow. The old id and the old name stay as aliases, so that the old
    address leads to the entry. Reviews that held still hold, but for the entry itself when its name changes.

    Args:
        checked: the content before.
        old: the entry.
        new_id: its new id; the old one to change the name alone.
        name: its new name.

    Raises:
        WrongName: when nothing can be called so.
        Refusal: when the content has errors, the id or name is taken, or nothing would change.
    """
    require_clean(checked)
    draft = checked.draft
    entry, new = draft.entries[old], Reference(old.kind, new_id)
    name = new_name(name) if name is not None else entry.name
    name = None if name == entry.name else name
    if new == old and name is None:
        raise Refusal(f"{old} has this id and this name already")
    require_free(draft, new, name or entry.name, own=old)
    document = draft.documents[old]
    changes = [(document.file, change) for change in _names(draft, entry, new, name)]
    if new != old:
        changes += [(found.document.file, _followed(found, old, new)) for found in mentions(draft, old)]
    moved = {old.file: new.file} if new != old else {}
    edit = Edit(by_file(changes), moved)
    return edit.and_also(_reviews_kept(draft, edit, old, None if name else new))


def _followed(mention: Mention, old: Reference, new: Reference) -> Change:
    if mention.written == old.id:
        # A bare id can be a word that YAML reads as something else, such as 2026 or null.
        text = new.id if mention.style else written(new.id)
    else:
        text = mention.written.replace(str(old), str(new), 1)
    return Change(mention.start, mention.end, text)


def _names(draft: Draft, entry: Entry, new: Reference, name: str | None) -> Iterator[Change]:
    """The new name, and the aliases that keep what the entry was called."""
    document = draft.documents[entry.reference]
    former = list(_former(entry, new, name))
    if name:
        yield replaced(document, ("name",), written(name))
        own = [index for index, alias in enumerate(entry.aliases) if words_of(alias) == words_of(name)]
        if own and former:
            # What was an alias is the name now; the old name takes its place.
            yield replaced(document, ("aliases", own[0]), written(former.pop(0)))
        elif own:
            holder, gone = (("aliases",), own[0]) if len(entry.aliases) > 1 else ((), "aliases")
            yield from removed(document, holder, [gone])
    if former:
        yield items_added(document, ("aliases",), [written(called) for called in former], after="name")


def _former(entry: Entry, new: Reference, name: str | None) -> Iterator[str]:
    """What the entry was called and will not be found by otherwise."""
    known = {tuple(words_of(called)) for called in (name or entry.name, *entry.aliases)}
    called = [entry.name] if name else []
    if new != entry.reference:
        called.append(entry.reference.id.replace("-", " ").capitalize())
    for one in called:
        words = tuple(words_of(one))
        if words not in known and len(one) <= LONGEST_ALIAS:
            known.add(words)
            yield one


def _reviews_kept(
    draft: Draft, edit: Edit, old: Reference, new: Reference | None
) -> Iterator[tuple[str, Change]]:
    """New fingerprints where nothing but the id of another entry changed.

    Args:
        draft: the content before.
        edit: what changes in it.
        old: the entry that is renamed.
        new: what it becomes; nothing when its own review does not hold any more.
    """
    touched = {
        reference: entry
        for reference, entry in draft.entries.items()
        if entry.fingerprint and draft.documents[reference].file in edit.changes
    }
    if not touched:
        return
    after = draft_of(folder_after(draft.folder, edit)).entries
    for reference, entry in touched.items():
        now = after.get((new or old) if reference == old else reference)
        content, *words = (entry.fingerprint or "").split()
        if now and content == content_fingerprint(entry) and not (reference == old and new is None):
            value = json.dumps(" ".join([content_fingerprint(now), *words]))
            document = draft.documents[reference]
            yield document.file, replaced(document, ("fingerprint",), value)
