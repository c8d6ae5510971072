"""A composition to a PDF by Typst: laid out again until every page number is right."""

from __future__ import annotations

import datetime
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import font_source_sans_pro
import font_source_serif_pro

from generator.book import typesetter
from generator.book.compose import FIGURE, Composition
from generator.book.failure import BookFailure
from generator.book.running import Place, running_heads

TEMPLATES = Path(__file__).parents[2] / "theme" / "book"
"""The book's layout, in Typst."""

FAMILIES = ("Source Serif Pro", "Source Sans Pro")
"""The fonts of the book."""

STANDARDS = ("ua-1", "a-3a")
"""Accessible, and fit to be kept; the compiler checks both."""

_DRAFTS, _MOST_PASSES = 2, 7
_PANIC = "panicked with: "
_STILL = "still:"
"""Before the label of a page that must hold everything from its label to this mark."""


def press(composition: Composition, work: Path, day: datetime.date) -> bytes:
    """Set a book.

    The first passes find out where everything begins, without drawing the figures. A pass after them
    that begins everything where the one before did has the right numbers, and becomes the PDF.

    Args:
        composition: what is to be printed.
        work: the work folder, with the figures in it.
        day: the day that the file is dated.

    Returns:
        The PDF.

    Raises:
        BookFailure: when Typst refuses or warns, or something is not where it should be.
    """
    for template in TEMPLATES.glob("*.typ"):
        shutil.copyfile(template, work / template.name)
    _put_fonts(work / "fonts")
    _write(work / "book.json", composition.book)
    midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    job = {
        "work": str(work),
        "template": composition.template,
        "pdf": str(work / "book.pdf"),
        "standards": STANDARDS,
        "timestamp": midnight.timestamp(),
    }
    found: list[list[Any]] | None = None
    for number in range(_MOST_PASSES):
        # What has no places to look up needs one pass to know that nothing is missing.
        draft = number < (_DRAFTS if composition.spots else 1)
        _write(work / "places.json", _known(composition, found, draft=draft, even=number > _MOST_PASSES // 2))
        said = _pass({**job, "expected": None if draft else found})
        found = said["places"]
        if "written" in said:
            return (work / "book.pdf").read_bytes()
    raise BookFailure("the page numbers do not settle")


def _known(
    composition: Composition, found: list[list[Any]] | None, *, draft: bool, even: bool
) -> dict[str, Any]:
    """What the template knows from the last pass."""
    places = _places(composition, found) if found is not None else {}
    return {
        "at": {label: {"page": place.page, "y": place.height} for label, place in places.items()},
        "running": running_heads(composition.spots, places) if places else [],
        "draft": draft,
        "even": even,
    }


def _places(composition: Composition, found: list[list[Any]]) -> dict[str, Place]:
    """Where everything begins; nothing is missing, and nothing stands in the book twice."""
    places: dict[str, Place] = {}
    for label, page, height in found:
        if label in places and not label.startswith(FIGURE):
            raise BookFailure(f"{label} stands in the book twice, on pages {places[label].page} and {page}")
        places[label] = Place(page, height)
    for file, where in composition.figures.items():
        if FIGURE + file not in places:
            raise BookFailure(f'a figure of "{where}" is not in the book: its print style leaves it out')
    for label in sorted(composition.labels):
        if label not in places:
            raise BookFailure(f"{label} is not in the book: its print style leaves it out")
    for label, place in places.items():
        begin = label.removeprefix(_STILL)
        if begin != label and places[begin].page != place.page:
            raise BookFailure(f"{_named(begin, composition)} does not hold all that stands on it; shorten it")
    return places


def _named(label: str, composition: Composition) -> str:
    name = next((spot.name for spot in composition.spots if spot.label == label), None)
    return f'the page of "{name}"' if name else f"the {label.partition(':')[2]}"


def _pass(job: dict[str, Any]) -> dict[str, Any]:
    result = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, typesetter.__file__],
        input=json.dumps(job), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if result.returncode:
        last = (result.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise BookFailure(f"Typst broke off: {last}")
    said: dict[str, Any] = json.loads(result.stdout)
    if "refusal" in said:
        raise BookFailure(_plainly(said["refusal"], said["hints"]))
    return said


def _plainly(refusal: str, hints: list[str]) -> str:
    """What Typst said, without its own words around it."""
    if refusal.startswith(_PANIC):
        return refusal.removeprefix(_PANIC)
    return f"Typst cannot set the book: {refusal}{''.join(f' ({hint})' for hint in hints)}"


def _put_fonts(folder: Path) -> None:
    """Put the OpenType files of the book's families in a folder, and nothing else."""
    folder.mkdir()
    for files in (font_source_serif_pro.font_files_otf, font_source_sans_pro.font_files_otf):
        for file in map(Path, files.values()):
            try:
                (folder / file.name).symlink_to(file)
            except OSError:  # a system without links
                shutil.copyfile(file, folder / file.name)


def _write(file: Path, data: object) -> None:
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
