"""Tables to fill in: a row a task, a risk, a party, a session."""

from __future__ import annotations

from value_compass.generator.diagrams.fields import Field
from value_compass.generator.pages.canvases.fielded import fielded, table
from value_compass.language.words import N_, _
from value_compass.schemas.canvases import CanvasName


def _demands() -> list[Field]:
    return table(
        (
            (_("Demand"), ""),
            (_("Figure"), _("What must it be?")),
            (_("Reason"), _("What happens after a minute, an hour, a day?")),
            (_("Cost"), _("Low, middle or high")),
            (_("How we see it"), _("Measured how, looked at by whom?")),
        ),
        (
            _("Opening hours"),
            _("Availability"),
            _("Response time"),
            _("Growth"),
            _("Time to recover"),
            _("Data that may be lost"),
            _("Security and rules"),
            _("Support"),
        ),
    )


def _answers() -> list[Field]:
    return table(
        (
            (_("Risk"), _("The worst first")),
            (_("The {customer}"), _("Prevents, notices, acts")),
            (_("We"), _("Prevent, notice, act")),
            (_("Both"), _("Who calls whom in the first hour?")),
            (_("Still to decide"), _("By whom?")),
        ),
        ("",) * 6,
    )


def _tasks() -> list[Field]:
    return table(
        (
            (_("Task"), _("One that somebody must do")),
            (_("{Business}"), ""),
            (_("{IT}, internal"), ""),
            (_("We"), ""),
            (_("Other partners"), ""),
        ),
        ("",) * 8,
    )


def _parties() -> list[Field]:
    return table(
        (
            (_("Party"), _("Our own row too")),
            (_("What it gains"), ""),
            (_("What it gives up"), ""),
            (_("Is its objective met?"), _("Yes, in part, no: why?")),
            (_("What would make it a yes?"), ""),
        ),
        ("",) * 6,
    )


def _calendar() -> list[Field]:
    return table(
        (
            (_("Stage or month"), ""),
            *((_("Month:"), "") for _month in range(6)),
        ),
        (
            _("Nothing may move"),
            _("Technology"),
            _("People"),
            _("Contracts and money"),
            _("Rules and tests"),
            _("Who is told"),
        ),
    )


def _round() -> list[Field]:
    return table(
        (
            (_("Session"), ""),
            (_("Date and place"), ""),
            (_("Who takes part"), _("Theirs and ours")),
            (_("Who decides"), ""),
            (_("Where to dig deeper"), ""),
        ),
        tuple(str(number) for number in range(1, 9)),
    )


def _applications() -> list[Field]:
    return table(
        (
            (_("Main process"), _("Earns the money, or keeps the company running")),
            (_("Applications"), _("Owner, supplier, age. Red dot: nobody here knows")),
            (_("Data from and to"), _("Inside the company, and beyond it")),
            (_("Weak, expensive, about to end"), ""),
            (_("Touched by the change"), _("Keep, move, replace, stop, not known yet")),
        ),
        ("",) * 7,
    )


DEMANDS = fielded(
    CanvasName.DEMANDS,
    N_("One sheet a group of applications. The business proposes, we say what it costs, then you decide."),
    (10, 18),
    _demands,
    (N_("Group of applications"), N_("Filled in by"), N_("On")),
)
"""How available, fast, safe and recoverable a service must be."""

RISK_ANSWERS = fielded(
    CanvasName.RISK_ANSWERS,
    N_("For the worst risks: what prevents it, who notices it, and who acts in the first hour."),
    (10, 14),
    _answers,
)
"""What is done about risks, and by whom."""

TASK_DIVISION = fielded(
    CanvasName.TASK_DIVISION,
    N_("One party answers for each task: mark it with a disc, those who help with a ring."),
    (10, 18),
    _tasks,
)
"""Who does what."""

PARTIES = fielded(
    CanvasName.PARTIES,
    N_("A row for every party with a stake. Fill in your own as honestly as those of others."),
    (10, 14),
    _parties,
)
"""What each party gains and gives up."""

CALENDAR = fielded(
    CanvasName.CALENDAR,
    N_("First block what may not move, then place the cards of steps. Mark the point of no return."),
    (14, 14),
    _calendar,
)
"""The way from today to what is wanted, month by month."""

ROUND_PLAN = fielded(
    CanvasName.ROUND_PLAN,
    N_("Decide for every session who takes part and who decides, before you leave the room."),
    (10, 18),
    _round,
)
"""The sessions of a round."""

APPLICATION_MAP = fielded(
    CanvasName.APPLICATION_MAP,
    N_("Follow one case of the business from start to end. A gap gets a red dot, an owner and a date."),
    (10, 16),
    _applications,
)
"""Processes, their applications, and the links between them."""
