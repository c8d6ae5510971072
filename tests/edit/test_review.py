"""Reviews: what is recorded, and what shows afterwards."""

from __future__ import annotations

import datetime
import functools
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.edit.playbooks import Texts, reference, the_bakery
from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import Checked, check_folder
from value_compass.generator.check.rules import reviews
from value_compass.generator.edit.carry_out import confirmed
from value_compass.generator.edit.change import Edit, folder_after
from value_compass.generator.edit.refusal import Refusal
from value_compass.generator.edit.review import review
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.kinds import KINDS
from value_compass.schemas.reading import Term
from value_compass.schemas.reviews import content_fingerprint, fingerprint, neighbours, standings, words_of

DAY = datetime.date(2026, 3, 5)
EVENT = reference("events/tasting-morning")
VAN = reference("values/early-van")


def reviewed(checked: Checked, *entries: Reference) -> Checked:
    return confirmed(checked.draft.folder, review(checked, entries or sorted(checked.draft.entries), DAY))


def altered(checked: Checked, texts: Texts, entry: Reference, old: str, new: str) -> Checked:
    file = f"content/{entry}.yml"
    text = texts(checked.draft.folder)[file]
    assert old in text
    return confirmed(checked.draft.folder, Edit(written={file: text.replace(old, new)}))


def codes(checked: Checked, today: datetime.date = DAY) -> list[tuple[str, str]]:
    return [(problem.code, problem.file) for problem in reviews.check(checked.draft, today)]


def test_a_review_is_two_lines_and_nothing_else(bakery: Checked, texts: Texts) -> None:
    before, after = texts(bakery.draft.folder), texts(reviewed(bakery, VAN).draft.folder)
    file = f"content/{VAN}.yml"
    told = [line for line in after[file].split("\n") if line not in before[file].split("\n")]
    assert told[0] == "reviewed: 2026-03-05"
    assert told[1].startswith('fingerprint: "')
    assert len(told) == 2
    assert {name for name in after if after[name] != before[name]} == {file}


def test_a_second_review_replaces_the_first(bakery: Checked, texts: Texts) -> None:
    first = altered(reviewed(bakery, VAN), texts, VAN, "summary: ", "summary: Now ")
    assert codes(first) == [("changed-since-review", f"content/{VAN}.yml")]
    second = reviewed(first, VAN)
    assert codes(second) == []
    assert texts(second.draft.folder)[f"content/{VAN}.yml"].count("fingerprint:") == 1


def test_all_entries_reviewed_as_they_stand_are_as_they_were_reviewed(checked: Checked) -> None:
    assert standings(reviewed(checked).draft.entries, None, 12) == {}


def test_a_change_is_seen_at_the_entry_and_at_those_that_name_it(bakery: Checked, texts: Texts) -> None:
    after = altered(reviewed(bakery), texts, VAN, "summary: ", "summary: Now ")
    found = standings(after.draft.entries, None, 12)
    assert found.pop(VAN).changed
    assert EVENT in found
    for source, standing in found.items():
        assert standing.suspect == (VAN,)
        assert VAN in neighbours(after.draft.entries[source])
    text = texts(after.draft.folder)[f"content/{EVENT}.yml"]
    line = text.split("\n").index("  - to: values/early-van") + 1
    problem = next(p for p in reviews.check(after.draft, DAY) if p.file == f"content/{EVENT}.yml")
    assert (problem.code, problem.span.line, problem.span.column) == ("suspect-relation", line, 9)


def test_a_change_is_felt_one_relation_far(bakery: Checked, texts: Texts) -> None:
    """What an entry refers to is not what it says: a new owner of a reference suspects nobody further."""
    after = altered(reviewed(bakery), texts, EVENT, "  - to: values/early-van", "  - to: values/full-crates")
    found = standings(after.draft.entries, None, 12)
    assert list(found) == [EVENT]
    assert found[EVENT].changed


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("owner: The bakers", "owner: The drivers"),
        ("reviewed: 2026-03-05", "reviewed: 2026-03-04"),
        ("name: ", "# a comment\nname:   "),
        ("audience", "audience"),
    ],
)
def test_who_keeps_an_entry_and_how_it_is_laid_out_is_not_what_it_says(
    bakery: Checked, texts: Texts, old: str, new: str
) -> None:
    before = reviewed(bakery, VAN)
    file = f"content/{VAN}.yml"
    text = texts(before.draft.folder)[file].replace(old, new)
    assert codes(confirmed(before.draft.folder, Edit(written={file: text}))) == []


def test_an_entry_without_a_fingerprint_is_judged_by_its_day_alone(bakery: Checked, texts: Texts) -> None:
    assert codes(altered(bakery, texts, VAN, "summary: ", "summary: Now ")) == []


