"""Entries of a playbook's own kinds are renamed, retired and reviewed as all others are."""

from __future__ import annotations

import datetime

import pytest

from tests.edit.playbooks import Texts, reference
from value_compass.generator.check.check import Checked
from value_compass.generator.edit.carry_out import confirmed
from value_compass.generator.edit.change import Edit
from value_compass.generator.edit.mentions import mentions
from value_compass.generator.edit.refusal import Refusal
from value_compass.generator.edit.rename import rename
from value_compass.generator.edit.retire import retire
from value_compass.generator.edit.review import review
from value_compass.schemas.fields import Reference
from value_compass.schemas.reviews import standings

ROUND = reference("rounds/harbour-round")
DAY = datetime.date(2026, 11, 20)


@pytest.fixture
def named(bakery: Checked, texts: Texts) -> Checked:
    """A playbook in which a text of ours links to a round."""
    file = "content/terms/crumb.yml"
    text = (
        texts(bakery.draft.folder)[file]
        + "research: Taste it on the [[rounds/harbour-round|harbour round]].\n"
    )
    return confirmed(bakery.draft.folder, Edit(written={file: text}))


def test_what_names_an_entry_of_an_own_kind_follows_its_new_id(named: Checked) -> None:
    after = confirmed(named.draft.folder, rename(named, ROUND, "quay-round"))
    assert ROUND not in after.draft.entries
    assert after.draft.entries[Reference("rounds", "quay-round")].name == "Harbour round"
    assert not list(mentions(after.draft, ROUND))


def test_an_own_kinds_fields_follow_what_they_name(bakery: Checked, texts: Texts) -> None:
    after = confirmed(bakery.draft.folder, rename(bakery, reference("events/tasting-morning"), "a-taste"))
    said = texts(after.draft.folder)[ROUND.file]
    assert "events/a-taste" in said
    assert "tasting-morning" not in said
    after = confirmed(after.draft.folder, rename(after, reference("roles/driver"), "van-driver"))
    assert "by: van-driver" in texts(after.draft.folder)[ROUND.file]


def test_an_entry_of_an_own_kind_is_retired(named: Checked, texts: Texts) -> None:
    with pytest.raises(Refusal):
        retire(named, ROUND)
    after = confirmed(named.draft.folder, retire(named, ROUND, force=True))
    assert ROUND not in after.draft.documents
    assert "Taste it on the harbour round." in texts(after.draft.folder)["content/terms/crumb.yml"]


def test_what_goes_leaves_the_lists_of_an_own_kind(bakery: Checked) -> None:
    after = confirmed(bakery.draft.folder, retire(bakery, reference("roles/driver"), force=True))
    assert ROUND in after.draft.entries
    assert "driver" not in after.draft.documents[ROUND].text


def test_a_review_of_an_own_kind_tells_what_changed_since(bakery: Checked, texts: Texts) -> None:
    reviewed = confirmed(bakery.draft.folder, review(bakery, [ROUND], DAY))
    assert reviewed.draft.entries[ROUND].reviewed == DAY
    assert ROUND not in standings(reviewed.draft.entries, DAY, 12)
    text = texts(reviewed.draft.folder)[ROUND.file].replace("season: summer", "season: always")
    changed = confirmed(reviewed.draft.folder, Edit(written={ROUND.file: text}))
    assert standings(changed.draft.entries, DAY, 12)[ROUND].changed
