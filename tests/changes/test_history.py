"""The history of the content: by edition or by month, honest about what is missing, and without leaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.changes.bakery import Bakery
from tests.running import run
from value_compass.generator.changes.history import history_of
from value_compass.generator.changes.periods import NOT_READ, History, Period
from value_compass.generator.changes.repository import NoRevision
from value_compass.generator.changes.spans import PERIODS
from value_compass.generator.changes.told import plain
from value_compass.generator.cli.revision import revision_of


def history(bakery: Bakery, edition: int = 0) -> History:
    return history_of(bakery.folder, bakery.playbook(edition))


def said(period: Period) -> list[str]:
    return [f"{entry.entry.name}: {plain(told)}" for entry in period.entries for told in entry.changes]


def everything(found: History) -> str:
    return repr(found) + "\n".join(line for period in found.periods for line in said(period))


def test_months_are_told_the_newest_first_and_the_first_as_a_beginning(kept: Bakery) -> None:
    kept.edit("events/late-van", "goal: That the kitchen knows", "goal: That the chef knows")
    kept.commit("2026-07-03")
    kept.edit("values/early-van", "name: An early van", "name: The early van")
    kept.commit("2026-07-20")
    kept.edit("workshops/menu-day", "ours: [account-baker]", "ours: [account-baker, driver]")
    kept.commit("2026-09-01")
    found = history(kept)
    assert found.gap is None
    assert [(period.key, period.title) for period in found.periods] == [
        ("2026-09", "September 2026"),
        ("2026-07", "July 2026"),
        ("2026-06", "June 2026"),
    ]
    assert said(found.periods[0]) == ["Menu day: now also involves Driver."]
    assert said(found.periods[1]) == [
        "The early van: has another name.",
        'A late van: the goal is now "That the chef knows before it has to ask".',
    ]
    assert [entry.time.isoformat() for entry in found.periods[1].entries] == [
        "2026-07-20T12:00:00+00:00",
        "2026-07-03T12:00:00+00:00",
    ]
    assert dict(found.periods[2].began)["values"] == 6
    assert not found.periods[2].entries


def test_editions_are_told_by_their_tags(kept: Bakery) -> None:
    kept.edit("site", "edition: Spring edition", 'edition: Spring edition\nedition_tags: "edition-*"')
    kept.commit("2026-06-02")
    kept.git("tag", "edition-1")
    one = kept.git("rev-parse", "HEAD")[:12]
    kept.git("tag", "other-1")
    kept.git("tag", "edition-text", "HEAD:docs/bread/site.yml")
    kept.edit("site", "edition: Spring edition", "edition: Summer edition")
    kept.edit("events/late-van", "goal: That the kitchen knows", "goal: That the chef knows")
    kept.commit("2026-06-20")
    kept.edit("terms/crumb", "owner: ", "owner: All of ")
    kept.commit("2026-07-03")
    kept.git("tag", "--annotate", "--message", "two", "edition-2", day="2026-07-04")
    two = kept.git("rev-parse", "HEAD")[:12]
    found = history(kept)
    assert [(period.key, period.title) for period in found.periods] == [
        (f"after-{one}", "Summer edition"),
        ("beginning", "Spring edition"),
    ]
    assert len(found.periods[0].entries) == 2
    kept.edit("terms/crumb", "owner: All of ", "owner: ")
    kept.commit("2026-07-05")
    assert [(period.key, period.title) for period in history(kept).periods] == [
        (f"after-{two}", "Not yet in an edition"),
        (f"after-{one}", "Summer edition"),
        ("beginning", "Spring edition"),
    ]


def test_two_editions_of_one_title_are_told_apart_by_their_days(kept: Bakery) -> None:
    kept.edit("site", "edition: Spring edition", 'edition: Spring edition\nedition_tags: "v*"')
    kept.commit("2026-06-02")
    kept.git("tag", "v1")
    kept.edit("terms/crumb", "owner: ", "owner: All of ")
    kept.commit("2026-06-03")
    kept.git("tag", "v2")
    assert [period.title for period in history(kept).periods] == [
        "Spring edition (3 June 2026)",
        "Spring edition (2 June 2026)",
    ]


def test_without_a_tag_that_fits_the_months_are_told(kept: Bakery) -> None:
    kept.edit("site", "edition: Spring edition", 'edition: Spring edition\nedition_tags: "edition-*"')
    kept.commit("2026-06-02")
    assert [period.key for period in history(kept).periods] == ["2026-06"]


def test_what_was_undone_within_a_period_is_not_told(kept: Bakery) -> None:
    kept.edit("terms/crumb", "owner: ", "owner: All of ")
    kept.commit("2026-07-01")
    kept.edit("terms/crumb", "owner: All of ", "owner: ")
    kept.commit("2026-07-02")
    assert said(history(kept).periods[0]) == []


def test_only_the_newest_periods_are_told_and_the_rest_is_not_passed_over_in_silence(kept: Bakery) -> None:
    for number in range(PERIODS + 1):
        kept.edit("terms/crumb", "summary: ", f"summary: {number % 10}")
        kept.commit(f"{2027 + number // 12}-{number % 12 + 1:02d}-05")
    found = history(kept)
    assert len(found.periods) == PERIODS
    assert not any(period.began for period in found.periods)
    assert found.gap
    assert "earlier" in found.gap
    assert not found.shallow


def test_a_clock_that_ran_backwards_mixes_no_months_up(kept: Bakery) -> None:
    kept.edit("terms/crumb", "owner: ", "owner: All of ")
    kept.commit("2026-08-01")
    kept.edit("terms/margin", "owner: ", "owner: All of ")
    kept.commit("2026-07-01")
    assert [period.key for period in history(kept).periods] == ["2026-08", "2026-06"]


def test_a_review_that_changed_nothing_is_told_apart(kept: Bakery) -> None:
    kept.edit("terms/crumb", "reviewed: 2026-03-01", "reviewed: 2026-07-01")
    kept.edit("events/late-van", "reviewed: 2026-03-01", "reviewed: 2026-07-01")
    kept.edit("events/late-van", "Call the kitchen.", "Call the kitchen now.")
    kept.commit("2026-07-01")
    [july, _] = history(kept).periods
    assert [named.name for named in july.reviewed] == ["Crumb"]
    assert said(july) == ['A late van: under "what to do" it now says "Call the kitchen now".']


def test_a_change_concerns_those_who_take_part_lead_or_read(kept: Bakery) -> None:
    kept.edit("events/late-van", "Call the kitchen.", "Call the kitchen now.")
    kept.edit("steps/deliver-every-morning", "owner: ", "owner: All of ")
    kept.edit("workshops/menu-day", "Six breads, no names.", "Six breads.")
    kept.edit("roles/driver", "Whoever drives", "Who drives")
    kept.edit("terms/crumb", "owner: ", "owner: All of ")
    kept.commit("2026-07-01")
    [july, _] = history(kept).periods
    assert {entry.entry.name: {role.id for role in entry.roles} for entry in july.entries} == {
        "A late van": {"driver"},
        "Deliver every morning": {"account-baker"},
        "Menu day": {"account-baker"},
        "Driver": {"driver"},
        "Crumb": set(),
    }


def test_a_shallow_copy_says_what_it_lacks(kept: Bakery, tmp_path: Path) -> None:
    for day in ("2026-07-01", "2026-08-01", "2026-09-01"):
        kept.edit("terms/crumb", "owner: ", "owner: All of ")
        kept.commit(day)
    for depth, periods in ((1, []), (2, ["2026-09"]), (3, ["2026-09", "2026-08"])):
        copy = tmp_path / f"depth-{depth}"
        kept.git("clone", "--quiet", "--depth", str(depth), kept.root.as_uri(), str(copy))
        found = history(Bakery(copy / "docs/bread"))
        assert [period.key for period in found.periods] == periods
        assert found.gap
        assert not any(period.began for period in found.periods)
        assert found.shallow
        assert (found.gap == NOT_READ.gap) == (depth == 1)


def test_no_repository_and_no_commit(bakery: Bakery) -> None:
    with pytest.raises(NoRevision):
        history(bakery)
    bakery.git("init", "--quiet")
    with pytest.raises(NoRevision):
        history(bakery)


def test_content_that_was_never_committed(bakery: Bakery) -> None:
    bakery.git("init", "--quiet")
    bakery.git("commit", "--quiet", "--allow-empty", "--message", "nothing")
    assert history(bakery) == History()


class TestNothingLeaks:
    """An edition tells nothing of what it hides, and repeats no words that were taken out."""

    def test_what_was_always_hidden(self, kept: Bakery) -> None:
        kept.add("terms/secret-flour", _term("Secret flour", "partners"))
        kept.commit("2026-07-01")
        kept.edit("terms/secret-flour", "summary: Of", "summary: Now of")
        kept.edit("terms/crumb", "see: [", "see: [terms/secret-flour, ")
        kept.commit("2026-08-01")
        for_everyone = history(kept)
        assert "ecret" not in everything(for_everyone)
        assert [said(period) for period in for_everyone.periods[:2]] == [[], []]
        for_partners = history(kept, edition=1)
        assert said(for_partners.periods[0]) == [
            "Crumb: now also refers to Secret flour.",
            'Secret flour: the summary is now "Now of use to nobody else".',
        ]

    def test_what_is_hidden_now_was_never_there(self, kept: Bakery) -> None:
        kept.add("terms/flour", _term("Old flour", "everyone"))
        kept.commit("2026-07-01")
        kept.edit("terms/flour", "summary: Of", "summary: Now of")
        kept.commit("2026-08-01")
        kept.edit("terms/flour", "audience: everyone", "audience: partners")
        kept.commit("2026-09-01")
        assert "flour" not in everything(history(kept)).lower()

    def test_what_was_hidden_and_then_taken_out(self, kept: Bakery) -> None:
        kept.add("terms/flour", _term("Old flour", "everyone"))
        kept.commit("2026-07-01")
        kept.edit("terms/flour", "audience: everyone", "audience: partners")
        kept.commit("2026-08-01")
        kept.path("terms/flour").unlink()
        kept.commit("2026-09-01")
        assert "flour" not in everything(history(kept)).lower()

    def test_what_was_hidden_once_is_new_when_it_is_shown(self, kept: Bakery) -> None:
        kept.add("terms/flour", _term("Old flour", "partners"))
        kept.commit("2026-07-01")
        kept.edit("terms/flour", "audience: partners", "audience: everyone")
        kept.edit("terms/flour", "Of use", "For whom it may concern, of use")
        kept.commit("2026-08-01")
        found = history(kept)
        assert said(found.periods[0]) == [
            "Old flour: is new: For whom it may concern, of use to nobody else."
        ]
        assert said(found.periods[1]) == []

    def test_a_file_of_which_one_cannot_know_who_may_see_it(self, kept: Bakery) -> None:
        kept.add("terms/flour", "name: [Old flour\n")
        kept.commit("2026-07-01")
        kept.path("terms/flour").unlink()
        kept.commit("2026-08-01")
        assert "flour" not in everything(history(kept)).lower()

    def test_what_is_hidden_only_in_the_work_tree(self, kept: Bakery) -> None:
        kept.add("terms/flour", _term("Old flour", "everyone"))
        kept.commit("2026-07-01")
        kept.edit("terms/flour", "audience: everyone", "audience: partners")
        assert "flour" not in everything(history(kept)).lower()

    def test_words_that_were_taken_out_are_not_repeated(self, kept: Bakery) -> None:
        kept.edit("events/late-van", "Call the kitchen.", "Call the kitchen of Grand Hotel Zeezicht.")
        kept.edit("workshops/menu-day", "title: Matching", "title: Zeezicht")
        kept.edit("cases/hotel-a", "title: Ten rolls", "title: Zeezicht orders")
        kept.edit(
            "workshops/menu-day",
            "builds:\n",
            "builds:\n  - to: values/early-warning\n    reason: Zeezicht said so.\n",
        )
        kept.edit("terms/crumb", "name: Crumb", "name: Zeezicht crumb")
        kept.edit("values/full-crates", "owner: The bakers", "owner: Zeezicht")
        kept.edit("events/tasting-morning", "basis: editorial", "basis: derived\n    where: Zeezicht")
        kept.commit("2026-07-01")
        kept.git("checkout", "--quiet", "HEAD~1", "--", ".")
        kept.commit("2026-08-01")
        found = history(kept)
        statement = '"On a Saturday, when the ovens are full" under "when to leave it"'
        assert "zeezicht" not in everything(found).lower()
        assert said(found.periods[1]) == [
            "Full crates: is kept by someone else.",
            "Menu day: now also builds An early warning.",
            'Menu day: in the agenda, one of its items was called "Matching" before.',
            'A late van: under "what to do" one thing was reworded.',
            f'Tasting morning: the basis of {statement} is now "derived" instead of "editorial".',
            f"Tasting morning: the place in the source of {statement} was added.",
            'Hotel A: in the timeline, one of its items was called "Ten rolls" before.',
            "Crumb: has another name.",
        ]

    def test_a_confidential_name_is_not_told_even_of_what_is_gone(self, kept: Bakery) -> None:
        kept.add("terms/zeezicht", _term("Zeezicht", "everyone"))
        kept.commit("2026-07-01")
        kept.path("terms/zeezicht").unlink()
        kept.commit("2026-08-01")
        assert said(history(kept).periods[0]) == ["Zeezicht: was taken out."]
        assert run("confidential", "add", "Zeezicht", folder=kept.folder).returncode == 0
        assert "zeezicht" not in everything(history(kept)).lower()

    def test_an_entry_that_got_another_id_and_another_audience(self, kept: Bakery) -> None:
        kept.add("terms/falcon", _term("Project Falcon", "everyone"))
        kept.commit("2026-07-01")
        kept.edit("terms/falcon", "reviewed: 2026-03-01", "reviewed: 2026-03-02")
        kept.commit("2026-08-01")
        assert run("rename", "terms/falcon", "airline-plan", folder=kept.folder).returncode == 0
        kept.edit("terms/airline-plan", "audience: everyone", "audience: partners")
        kept.commit("2026-09-01")
        assert "falcon" not in everything(history(kept)).lower()
        assert "Project Falcon" in everything(history(kept, edition=1))

    @pytest.mark.parametrize("rewritten", [False, True])
    def test_a_name_that_a_rename_takes_out(self, kept: Bakery, rewritten: bool) -> None:
        kept.add("terms/zanzibar", _term("Grand Hotel Zanzibar", "everyone"))
        kept.commit("2026-07-01")
        renamed = run("rename", "terms/zanzibar", "hotel-b", "--name", "Hotel B", folder=kept.folder)
        assert renamed.returncode == 0
        text = kept.path("terms/hotel-b").read_text(encoding="utf-8")
        kept.path("terms/hotel-b").write_text(
            "".join(line for line in text.splitlines(keepends=True) if "Zanzibar" not in line),
            encoding="utf-8",
        )
        if rewritten:
            kept.commit("2026-08-01")
            kept.edit("terms/hotel-b", "Of use to nobody else", "Where guests begin the day with fresh rolls")
            kept.edit("terms/hotel-b", "where: page 2", "where: the last chapter, its second table")
        kept.commit("2026-08-02")
        found = history(kept)
        assert "zanzibar" not in everything(found).lower()
        assert [line.partition(":")[0] for line in said(found.periods[0])] == ["Hotel B"]

    def test_what_was_reviewed_before_it_got_another_name(self, kept: Bakery) -> None:
        kept.add("terms/zanzibar", _term("Grand Hotel Zanzibar", "everyone"))
        kept.commit("2026-07-01")
        kept.edit("terms/zanzibar", "reviewed: 2026-03-01", "reviewed: 2026-03-02")
        kept.commit("2026-08-01")
        text = kept.path("terms/zanzibar").read_text(encoding="utf-8")
        kept.path("terms/zanzibar").unlink()
        kept.add("terms/hotel-b", text.replace("Grand Hotel Zanzibar", "Hotel B"))
        kept.commit("2026-09-01")
        assert "zanzibar" not in everything(history(kept)).lower()

    def test_an_entry_of_which_the_name_stays_is_told_by_it(self, kept: Bakery) -> None:
        kept.add("terms/flour", _term("Old flour", "everyone"))
        kept.commit("2026-07-01")
        assert run("rename", "terms/flour", "meal", "--name", "Meal", folder=kept.folder).returncode == 0
        kept.commit("2026-08-01")
        assert "Old flour: is new: Of use to nobody else." in said(history(kept).periods[1])

    def test_a_label_of_an_edition_that_may_not_be_said_any_more(self, kept: Bakery) -> None:
        kept.edit("site", "edition: Spring edition", 'edition: Zanzibar edition\nedition_tags: "v*"')
        kept.commit("2026-06-02")
        kept.git("tag", "v-zanzibar")
        kept.edit("site", "edition: Zanzibar edition", "edition: Falcon edition")
        kept.commit("2026-06-20")
        kept.git("tag", "v-2")
        kept.edit("site", "edition: Falcon edition", "edition: Autumn edition")
        kept.add("terms/falcon", _term("Falcon", "partners"))
        kept.commit("2026-07-20")
        kept.git("tag", "v-3")
        assert run("confidential", "add", "Zanzibar", folder=kept.folder).returncode == 0
        found = history(kept)
        assert "zanzibar" not in everything(found).lower()
        assert [period.title for period in found.periods] == [
            "Autumn edition",
            "Edition of 20 June 2026",
            "Edition of 2 June 2026",
        ]

    def test_what_a_tag_is_called(self, kept: Bakery) -> None:
        kept.edit("site", "edition: Spring edition", 'edition: Spring edition\nedition_tags: "*"')
        kept.commit("2026-06-02")
        kept.git("tag", "--annotate", "--message", "one", "zanzibar")
        kept.edit("terms/crumb", "owner: ", "owner: All of ")
        kept.commit("2026-06-03")
        assert "zanzibar" not in everything(history(kept)).lower()
        assert "zanzibar" not in revision_of(kept.folder).name


def _term(name: str, audience: str) -> str:
    return (
        f"name: {name}\nsummary: Of use to nobody else.\nowner: The bakers\nreviewed: 2026-03-01\n"
        f"audience: {audience}\nsources:\n"
        "  - source: hotel-interviews\n    where: page 2\n    basis: stated\n"
    )


def test_what_changed_tells_no_owner_and_no_review_that_is_hidden(kept: Bakery) -> None:
    kept.edit("terms/crumb", "owner: The bakers", "owner: Someone else")
    kept.edit("values/early-van", "reviewed: ", "reviewed: 2026-07-01 # ")
    kept.edit("site", "  - name: partners-only", "    hides: [owners, reviews]\n  - name: partners-only")
    kept.commit("2026-07-02")
    told = history_of(kept.folder, kept.playbook())
    assert not any(period.entries or period.reviewed for period in told.periods)
    told = history_of(kept.folder, kept.playbook(edition=1))
    assert [plain(said) for entry in told.periods[0].entries for said in entry.changes] == [
        'is now kept by "Someone else", no longer by "The bakers".'
    ]
    assert [named.name for named in told.periods[0].reviewed] == ["An early van"]
