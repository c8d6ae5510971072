"""What is called stated or derived has a document behind it.

Every entry cites its sources and says on what basis: `stated` (the source says so), `derived` (worked
out from it) or `editorial` (ours). When all sources of an entry are editorial, no single statement in
it can be stated or derived: there is no document that it could come from.

**Way out:** cite the document under `sources`, or call the statement `editorial`.
"""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.load.problem import Problem
from value_compass.schemas.fields import Basis, SourcedEntry

CODES: Codes = {
    "stated-without-source": Meaning(
        "Called stated or derived, with no document behind it",
        "All sources of the entry are `editorial`: they are ours. A statement in it cannot be `stated` by or "
        "`derived` from a document then. Cite the document, or call the statement `editorial`.",
        "lessons:\n  - text: Chefs decide.\n    basis: stated\nsources:\n  - basis: editorial",
        "lessons:\n  - text: Chefs decide.\n    basis: editorial\nsources:\n  - basis: editorial",
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""


def check(draft: Draft) -> Iterator[Problem]:
    """Entries whose sources are all editorial."""
    for reference, entry in draft.of(SourcedEntry).items():
        if any(citation.basis is not Basis.EDITORIAL for citation in entry.sources):
            continue
        for keys, basis in draft.parts[reference].bases:
            if keys[0] != "sources" and basis is not Basis.EDITORIAL:
                why = (
                    "all sources of this entry are editorial" if entry.sources else "this entry has no source"
                )
                yield draft.problem(
                    "stated-without-source",
                    f'this is called "{basis}", and {why}',
                    reference,
                    keys,
                    "cite the document that it comes from, or call it editorial",
                )
