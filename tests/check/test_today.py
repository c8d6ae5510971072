"""The day that SOURCE_DATE_EPOCH sets, and what is said when it is no time."""

from __future__ import annotations

import datetime

import pytest

from tests.check.bakery import Bakery
from tests.running import run
from value_compass.generator.check.today import day_set, this_day


def test_the_day_that_is_set_is_today_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert this_day() == day_set() == datetime.date(2026, 1, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225599")
    assert this_day() == datetime.date(2025, 12, 31)


def test_no_day_is_set_by_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert day_set() is None
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert day_set() is None


@pytest.mark.parametrize("command", [["check"], ["build"], ["new", "terms", "Rye"]])
@pytest.mark.parametrize(
    "epoch",
    [
        "\u00b2",
        "\u0661",
        "99999999999999",
        "99999999999999999",
        "4294967296",
        "9" * 5000,
        "-1",
        "1.5",
        "today",
    ],
)
def test_what_is_no_time_is_told_plainly(bakery: Bakery, epoch: str, command: list[str]) -> None:
    result = run(*command, folder=bakery.folder, SOURCE_DATE_EPOCH=epoch)
    assert result.returncode == 2
    assert 'the variable SOURCE_DATE_EPOCH is "' in result.stderr
    assert "seconds since 1 January 1970" in result.stderr
