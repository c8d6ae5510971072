"""Each change is told once, in one plain sentence, and nothing else is."""

from __future__ import annotations

import pytest

from tests.changes.bakery import Bakery
from value_compass.generator.changes.change import EntryRenamed, ReasonChanged, RelationAdded, TextChanged
from value_compass.generator.changes.told import Named
from value_compass.schemas.fields import Reference
from value_compass.schemas.kinds import KINDS


def told(bakery: Bakery, entry: str, old: str, new: str) -> list[str]:
    before = bakery.draft()
    bakery.edit(entry, old, new)
    return bakery.sentences(before)


def test_nothing_changed(bakery: Bakery) -> None:
    assert bakery.sentences(bakery.draft()) == []


def test_a_relation_is_told_with_its_reason(bakery: Bakery) -> None:
    before = bakery.draft()
    bakery.edit(
        "workshops/menu-day",
        "builds:\n",
        "builds:\n  - to: values/early-warning\n    reason: A full table shows what will run short.\n",
    )
    assert bakery.sentences(before) == [
        "Workshop Menu day: now also builds An early warning, because a full table shows what will run short."
    ]
    after = bakery.draft()
    [change] = bakery.changes(before)
    assert isinstance(change, RelationAdded)
    bakery.edit(
        "workshops/menu-day",
        "  - to: values/early-warning\n    reason: A full table shows what will run short.\n",
        "",
    )
    assert bakery.sentences(after) == ["Workshop Menu day: no longer builds An early warning."]


def test_a_reason_keeps_its_capital_when_it_begins_with_a_name(bakery: Bakery) -> None:
    assert told(
        bakery,
        "workshops/menu-day",
        "builds:\n",
        "builds:\n  - to: values/full-crates\n    reason: Hotel A asked for it\n",
    ) == ["Workshop Menu day: now also builds Full crates, because Hotel A asked for it."]


def test_another_reason_is_no_other_relation(bakery: Bakery) -> None:
    before = bakery.draft()
    bakery.edit("events/tasting-morning", "They taste it warm.", "Warm bread needs no words.")
    [change] = bakery.changes(before)
    assert isinstance(change, ReasonChanged)
    assert (change.before.reason, change.after.reason) == (
        "They taste it warm.",
        "Warm bread needs no words.",
    )
    assert change.sentence == (
        'Event Tasting morning: builds Good bread; the reason is now "Warm bread needs no words" '
        'instead of "They taste it warm".'
    )


@pytest.mark.parametrize(
    ("entry", "old", "new", "sentence"),
    [
        (
            "events/late-van",
            "goal: That the kitchen knows before it has to ask.",
            "goal: That nobody has to ask.",
            'Event A late van: the goal is now "That nobody has to ask" instead of '
            '"That the kitchen knows before it has to ask".',
        ),
        (
            "events/late-van",
            "  - Call the kitchen.\n",
            "  - Call the kitchen.\n  - Wake the baker.\n",
            'Event A late van: under "what to do" it now also says "Wake the baker".',
        ),
        (
            "events/late-van",
            "  - Send a taxi with the first crates.\n",
            "",
            'Event A late van: under "what to do" it no longer says "Send a taxi with the first crates".',
        ),
        (
            "events/late-van",
            "Send a taxi with the first crates.",
            "Send a taxi with the first two crates.",
            'Event A late van: under "what to do" it now says "Send a taxi with the first two crates" '
            'instead of "Send a taxi with the first crates".',
        ),
        (
            "events/late-van",
            "  - Call the kitchen.\n  - Send a taxi with the first crates.\n",
            "  - Send a taxi with the first crates.\n  - Call the kitchen.\n",
            'Event A late van: the order under "what to do" is another one.',
        ),
        (
            "events/tasting-morning",
            "    basis: editorial",
            "    basis: derived",
            'Event Tasting morning: the basis of "On a Saturday, when the ovens are full" under '
            '"when to leave it" is now "derived" instead of "editorial".',
        ),
        (
            "workshops/menu-day",
            "reviewed: 2026-03-01",
            "reviewed: 2026-05-09",
            "Workshop Menu day: was reviewed on 9 May 2026.",
        ),
        (
            "workshops/menu-day",
            "owner: The bakers",
            "owner: The cooks",
            'Workshop Menu day: is now kept by "The cooks", no longer by "The bakers".',
        ),
        (
            "workshops/menu-day",
            "ours: [account-baker]",
            "ours: [account-baker, driver]",
            "Workshop Menu day: now also involves Driver.",
        ),
        (
            "workshops/menu-day",
            "  - The chef has an afternoon free.\n",
            "",
            'Workshop Menu day: under "what it needs first" it no longer says '
            '"The chef has an afternoon free".',
        ),
        (
            "workshops/menu-day",
            "where: page 2",
            "where: page 4",
            "Workshop Menu day: cites Hotel interviews; the place in the source is now "
            '"page 4" instead of "page 2".',
        ),
        (
            "site",
            "title: Daily Bread",
            "title: Our Bread",
            'Settings: the title is now "Our Bread" instead of "Daily Bread".',
        ),
        (
            "site",
            "summary: Three steps",
            "summary: Four steps",
            'Settings: the summary of "season" under "sections" is now "Four steps from the first roll to a '
            'shared menu" instead of "Three steps from the first roll to a shared menu".',
        ),
    ],
)
def test_a_change_reads_as_one_plain_sentence(
    bakery: Bakery, entry: str, old: str, new: str, sentence: str
) -> None:
    assert told(bakery, entry, old, new) == [sentence]


