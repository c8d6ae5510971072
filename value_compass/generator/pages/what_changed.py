"""The page that tells what changed in the content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from value_compass.generator.changes.periods import History, Period
from value_compass.generator.changes.told import Named, Told, in_parts, on_one_line, plain
from value_compass.generator.check.reading import id_from
from value_compass.generator.pages.overview import Material, Overview
from value_compass.generator.pages.page import entry_link
from value_compass.generator.pages.prose import line
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.formats import listed
from value_compass.schemas.fields import Entry
from value_compass.schemas.kinds import Kinds
from value_compass.schemas.settings import Inside

CHANGES_FEED = "changes.xml"
"""What its feed is called."""


def anchors(history: History) -> Mapping[str, str]:
    """The id of each period's heading, by the period's key."""
    found: dict[str, str] = {}
    for period in history.periods:
        word = f"changes-{id_from(period.key)}"
        number = next(
            n for n in range(len(found) + 1) if (f"{word}-{n}" if n else word) not in found.values()
        )
        found[period.key] = f"{word}-{number}" if number else word
    return found


def roles_concerned(playbook: Playbook, history: History) -> list[Entry]:
    """The roles that at least one change concerns, in reading order."""
    concerned = {role for period in history.periods for entry in period.entries for role in entry.roles}
    return [entry for reference, entry in playbook.entries.items() if reference in concerned]


def beginning(kinds: Kinds, period: Period) -> str:
    """With how many entries of each kind the content began, in words."""
    counts = [kind.counted(number) for kind in kinds.values() if (number := period.began.get(kind.folder, 0))]
    return listed(counts)


def sentence(playbook: Playbook, told: Told) -> Markup:
    """What is told of a change, with links to the entries that there are."""
    words = in_parts(
        told,
        words=escape,
        name=lambda named: entry_name(playbook, named),
        said=lambda text: line(on_one_line(text), playbook.name_of),
    )
    return Markup(words[:1].upper() + words[1:])


def entry_name(playbook: Playbook, named: Named) -> Markup:
    """The name of an entry, which is a link when there still is one."""
    words = escape(plain((named,)))
    if named.reference not in playbook.entries:
        return words
    return Markup('<a href="{}">{}</a>').format(entry_link(named.reference), words)


def entry_names(playbook: Playbook, named: Iterable[Named]) -> Markup:
    """The names of entries, one after another."""
    return Markup(", ").join(entry_name(playbook, one) for one in named)


def _shown(material: Material) -> Mapping[str, Any]:
    playbook = material.playbook
    return {
        "history": material.history,
        "anchors": anchors,
        "beginning": partial(beginning, playbook.kinds),
        "roles_concerned": partial(roles_concerned, playbook),
        "entry_name": partial(entry_name, playbook),
        "entry_names": partial(entry_names, playbook),
        "sentence": partial(sentence, playbook),
    }


CHANGES: Overview = Overview(
    "changes",
    "What changed",
    "What is new in the content, what was taken out, and what says something else than before.",
    "sources",
    lambda playbook: playbook.edition.shows(Inside.CHANGES),
    _shown,
    assets=("assets/changes.css", "assets/changes.js"),
    more_assets=lambda material: (
        (CHANGES.beside_it(material.playbook, CHANGES_FEED),) if material.history.periods else ()
    ),
    before="reference/changes.html",
)
"""The page of what changed in the content."""
