"""Typst at work: how high things are, and a PDF of what stands where."""

from __future__ import annotations

import datetime
import json
import marshal
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from value_compass.generator.book import typesetter
from value_compass.generator.book.failure import BookFailure
from value_compass.generator.book.lean_fonts import enough_for, lean
from value_compass.generator.load.fonts import shipped

TEMPLATES = Path(__file__).parents[2] / "theme" / "book"
"""How the book looks, in Typst."""

STANDARDS = ("ua-1", "a-3a")
"""Accessible, and fit to be kept; the compiler checks both."""

_WHOLE, _LEAN = "fonts", "lean-fonts"
"""The folders of fonts; a job's own words say which are enough for it."""

_PANIC = "panicked with: "

_MEMORY = {
    "GLIBC_TUNABLES": ":".join(
        f"glibc.malloc.{name}={value}"
        for name, value in (
            ("hugetlb", 1),
            ("top_pad", 2**25),
            ("mmap_threshold", 2**30),
            ("trim_threshold", 2**30),
        )
    )
}
"""What Linux is asked for: memory in large pieces saves a tenth of Typst's time. Other systems pass it by."""


class Press:
    """A work folder with templates and fonts, in which Typst works.

    Args:
        work: an empty folder.
        fonts: the font files that may be used, and no others are.
        day: the day that what is printed is dated.
    """

    def __init__(self, work: Path, fonts: Sequence[Path], day: datetime.date) -> None:
        self._work = work
        self._moment = int(datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp())
        for template in TEMPLATES.glob("*.typ"):
            shutil.copyfile(template, work / template.name)
        self._fonts = fonts

    def find_out(self, template: str, data: Mapping[str, Any]) -> Any:
        """What a template's mark holds."""
        (said,) = self._run([{"template": template, **self._write("asked", data)}])
        return json.loads(_good(said)["found"])

    def pdf(self, template: str, data: Mapping[str, Any]) -> bytes:
        """What a template sets.

        Raises:
            BookFailure: when Typst refuses or warns.
        """
        (made,) = self.pdfs([(template, data)])
        return printed(made)

    def pdfs(self, asked: Sequence[tuple[str, Mapping[str, Any]]]) -> list[bytes | BookFailure]:
        """What several templates set, each by itself, in one run of Typst; why not, where one refuses."""
        jobs: list[dict[str, Any]] = [
            {
                "template": template,
                **self._write(str(number), data),
                "pdf": str(self._work / f"{number}.pdf"),
                "standards": list(STANDARDS),
                "timestamp": self._moment,
            }
            for number, (template, data) in enumerate(asked)
        ]
        return [
            BookFailure(refusal) if (refusal := _refusal(said)) else Path(job["pdf"]).read_bytes()
            for job, said in zip(jobs, self._run(jobs) if jobs else (), strict=True)
        ]

    def _write(self, name: str, data: Mapping[str, Any]) -> dict[str, str]:
        """Write what a template reads; gives what a job says of it."""
        file = self._work / f"{name}.json"
        written = to_json(data)
        file.write_bytes(written)
        return {"data": file.name, "fonts": _LEAN if enough_for(written.decode()) else _WHOLE}

    def _put_fonts(self) -> None:
        """Put all fonts there, whole and lean, before they are asked for the first time."""
        for folder in (_WHOLE, _LEAN):
            (self._work / folder).mkdir()
        for number, file in enumerate(self._fonts):
            name = f"{number}-{file.name}"
            _put(file, self._work / _WHOLE / name)
            if file in shipped():
                (self._work / _LEAN / name).write_bytes(lean(file))
            else:  # what a playbook brings may have no letters but those of other scripts
                _put(file, self._work / _LEAN / name)

    def _run(self, jobs: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        if not (self._work / _LEAN).exists():
            self._put_fonts()
        result = subprocess.run(  # noqa: S603 - our own script
            [sys.executable, "-P", typesetter.__file__],
            input=marshal.dumps([{"work": str(self._work), **job} for job in jobs]),
            capture_output=True, check=False, env={**os.environ, **_MEMORY},
        )  # fmt: skip
        if result.returncode:
            last = (result.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"])[-1]
            raise BookFailure(f"Typst broke off: {last}")
        said: list[dict[str, Any]] = marshal.loads(result.stdout)  # noqa: S302 - our own script
        return said


def printed(made: bytes | BookFailure) -> bytes:
    """A PDF that was asked for.

    Raises:
        BookFailure: when Typst refused it.
    """
    if isinstance(made, BookFailure):
        raise made
    return made


def _good(said: dict[str, Any]) -> dict[str, Any]:
    if refusal := _refusal(said):
        raise BookFailure(refusal)
    return said


def _refusal(said: Mapping[str, Any]) -> str | None:
    return _plainly(said["refusal"], said["hints"]) if "refusal" in said else None


def _plainly(refusal: str, hints: Sequence[str]) -> str:
    """What Typst said, without its own words around it."""
    # Places where words may be divided are no part of what is said.
    refusal = refusal.translate({0xAD: None, 0x200B: None})
    if refusal.startswith(_PANIC):
        return refusal.removeprefix(_PANIC)
    return f"Typst cannot set the book: {refusal}{''.join(f' ({hint})' for hint in hints)}"


def _put(file: Path, target: Path) -> None:
    try:
        target.symlink_to(file.resolve())
    except OSError:  # a system without links
        shutil.copyfile(file, target)
