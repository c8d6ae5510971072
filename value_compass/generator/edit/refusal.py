"""Why a command changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from value_compass.generator.check.check import Checked
from value_compass.generator.load.failure import Failure
from value_compass.generator.load.problem import Problem


class Refusal(Failure):
    """The command would do harm or cannot be done; the message says what, why and the way out."""

    exit_status = 1


class WrongName(Refusal):
    """The command names a kind or an entry that does not exist, or an id that cannot be one."""

    exit_status = 2


def require_clean(checked: Checked) -> None:
    """Refuse to work on content that cannot be wholly understood.

    Raises:
        Refusal: when the check has errors.
    """
    if checked.errors:
        raise Refusal(
            "the content has errors, and what they hide could be missed. Correct them first:\n"
            + listed(checked.errors)
        )


def listed(problems: Sequence[Problem]) -> str:
    """Problems, a line each, the first ten."""
    lines = [f"  {p.file}:{p.span.line}:{p.span.column}: {p.message}" for p in problems[:10]]
    if len(problems) > 10:
        lines.append(f"  and {len(problems) - 10} more; `compass check` shows all")
    return "\n".join(lines)
