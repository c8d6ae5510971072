"""Recording that an entry was read through."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator

from value_compass.generator.check.check import Checked
from value_compass.generator.check.draft import Draft
from value_compass.generator.edit.change import Change, Edit, by_file
from value_compass.generator.edit.nodes import field_added, replaced
from value_compass.generator.edit.refusal import require_clean
from value_compass.schemas.fields import Reference
from value_compass.schemas.reviews import fingerprint, words_of


def review(checked: Checked, read: Iterable[Reference], day: datetime.date) -> Edit:
    """Write down the day of a review, and a fingerprint of what the entry says on it.

    Args:
        checked: the content.
        read: the entries that were read through.
        day: when.

    Raises:
        Refusal: when the content has errors.
    """
    require_clean(checked)
    draft = checked.draft
    words = words_of(draft.entries)
    return Edit(
        by_file(
            (draft.documents[reference].file, change)
            for reference in dict.fromkeys(read)
            for change in _recorded(draft, reference, words, day)
        )
    )


def _recorded(
    draft: Draft, reference: Reference, words: Callable[[Reference], str], day: datetime.date
) -> Iterator[Change]:
    document, entry = draft.documents[reference], draft.entries[reference]
    # In quotation marks: digits alone would be a number to YAML.
    value = json.dumps(fingerprint(entry, words))
    if entry.reviewed != day:
        yield replaced(document, ("reviewed",), day.isoformat())
    if document.places(("fingerprint",)):
        yield replaced(document, ("fingerprint",), value)
    else:
        yield field_added(document, ("reviewed",), "fingerprint", value)
