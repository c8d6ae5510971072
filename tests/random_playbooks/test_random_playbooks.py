"""What the check passes, the site and the book can build; `python -m tests.random_playbooks` tries many more."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.files import contents
from tests.random_playbooks.building import BUILT, FAILED, outcome
from tests.random_playbooks.making import make

NUMBERS = range(1, 5)


def test_what_the_check_passes_builds() -> None:
    outcomes = {number: outcome(number) for number in NUMBERS}

    assert not {number: why for number, (what, why) in outcomes.items() if what == FAILED}
    assert Counter(what for what, _ in outcomes.values())[BUILT] > len(NUMBERS) / 2


def test_a_number_makes_the_same_playbook_each_time(tmp_path: Path) -> None:
    for folder in (tmp_path / "once", tmp_path / "again"):
        folder.mkdir()
        make(4, folder)

    assert contents(tmp_path / "once") == contents(tmp_path / "again")
