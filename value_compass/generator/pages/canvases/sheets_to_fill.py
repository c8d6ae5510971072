"""Pages to fill in together: a front page, a route, an idea, a plan."""

from __future__ import annotations

from value_compass.generator.diagrams.fields import Field
from value_compass.generator.pages.canvases.fielded import fielded
from value_compass.language.words import N_, _
from value_compass.schemas.canvases import CanvasName

_CUSTOMER = (N_("{Customer}"), N_("Filled in by"), N_("On"))


def _front_page() -> list[Field]:
    return [
        Field(
            _("Name of the newspaper"),
            _("And the day, in the year that you choose"),
            (0, 0, 12, 2),
            heading=True,
        ),
        Field(_("Headline"), _("What has this company reached?"), (0, 2, 12, 3)),
        Field(_("What its customers get"), "", (0, 5, 4, 7), lines=7),
        Field(_("What its people do"), "", (4, 5, 4, 7), lines=7),
        Field(_("Picture"), _("Draw it: skill does not count"), (8, 5, 4, 5)),
        Field(_("What has stopped"), "", (8, 10, 4, 2), lines=2),
        Field(_("A customer says"), "", (0, 12, 6, 2), lines=1),
        Field(_("Somebody who works there says"), "", (6, 12, 6, 2), lines=1),
    ]


def _route() -> list[Field]:
    stages = (
        (_("Today"), _("Where you stand")),
        (_("What comes first"), _("In the coming weeks")),
        (_("Next year"), _("What has to be true by then?")),
        (_("Halfway"), _("What has to be true by then?")),
        (_("Where you want to be"), _("Begin here, and go back")),
    )
    return [
        *(
            Field(name, prompt, (2 * place, 0, 2, 2), heading=True)
            for place, (name, prompt) in enumerate(stages)
        ),
        *(Field("", _("One way"), (2 * place, 2, 2, 4)) for place in range(5)),
        *(Field("", _("Another way"), (2 * place, 6, 2, 4)) for place in range(5)),
        Field(_("What is uncertain"), _("For which way is it worse? Which one is faster?"), (0, 10, 10, 2)),
    ]


def _commitments() -> list[Field]:
    return [
        Field(_("The {customer} will"), _("Written by those who will do it"), (0, 0, 6, 6), lines=8),
        Field(_("We will"), _("Written by those who will do it"), (6, 0, 6, 6), lines=8),
        Field(_("What we need from each other"), "", (0, 6, 6, 3), lines=3),
        Field(_("What is uncertain"), "", (6, 6, 6, 3), lines=3),
        Field(_("Go on, stop, or go on with one part"), _("In one sentence"), (0, 9, 8, 2)),
        Field(_("First idea, its owner, the date"), "", (8, 9, 4, 2)),
    ]


def _customer() -> list[Field]:
    return [
        Field(_("Mission and vision"), _("In the {customer}'s own words"), (0, 0, 4, 4)),
        Field(_("Business and market"), _("What it lives from, and who else is there"), (4, 0, 4, 4)),
        Field(_("Trends"), _("Which five touch this business most?"), (8, 0, 4, 4)),
        Field(_("Ambitions"), _("At home and abroad"), (0, 4, 4, 4)),
        Field(_("Pains"), _("What does not go well, for {business} and for {IT}?"), (4, 4, 4, 4)),
        Field(_("Chances"), _("What could it have, and does not?"), (8, 4, 4, 4)),
        Field(_("What we do for it today"), "", (0, 8, 6, 3)),
        Field(_("What we do not know"), _("Ask it: what is wrong with this picture?"), (6, 8, 6, 3)),
    ]


def _idea() -> list[Field]:
    return [
        Field(_("The idea, in a sentence"), "", (0, 0, 12, 2), lines=1),
        Field(_("The issue that it answers"), _("Whose is it?"), (0, 2, 6, 3), lines=2),
        Field(_("The goal"), _("How would the business notice?"), (6, 2, 6, 3), lines=2),
        Field(_("The first small proof"), _("What could be seen within weeks?"), (0, 5, 12, 3), lines=2),
        Field(_("Who takes part"), _("Theirs and ours"), (0, 8, 4, 3), lines=3),
        Field(_("Who decides"), "", (4, 8, 4, 3), lines=3),
        Field(_("Who has the budget"), "", (8, 8, 4, 3), lines=3),
    ]


def _one_page() -> list[Field]:
    return [
        Field(_("Question"), _("What is asked, by whom, and why now?"), (0, 0, 12, 3), lines=2),
        Field(_("Approach"), _("What we do, in steps, and what the {customer} does"), (0, 3, 7, 5), lines=5),
        Field(
            _("Result"), _("What is there at the end, and how one sees that it works"), (7, 3, 5, 5), lines=5
        ),
        Field(_("What is out, and what is still open"), "", (0, 8, 7, 3), lines=3),
        Field(_("Fee and dates"), "", (7, 8, 5, 3), lines=3),
        Field(_("Corrected by the {customer}"), _("Name and date"), (0, 11, 12, 1)),
    ]


