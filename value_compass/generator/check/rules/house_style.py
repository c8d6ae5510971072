"""A house style can be used, and read.

The logo, the style sheet, fonts and templates are files of the playbook's folder. The site asks no other
host for anything and a playbook's folder runs nothing, so a logo or a style sheet that would do either is
refused. The three colours carry small text, on light pages and, made lighter, on dark ones.

**Way out:** put the file where `site.yml` says, or correct its name; take a darker colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor
from pathlib import Path

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.wording import did_you_mean
from value_compass.generator.load.house import (
    TEMPLATES_FOLDER,
    Unusable,
    picture,
    read_own,
    style_sheet,
    templates,
)
from value_compass.generator.load.problem import START, Problem, Span
from value_compass.schemas.colours import LEAST_PAPER, contrast, luminance
from value_compass.schemas.house_style import HouseColours, HouseFonts, HouseStyle

CODES: Codes = {
    "faint-house-colour": Meaning(
        "A colour of the house style that cannot be read",
        "The accent and the ink carry small text on the paper: the accent with a contrast of at least 4.5 "
        "to 1, the ink of at least 7 to 1. The paper is light, because the book's is; dark pages are made "
        "from the same three colours.",
        'accent: "#f2a33a"',
        'accent: "#0b6e6e"',
        lenient=True,
    ),
    "house-file": Meaning(
        "A file of the house style that cannot be used",
        "The logo is an SVG or PNG, the style sheet a CSS file in UTF-8, in the playbook's folder. Neither "
        "may ask another host for anything, nor run anything.",
        "logo: brand/logo.ai",
        "logo: brand/logo.svg",
    ),
    "house-template": Meaning(
        "A template that takes no place",
        "A file in the folder theme/ takes the place of ours of the same name, such as "
        "theme/site/partials/foot.html. One that has no such name is never used, and one that Jinja cannot "
        "read stops the build.",
        "theme/site/partials/footer.html",
        "theme/site/partials/foot.html",
    ),
    "unknown-font": Meaning(
        "A font that is not in the folder fonts/",
        "The fonts of a house style are .otf or .ttf files in the folder fonts/ beside site.yml, and are "
        "called by the name of their family.",
        "headings: Fira Snas",
        "headings: Fira Sans",
    ),
}
"""What the rule finds, and what each means."""

OURS = Path(__file__).parents[3] / "theme"
"""Where our own templates are."""

LEAST_ACCENT, LEAST_INK = 4.5, 7.0
"""What WCAG 2.2 asks of small text: AA, and AAA for running text."""

_PLACE = ("house_style",)


def check(draft: Draft) -> Iterator[Problem]:
    """The colours, the files, the fonts, then the templates."""
    style = draft.settings.house_style if draft.settings else None
    if style:
        yield from _colours(draft, style.colours or HouseColours())
        yield from _files(draft, style)
        yield from _fonts(draft, style.fonts or HouseFonts())
    if (draft.folder.path / TEMPLATES_FOLDER).is_dir():
        yield from _templates(draft)


def _colours(draft: Draft, colours: HouseColours) -> Iterator[Problem]:
    if luminance(colours.paper) < LEAST_PAPER:
        yield draft.problem(
            "faint-house-colour",
            "this paper is too dark for small text in colours, and for what the book prints on white",
            None,
            (*_PLACE, "colours", "paper"),
            "take a lighter one; dark pages are made by themselves",
        )
        return
    for name, least in (("accent", LEAST_ACCENT), ("ink", LEAST_INK)):
        ratio = contrast(getattr(colours, name), colours.paper)
        if ratio < least:
            yield draft.problem(
                "faint-house-colour",
                f"this {name} has a contrast of {floor(ratio * 10) / 10} to 1 with the paper, "
                f"and needs {least:g}",
                None,
                (*_PLACE, "colours", name),
                "take a darker one",
            )


def _files(draft: Draft, style: HouseStyle) -> Iterator[Problem]:
    folder = draft.folder.path
    for name, read in (("logo", picture), ("logo_dark", picture), ("style_sheet", style_sheet)):
        file = getattr(style, name)
        try:
            if file:
                read(folder, file)
        except Unusable as failure:
            yield draft.problem("house-file", str(failure), None, (*_PLACE, name), failure.advice)


def _fonts(draft: Draft, fonts: HouseFonts) -> Iterator[Problem]:
    wanted = {name: family for name in ("text", "headings") if (family := getattr(fonts, name))}
    if not wanted:
        return
    from value_compass.generator.load.fonts import fonts_of  # noqa: PLC0415 - most checks open no font

    families = fonts_of(draft.folder.path).families
    for name, family in wanted.items():
        if family not in families:
            known = did_you_mean(family, families) or f"there is: {', '.join(families) or 'none'}"
            yield draft.problem(
                "unknown-font",
                f'no file in the folder fonts/ is of the family "{family}"',
                None,
                (*_PLACE, "fonts", name),
                known,
            )


def _templates(draft: Draft) -> Iterator[Problem]:
    from jinja2 import Environment, TemplateSyntaxError  # noqa: PLC0415 - most checks render nothing

    ours = {
        path.relative_to(OURS).as_posix()
        for folder, ending in (("pages", "*.html.jinja"), ("site", "*.html"))
        for path in (OURS / folder).rglob(ending)
    }
    known = ours | {f"pages/{kind}.html.jinja" for kind in draft.kinds}
    for name in templates(draft.folder.path):
        file = f"{TEMPLATES_FOLDER}/{name}"
        if name not in known:
            yield Problem(
                "house-template",
                "no template of ours has this name, so nothing uses it",
                file,
                START,
                did_you_mean(name, known) or "give it the name of the template that it takes the place of",
            )
            continue
        try:
            Environment(autoescape=True).parse(read_own(draft.folder.path, file).decode("utf-8"))
        except (Unusable, UnicodeDecodeError, TemplateSyntaxError) as failure:
            line = failure.lineno if isinstance(failure, TemplateSyntaxError) else 1
            yield Problem(
                "house-template",
                f"this cannot be read as a template: {failure}",
                file,
                Span(line, 1),
                "correct it, or take it away: then ours is used",
            )
