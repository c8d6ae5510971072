"""The canvases for the wall that there are, by the names that files say."""

from enum import StrEnum
from typing import Annotated

from value_compass.language.words import N_
from value_compass.schemas.anatomy import Anatomy, Shape, Tier
from value_compass.schemas.fields import LOOSELY


class CanvasName(StrEnum):
    """An empty canvas that the build prints, up to A1; modules of `pages/canvases/` draw them."""

    VALUE_PROPOSITION = "value-proposition"
    COMPETING_FACTORS = "competing-factors"
    COMPETENCE_MATRIX = "competence-matrix"
    JOURNEY_BOARD = "journey-board"
    PROCESS_MAP = "process-map"
    BUSINESS_MODEL = "business-model"
    NETWORK_MAP = "network-map"
    TREND_CARDS = "trend-cards"
    TREND_GRID = "trend-grid"
    FRONT_PAGE = "front-page"
    ROUTE = "route"
    COMMITMENTS = "commitments"
    CUSTOMER_PICTURE = "customer-picture"
    ACCOUNT_PLAN = "account-plan"
    ONE_PAGER = "one-pager"
    IDEA_SHEET = "idea-sheet"
    STORYBOARD = "storyboard"
    EFFORT_GRID = "effort-grid"
    WORKING_AGREEMENT = "working-agreement"
    ROUND_PLAN = "round-plan"
    APPLICATION_MAP = "application-map"
    WORKING_DAY = "working-day"
    RULE_CARDS = "rule-cards"
    RISK_GRID = "risk-grid"
    RISK_ANSWERS = "risk-answers"
    DEMANDS = "demands"
    TASK_DIVISION = "task-division"
    STEP_CARDS = "step-cards"
    CALENDAR = "calendar"
    PARTIES = "parties"
    QUESTION_SHEET = "question-sheet"


CANVAS_WORDS = (
    (CanvasName.VALUE_PROPOSITION.value, N_("Value proposition canvas")),
    (CanvasName.COMPETING_FACTORS.value, N_("Competing factors")),
    (CanvasName.COMPETENCE_MATRIX.value, N_("Competence matrix")),
    (CanvasName.JOURNEY_BOARD.value, N_("Journey board")),
    (CanvasName.PROCESS_MAP.value, N_("Map to mark")),
    (CanvasName.BUSINESS_MODEL.value, N_("Business model canvas")),
    (CanvasName.NETWORK_MAP.value, N_("Network map")),
    (CanvasName.TREND_CARDS.value, N_("Trend cards")),
    (CanvasName.TREND_GRID.value, N_("Trends by effect and certainty")),
    (CanvasName.FRONT_PAGE.value, N_("Front page of the future")),
    (CanvasName.ROUTE.value, N_("Route from the future to today")),
    (CanvasName.COMMITMENTS.value, N_("What each commits to")),
    (CanvasName.CUSTOMER_PICTURE.value, N_("Picture of the {customer}")),
    (CanvasName.ACCOUNT_PLAN.value, N_("Account plan")),
    (CanvasName.ONE_PAGER.value, N_("Project on one page")),
    (CanvasName.IDEA_SHEET.value, N_("Idea sheet")),
    (CanvasName.STORYBOARD.value, N_("Storyboard")),
    (CanvasName.EFFORT_GRID.value, N_("Value against effort")),
    (CanvasName.WORKING_AGREEMENT.value, N_("How we work together")),
    (CanvasName.ROUND_PLAN.value, N_("Plan of a round of sessions")),
    (CanvasName.APPLICATION_MAP.value, N_("Map of applications")),
    (CanvasName.WORKING_DAY.value, N_("A day at work")),
    (CanvasName.RULE_CARDS.value, N_("Rule cards")),
    (CanvasName.RISK_GRID.value, N_("Risks by likelihood and damage")),
    (CanvasName.RISK_ANSWERS.value, N_("Answers to risks")),
    (CanvasName.DEMANDS.value, N_("Demands on a service")),
    (CanvasName.TASK_DIVISION.value, N_("Who does what")),
    (CanvasName.STEP_CARDS.value, N_("Cards of differences and steps")),
    (CanvasName.CALENDAR.value, N_("Calendar of a transition")),
    (CanvasName.PARTIES.value, N_("What each party gains")),
    (CanvasName.QUESTION_SHEET.value, N_("Questions with room for notes")),
)
"""What readers call each canvas."""

Canvases = Annotated[
    tuple[Annotated[CanvasName, LOOSELY], ...],
    LOOSELY,
    Anatomy("Canvas for the wall", Tier.FACT, shape=Shape.NAMES, words=CANVAS_WORDS),
]
