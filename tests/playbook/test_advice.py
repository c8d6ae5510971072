"""What helps now, what comes too early, and where the relationship is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from value_compass.generator.playbook.advice import FIRST_FEW, Advice, GroupStanding, GroupStandings, advise
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.situation import Plan, Situation, Stage, Tie, Tip, situation_of
from value_compass.schemas.activities import Event, Nature
from value_compass.schemas.framework import Group

MISSING, GROWING, ESTABLISHED = GroupStanding


def ties(*groups: str) -> tuple[Tie, ...]:
    return tuple(Tie(group, f"groups/{group}", f"about {group}") for group in groups)


def plan(name: str, needs: tuple[str, ...] = (), builds: tuple[str, ...] = ()) -> Plan:
    return Plan(f"events/{name}", ties(*needs), ties(*builds), (), (f"{name} fails",))


def stage(name: str, establishes: tuple[str, ...], *helps: str) -> Stage:
    tips = tuple(Tip(f"events/{event}", f"{name} asks for {event}") for event in helps)
    return Stage(f"steps/{name}", establishes, tips, (Tip("events/storm", "it blows"),), (f"pit of {name}",))


SMALL = Situation(
    ("bond", "skill", "vision"),
    (
        stage("meet", ("bond",), "lunch"),
        stage("work", ("skill", "vision"), "demo"),
        stage("bridge", (), "workshop", "walk"),
        stage("partner", (), "board"),
    ),
    (
        plan("walk", builds=("bond",)),
        plan("lunch", builds=("bond",)),
        plan("fair", builds=("bond", "skill")),
        plan("demo", needs=("bond",), builds=("skill",)),
        plan("pilot", needs=("bond", "skill"), builds=("vision",)),
        plan("board", needs=("vision",), builds=("vision", "skill")),
        plan("workshop", needs=("bond", "skill", "vision")),
    ),
)


def names(advice: Advice) -> tuple[list[str], list[str]]:
    return (
        [item.entry.removeprefix("events/") for item in advice.now],
        [item.entry.removeprefix("events/") for item in advice.early],
    )


def test_at_the_start_only_what_needs_nothing_has_impact() -> None:
    advice = advise(SMALL, {})
    assert advice.step == "steps/meet"
    assert {*names(advice)[0]} == {"lunch", "walk", "fair"}
    assert {*names(advice)[1]} == {"demo", "board", "pilot"}


def test_what_the_step_recommends_stands_first_then_what_adds_most_elsewhere() -> None:
    assert names(advise(SMALL, {})) == (["lunch", "fair", "walk"], ["board", "demo", "pilot"])


def test_a_step_s_own_groups_count_before_those_of_later_steps() -> None:
    marks = {"bond": GROWING}
    now, _ = names(advise(SMALL, marks))
    assert now.index("walk") < now.index("demo")


def test_what_adds_more_to_the_step_stands_before_what_the_step_recommends() -> None:
    situation = Situation(
        ("later", "a", "b"),
        (stage("one", ("a", "b"), "modest"), stage("two", ("later",))),
        (plan("modest", builds=("a",)), plan("rich", builds=("later", "a", "b"))),
    )
    advice = advise(situation, {})
    assert names(advice)[0] == ["rich", "modest"]
    assert [gap.group for gap in advice.now[0].adds] == ["a", "b", "later"]


def test_a_growing_need_lets_an_activity_in_at_half_its_worth() -> None:
    marks = {"bond": ESTABLISHED, "skill": GROWING, "vision": GROWING}
    advice = advise(SMALL, marks)
    found = {item.entry: item for item in advice.now}
    assert [gap.group for gap in found["events/board"].growing] == ["vision"]
    assert found["events/demo"].growing == ()
    assert names(advice)[0] == ["demo", "fair", "board", "pilot"]


def test_the_reasons_are_the_relations_own() -> None:
    advice = advise(SMALL, {})
    lunch = advice.now[0]
    assert lunch.step_reason == "meet asks for lunch"
    assert [(gap.group, gap.mark, gap.ties) for gap in lunch.adds] == [("bond", MISSING, ties("bond"))]
    assert advice.now[1].step_reason is None
    pilot = next(item for item in advice.early if item.entry == "events/pilot")
    assert [gap.group for gap in pilot.lacks] == ["bond", "skill"]


def test_a_missing_need_is_further_away_than_a_growing_one() -> None:
    situation = Situation(
        ("c", "a", "b", "d"),
        (stage("one", ("a", "b", "c", "d")),),
        (
            plan("far", needs=("a", "b"), builds=("d",)),
            plan("near", needs=("a", "c"), builds=("d",)),
            plan("nearest", needs=("a",), builds=("d",)),
        ),
    )
    advice = advise(situation, {"c": GROWING})
    assert names(advice)[1] == ["nearest", "near", "far"]
    assert [gap.group for gap in advice.early[1].lacks] == ["a", "c"]


def test_a_step_s_recommendation_that_comes_too_early_says_so() -> None:
    late = Situation(SMALL.groups, (stage("meet", ("bond",), "demo"),), SMALL.plans)
    assert advise(late, {}).early[0].step_reason == "meet asks for demo"


def test_when_all_stand_the_bridge_says_what_to_do_in_its_own_order() -> None:
    advice = advise(SMALL, dict.fromkeys(SMALL.groups, ESTABLISHED))
    assert advice.step == "steps/bridge"
    assert names(advice) == (["workshop", "walk"], [])
    assert advice.now[0].adds == ()
    assert advice.pitfalls == ("pit of bridge",)


def test_a_path_that_ends_with_its_last_group_has_nothing_after_it() -> None:
    short = Situation(SMALL.groups, SMALL.stages[:2], SMALL.plans)
    advice = advise(short, dict.fromkeys(SMALL.groups, ESTABLISHED))
    assert advice == Advice(None, (), (), (), (), ())


def test_an_empty_playbook_gives_empty_advice() -> None:
    assert advise(Situation((), (), ()), {}) == Advice(None, (), (), (), (), ())


def test_what_goes_wrong_comes_from_the_step_and_from_the_first_recommendations() -> None:
    many = tuple(plan(f"event-{i}", builds=("bond",)) for i in range(FIRST_FEW + 2))
    advice = advise(Situation(("bond",), SMALL.stages, many), {})
    assert [tip.entry for tip in advice.watch_for] == ["events/storm"]
    assert advice.pitfalls == ("pit of meet",)
    assert [risk.text for risk in advice.risks] == [f"event-{i} fails" for i in range(FIRST_FEW)]


def test_a_mark_for_an_unknown_group_changes_nothing() -> None:
    assert advise(SMALL, {"constructor": ESTABLISHED}) == advise(SMALL, {})


# ---- The real playbook, and any other that follows the rules of the domain ----


@pytest.fixture(scope="module")
def real_situation(playbook: Playbook) -> Situation:
    return situation_of(playbook)


def test_the_situation_holds_all_that_can_be_planned_and_nothing_else(
    playbook: Playbook, real_situation: Situation
) -> None:
    plans = {plan.entry for plan in real_situation.plans}
    unplanned = {str(e.reference) for e in playbook.of(Event) if e.nature is Nature.UNPLANNED}
    assert (
        plans
        == {str(entry.reference) for kind in ("events", "workshops") for entry in playbook.of_kind(kind)}
        - unplanned
    )
    assert set(real_situation.groups) == {group.reference.id for group in playbook.of(Group)}


def test_a_needed_value_counts_as_its_group(playbook: Playbook, real_situation: Situation) -> None:
    through = [tie for plan in real_situation.plans for tie in plan.needs if tie.entry.startswith("values/")]
    assert through
    for tie in through:
        value = next(v for v in playbook.of_kind("values") if str(v.reference) == tie.entry)
        assert getattr(value, "group").id == tie.group  # noqa: B009 - entries of a kind share no such type


def test_all_established_leads_to_the_bridge(real_situation: Situation) -> None:
    advice = advise(real_situation, dict.fromkeys(real_situation.groups, ESTABLISHED))
    bridge = next(s for s in reversed(real_situation.stages[:-1]) if not s.establishes)
    assert advice.step == bridge.entry
    assert [item.entry for item in advice.now] == [tip.entry for tip in bridge.helps]
    assert advice.early == ()


GROUPS = ("a", "b", "c", "d", "e")
SOME = st.lists(st.sampled_from(GROUPS), unique=True, max_size=4).map(tuple)
PLANS = st.lists(st.tuples(SOME, SOME), max_size=8).map(
    lambda pairs: tuple(plan(f"event-{i}", needs, builds) for i, (needs, builds) in enumerate(pairs))
)
HELPS = st.lists(st.sampled_from([f"event-{i}" for i in range(8)]), unique=True, max_size=4)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """A path that establishes every group once, some steps without a group, and anything to plan."""
    order = draw(st.permutations(GROUPS))
    cuts = sorted(draw(st.lists(st.integers(0, len(order)), max_size=3)))
    parts = [tuple(order[i:j]) for i, j in zip([0, *cuts], [*cuts, len(order)], strict=True)]
    parts += [()] * draw(st.integers(0, 2))
    stages = tuple(stage(f"step-{i}", part, *draw(HELPS)) for i, part in enumerate(parts))
    return Situation(GROUPS, stages, draw(PLANS))


def marks_for(situation: Situation) -> st.SearchStrategy[GroupStandings]:
    """Any marks; each alone hardly ever lets all groups stand, so that is drawn too."""
    each = st.fixed_dictionaries({}, optional=dict.fromkeys(situation.groups, st.sampled_from(GroupStanding)))
    return each | st.just(dict.fromkeys(situation.groups, ESTABLISHED))


def check_rules(situation: Situation, marks: GroupStandings) -> None:
    advice = advise(situation, marks)
    plans = {plan.entry: plan for plan in situation.plans}
    now, early = [item.entry for item in advice.now], [item.entry for item in advice.early]
    assert len({*now, *early}) == len(now) + len(early), "in both lists, or twice in one"

    standing = {group for group in situation.groups if marks.get(group) is ESTABLISHED}
    missing = {group for group in situation.groups if marks.get(group, MISSING) is MISSING}
    useful = {p.entry for p in situation.plans if {tie.group for tie in p.builds} - standing}
    assert useful <= {*now, *early}
    for item in advice.now:
        assert not missing & {tie.group for tie in plans[item.entry].needs}
        assert {gap.group for gap in item.adds} == {tie.group for tie in plans[item.entry].builds} - standing
        assert item.adds or item.step_reason
    for blocked in advice.early:
        assert {gap.group for gap in blocked.lacks} & missing
        assert {gap.group for gap in blocked.lacks} == {
            t.group for t in plans[blocked.entry].needs
        } - standing

    steps = [s for s in situation.stages if set(s.establishes) - standing]
    if steps:
        assert advice.step == steps[0].entry
    elif advice.step:
        assert not next(s for s in situation.stages if s.entry == advice.step).establishes
        assert not early
    assert advice == advise(situation, marks)


def check_raising(situation: Situation, before: GroupStandings, group: str) -> None:
    """Raising one mark brings nothing into the list of what comes too early, and never leads back."""
    after = {**before, group: GROWING if before.get(group, MISSING) is MISSING else ESTABLISHED}
    old, new = advise(situation, before), advise(situation, after)
    assert {item.entry for item in new.early} <= {item.entry for item in old.early}
    order = [stage.entry for stage in situation.stages]
    if new.step:
        assert old.step
        assert order.index(old.step) <= order.index(new.step)
    gone = {item.entry for item in old.now} - {item.entry for item in new.now}
    built = {plan.entry: {tie.group for tie in plan.builds} for plan in situation.plans}
    for entry in gone:
        assert group in built[entry] or not built[entry] or old.step != new.step


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_the_rules_hold_for_any_playbook_and_any_marks(data: st.DataObject) -> None:
    situation = data.draw(situations())
    marks = data.draw(marks_for(situation))
    check_rules(situation, marks)
    check_raising(situation, marks, data.draw(st.sampled_from(situation.groups)))


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_the_rules_hold_for_the_real_playbook_and_any_marks(
    real_situation: Situation, data: st.DataObject
) -> None:
    marks = data.draw(marks_for(real_situation))
    check_rules(real_situation, marks)
    check_raising(real_situation, marks, data.draw(st.sampled_from(real_situation.groups)))