def _story() -> list[Field]:
    frames = (_("Before"), _("During"), _("After"))
    return [
        *(Field(name, "", (8 * place, 0, 8, 5)) for place, name in enumerate(frames)),
        Field(
            _("The storyboard that you chose: how a user goes through the concept, in eight steps"),
            "",
            (0, 5, 24, 1),
            heading=True,
        ),
        *(Field(str(step + 1), "", (6 * (step % 4), 6 + 4 * (step // 4), 6, 4)) for step in range(8)),
    ]


def _day() -> list[Field]:
    hours = (_("Early"), _("Morning"), _("Noon"), _("Afternoon"), _("Late"))
    rows = (
        (_("What I do"), _("Where, with whom")),
        (_("With what"), _("Applications, devices, paper")),
        (_("What works"), _("Green notes")),
        (_("Where I wait, or work around it"), _("Red notes")),
    )
    return [
        Field(_("Kind of work"), "", (0, 0, 2, 1), heading=True),
        *(Field(hour, "", (2 + 2 * place, 0, 2, 1), heading=True) for place, hour in enumerate(hours)),
        *(
            Field(*(row if column == 0 else ("", "")), (2 * column, 1 + 2 * place, 2, 2), heading=column == 0)
            for place, row in enumerate(rows)
            for column in range(6)
        ),
        Field(_("What a better day needs"), _("And what must stay as it is"), (0, 9, 6, 2)),
        Field(
            _("What the change asks"),
            _("To do, to learn, to leave behind, and when certainly not"),
            (6, 9, 6, 2),
        ),
    ]


def _account() -> list[Field]:
    return [
        Field(_("Where we stand"), _("What we do, for whom, how satisfied they are"), (0, 0, 4, 4)),
        Field(_("Where the {customer} wants to be"), _("Its goals, in its words"), (4, 0, 4, 4)),
        Field(
            _("Where we could help"),
            _("Areas of the {customer} where you want to be in contact"),
            (8, 0, 4, 4),
        ),
        Field(_("Whom we have to reach"), _("And what would they like to talk about with us?"), (0, 4, 6, 4)),
        Field(
            _("Who of us, and who can introduce us"), _("Matched in expertise and in character"), (6, 4, 6, 4)
        ),
        Field(_("Next three steps"), _("With a name and a date"), (0, 8, 8, 3), lines=3),
        Field(_("What could come between"), _("Who could leave? What is coming up?"), (8, 8, 4, 3)),
    ]


def _agreement() -> list[Field]:
    lines = (
        (_("Goal, in one sentence"), ""),
        (_("What is in, what is out, what is not decided"), ""),
        (_("When and where we meet"), ""),
        (_("Who decides on what"), ""),
        (_("How we tell each other what goes wrong"), ""),
        (_("Open questions, and who knows the answer"), ""),
    )
    return [
        *(Field(name, prompt, (0, 2 * row, 8, 2), lines=1) for row, (name, prompt) in enumerate(lines)),
        *(Field(_("Theirs"), "", (8, 2 * row, 2, 2)) for row in range(len(lines))),
        *(Field(_("Ours"), "", (10, 2 * row, 2, 2)) for row in range(len(lines))),
    ]


FRONT_PAGE = fielded(
    CanvasName.FRONT_PAGE,
    N_("Choose a year, and write the front page of a newspaper of that year, as if all went well."),
    (12, 14),
    _front_page,
)
"""Where a customer wants to be, told as news."""

ROUTE = fielded(
    CanvasName.ROUTE,
    N_("Go from right to left, from the future back to today. Compare two ways on risk and speed."),
    (10, 12),
    _route,
)
"""The road from the future back to today."""

COMMITMENTS = fielded(
    CanvasName.COMMITMENTS,
    N_("Each side writes its own column. Then add what you need from each other, and decide."),
    (12, 11),
    _commitments,
)
"""What each side will do."""

CUSTOMER_PICTURE = fielded(
    CanvasName.CUSTOMER_PICTURE,
    N_("Fill it in before the day with what you know. On the day the {customer} corrects it with a marker."),
    (12, 11),
    _customer,
    _CUSTOMER,
)
"""What we know of a customer."""

IDEA_SHEET = fielded(
    CanvasName.IDEA_SHEET,
    N_("One sheet an idea, filled in by one of theirs and one of ours."),
    (12, 11),
    _idea,
)
"""An idea with its first small proof."""

ONE_PAGE = fielded(
    CanvasName.ONE_PAGER,
    N_("After one good talk: the question, what we do and what it costs, on a single page."),
    (12, 12),
    _one_page,
    _CUSTOMER,
)
"""A small project on one page."""

STORYBOARD = fielded(
    CanvasName.STORYBOARD,
    N_("First everybody alone: three frames, without talking. Then the one that you chose, in eight steps."),
    (24, 14),
    _story,
)
"""How somebody goes through a concept."""

WORKING_DAY = fielded(
    CanvasName.WORKING_DAY,
    N_("One sheet a kind of work. Walk through a normal day, and say where it flows and where it does not."),
    (12, 11),
    _day,
    (N_("Kind of work"), N_("Filled in by"), N_("On")),
)
"""A normal day of somebody who does the work."""

ACCOUNT_PLAN = fielded(
    CanvasName.ACCOUNT_PLAN,
    N_("Where we stand with a {customer}, where it wants to be, and the next steps. Look at it every month."),
    (12, 11),
    _account,
    _CUSTOMER,
)
"""What we plan with a customer."""

WORKING_AGREEMENT = fielded(
    CanvasName.WORKING_AGREEMENT,
    N_("Fill in one page together. Every line gets a name from both sides."),
    (12, 12),
    _agreement,
)
"""How two teams work together."""