def test_a_long_text_is_not_quoted(bakery: Bakery) -> None:
    bakery.add("events/late-van", "body: |\n  First.\n\n  Second.\n")
    before = bakery.draft()
    bakery.edit("events/late-van", "Second.", "Third.")
    [change] = bakery.changes(before)
    assert isinstance(change, TextChanged)
    assert change.sentence == "Event A late van: the explanation was rewritten."
    assert (change.before, change.after) == ("First.\n\nSecond.", "First.\n\nThird.")


def test_the_parts_of_an_agenda(bakery: Bakery) -> None:
    before = bakery.draft()
    bakery.edit("workshops/menu-day", "minutes: 45", "minutes: 40")
    bakery.edit(
        "workshops/menu-day",
        "  - title: The list\n    minutes: 15\n",
        "  - title: Coffee\n    minutes: 5\n    what: At the oven.\n  - title: Our list\n    minutes: 15\n",
    )
    assert bakery.sentences(before) == [
        'Workshop Menu day: the agenda now has "Coffee" (5 minutes).',
        'Workshop Menu day: in the agenda, "Matching" takes 40 minutes instead of 45.',
        'Workshop Menu day: in the agenda, "Our list" was called "The list" before.',
    ]


def test_the_days_of_an_agenda(bakery: Bakery) -> None:
    before = bakery.draft()
    bakery.edit("workshops/menu-day", "  - title: The list\n", "  - title: The list\n    day: 2\n")
    assert bakery.sentences(before) == ['Workshop Menu day: in the agenda, "The list" begins day 2.']
    after = bakery.draft()
    bakery.edit("workshops/menu-day", "    day: 2\n", "")
    assert bakery.sentences(after) == [
        'Workshop Menu day: in the agenda, "The list" begins no day of its own any more.'
    ]


def test_the_moments_of_a_case(bakery: Bakery) -> None:
    before = bakery.draft()
    bakery.edit(
        "cases/hotel-a", "result: The chef tells it to this day.", "result: The chef laughs about it."
    )
    bakery.edit(
        "cases/hotel-a",
        "led_to:\n",
        "  - title: A second list\n    phase: Planning\n    what: Winter comes.\n    initiative: both\n"
        "    who: [Chef]\nled_to:\n",
    )
    assert bakery.sentences(before) == [
        'Case Hotel A: the timeline now tells of "A second list": Winter comes.',
        'Case Hotel A: in the timeline, "The van stands still" is told differently (result).',
    ]


