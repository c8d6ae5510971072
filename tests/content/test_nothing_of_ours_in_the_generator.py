"""What the generator says is nobody's: no name of our playbook stands in it."""

from __future__ import annotations

import re
from pathlib import Path

import value_compass
from value_compass.generator.playbook.playbook import Playbook

PACKAGE = Path(value_compass.__file__).parent
KINDS = ("outcomes", "groups", "values", "steps", "ambitions", "cases", "processes", "propositions")
STARTERS = PACKAGE / "generator/edit/starter"
"""First entries to be replaced, for any company."""


def test_no_name_of_ours_stands_in_code_templates_and_catalogues(playbook: Playbook) -> None:
    entries = [entry for kind in KINDS for entry in playbook.of_kind(kind)]
    names = [
        name for entry in entries for name in (entry.name, entry.reference.id) if " " in name or "-" in name
    ]
    named = re.compile(
        rf"\b(?:{'|'.join(map(re.escape, [playbook.settings.organisation, *names]))})\b", re.IGNORECASE
    )
    found = {
        (file.relative_to(PACKAGE).as_posix(), name)
        for ending in ("py", "jinja", "typ", "js", "css", "po")
        for file in PACKAGE.rglob(f"*.{ending}")
        if not file.is_relative_to(STARTERS)
        for name in named.findall(file.read_text(encoding="utf-8"))
    }
    assert not found
