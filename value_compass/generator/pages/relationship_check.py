"""The page of the relationship check: what its scripts are given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from value_compass.generator.pages.overview import Overview
from value_compass.generator.pages.page import entry_address, relative_address
from value_compass.generator.pages.prose import PlainText, plain_data
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.situation import Situation, situation_of
from value_compass.language.words import _, choice
from value_compass.schemas.activities import Activity
from value_compass.schemas.anatomy import choice_words
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.route import Step


def check_data(playbook: Playbook, plain: PlainText) -> Mapping[str, Any]:
    """What the page hands to its scripts, ready to become JSON.

    Args:
        playbook: what the edition shows.
        plain: takes the links out of authors' lines.
    """
    situation = situation_of(playbook)
    named = (Reference.parse(text) for text in dict.fromkeys(_named(situation)))
    entries = [playbook[reference] for reference in named if reference]
    return {
        "situation": plain_data(situation, plain),
        "entries": {str(entry.reference): _named_entry(playbook, entry, plain) for entry in entries},
    }


def _named(situation: Situation) -> Iterator[str]:
    """Every entry that advice may name."""
    yield from (f"groups/{group}" for group in situation.groups)
    for stage in situation.stages:
        yield from (stage.entry, *(tip.entry for tip in chain(stage.helps, stage.watch_for)))
    for plan in situation.plans:
        yield from (plan.entry, *(tie.entry for tie in chain(plan.needs, plan.builds)))


def _named_entry(playbook: Playbook, entry: Entry, plain: PlainText) -> Mapping[str, str]:
    data = {
        "name": entry.name,
        "address": relative_address(entry_address(entry.reference, playbook), CHECK.address(playbook)),
        "note": _note(playbook, entry),
    }
    return data | {"question": plain(entry.question)} if isinstance(entry, Step) else data


def _note(playbook: Playbook, entry: Entry) -> str:
    """What stands beside an entry's name."""
    if isinstance(entry, Step):
        return _("step {number} of {all}", number=entry.order, all=len(playbook.steps))
    word = playbook.kinds[entry.reference.kind].singular
    if isinstance(entry, Activity):
        if nature := getattr(entry, "nature", None):
            word = _("{nature} {kind}", nature=choice(nature), kind=word)
        return f"{word}, {choice_words(entry, 'initiative')}"
    return word


def worth_a_check(playbook: Playbook, entry: Entry) -> bool:
    """Whether the page of an entry leads to the check: it has to do with the framework or an activity."""

    def of_the_check(one: Entry) -> bool:
        return isinstance(one, Activity) or playbook.place(one).group is not None

    ends = chain(
        (relation.target for relation in playbook.relations_from(entry)),
        (relation.source for relation in playbook.relations_to(entry)),
    )
    return CHECK.there(playbook) and (of_the_check(entry) or any(map(of_the_check, ends)))


CHECK = Overview(
    "check",
    "{Check}",
    "Mark how each group of values stands, and see what helps now and what comes too early.",
    "steps",
    lambda playbook: bool(playbook.steps),
    lambda material: {"data": check_data(material.playbook, material.plainly)},
    first=True,
    at_hand=True,
    assets=("assets/check.css", "assets/check-start.js"),
    before="path/check.html",
)
"""The page to judge one relationship by."""
