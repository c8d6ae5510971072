"""Colours as eyes see them."""

from math import sqrt

LEAST_PAPER = 0.75
"""How light paper is, so that there is room for colours on it."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours of the form #1f5f8b, as WCAG counts it: from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def distance(one: str, other: str) -> float:
    """How different two colours look, from 0 to 765: red and blue weigh by how much red there is."""
    (r1, g1, b1), (r2, g2, b2) = parts_of(one), parts_of(other)
    red = (r1 + r2) / 2
    return sqrt(
        (2 + red / 256) * (r1 - r2) ** 2 + 4 * (g1 - g2) ** 2 + (2 + (255 - red) / 256) * (b1 - b2) ** 2
    )


def luminance(colour: str) -> float:
    """How light a colour is, from 0 to 1, as the eye weighs red, green and blue (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (part / 255 for part in parts_of(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def parts_of(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of a colour of the form #1f5f8b or #158, each from 0 to 255."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
