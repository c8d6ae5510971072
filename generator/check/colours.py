"""Colours as eyes see them."""

from __future__ import annotations

from math import sqrt


def contrast(one: str, other: str) -> float:
    """The contrast of two colours of the form #1f5f8b, as WCAG counts it: from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def distance(one: str, other: str) -> float:
    """How different two colours look, from 0 to 765: red and blue weigh by how much red there is."""
    (r1, g1, b1), (r2, g2, b2) = _parts(one), _parts(other)
    red = (r1 + r2) / 2
    return sqrt(
        (2 + red / 256) * (r1 - r2) ** 2 + 4 * (g1 - g2) ** 2 + (2 + (255 - red) / 256) * (b1 - b2) ** 2
    )


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (part / 255 for part in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
