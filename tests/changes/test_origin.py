"""The revision that a build names is the one of the content that it shows."""

from __future__ import annotations

from tests.changes.bakery import Bakery
from value_compass.generator.cli.revision import read_with_origin, revision_of


def test_a_commit_during_the_reading_makes_it_begin_again(kept: Bakery) -> None:
    looks = []

    def read() -> str:
        text = kept.path("terms/crumb").read_text(encoding="utf-8")
        if not looks:
            kept.edit("terms/crumb", "owner: ", "owner: All of ")
            kept.commit("2026-07-01")
        looks.append(text)
        return text

    found, origin = read_with_origin(kept.folder, read)
    assert len(looks) == 2
    assert "All of" in found
    assert origin.revision == revision_of(kept.folder)
    assert "dirty" not in origin.revision.name


def test_an_edit_during_the_reading_is_not_taken_for_the_commit(kept: Bakery) -> None:
    def read() -> None:
        kept.edit("terms/crumb", "owner: ", "owner: All of ")
        kept.commit("2026-07-01")

    _, origin = read_with_origin(kept.folder, read)
    assert origin.revision.name.endswith("-dirty")


def test_the_revision_is_the_commit_whatever_tags_and_branches_are_called(kept: Bakery) -> None:
    kept.git("tag", "--annotate", "--message", "one", "zanzibar")
    kept.git("checkout", "--quiet", "-b", "falcon")
    head = kept.git("rev-parse", "HEAD").strip()
    revision = revision_of(kept.folder)
    assert (revision.name, revision.commit) == (head[:10], head)
    kept.edit("terms/crumb", "owner: ", "owner: All of ")
    assert revision_of(kept.folder).name == f"{head[:10]}-dirty"
