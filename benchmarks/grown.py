"""Playbooks of any size, grown from the real one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]


def grow(target: Path, entries: int) -> Path:
    """Copy the real playbook and add copies of its events until it has so many entries.

    Args:
        target: the folder to make.
        entries: how many entry files it shall have; not fewer than the real playbook has.

    Returns:
        The target.
    """
    target.mkdir(parents=True)
    shutil.copy(ROOT / "site.yml", target)
    shutil.copytree(ROOT / "content", target / "content")
    missing = entries - sum(1 for _ in (target / "content").rglob("*.yml"))
    models = sorted((ROOT / "content" / "events").glob("*.yml"))
    for number in range(max(missing, 0)):
        model = models[number % len(models)]
        text = model.read_text(encoding="utf-8")
        text = re.sub(r"^name: .*$", f"name: Event number {number}", text, count=1, flags=re.MULTILINE)
        text = re.sub(r"^aliases:\n(?:  - .*\n)+", "", text, count=1, flags=re.MULTILINE)
        (target / "content" / "events" / f"event-number-{number}.yml").write_text(text, encoding="utf-8")
    return target
