"""The page of the self-check of a process: where it stands, and what its scripts are given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from value_compass.generator.pages.overview import Material
from value_compass.generator.pages.page import entry_address, relative_address
from value_compass.generator.pages.prose import PlainText
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
        "course": plain_course(course, plain),
        "entries": {
            text: {
                "name": entry.name,
                "address": relative_address(entry_address(entry.reference, playbook), here),
                "summary": plain(entry.summary),
            }
            for text, entry in named.items()
        },
    }


def plain_course(course: Course, plain: PlainText) -> Any:
    """A process as plain lists and objects, without links in its texts."""

    def convert(value: Any) -> Any:
        if isinstance(value, str):
            return plain(value)
        if isinstance(value, Struct):
            return {field: convert(inner) for field, inner in asdict(value).items()}
        return [convert(inner) for inner in value] if isinstance(value, list | tuple) else value

    return convert(course)


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
