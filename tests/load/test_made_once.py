"""What is made of files of our own is made once, and anew when it is made of something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from value_compass.generator.load import keeping
from value_compass.generator.load.keeping import made_once


@pytest.fixture(autouse=True)
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(keeping, "BESIDE_ENVIRONMENT", tmp_path)
    return tmp_path / "rolls"


def test_it_is_made_once_of_one_origin_and_anew_of_another() -> None:
    assert made_once("rolls", b"flour", lambda: {"rolls": 10}) == {"rolls": 10}
    assert made_once("rolls", b"flour", lambda: {"rolls": 12}) == {"rolls": 10}
    assert made_once("rolls", b"rye", lambda: {"rolls": 12}) == {"rolls": 12}


def test_what_was_kept_and_is_damaged_is_made_anew(beside: Path) -> None:
    made_once("rolls", b"flour", lambda: {"rolls": 10})
    beside.write_bytes(beside.read_bytes()[:-1])
    assert made_once("rolls", b"flour", lambda: {"rolls": 12}) == {"rolls": 12}
