"""Ids of the right form that nothing can have."""

from __future__ import annotations

LIST_PAGE = "index"
"""The page of a folder itself."""

DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
"""What Windows takes for a device, whatever ending follows."""


LONGEST_ID = 100
"""Files named after a longer id are more than some systems can have."""


def why_not(identifier: str) -> str | None:
    """Why no entry can have an id; nothing when one can."""
    if identifier == LIST_PAGE:
        return "the page of that address lists all entries of the kind"
    return no_file(identifier)


def no_file(name: str) -> str | None:
    """Why no file and no folder can have a name; nothing when one can."""
    if len(name) > LONGEST_ID:
        return f"it has {len(name)} letters, and files cannot have names of more than {LONGEST_ID} everywhere"
    return "Windows takes that name for a device, and has no file of it" if name in DEVICES else None
