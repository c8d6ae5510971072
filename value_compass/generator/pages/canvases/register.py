"""The canvases for the wall that there are, and which of them an entry leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from value_compass.generator.diagrams.palette import SCREEN_FONT, Palette
from value_compass.generator.diagrams.pieces import draw
from value_compass.generator.pages.canvases.axes import EFFORT_GRID, RISK_GRID, TREND_GRID
from value_compass.generator.pages.canvases.business_model import BUSINESS_MODEL
from value_compass.generator.pages.canvases.canvas import SVG, Canvas, Poster
from value_compass.generator.pages.canvases.competence_matrix import COMPETENCE_MATRIX
from value_compass.generator.pages.canvases.competing_factors import COMPETING_FACTORS
from value_compass.generator.pages.canvases.cut_cards import RULE_CARDS, STEP_CARDS, TREND_CARDS
from value_compass.generator.pages.canvases.journey_board import JOURNEY_BOARD
from value_compass.generator.pages.canvases.network_map import NETWORK_MAP
from value_compass.generator.pages.canvases.process_map import PROCESS_MAP
from value_compass.generator.pages.canvases.question_sheet import QUESTION_SHEET
from value_compass.generator.pages.canvases.sheets_to_fill import (
    ACCOUNT_PLAN,
    COMMITMENTS,
    CUSTOMER_PICTURE,
    FRONT_PAGE,
    IDEA_SHEET,
    ONE_PAGE,
    ROUTE,
    STORYBOARD,
    WORKING_AGREEMENT,
    WORKING_DAY,
)
from value_compass.generator.pages.canvases.tables_to_fill import (
    APPLICATION_MAP,
    CALENDAR,
    DEMANDS,
    PARTIES,
    RISK_ANSWERS,
    ROUND_PLAN,
    TASK_DIVISION,
)
from value_compass.generator.pages.canvases.value_proposition import VALUE_PROPOSITION
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import Entry
from value_compass.schemas.kinds import parent_of

CANVASES: tuple[Canvas, ...] = (
    VALUE_PROPOSITION,
    COMPETING_FACTORS,
    COMPETENCE_MATRIX,
    BUSINESS_MODEL,
    NETWORK_MAP,
    JOURNEY_BOARD,
    PROCESS_MAP,
    TREND_CARDS,
    TREND_GRID,
    FRONT_PAGE,
    ROUTE,
    COMMITMENTS,
    CUSTOMER_PICTURE,
    ACCOUNT_PLAN,
    ONE_PAGE,
    IDEA_SHEET,
    STORYBOARD,
    EFFORT_GRID,
    WORKING_AGREEMENT,
    ROUND_PLAN,
    APPLICATION_MAP,
    WORKING_DAY,
    RULE_CARDS,
    RISK_GRID,
    RISK_ANSWERS,
    DEMANDS,
    TASK_DIVISION,
    STEP_CARDS,
    CALENDAR,
    PARTIES,
    QUESTION_SHEET,
)
"""All canvases."""


def posters_of(playbook: Playbook, entry: Entry) -> tuple[Poster, ...]:
    """The canvases that an entry leads to: those that it names, and those of its kind."""
    named = getattr(entry, "canvas", ())
    return tuple(
        poster
        for canvas in CANVASES
        if canvas.name in named or entry.reference.kind in canvas.kinds
        for poster in _posters(playbook, canvas, entry)
    )


@lru_cache(maxsize=4)
def posters(playbook: Playbook) -> tuple[Poster, ...]:
    """All canvases that an entry leads to."""
    found = {
        poster.name: poster for entry in playbook.entries.values() for poster in posters_of(playbook, entry)
    }
    place = {canvas.name: number for number, canvas in enumerate(CANVASES)}
    return tuple(sorted(found.values(), key=lambda one: place[one.canvas.name]))


def files_of_canvases(playbook: Playbook) -> Mapping[str, str]:
    """Each canvas as SVG, by its address on the site."""
    palette = Palette.for_print(SCREEN_FONT)
    return {
        poster.address(SVG.ending): draw(poster.drawing(playbook), palette, "canvas", "canvas")
        for poster in posters(playbook)
    }


def _posters(playbook: Playbook, canvas: Canvas, entry: Entry) -> Iterator[Poster]:
    """A canvas as an entry needs it: of what the entry stands below or goes with, else of all there are."""
    if canvas.of is None:
        found = [Poster(canvas)]
    else:
        near = {one.reference: one for one in _near(playbook, entry) if one.reference.kind == canvas.of}
        found = [Poster(canvas, one) for one in near.values() or playbook.of_kind(canvas.of)]
    yield from (poster for poster in found if poster.there(playbook))


def _near(playbook: Playbook, entry: Entry) -> Iterator[Entry]:
    """An entry and what it stands below; where that is nothing, what the entries that name it stand below."""
    above = [*_upwards(playbook, entry)]
    yield from above
    if len(above) == 1:
        for relation in playbook.relations_to(entry):
            yield from _upwards(playbook, relation.source)


def _upwards(playbook: Playbook, entry: Entry) -> Iterator[Entry]:
    yield entry
    above = parent_of(entry, playbook.kinds)
    if above and above in playbook.entries:
        yield from _upwards(playbook, playbook[above])
