"""How much each problem weighs: as its code says, or as the playbook's own settings have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.register import REGISTER
from value_compass.generator.check.wording import did_you_mean, shown
from value_compass.generator.load.problem import Problem, Severity
from value_compass.schemas.settings import Weight

_HEAVIEST_FIRST = tuple(Severity)


def weigh(problems: Iterable[Problem], rules: Mapping[str, Weight]) -> Iterator[Problem]:
    """Problems with the weight of their codes, without those that the playbook ignores.

    Args:
        problems: what was found.
        rules: what `site.yml` says of codes; a code that is needed for a build keeps at least its own weight.
    """
    for problem in problems:
        weight = weight_of(problem.code, rules.get(problem.code))
        if weight is not None:
            yield replace(problem, severity=weight)


def weight_of(code: str, wanted: Weight | None) -> Severity | None:
    """What problems of a code weigh; nothing when they are ignored."""
    meaning = REGISTER[code]
    if wanted is None:
        return meaning.severity
    if wanted is Weight.IGNORE:
        return None if meaning.lenient else meaning.severity
    severity = Severity(wanted.value)
    lighter = _HEAVIEST_FIRST.index(severity) > _HEAVIEST_FIRST.index(meaning.severity)
    return meaning.severity if lighter and not meaning.lenient else severity


def wrong_weights(draft: Draft) -> Iterator[Problem]:
    """What is wrong with the lines under `rules` in site.yml."""
    for code, wanted in (draft.settings.rules if draft.settings else {}).items():
        if code not in REGISTER:
            yield draft.problem(
                "unknown-code",
                f'no problem has the code "{shown(code)}"',
                None,
                ("rules", code),
                did_you_mean(code, REGISTER) or "take the code from a report: it stands in square brackets",
                of_key=True,
            )
        elif (weight_of(code, wanted) or "ignore") != wanted.value:
            yield draft.problem(
                "fixed-weight",
                f'"{code}" stays an {REGISTER[code].severity}: what it finds cannot be built, or not safely',
                None,
                ("rules", code),
                "take the line out",
            )
