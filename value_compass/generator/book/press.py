"""Typst at work: how high things are, and a PDF of what stands where."""

from __future__ import annotations

import datetime
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from value_compass.generator.book import typesetter
from value_compass.generator.book.failure import BookFailure

TEMPLATES = Path(__file__).parents[2] / "theme" / "book"
"""How the book looks, in Typst."""

STANDARDS = ("ua-1", "a-3a")
"""Accessible, and fit to be kept; the compiler checks both."""

_PANIC = "panicked with: "


class Press:
    """A work folder with templates and fonts, in which Typst works.

    Args:
        work: an empty folder.
        fonts: the font files that may be used, and no others are.
        day: the day that what is printed is dated.
    """

    def __init__(self, work: Path, fonts: Sequence[Path], day: datetime.date) -> None:
        self._work = work
        self._moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp()
        for template in TEMPLATES.glob("*.typ"):
            shutil.copyfile(template, work / template.name)
        (work / "fonts").mkdir()
        for number, file in enumerate(fonts):
            _put(file, work / "fonts" / f"{number}-{file.name}")

    def find_out(self, template: str, data: Mapping[str, Any]) -> Any:
        """What a template's mark holds."""
        (said,) = self._run([{"template": template, "data": self._write(data)}])
        return said["found"]

    def pdf(self, template: str, data: Mapping[str, Any]) -> bytes:
        """What a template sets.

        Raises:
            BookFailure: when Typst refuses or warns.
        """
        return self.pdfs(template, [data])[0]

    def pdfs(self, template: str, each: Sequence[Mapping[str, Any]]) -> list[bytes]:
        """What a template sets of each of several, one file after the other.

        Raises:
            BookFailure: when Typst refuses or warns.
        """
        files = [self._work / f"made-{number}.pdf" for number in range(len(each))]
        jobs = [
            {
                "template": template,
                "data": self._write(data, number),
                "pdf": str(file),
                "standards": STANDARDS,
                "timestamp": self._moment,
            }
            for number, (data, file) in enumerate(zip(each, files, strict=True))
        ]
        self._run(jobs)
        return [file.read_bytes() for file in files]

    def _write(self, data: Mapping[str, Any], number: int = 0) -> str:
        name = f"book-{number}.json"
        (self._work / name).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        return name

    def _run(self, jobs: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        result = subprocess.run(  # noqa: S603 - our own script
            [sys.executable, "-P", typesetter.__file__],
            input=json.dumps([{"work": str(self._work), **job} for job in jobs]),
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        if result.returncode:
            last = (result.stderr.strip().splitlines() or ["no reason given"])[-1]
            raise BookFailure(f"Typst broke off: {last}")
        said: list[dict[str, Any]] = json.loads(result.stdout)
        for one in said:
            if "refusal" in one:
                raise BookFailure(_plainly(one["refusal"], one["hints"]))
        return said


def _plainly(refusal: str, hints: Sequence[str]) -> str:
    """What Typst said, without its own words around it."""
    if refusal.startswith(_PANIC):
        return refusal.removeprefix(_PANIC)
    return f"Typst cannot set the book: {refusal}{''.join(f' ({hint})' for hint in hints)}"


def _put(file: Path, target: Path) -> None:
    try:
        target.symlink_to(file.resolve())
    except OSError:  # a system without links
        shutil.copyfile(file, target)
