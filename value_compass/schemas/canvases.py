"""The canvases for the wall that there are, by the names that files say."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from value_compass.language.words import N_
from value_compass.schemas.anatomy import Anatomy, Shape, Tier


class CanvasName(StrEnum):
    """An empty canvas that the build prints, up to A1; each is drawn by a module of its own."""

    VALUE_PROPOSITION = "value-proposition"
    COMPETING_FACTORS = "competing-factors"
    COMPETENCE_MATRIX = "competence-matrix"
    JOURNEY_BOARD = "journey-board"
    PROCESS_MAP = "process-map"
    BUSINESS_MODEL = "business-model"
    NETWORK_MAP = "network-map"


CANVAS_WORDS = (
    (CanvasName.VALUE_PROPOSITION.value, N_("Value proposition canvas")),
    (CanvasName.COMPETING_FACTORS.value, N_("Competing factors")),
    (CanvasName.COMPETENCE_MATRIX.value, N_("Competence matrix")),
    (CanvasName.JOURNEY_BOARD.value, N_("Journey board")),
    (CanvasName.PROCESS_MAP.value, N_("Map to mark")),
    (CanvasName.BUSINESS_MODEL.value, N_("Business model canvas")),
    (CanvasName.NETWORK_MAP.value, N_("Network map")),
)
"""What readers call each canvas."""

Canvases = Annotated[
    tuple[Annotated[CanvasName, Field(strict=False)], ...],
    Field(strict=False),
    Anatomy("Canvas for the wall", Tier.FACT, shape=Shape.NAMES, words=CANVAS_WORDS),
]
