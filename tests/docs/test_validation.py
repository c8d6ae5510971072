"""The page on the validation's questions names pages that exist, and answers every question."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from value_compass.generator.pages.page import Page
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.activities import Workshop
from value_compass.schemas.fields import Reference

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def text() -> str:
    return (ROOT / "docs" / "design" / "validation.md").read_text(encoding="utf-8")


def test_every_page_that_it_names_is_on_the_site(text: str, pages: tuple[Page, ...]) -> None:
    named = set(re.findall(r"`([a-z-]+(?:/[a-z-]+)?\.html)`", text))
    assert len(named) > 15
    assert named <= {page.address for page in pages}


def test_every_question_is_answered_in_order(text: str, playbook: Playbook) -> None:
    session = playbook[Reference("workshops", "validation-session")]
    assert isinstance(session, Workshop)
    numbers = [int(number) for number in re.findall(r"^\*\*(\d+)\. ", text, re.MULTILINE)]
    assert numbers == list(range(1, len(session.questions) + 1))
