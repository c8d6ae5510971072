"""Extracts of the book as a user asks for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.book.reading import printed
from tests.examples.overlay import BAKERY
from tests.files import copied
from tests.running import run


@pytest.fixture(scope="module")
def bakery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bakery")
    copied(BAKERY, folder)
    return folder


@pytest.mark.parametrize(
    ("arguments", "file", "text"),
    [
        (["--workshop", "menu-day", "--start", "13:30"], "workshop-menu-day", "15:00"),
        (["--worksheet"], "worksheet", "How to read the marks"),
        (["--cards"], "cards", "Visits to the kitchen"),
        (["--cards", "workshops", "--greyscale"], "cards-workshops-greyscale", "Menu day"),
        (["--role", "account-baker"], "role-account-baker", "Nothing works without it."),
        (["--part", "season"], "part-season", "Deliver every morning"),
    ],
)
def test_an_extract_has_a_file_of_its_own_name_beside_the_book(
    arguments: list[str], file: str, text: str, bakery: Path
) -> None:
    result = run("book", *arguments, folder=bakery)
    assert result.returncode == 0, result.stderr
    target = bakery / "build" / f"daily-bread-{file}.pdf"
    assert str(target) in result.stdout
    assert "Setting " in result.stderr
    found = " ".join(printed(target))
    assert text in found
    assert "Margin" not in found


def test_another_edition_shows_its_own_entries(bakery: Path, tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"
    result = run(
        "book", "--edition", "partners-only", "--role", "account-baker", "--output", target, folder=bakery
    )
    assert result.returncode == 0, result.stderr
    assert "Margin" in " ".join(printed(target))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--role", "acount-baker"], 'no role "acount-baker" in this edition; did you mean account-baker?'),
        (["--workshop", "x"], 'no workshop "x" in this edition; there is: menu-day'),
        (["--part", "sesaon"], "did you mean season?"),
        (["--part", ""], "there is: table, season, larder"),
        (["--cards", "valeus"], "did you mean values?"),
        (["--cards", "values,recipes"], 'no kind of cards "recipes"'),
        (["--worksheet", "--cards"], "ask for one"),
        (["--role", "driver", "--part", "season"], "ask for one"),
        (["--start", "10:00"], "name it with --workshop"),
        (["--workshop", "menu-day", "--start", "25:00"], "25:00"),
        (["--cards", "--bleed"], "no colour reaches the edge"),
    ],
)
def test_what_cannot_be_asked_for_is_wrong_usage(arguments: list[str], said: str, bakery: Path) -> None:
    result = run("book", *arguments, folder=bakery)
    assert result.returncode == 2
    assert said in " ".join(result.stderr.split())


def test_what_does_not_fit_fails_and_leaves_the_last_one(tmp_path: Path) -> None:
    copied(BAKERY, tmp_path)
    last = tmp_path / "build" / "daily-bread-cards-workshops.pdf"
    last.parent.mkdir()
    last.write_bytes(b"%PDF-1.7 the last one")
    file = tmp_path / "content/workshops/menu-day.yml"
    needs = "".join(
        f"  - The chef has an afternoon free, and the oven of {n} hotels is cold.\n" for n in range(60)
    )
    text = file.read_text(encoding="utf-8").replace("builds:\n", f"{needs}builds:\n")
    file.write_text(text, encoding="utf-8")
    result = run("book", "--cards", "workshops", folder=tmp_path)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert 'the card of "Menu day" (content/workshops/menu-day.yml)' in result.stderr
    assert 'shorten "needs"' in result.stderr
    assert last.read_bytes() == b"%PDF-1.7 the last one"
    assert list(last.parent.iterdir()) == [last]
