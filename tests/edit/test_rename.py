"""Renaming: everything that names the entry follows, and nothing else moves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.edit.playbooks import Texts, reference, texts_of, the_bakery
from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import Checked, check, check_folder
from value_compass.generator.edit.carry_out import carry_out, confirmed
from value_compass.generator.edit.change import Edit, folder_after
from value_compass.generator.edit.mentions import mentions
from value_compass.generator.edit.names import entry_named, new_id, require_free
from value_compass.generator.edit.refusal import Refusal, WrongName
from value_compass.generator.edit.rename import rename
from value_compass.generator.edit.review import review
from value_compass.generator.load.document import parse_document
from value_compass.generator.load.folder import Folder
from value_compass.schemas.fields import Reference
from value_compass.schemas.reviews import standings


def with_text(checked: Checked, file: str, text: str) -> Checked:
    """The content with another text in one file, still free of errors."""
    return confirmed(checked.draft.folder, Edit(written={file: text}))


@pytest.mark.parametrize(
    "entry",
    ["values/openness", "groups/transparency", "sources/de-goede-2024", "roles/business-consultant"],
)
def test_every_changed_line_differs_by_the_id_alone(checked: Checked, texts: Texts, entry: str) -> None:
    old = reference(entry)
    after = confirmed(checked.draft.folder, rename(checked, old, "another-word"))
    before_texts, after_texts = texts(checked.draft.folder), texts(after.draft.folder)
    moved = f"content/{old.kind}/another-word.yml"
    assert set(after_texts) == {*before_texts, moved} - {f"content/{old}.yml"}
    bare = re.compile(rf"(?<![\w/-]){re.escape(old.id)}(?![\w-])")
    for file, before in before_texts.items():
        if file != f"content/{old}.yml":
            expected = before.replace(str(old), f"{old.kind}/another-word")
            if old.kind not in ("values",):
                expected = "\n".join(
                    bare.sub("another-word", line) if re.match(r"\s*(- |[a-z]+: )", line) else line
                    for line in expected.split("\n")
                )
            changed = [
                (was, now)
                for was, now in zip(before.split("\n"), after_texts[file].split("\n"), strict=True)
                if was != now
            ]
            assert all(now in expected.split("\n") for _, now in changed)
    assert not list(mentions(after.draft, old))
    assert len(list(mentions(after.draft, Reference(old.kind, "another-word")))) == len(
        list(mentions(checked.draft, old))
    )


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(sorted(BAKERY.glob("content/*/*.yml"))),
    st.from_regex(r"[a-z]{3,8}(-[a-z0-9]{1,5}){0,2}", fullmatch=True),
)
def test_there_and_back_gives_the_same_bytes_save_for_the_aliases(path: Path, word: str) -> None:
    bakery = the_bakery()
    old = Reference(path.parent.name, path.stem)
    new = Reference(old.kind, word)
    try:
        require_free(bakery.draft, new, word)
    except Refusal:
        return
    there = confirmed(bakery.draft.folder, rename(bakery, old, word))
    back = confirmed(there.draft.folder, rename(there, new, old.id))
    before, after = texts_of(bakery.draft.folder), texts_of(back.draft.folder)
    assert list(before) == list(after)
    entry = back.draft.entries[old]
    for alias in reversed(entry.aliases[len(bakery.draft.entries[old].aliases) :]):
        text = after[f"content/{old}.yml"]
        for written in (f"\n  - {alias}", f", {alias}", f"\naliases: [{alias}]"):
            text = text.replace(written, "")
        after[f"content/{old}.yml"] = text
    assert after == before


def test_the_old_id_stays_as_an_alias_unless_the_name_leads_there(bakery: Checked) -> None:
    named_alike = confirmed(bakery.draft.folder, rename(bakery, reference("events/late-van"), "van"))
    assert "Late van" in named_alike.draft.entries[reference("events/van")].aliases
    named_so = confirmed(bakery.draft.folder, rename(bakery, reference("roles/driver"), "who-drives"))
    name = named_so.draft.entries[reference("roles/who-drives")].name
    assert name.lower() == "driver"
    assert named_so.draft.entries[reference("roles/who-drives")].aliases == ()


def test_a_new_name_keeps_the_old_one_as_an_alias(bakery: Checked) -> None:
    old = reference("events/late-van")
    former = bakery.draft.entries[old].name
    edit = rename(bakery, old, "late-van", "The van: it is late")
    entry = confirmed(bakery.draft.folder, edit).draft.entries[old]
    assert entry.name == "The van: it is late"
    assert former in entry.aliases


def test_a_new_name_has_one_space_between_words(bakery: Checked) -> None:
    old = reference("values/early-van")
    after = confirmed(bakery.draft.folder, rename(bakery, old, old.id, "  The   first van "))
    assert after.draft.entries[old].name == "The first van"


@pytest.mark.parametrize("name", ["", "  ", "/", "**", "\u200b", "a\udcffb", "x" * 91])
def test_what_cannot_be_read_is_no_new_name(bakery: Checked, name: str) -> None:
    with pytest.raises(WrongName, match="name"):
        rename(bakery, reference("values/early-van"), "dawn", name)


def test_name_and_alias_change_places(bakery: Checked) -> None:
    old = reference("events/late-van")
    former = bakery.draft.entries[old].name
    first = confirmed(bakery.draft.folder, rename(bakery, old, "late-van", "Breakdown"))
    second = confirmed(first.draft.folder, rename(first, old, "late-van", former))
    assert second.draft.entries[old].name == former
    assert second.draft.entries[old].aliases == ("Breakdown",)


@pytest.mark.parametrize(
    "written",
    [
        "  - to: values/early-van\n    reason: They.  # values/early-van\n",
        "  - {to: values/early-van, reason: They.}\n",
        "  - to: 'values/early-van'\n    reason: They.\n",
        '  - to: "values\\/early-van"\n    reason: They.\n',
        "  - to: >-\n      values/early-van\n    reason: They.\n",
        "  - reason: >\n      See [[values/early-van|the\n      van]] or '[[values/early-van]]'.\n"
        "    to: values/early-van\n",
    ],
)
def test_a_reference_follows_however_it_is_written(bakery: Checked, texts: Texts, written: str) -> None:
    file = "content/events/tasting-morning.yml"
    text = texts(bakery.draft.folder)[file]
    start, end = text.index("  - to: values/early-van"), text.index("  - to: values/kitchen-visits")
    before = with_text(bakery, file, text[:start] + written + text[end:])
    after = confirmed(before.draft.folder, rename(before, reference("values/early-van"), "dawn"))
    assert not list(mentions(after.draft, reference("values/early-van")))
    now = texts(after.draft.folder)[file]
    assert ("# values/early-van" in written) == ("# values/early-van" in now)


@pytest.mark.parametrize("word", ["null", "off", "2026", "2026-11-22"])
def test_an_id_that_yaml_reads_as_something_else_is_written_as_text(bakery: Checked, word: str) -> None:
    there = confirmed(bakery.draft.folder, rename(bakery, reference("groups/good-bread"), word))
    new = Reference("groups", word)
    assert len(list(mentions(there.draft, new))) == len(
        list(mentions(bakery.draft, reference("groups/good-bread")))
    )
    back = confirmed(there.draft.folder, rename(there, new, "good-bread"))
    assert not list(mentions(back.draft, new))


def test_links_in_site_yml_follow(bakery: Checked, texts: Texts) -> None:
    after = confirmed(bakery.draft.folder, rename(bakery, reference("pillars/reliability"), "word"))
    assert "[[pillars/word]]" in texts(after.draft.folder)["site.yml"]


def test_a_lesson_follows_its_case(bakery: Checked, texts: Texts) -> None:
    after = confirmed(bakery.draft.folder, rename(bakery, reference("cases/hotel-a"), "hotel-z"))
    assert 'lessons: ["hotel-z#1"]' in texts(after.draft.folder)["content/practices/ask-the-chef.yml"]


def test_windows_line_ends_and_byte_order_marks_stay(tmp_path: Path) -> None:
    for source in sorted(BAKERY.rglob("*.yml")):
        target = tmp_path / source.relative_to(BAKERY)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"\xef\xbb\xbf" + source.read_bytes().replace(b"\n", b"\r\n"))
    before = check(tmp_path)
    step = next(tmp_path.glob("content/steps/*"))
    expected = {
        path: path.read_bytes().replace(b"events/tasting-morning", b"events/morning")
        for path in sorted(tmp_path.rglob("*.yml"))
        if path.name != "tasting-morning.yml"
    }
    carry_out(tmp_path, before.draft.folder, rename(before, reference("events/tasting-morning"), "morning"))
    moved = tmp_path / "content/events/morning.yml"
    assert moved.read_bytes().count(b"\r\n") == moved.read_bytes().count(b"\n")
    assert {path: path.read_bytes() for path in expected} == expected
    assert step in expected
    assert check(tmp_path).errors == ()


def test_a_review_holds_when_only_ids_change(bakery: Checked) -> None:
    named = reference("values/early-van")
    day = bakery.draft.entries[named].reviewed
    reviewed = confirmed(bakery.draft.folder, review(bakery, sorted(bakery.draft.entries), day))
    assert standings(reviewed.draft.entries, None, 12) == {}
    by_id = confirmed(reviewed.draft.folder, rename(reviewed, named, "dawn"))
    assert standings(by_id.draft.entries, None, 12) == {}
    by_name = confirmed(reviewed.draft.folder, rename(reviewed, named, "dawn", "Dawn"))
    found = standings(by_name.draft.entries, None, 12)
    new = reference("values/dawn")
    assert found[new].changed
    others = {source for source, standing in found.items() if new in standing.suspect}
    assert reference("events/tasting-morning") in others
    assert {new, *others} == set(found)


def test_a_review_that_did_not_hold_does_not_hold_afterwards(bakery: Checked, texts: Texts) -> None:
    file = "content/events/tasting-morning.yml"
    entry = reference("events/tasting-morning")
    reviewed = confirmed(bakery.draft.folder, review(bakery, [entry], bakery.draft.entries[entry].reviewed))
    text = texts(reviewed.draft.folder)[file].replace("Put coffee on.", "Put the kettle on.")
    changed = with_text(reviewed, file, text)
    after = confirmed(changed.draft.folder, rename(changed, reference("values/early-van"), "dawn"))
    assert standings(after.draft.entries, None, 12)[entry].changed


@pytest.mark.parametrize(
    ("entry", "word", "says"),
    [
        ("values/early-van", "crisp-crust", "content/values/crisp-crust.yml is the value"),
        ("values/early-van", "Early Van", "such as early-van"),
        ("values/early-van", "groups/early-van", "stays in its folder"),
        ("values/early-van", "index", "lists all entries of the kind; choose another id"),
        ("values/early-van", "early-van", "already"),
        ("values/erly-van", "x", "did you mean values/early-van"),
        ("value/early-van", "x", "did you mean values"),
        ("early-van", "x", "write kind/id"),
    ],
)
def test_a_refusal_says_why(bakery: Checked, entry: str, word: str, says: str) -> None:
    def as_typed() -> None:
        old = entry_named(bakery.draft, entry)
        rename(bakery, old, new_id(word, old.kind))

    with pytest.raises((Refusal, WrongName), match=re.escape(says)):
        as_typed()


def test_a_name_or_address_of_another_entry_is_refused(bakery: Checked, texts: Texts) -> None:
    file = "content/values/crisp-crust.yml"
    text = texts(bakery.draft.folder)[file].replace("owner:", "aliases: [Dark loaf]\nowner:")
    before = with_text(bakery, file, text)
    for word, name in (("dawn", "Dark Loaf"), ("dark-loaf", None), ("dawn", "A crisp crust")):
        with pytest.raises(Refusal, match="A crisp crust"):
            rename(before, reference("values/early-van"), word, name)


def test_content_with_errors_is_not_touched(bakery: Checked) -> None:
    folder = bakery.draft.folder
    broken = parse_document(b"name: [broken", "content/terms/crumb.yml")
    entries = tuple(broken if one.file == broken.file else one for one in folder.entries)
    checked = check_folder(Folder(folder.path, folder.settings, entries))
    with pytest.raises(Refusal, match=re.escape("content/terms/crumb.yml:1:")):
        rename(checked, reference("values/early-van"), "dawn")


def test_an_edit_in_memory_is_the_edit_on_disk(checked: Checked, copy: Path, texts: Texts) -> None:
    edit = rename(checked, reference("values/openness"), "frankness", "Frankness")
    carry_out(copy, checked.draft.folder, edit)
    assert texts(check(copy).draft.folder) == texts(folder_after(checked.draft.folder, edit))
