"""A file with a wrong name: it says its way out, and so does what names the entry."""

from __future__ import annotations

import pytest

from tests.check.bakery import Bakery

NAMED = "content/events/late-van.yml"


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("Late van.yml", "rename {} to late-van.yml"),
        ("late_van.yml", "rename {} to late-van.yml"),
        ("late-van.yaml", "rename {} to late-van.yml"),
        ("late-van.YML", "rename {} to late-van.yml"),
        ("late-van.yml.txt", "rename {} to late-van.yml"),
        ("of/late-van.yml", f"move {{}} to {NAMED}"),
    ],
)
def test_the_file_and_those_who_name_it_are_told_the_same(bakery: Bakery, name: str, way: str) -> None:
    moved = bakery.folder / "content" / "events" / name
    moved.parent.mkdir(exist_ok=True)
    (bakery.folder / NAMED).rename(moved)
    problems = bakery.check().problems
    own = [p.advice for p in problems if p.file == f"content/events/{name}"]
    others = {p.advice for p in problems if p.code in ("unknown-reference", "broken-link")}
    assert len(own) == 1
    assert own[0]
    assert own[0].startswith(way.format("it"))
    assert others == {way.format(f"content/events/{name}")}


def test_a_name_that_is_taken_is_no_way_out(bakery: Bakery) -> None:
    (bakery.folder / "content/events/Late van.yml").write_text(bakery.read("events/late-van"), "utf-8")
    (problem,) = (p for p in bakery.check().problems if p.code == "file-name")
    assert problem.advice == "use lower-case letters, digits and single hyphens, such as good-bread.yml"


def test_a_folder_like_no_kind_may_be_a_kind_that_is_still_to_be_described(bakery: Bakery) -> None:
    bakery.write("machines/kneader", "name: Kneader\n")
    (problem,) = (p for p in bakery.check().problems if p.code == "unknown-folder")
    assert problem.advice
    assert problem.advice.endswith("; a kind of your own is described in kinds/machines.yml")