def test_a_new_entry_and_one_that_is_gone(bakery: Bakery) -> None:
    before = bakery.draft()
    text = bakery.path("terms/crumb").read_text(encoding="utf-8")
    bakery.path("terms/crumb").unlink()
    bakery.add(
        "terms/oven-spring", text.replace("name: Crumb", "name: Oven spring").replace("Crumb", "Spring")
    )
    sentences = bakery.sentences(before)
    assert len(sentences) == 2
    assert sentences[0].startswith("Term Crumb: was taken out: ")
    assert sentences[1].startswith("Term Oven spring: is new: ")


def test_another_name_is_told_once_and_at_no_other_entry(bakery: Bakery) -> None:
    assert told(bakery, "groups/good-bread", "name: Good bread", "name: Fine bread") == [
        'Value group Fine bread: was called "Good bread" before.'
    ]


@pytest.mark.parametrize("by", ["the same name", "the old name as an alias", "the old id as an alias"])
def test_an_entry_that_moved_is_the_same_one_and_its_references_are_no_changes(
    bakery: Bakery, by: str
) -> None:
    bakery.edit(
        "outcomes/standing-order", "summary: ", "body: See [[workshops/menu-day|the day]].\nsummary: "
    )
    before = bakery.draft()
    bakery.move("workshops/menu-day", "workshops/list-making")
    if by != "the same name":
        alias = "Menu day" if "name" in by else "menu-day"
        bakery.edit("workshops/list-making", "name: Menu day", f"name: List making\naliases: [{alias}]")
    found = bakery.changes(before)
    renamed = [change for change in found if isinstance(change, EntryRenamed)]
    assert [str(change.before.reference) for change in renamed] == ["workshops/menu-day"]
    assert str(renamed[0].entry.reference) == "workshops/list-making"
    assert renamed[0].moved
    others = [change.sentence for change in found if change not in renamed]
    assert others == (
        []
        if by == "the same name"
        else [f'Workshop List making: under "other names" it now also says "{alias}".']
    )


@pytest.mark.parametrize(
    ("name", "alias", "moved"), [("Café Olé", "Cafe Ole", True), ("Ψίχα", "Κόρα", False)]
)
def test_an_old_name_is_known_by_the_id_that_it_makes(
    bakery: Bakery, name: str, alias: str, moved: bool
) -> None:
    bakery.edit("terms/crumb", "name: Crumb", f"name: {name}")
    before = bakery.draft()
    bakery.path("terms/crumb").rename(bakery.path("terms/inside"))
    bakery.edit("terms/inside", f"name: {name}", "name: Inside")
    bakery.edit("terms/inside", "aliases:\n", f"aliases:\n  - {alias}\n")
    kinds = {type(change) for change in bakery.changes(before)}
    assert (EntryRenamed in kinds) is moved


def test_of_two_that_could_be_the_moved_one_neither_is_taken_for_it(bakery: Bakery) -> None:
    before = bakery.draft()
    text = bakery.path("terms/crumb").read_text(encoding="utf-8")
    bakery.path("terms/crumb").unlink()
    bakery.add("terms/crumb-one", text)
    bakery.add("terms/crumb-two", text)
    kinds = [type(change).__name__ for change in bakery.changes(before)]
    assert sorted(kinds) == ["EntryAdded", "EntryAdded", "EntryRemoved"]


def test_two_entries_of_one_name_are_told_apart(bakery: Bakery) -> None:
    bakery.edit("values/early-van", "name: An early van", "name: On time")
    before = bakery.draft()
    bakery.edit(
        "workshops/menu-day",
        "builds:\n",
        "builds:\n  - to: values/early-van\n    reason: We agree when it comes.\n",
    )
    assert bakery.sentences(before) == [
        "Workshop Menu day: now also builds On time (value), because we agree when it comes."
    ]


def test_a_file_that_cannot_be_read_is_neither_new_nor_gone(bakery: Bakery) -> None:
    before = bakery.draft()
    bakery.path("terms/crumb").write_text("name: [broken", encoding="utf-8")
    bakery.path("terms/margin").write_text("name: Margin\n", encoding="utf-8")
    broken = bakery.draft()
    assert bakery.sentences(before) == []
    bakery.edit("events/late-van", "name: A late van", "name: The late van")
    assert len(bakery.changes(broken)) == 1


