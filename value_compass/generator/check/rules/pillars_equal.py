"""Pillars are equal.

No pillar weighs more than another, so no file can give one a size or a weight, and figures draw every
pillar as a sector of the same width, however many groups it has. What a file does say of a pillar is
its colour and its order, and these are checked: colours must be dark enough to read on paper and far
enough apart to tell, and neighbours (pillars, groups of a pillar, values of a group, steps, cases and
so on) have different numbers under `order`.

**Way out:** take a darker or another colour; number neighbours 1, 2, 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from value_compass.generator.check.clash import at_both
from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.load.problem import Problem
from value_compass.schemas.colours import LEAST_PAPER, contrast, distance, luminance
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.framework import Pillar
from value_compass.schemas.kinds import parent_of

CODES: Codes = {
    "faint-colour": Meaning(
        "A pillar's colour that is too faint",
        "A pillar's colour carries small text and thin lines, on screen and printed in grey. Its contrast "
        "with the paper, white and that of a house style, must be at least 4.5 to 1. Take a darker one.",
        'colour: "#f2c14e"',
        'colour: "#8a5a00"',
        lenient=True,
    ),
    "same-colour": Meaning(
        "Two pillars that look the same",
        "The colour tells at one look under which pillar a page stands. Two pillars whose colours are equal, "
        "or so near that they look equal, lose that.",
        'colour: "#8a5a00"   # another pillar has "#8a5a02"',
        'colour: "#1f5f8b"',
        lenient=True,
    ),
    "same-order": Meaning(
        "Two neighbours with the same order",
        "`order` says in which order the steps of the path, the pillars, the groups of a pillar and so on "
        "follow each other. Each number stands once among neighbours.",
        "order: 2   # another step has 2 as well",
        "order: 3",
    ),
}
"""What the rule finds, and what each means."""

PAPER = "#ffffff"
"""What books are printed on."""

LEAST_CONTRAST = 4.5
"""What WCAG 2.2 AA asks of small text."""

LEAST_DISTANCE = 60
"""Colours nearer than this look alike beside each other."""


def check(draft: Draft) -> Iterator[Problem]:
    """The colours of pillars, then the order of neighbours of every kind."""
    yield from _colours(draft)
    taken: dict[tuple[object, ...], Reference] = {}
    for reference, entry in draft.entries.items():
        order = _order(entry)
        if order is None:
            continue
        first = taken.setdefault((reference.kind, parent_of(entry, draft.kinds), order), reference)
        if first != reference:
            yield from at_both(
                draft,
                "same-order",
                (reference, ("order",)),
                (first, ("order",)),
                lambda there: (
                    f"{draft.named(there)} has order {_order(draft.entries[there])} too",
                    f"give each its own number, here or in {there.file}",
                ),
            )


def _colours(draft: Draft) -> Iterator[Problem]:
    pillars = draft.of(Pillar)
    style = draft.settings.house_style if draft.settings else None
    own = style.colours.paper if style and style.colours else PAPER
    papers = (PAPER, own) if luminance(own) >= LEAST_PAPER else (PAPER,)
    before: list[Pillar] = []
    for reference, pillar in pillars.items():
        ratio = min(contrast(pillar.colour, paper) for paper in papers)
        if ratio < LEAST_CONTRAST:
            yield draft.problem(
                "faint-colour",
                f"this colour has a contrast of {floor(ratio * 10) / 10} to 1 with the paper, "
                f"and needs {LEAST_CONTRAST}",
                reference,
                ("colour",),
                "take a darker one",
            )
        for other in before:
            if distance(pillar.colour, other.colour) < LEAST_DISTANCE:
                yield from at_both(
                    draft,
                    "same-colour",
                    (pillar.reference, ("colour",)),
                    (other.reference, ("colour",)),
                    lambda there: (
                        f"{draft.named(there)} has nearly the same colour, {pillars[there].colour}",
                        "take a colour that one can tell from it",
                    ),
                )
        before.append(pillar)


def _order(entry: Entry) -> int | None:
    return getattr(entry, "order", None)
