"""The relationship check on paper: how each group stands, and what to conclude from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from value_compass.generator.book.about import about
from value_compass.generator.book.codes import code, drawn
from value_compass.generator.book.extracts.sheets import Sheets
from value_compass.generator.book.extracts.texts import statements
from value_compass.generator.book.failure import BookFailure
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.pages.prose import PlainText, plain_text
from value_compass.generator.pages.relationship_check import CHECK
from value_compass.generator.playbook.advice import FIRST_FEW
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import N_, _
from value_compass.schemas.framework import Group
from value_compass.schemas.route import Step

MARKS = (
    (N_("Missing"), N_("Hardly any of its signs show, or its warning signs do.")),
    (N_("Growing"), N_("Some of its signs show.")),
    (N_("Established"), N_("Most of its signs show.")),
)
"""What can be ticked, and when; the page of the check says the same."""


def compose_worksheet(playbook: Playbook, *, imprint: Imprint) -> Sheets:
    """Put the groups in the order of the path, each with its signs and room for a mark.

    Args:
        playbook: what the edition shows.
        imprint: as of when it is printed, and how.

    Raises:
        BookFailure: when no step establishes a group.
    """
    plainly = plain_text(playbook)
    steps = [_step(playbook, step, plainly) for step in playbook.steps]
    if not any(step["groups"] for step in steps):
        raise BookFailure("the worksheet needs a path: no step of this edition establishes a group")
    placed = {group["label"] for step in steps for group in step["groups"]}
    rest = [group for group in playbook.of(Group) if str(group.reference) not in placed]
    data = about(playbook, imprint) | {
        "marks": [{"name": _(name), "when": _(when)} for name, when in MARKS],
        "path": steps,
        "rest": [_group(playbook, group, plainly) for group in rest],
        "rules": rules(playbook.steps),
        "code": drawn(code(playbook.settings.site_address, CHECK.address(playbook))),
    }
    return Sheets(data, "worksheet.typ")


def rules(steps: Sequence[Step]) -> list[dict[str, str]]:
    """How to read the marks: what `generator/playbook/advice.py` works out, in words."""
    return [{"title": title, "text": text} for title, text in _rules(steps)]


def _rules(steps: Sequence[Step]) -> Iterator[tuple[str, str]]:
    last = max(number for number, step in enumerate(steps) if step.establishes)
    after = (
        _("step {number}, {name}", number=steps[last + 1].order, name=steps[last + 1].name)
        if last + 1 < len(steps)
        else ""
    )
    yield (
        _("Where you are"),
        _("At the first step with a group that is not established; a group without a mark counts as missing.")
        + (
            " " + _("When all groups stand, you are at {step}.", step=after)
            if after
            else " " + _("When all groups stand, the path is done.")
        ),
    )
    yield (
        _("What has impact now"),
        _(
            "An event or workshop of which no needed group is missing, and that builds at least one "
            "group which is not established. A value that it needs or builds counts as its group."
        )
        + (" " + _("At {step}, all that the step names has impact too.", step=after) if after else ""),
    )
    yield (
        _("What comes first"),
        _(
            "What adds most to the groups of your step; then what your step names, in its order; then "
            "what adds most to any group. A missing group counts twice, a growing one once. What needs a "
            "growing group is worth half."
        ),
    )
    yield (
        _("What comes too early"),
        _(
            "What builds a group that is not established but needs one that is missing. The nearest "
            "first: a missing group is twice as far away as a growing one."
        ),
    )
    yield (
        _("What usually goes wrong next"),
        _(
            "What your step tells to watch for, its pitfalls, and the risks of the first {number} events "
            "or workshops that you chose.",
            number=FIRST_FEW,
        ),
    )


def _step(playbook: Playbook, step: Step, plainly: PlainText) -> dict[str, Any]:
    groups = [playbook[to.to] for to in step.establishes]
    return {
        "order": step.order,
        "name": step.name,
        "question": plainly(step.question),
        "groups": [_group(playbook, group, plainly) for group in groups if isinstance(group, Group)],
        "helps": [playbook[to.to].name for to in step.helps],
        "watch_for": [playbook[to.to].name for to in step.watch_for],
    }


def _group(playbook: Playbook, group: Group, plainly: PlainText) -> dict[str, Any]:
    return {
        "label": str(group.reference),
        "name": group.name,
        "summary": plainly(group.summary),
        "pillar": playbook.place(group).pillar_id,
        "established": statements(group.established, plainly),
        "missing": statements(group.missing, plainly),
    }
