"""Our own content: the words of the research stand apart from those of the work."""

from __future__ import annotations

from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.reading import Term


def test_words_of_the_research_stand_apart(playbook: Playbook) -> None:
    apart = {term.name for term in playbook.of(Term) if term.apart}
    assert {"Coding category", "Content analysis", "Co-occurrence", "Interview round"} <= apart
    work = {term.name for term in playbook.of(Term)} - apart
    assert {"Steering committee", "Tender", "Customer success", "Moment of truth", "Sponsor"} <= work
    assert len(apart) < len(work) / 4


def test_no_word_of_the_work_is_explained_by_what_the_study_did(playbook: Playbook) -> None:
    methods = ("the researcher", "interview")
    told = [
        term.name
        for term in playbook.of(Term)
        if not term.apart and any(method in term.summary.lower() for method in methods)
    ]
    assert not told
