"""The page of the self-check of a process: where it stands, and what its scripts are given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from value_compass.generator.pages.overview import Material
from value_compass.generator.pages.page import entry_address, relative_address
from value_compass.generator.pages.prose import plain_data
from value_compass.generator.pages.tool import Tool
from value_compass.generator.playbook.course import Course, course_of
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.practice import Process


def _shown(material: Material, entry: Entry) -> Mapping[str, Any] | None:
    course = course_of(material.playbook, entry) if isinstance(entry, Process) else None
    return {"data": _data(material, course, entry)} if course and course.stages else None


def _data(material: Material, course: Course, process: Entry) -> Mapping[str, Any]:
    """What the page hands to its scripts, ready to become JSON."""
    playbook, plain = material.playbook, material.plainly
    here = SELF_CHECK.address(process)
    entries = [*(stage.entry for stage in course.stages), *(p.entry for p in course.practices)]
    named = {text: playbook[reference] for text in entries if (reference := Reference.parse(text))}
    return {
        "course": plain_data(course, plain),
        "entries": {
            text: {
                "name": entry.name,
                "address": relative_address(entry_address(entry.reference, playbook), here),
                "summary": plain(entry.summary),
            }
            for text, entry in named.items()
        },
    }


SELF_CHECK = Tool(
    name="process_check",
    folder="checks",
    title="Self-check",
    summary="Mark each practice, and see what is missing, why, and what to decide before you go on.",
    kind="processes",
    shown=_shown,
    assets=("assets/check.css", "assets/check-start.js"),
)
"""The self-check of each process that has stages."""
