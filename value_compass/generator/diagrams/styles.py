"""The style sheet of the pillars' colours: made from the playbook, because the colours are data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from value_compass.generator.diagrams.palette import Hue, Tone


def pillar_styles(hues: Iterable[Hue]) -> str:
    """The rules that let figures and pages follow the pillars' colours, light and dark.

    Each tone becomes a custom property (`--vc-trust`, `--vc-trust-soft`, `--vc-trust-tint`,
    `--vc-trust-on`) with a light and a dark colour, between which the page's `color-scheme` chooses, and a
    pair of classes (`vc-fill-trust`, `vc-stroke-trust`, ...). They belong into a file beside
    `theme/site/figures.css`, which does the same for the neutral tones.
    """
    hues = tuple(hues)
    light = {tone.name: tone.colour for hue in hues for tone in tones_of(hue)}
    night = {name: colour for hue in hues for name, colour in hue.dark.items()}
    colours = (f"  --vc-{name}: light-dark({colour}, {night[name]});" for name, colour in light.items())
    return "\n".join(
        (
            ":root {",
            *colours,
            "}",
            *(_rule(name) for name in light),
            "@media (forced-colors: active) {",
            *_forced(hues),
            "}\n",
        )
    )


def tones_of(hue: Hue) -> tuple[Tone, Tone, Tone, Tone]:
    """Every tone that is made from a pillar's colour."""
    return hue.strong, hue.soft, hue.tint, hue.on


def _rule(name: str) -> str:
    return f".vc-fill-{name} {{ fill: var(--vc-{name}); }}\n.vc-stroke-{name} {{ stroke: var(--vc-{name}); }}"


def _forced(hues: Sequence[Hue]) -> Iterator[str]:
    """What the tones become where a reader's own colours take the place of ours."""
    ground = [tone for hue in hues for tone in (hue.soft, hue.tint, hue.on)]
    for paint, tones, colour in (
        ("fill", [hue.strong for hue in hues], "CanvasText"),
        ("fill", ground, "Canvas"),
        ("stroke", [tone for hue in hues for tone in (hue.strong, hue.soft, hue.tint)], "CanvasText"),
        ("stroke", [hue.on for hue in hues], "Canvas"),
    ):
        names = ", ".join(f".vc-{paint}-{tone.name}" for tone in tones)
        yield f"  {names} {{ {paint}: {colour}; }}"
