"""Retiring: nothing is left that names the entry, and nothing that cannot do without it is touched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.edit.playbooks import Texts, reference
from tests.examples.overlay import BAKERY
from tests.files import copied
from value_compass.generator.check.check import Checked, check
from value_compass.generator.edit.carry_out import confirmed
from value_compass.generator.edit.change import Edit
from value_compass.generator.edit.mentions import mentions
from value_compass.generator.edit.refusal import Refusal
from value_compass.generator.edit.rename import rename
from value_compass.generator.edit.retire import elsewhere, retire


def test_every_place_that_names_the_entry_is_told(bakery: Checked, texts: Texts) -> None:
    with pytest.raises(Refusal) as refused:
        retire(bakery, reference("groups/good-bread"))
    told = re.findall(r"^  (\S+):(\d+):(\d+): ", str(refused.value), re.MULTILINE)
    assert len(told) == len(list(elsewhere(bakery.draft, reference("groups/good-bread")))) > 3
    for file, line, column in told:
        text = texts(bakery.draft.folder)[file].split("\n")[int(line) - 1]
        assert text[int(column) - 1 :].removeprefix("[[").removeprefix("groups/").startswith("good-bread")


def test_by_force_lists_and_links_let_go(checked: Checked, texts: Texts) -> None:
    target = reference("events/one-pager")
    after = confirmed(checked.draft.folder, retire(checked, target, force=True))
    assert target not in after.draft.documents
    assert not list(mentions(after.draft, target))
    before_texts, after_texts = texts(checked.draft.folder), texts(after.draft.folder)
    name = checked.draft.entries[target].name
    unlinked = re.compile(r"\[\[events/one-pager(?:\|([^\]]*))?\]\]")
    for file, text in after_texts.items():
        if text == before_texts[file]:
            continue
        before = unlinked.sub(lambda found: found[1] or name, before_texts[file])
        # A list on one line lets go of its item there.
        before = re.sub(r"(?<=\[)events/one-pager, |, events/one-pager(?=[,\]])", "", before)
        kept = iter(before.split("\n"))
        # Every line is an old one in the old order; of a link its words are left.
        assert all(line in kept for line in text.split("\n"))


def test_a_moment_stays_when_its_event_goes(checked: Checked) -> None:
    target = reference("workshops/kick-off-workshop")
    case = reference("cases/customer-c")
    after = confirmed(checked.draft.folder, retire(checked, target, force=True)).draft.entries[case]
    assert len(after.timeline) == len(checked.draft.entries[case].timeline)  # type: ignore[attr-defined]


def test_a_field_that_must_name_something_refuses_with_its_place(checked: Checked, texts: Texts) -> None:
    with pytest.raises(Refusal, match="cannot do without") as refused:
        retire(checked, reference("groups/transparency"), force=True)
    text = texts(checked.draft.folder)["content/values/openness.yml"].split("\n")
    line = text.index("group: transparency") + 1
    assert f"content/values/openness.yml:{line}:8: under `group`" in str(refused.value)


def test_a_list_that_needs_an_item_refuses(bakery: Checked) -> None:
    for source in ("sources/hotel-interviews", "outcomes/standing-order"):
        with pytest.raises(Refusal, match="cannot do without"):
            retire(bakery, reference(source), force=True)


def test_what_the_check_would_refuse_then_is_refused_now(checked: Checked) -> None:
    """A group that stands on the path leaves a hole there."""
    edit = retire(checked, reference("steps/agree-where-to-go"), force=True)
    with pytest.raises(Refusal, match="would be wrong then"):
        confirmed(checked.draft.folder, edit)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("ours: [driver]", None),
        ("ours:\n  - driver  # who else\n", None),
        ("ours: [account-baker, driver]", "ours: [account-baker]"),
        ("ours:\n  # who goes\n  - driver\n  - account-baker", "ours:\n  # who goes\n  - account-baker"),
    ],
)
def test_an_optional_list_that_gets_empty_goes(
    bakery: Checked, texts: Texts, written: str, left: str | None
) -> None:
    file = "content/events/late-van.yml"
    text = texts(bakery.draft.folder)[file].replace("ours: [driver]", written.rstrip("\n"))
    before = confirmed(bakery.draft.folder, Edit(written={file: text}))
    after = confirmed(before.draft.folder, retire(before, reference("roles/driver"), force=True))
    now = texts(after.draft.folder)[file]
    assert (left in now) if left else ("ours" not in now and "# who else" not in now)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("body: See [[terms/crumb]] there.", "body: See Crumb there."),
        ('body: "[[terms/crumb]]: a grain"', 'body: "Crumb: a grain"'),
        ("body: 'The [[terms/crumb|bakers'' rye]]'", "body: 'The bakers'' rye'"),
        ("body: |\n  The [[terms/crumb|dark\n  grain]].", "body: |\n  The dark\n  grain."),
    ],
)
def test_a_link_leaves_its_words(bakery: Checked, texts: Texts, written: str, left: str) -> None:
    file = "content/roles/driver.yml"
    text = texts(bakery.draft.folder)[file].replace("owner:", f"{written}\nowner:")
    before = confirmed(bakery.draft.folder, Edit(written={file: text}))
    after = confirmed(before.draft.folder, retire(before, reference("terms/crumb"), force=True))
    assert f"{left}\nowner:" in texts(after.draft.folder)[file]


def test_a_name_that_a_plain_text_cannot_hold_is_refused(bakery: Checked, texts: Texts) -> None:
    rye = texts(bakery.draft.folder)["content/terms/crumb.yml"]
    driver = texts(bakery.draft.folder)["content/roles/driver.yml"]
    edit = Edit(
        written={
            "content/terms/crumb.yml": re.sub("^name: .*", 'name: "Crumb: a grain"', rye, flags=re.MULTILINE),
            "content/roles/driver.yml": driver.replace("owner:", "body: See [[terms/crumb]] there.\nowner:"),
        }
    )
    before = confirmed(bakery.draft.folder, edit)
    with pytest.raises(Refusal, match=r"content/roles/driver.yml:\d+:\d+.*words of its own"):
        retire(before, reference("terms/crumb"), force=True)


def test_what_the_search_finds_lets_an_entry_go_and_follows_its_new_id(tmp_path: Path) -> None:
    path = copied(BAKERY, tmp_path / "bakery")
    settings = path / "site.yml"
    row = "search:\n  - typed: [stale]\n    finds: [terms/crumb, events/late-van]\n"
    settings.write_text(row + settings.read_text(encoding="utf-8"), encoding="utf-8")
    renamed = confirmed(
        (folder := check(path)).draft.folder, rename(folder, reference("terms/crumb"), "soft-part")
    )
    assert renamed.draft.settings
    assert renamed.draft.settings.search[0].finds[0] == reference("terms/soft-part")
    after = confirmed(folder.draft.folder, retire(folder, reference("terms/crumb"), force=True))
    assert after.draft.settings
    assert after.draft.settings.search[0].finds == (reference("events/late-van"),)
