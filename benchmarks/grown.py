"""Playbooks of any size, grown from one that is there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]


def grow(target: Path, entries: int, model: Path = ROOT, kinds: Sequence[str] = ("events",)) -> Path:
    """Copy a playbook and add copies of its entries until it has so many.

    Args:
        target: the folder to make.
        entries: how many entry files it shall have; not fewer than the model has.
        model: the playbook's folder; the real one unless another is given.
        kinds: what is copied, each in turn.

    Returns:
        The target.
    """
    target.mkdir(parents=True)
    shutil.copy(model / "site.yml", target)
    shutil.copytree(model / "content", target / "content")
    if (model / "kinds").exists():
        shutil.copytree(model / "kinds", target / "kinds")
    missing = entries - sum(1 for _ in (target / "content").rglob("*.yml"))
    models = [sorted((model / "content" / kind).glob("*.yml")) for kind in kinds]
    for number in range(max(missing, 0)):
        turn, place = number % len(kinds), number // len(kinds)
        copied = models[turn][place % len(models[turn])]
        kind = kinds[turn].removesuffix("s")
        text = copied.read_text(encoding="utf-8")
        name = f"{kind.capitalize()} number {number}"
        text = re.sub(r"^name: .*$", f"name: {name}", text, count=1, flags=re.MULTILINE)
        text = re.sub(r"^aliases:(?:.+\n|\n(?:  - .*\n)+)", "", text, count=1, flags=re.MULTILINE)
        (target / "content" / kinds[turn] / f"{kind}-number-{number}.yml").write_text(text, encoding="utf-8")
    return target
