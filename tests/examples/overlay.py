"""Example folders: what differs from the bakery's playbook, and what the check says about it.

`bad/<code>[-variant]/` holds files that are laid over a copy of `tests/playbooks/bakery/`, and
`expected.txt`, the report. `good/<name>/` holds files that make no problem. A new example is a new
folder; `python -m tests.examples.renew` writes the reports anew.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests import day
from tests.files import copied
from value_compass.generator.check.check import Checked, check

os.environ.setdefault("SOURCE_DATE_EPOCH", day.EPOCH)

HERE = Path(__file__).parent
BAKERY = HERE.parent / "playbooks" / "bakery"
REPORT = "expected.txt"


def examples(sort: str) -> list[Path]:
    """The example folders of a sort, `good` or `bad`."""
    return sorted(folder for folder in (HERE / sort).iterdir() if folder.is_dir())


def check_example(example: Path, scratch: Path) -> Checked:
    """Lay an example over the bakery's playbook and check it."""
    playbook = scratch / "playbook"
    copied(BAKERY, playbook)
    shutil.copytree(
        example, playbook, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns(REPORT)
    )
    return check(playbook)
