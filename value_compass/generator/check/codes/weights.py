"""Codes of what site.yml says of codes."""

from __future__ import annotations

from value_compass.generator.check.meaning import Meaning

WEIGHTS = {
    "unknown-code": Meaning(
        "A code that no problem has",
        "The names under `rules` in site.yml are the codes of problems. Reports show them in square "
        "brackets.",
        "rules:\n  nobody-link: ignore",
        "rules:\n  nobody-links: ignore",
    ),
    "fixed-weight": Meaning(
        "A problem that cannot weigh less",
        "Without this being right, neither the site nor the book can be built, or something hidden would be "
        "shown. It stays what it is.",
        "rules:\n  unknown-reference: ignore",
        "rules:\n  nobody-links: ignore",
    ),
}
