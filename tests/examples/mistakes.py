"""Mistakes to be made in a copy of the real playbook, and where the check has to find them.

`mistakes/<name>/mistake.yml` says in `says` what somebody did, in `file` where, and in `code` what the check
has to call it. What is done is one of: `put` in the place of the text `find`; a whole file of `text`, or the
`copy_of` another; `remove` a file; take out the `block` of a field. The mistake is on the line where the file
first differs, `down` so many lines further, or in the `line` that begins so, of another file if `seen` names it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "mistakes"


@dataclass(frozen=True)
class Mistake:
    """What somebody did to one file of the playbook."""

    name: str
    says: str
    code: str
    file: str
    find: str = ""
    put: str = ""
    text: str | None = None
    times: int = 1
    copy_of: str = ""
    remove: bool = False
    block: str = ""
    encoding: str = "utf-8"
    confidential: str = ""
    seen: str = ""
    line: str = ""
    last: bool = False
    down: int = 0

    def make(self, playbook: Path) -> tuple[str, int]:
        """Make the mistake in a playbook's folder; gives the file and the line where it stands."""
        path = playbook / self.file
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.remove:
            path.unlink()
        else:
            path.write_bytes(self._after(before, playbook).encode(self.encoding))
        return self.seen or self.file, self._line(before, playbook)

    def _after(self, before: str, playbook: Path) -> str:
        if self.text is not None:
            return self.text * self.times
        if self.copy_of:
            return (playbook / self.copy_of).read_text(encoding="utf-8")
        if self.block:
            return re.sub(rf"(?m)^{self.block}:.*\n(?:[ -].*\n)*", "", before)
        assert self.find in before, f"{self.file} no longer holds what {self.name} changes: {self.find!r}"
        return before.replace(self.find, self.put, 1)

    def _line(self, before: str, playbook: Path) -> int:
        seen = playbook / (self.seen or self.file)
        if not seen.exists():
            return 1
        lines = seen.read_bytes().decode(self.encoding if not self.seen else "utf-8").split("\n")
        if self.line:
            found = [number for number, line in enumerate(lines, 1) if line.startswith(self.line)]
            return found[-1 if self.last else 0]
        same = zip(lines, before.split("\n"), strict=False)
        differs = next((number for number, (now, then) in enumerate(same, 1) if now != then), 1)
        return differs + self.down


def mistakes() -> list[Mistake]:
    """All of them, by name."""
    return [_read(folder) for folder in sorted(FOLDER.iterdir()) if folder.is_dir()]


def _read(folder: Path) -> Mistake:
    said: dict[str, Any] = yaml.safe_load((folder / "mistake.yml").read_text(encoding="utf-8"))
    return Mistake(name=folder.name, **said)
