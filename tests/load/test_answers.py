"""Days, numbers and lists are asked for once; later runs know the answers, and ask anew of another Babel."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from babel.lists import format_list
from hypothesis import given
from hypothesis import strategies as st

from value_compass.generator.load import answers
from value_compass.generator.load.answers import answers_kept
from value_compass.language import formats, rules
from value_compass.language.words import Words, speaking

DAY = datetime.date(2026, 11, 28)


@pytest.fixture(autouse=True)
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where answers are kept, with none so far."""
    monkeypatch.setattr(answers, "BESIDE_ENVIRONMENT", tmp_path)
    monkeypatch.setattr(formats, "ANSWERS", {})
    return tmp_path / "answers"


def run() -> list[object]:
    """What a run says that begins anew."""
    formats.ANSWERS.clear()
    with answers_kept():
        return _said()


def _said() -> list[object]:
    said: list[object] = []
    for language in ("en", "de"):
        with speaking(Words(language)):
            said += [
                formats.day_in_words(DAY),
                formats.month_in_words(DAY),
                formats.number_in_words(12.5),
                formats.percent_in_words(0.125, 1),
                formats.listed(["bread", "rolls", "{cakes}"]),
                formats.plural_samples(),
            ]
    return said


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rules that are asked from now on."""
    found: list[str] = []

    def told(rule: str) -> None:
        real = getattr(rules, rule)
        monkeypatch.setattr(rules, rule, lambda *given: found.append(rule) or real(*given))

    for rule in ("day", "number", "percent", "listed", "plural_samples"):
        told(rule)
    return found


def test_a_later_run_says_the_same_and_asks_nothing(asked: list[str]) -> None:
    first = run()
    assert first[4] == "bread, rolls and {cakes}"
    assert set(asked) == {"day", "number", "percent", "listed", "plural_samples"}
    asked.clear()
    assert run() == first
    assert asked == []


def test_what_was_kept_and_is_damaged_is_asked_anew(beside: Path, asked: list[str]) -> None:
    first = run()
    beside.write_bytes(beside.read_bytes()[:-1])
    asked.clear()
    assert run() == first
    assert asked


def test_answers_to_other_questions_do_not_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    run()
    asked.clear()
    (tmp_path / "rules.py").write_text("# asks in another way", encoding="utf-8")
    monkeypatch.setattr(answers, "_RULES", tmp_path / "rules.py")
    run()
    assert asked


def test_a_run_that_fails_keeps_nothing(beside: Path) -> None:
    with pytest.raises(ZeroDivisionError), answers_kept():
        formats.number_in_words(1 / len(formats.number_in_words(3)[1:]))
    assert not beside.exists()


def test_of_too_many_only_those_of_the_last_run_are_kept(
    monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    monkeypatch.setattr(answers, "MOST", 3)
    times = []
    for numbers in ((1, 2, 3), (4,), (1,), (4,)):
        formats.ANSWERS.clear()
        asked.clear()
        with answers_kept():
            for number in numbers:
                formats.number_in_words(number)
        times.append(len(asked))
    # The second run made room for its own, which the last one finds.
    assert times == [3, 1, 1, 0]


@given(st.lists(st.text(max_size=8), max_size=6))
def test_a_list_is_written_as_babel_does(things: list[str]) -> None:
    assert formats.listed(things) == format_list(things, "standard", "en_GB")
    assert formats.listed(things, "or") == format_list(things, "or", "en_GB")


def test_zero_has_no_sign(asked: list[str]) -> None:
    assert (formats.number_in_words(-0.0), formats.number_in_words(0)) == ("0", "0")
