"""Our own content: what a reader reads first is about the reader's case, not about the research."""

from __future__ import annotations

import re

from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.fields import SourcedEntry

OF_THE_RESEARCH = re.compile(
    r"\bthe (?:thesis|source)\b|\bTable \d|\bour copy\b|\binterviewees\b|\bin the reference list\b",
    re.IGNORECASE,
)

FIRST = ("summary", "situation", "meaning", "body", "story")
"""The fields that open a page."""


def test_no_page_opens_with_what_the_research_says_about_itself(playbook: Playbook) -> None:
    found = []
    for entry in playbook.of(SourcedEntry):
        if entry.apart:
            continue  # it explains a word of the research
        for field in FIRST:
            text = getattr(entry, field, None)
            opening = text.strip().split("\n\n")[0] if isinstance(text, str) else ""
            if OF_THE_RESEARCH.search(" ".join(opening.split())):
                found.append(f"{entry.reference}: {field}")
    assert not found, f"move what the research says about itself to `research`: {found}"
