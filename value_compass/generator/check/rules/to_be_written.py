"""Nothing in the playbook is still to be written.

`compass new` makes a file whose required texts say "To be written". Readers would find these words on the
page, and the same words in one file after the other.

**Way out:** write the text, or delete the file until there is something to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.load.problem import Problem

CODES: Codes = {
    "to-be-written": Meaning(
        "A text that is still to be written",
        'A file that `compass new` has made says "To be written" where a text belongs. Write it, or '
        "delete the file until there is something to say.",
        "summary: To be written",
        "summary: A loaf for two days.",
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""

PLACEHOLDER = "To be written"
"""What stands in a new file where a text belongs."""


def check(draft: Draft) -> Iterator[Problem]:
    """Texts of entries that are still the placeholder."""
    for source, parts in draft.parts.items():
        for keys, text in parts.texts:
            if text.strip() == PLACEHOLDER:
                yield draft.problem(
                    "to-be-written",
                    "this is still to be written",
                    source,
                    keys,
                    "write it, or delete the file until there is something to say",
                )