@pytest.mark.parametrize(
    ("day", "today", "months", "overdue"),
    [
        ("2026-03-01", "2027-03-01", 12, False),
        ("2026-03-01", "2027-03-02", 12, True),
        ("2024-02-29", "2025-02-28", 12, False),
        ("2024-02-29", "2025-03-01", 12, True),
        ("2026-08-31", "2026-09-30", 1, False),
        ("2026-08-31", "2026-10-01", 1, True),
        ("2026-11-15", "2027-02-15", 3, False),
        ("9999-12-31", "9999-12-31", 120, False),
    ],
)
def test_a_review_is_good_for_so_many_months(
    bakery: Checked, day: str, today: str, months: int, overdue: bool
) -> None:
    entry = bakery.draft.entries[VAN].model_copy(update={"reviewed": datetime.date.fromisoformat(day)})
    found = standings({VAN: entry}, datetime.date.fromisoformat(today), months)
    assert bool(found) == overdue


def test_site_yml_says_how_long_a_review_is_good_for(bakery: Checked, texts: Texts) -> None:
    settings_text = texts(bakery.draft.folder)["site.yml"]
    day = datetime.date(2026, 6, 2)
    assert codes(bakery, day) == []
    shorter = bakery.draft.settings.model_copy(update={"review_after_months": 3})  # type: ignore[union-attr]
    assert "review_after_months" not in settings_text
    draft = type(bakery.draft)(
        bakery.draft.folder,
        shorter,
        bakery.draft.entries,
        bakery.draft.parts,
        bakery.draft.documents,
        (),
    )
    found = list(reviews.check(draft, day))
    assert {problem.code for problem in found} == {"overdue-review"}
    assert len(found) == len(bakery.draft.entries)


def test_content_with_errors_is_not_reviewed(bakery: Checked) -> None:
    broken = Edit(written={f"content/{VAN}.yml": "name: [broken"})
    with pytest.raises(Refusal, match="errors"):
        review(check_folder(folder_after(bakery.draft.folder, broken)), [EVENT], DAY)


def _entry(path: Path, data: dict[str, Any]) -> Entry:
    kind = path.parent.name
    # Further fields of the playbook's own are not known to the kinds that ship.
    known = {name: value for name, value in data.items() if name in KINDS[kind].model.model_fields}
    return KINDS[kind].model.model_validate({**known, "reference": Reference(kind, path.stem)})


@functools.cache
def _data(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    return data


PATHS = [path for path in sorted(BAKERY.glob("content/*/*.yml")) if path.parent.name in KINDS]


@settings(deadline=None)
@given(st.sampled_from(PATHS), st.booleans(), st.booleans(), st.integers(40, 200), st.integers(2, 6))
def test_a_fingerprint_does_not_depend_on_layout(
    path: Path, flow: bool, sort: bool, width: int, indent: int
) -> None:
    data = _data(path)
    text = yaml.dump(
        data, Dumper=yaml.CSafeDumper, default_flow_style=flow, sort_keys=sort, width=width, indent=indent
    )
    again = yaml.load("# on top\n" + text, yaml.CSafeLoader)
    assert content_fingerprint(_entry(path, again)) == content_fingerprint(_entry(path, data))


_WORDED = {"name", "summary", "body", "meaning", "text", "reason", "where", "covers", "title", "goal", "what"}


def _texts_in(value: Any, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [found for key, part in value.items() for found in _texts_in(part, (*way, key))]
    if isinstance(value, list):
        return [found for index, part in enumerate(value) for found in _texts_in(part, (*way, index))]
    return [way] if way[-1] in _WORDED else []


@settings(deadline=None)
@given(st.data())
def test_a_fingerprint_depends_on_every_text(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(PATHS))
    before = _data(path)
    way = data.draw(st.sampled_from(_texts_in(before)))
    after = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    holder = after
    for key in way[:-1]:
        holder = holder[key]
    holder[way[-1]] = holder[way[-1]][::-1]
    assert content_fingerprint(_entry(path, after)) != content_fingerprint(_entry(path, before))


def test_the_fingerprint_of_a_text_stays_the_same_from_release_to_release() -> None:
    """A stored fingerprint must not turn stale because the generator changed."""
    term = Term.model_validate(
        {
            "name": "Crumb",
            "summary": "The inside of a loaf.",
            "body": "It  says\nthat the dough had time.\n",
            "owner": "The bakers",
            "reviewed": DAY,
            "see": ["values/crisp-crust"],
            "sources": [{"source": "hotel-interviews", "where": "page 2", "basis": "stated"}],
        }
    )
    crust = the_bakery().draft.entries[reference("values/crisp-crust")]
    assert fingerprint(term, words_of({crust.reference: crust})) == "5953b6d9 bd21"
