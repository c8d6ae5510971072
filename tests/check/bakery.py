"""The bakery's playbook as something that a test may change."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from value_compass.generator.check.check import Checked, check


@dataclass(frozen=True, slots=True)
class Bakery:
    """A playbook's folder, with short names for its files: `terms/crumb`, `kinds/rounds`, `site`."""

    folder: Path

    def path(self, file: str) -> Path:
        outside = file == "site" or file.startswith("kinds/")
        return self.folder / f"{'' if outside else 'content/'}{file}.yml"

    def read(self, file: str) -> str:
        return self.path(file).read_text(encoding="utf-8")

    def write(self, file: str, text: str | bytes) -> None:
        """Write a file at one stroke, so that nobody who watches the folder sees half of it."""
        beside = self.folder.with_name(f"{self.folder.name}.written")
        beside.write_bytes(text if isinstance(text, bytes) else text.encode())
        self.path(file).parent.mkdir(parents=True, exist_ok=True)
        beside.replace(self.path(file))

    def change(self, file: str, old: str, new: str) -> None:
        text = self.read(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def delete(self, file: str) -> None:
        self.path(file).unlink()

    def check(self) -> Checked:
        return check(self.folder)

    def found(self) -> list[str]:
        """Where problems stand: `terms/crumb:3:7 unknown-reference`."""
        return [
            f"{problem.file.removeprefix('content/').removesuffix('.yml')}"
            f":{problem.span.line}:{problem.span.column} {problem.code}"
            for problem in self.check().problems
        ]