def test_confidential_names_are_never_told(bakery: Bakery) -> None:
    before = bakery.draft()
    bakery.edit("site", "db5f81d0ec7ada4f", "ab5f81d0ec7ada4f")
    sentences = bakery.sentences(before)
    assert sentences == ["Settings: the list of confidential names was rewritten."]
    assert "db5f81d0" not in repr(bakery.changes(before))


def test_a_recorded_review_is_told_by_its_day_alone(bakery: Bakery) -> None:
    before = bakery.draft()
    bakery.edit(
        "events/late-van", "reviewed: 2026-03-01", "reviewed: 2026-04-01\nfingerprint: 0123abcd 4567 89ab"
    )
    assert bakery.sentences(before) == ["Event A late van: was reviewed on 1 April 2026."]


def test_the_changes_are_frozen(bakery: Bakery) -> None:
    before = bakery.draft()
    bakery.edit("groups/good-bread", "name: Good bread", "name: Fine bread")
    [change] = bakery.changes(before)
    with pytest.raises(AttributeError):
        change.entry = change.entry  # type: ignore[misc]


def test_what_changed_in_an_own_kind_is_told_in_plain_sentences(bakery: Bakery) -> None:
    before = bakery.draft()
    file = bakery.folder / "kinds" / "rounds.yml"
    text = file.read_text(encoding="utf-8")
    for old, new in (
        ("plural: Rounds", "plural: Tours"),
        ("    title: Season\n", "    title: Time of year\n"),
        ("  kilometres:\n    type: number\n    title: Kilometres\n    tier: fact\n", ""),
        ("  first:\n", "  since:\n"),
        ("  loading:\n", "  driver:\n    type: line\n    title: Who drives\n  loading:\n"),
        ("    title: In the van\n    tier: do\n", "    title: In the van\n    tier: know\n"),
    ):
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    entry = bakery.folder / "content" / "rounds" / "harbour-round.yml"
    said = entry.read_text(encoding="utf-8")
    entry.write_text(said.replace("kilometres: 12.5\n", "").replace("first:", "since:"), encoding="utf-8")
    assert [one for one in bakery.sentences(before) if one.startswith("Settings")] == [
        'Settings: the kind of entry "Rounds" is now called "Tours".',
        'Settings: files of "Tours" now write "since" for the field "First driven", instead of "first".',
        'Settings: entries of "Tours" no longer have the field "Kilometres".',
        'Settings: entries of "Tours" have a new field, "Who drives".',
        'Settings: the field "Season" of "Tours" is now called "Time of year".',
        'Settings: the field "In the van" of "Tours" holds something else.',
    ]


def test_a_number_is_told_without_quotation_marks(bakery: Bakery) -> None:
    before = bakery.draft()
    entry = bakery.folder / "content" / "rounds" / "harbour-round.yml"
    said = entry.read_text(encoding="utf-8")
    entry.write_text(said.replace("kilometres: 12.5\n", "kilometres: 14\n"), encoding="utf-8")
    assert bakery.sentences(before) == ["Round Harbour round: the kilometres is now 14 instead of 12.5."]


def test_an_own_kind_comes_and_goes(bakery: Bakery) -> None:
    before = bakery.draft()
    (bakery.folder / "kinds" / "tips.yml").write_text(
        "singular: tip\nplural: Tips\nabout: A tip.\nsection: larder\nentrance: true\n", encoding="utf-8"
    )
    with_it = bakery.draft()
    assert bakery.sentences(before) == ['Settings: there is a new kind of entry, "Tips".']
    (bakery.folder / "kinds" / "tips.yml").unlink()
    assert bakery.sentences(with_it) == ['Settings: the kind of entry "Tips" is gone.']


def test_an_entry_is_known_by_its_place_and_its_name_whatever_is_known_of_its_kind() -> None:
    place = Reference("values", "crisp-crust")
    called = Named(place, "A crisp crust", KINDS["values"])
    assert called == Named(place, "A crisp crust")
    assert hash(called) == hash(Named(place, "A crisp crust"))
    assert called != Named(place, "A soft crust")
    assert called != Named(Reference("terms", "crisp-crust"), "A crisp crust")
