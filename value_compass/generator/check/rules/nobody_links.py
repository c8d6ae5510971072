"""Every entry is named by another.

Readers get from entry to entry by references. An event, a workshop or a source that nothing else names is
found by chance only. This is a warning: nothing is wrong with the entry itself. Outcomes, steps,
ambitions, cases, roles and terms are where readers come in, so nothing needs to lead to them; groups and
values stand on the page of what they belong to.

**Way out:** name the entry where it matters, in a list of references or with a link in a text.
"""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.load.problem import Problem, Severity
from value_compass.schemas.fields import Reference

CODES: Codes = {
    "nobody-links": Meaning(
        "An entry that no other entry names",
        "Readers get from entry to entry by references. One that nothing leads to is read by chance. Name it "
        "where it matters: in a step, a reading path, a case, or in a text.",
        "content/events/harvest-visit.yml, named nowhere",
        "helps:\n  - to: events/harvest-visit\n    reason: They see where the grain comes from.",
        Severity.WARNING,
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""


def check(draft: Draft) -> Iterator[Problem]:
    """Entries that no reference and no link names; asked only when every file could be read."""
    if len(draft.entries) < len(draft.documents) or draft.settings is None:
        return
    named: set[Reference] = {target for _, target in draft.settings_parts.links()}
    for source, parts in draft.parts.items():
        named.update(target for _, target in parts.references if target != source)
        named.update(target for _, target in parts.links() if target != source)
    # A reference that leads nowhere, which has been told, was probably meant for one of its kind.
    in_doubt = {target.kind for target in named if target not in draft.documents}
    led_to = {
        folder for folder, kind in draft.kinds.items() if not kind.entrance and not kind.parent
    } - in_doubt
    for reference in draft.entries:
        if reference.kind in led_to and reference not in named:
            yield draft.problem(
                "nobody-links",
                "no other entry names this one, so readers find it by chance only",
                reference,
                ("name",),
                f"name {reference} where it matters, or delete the file",
            )
