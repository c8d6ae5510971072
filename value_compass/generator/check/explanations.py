"""The pages of the docs about problems: one for each code, and a list of all with the rules."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping

from value_compass.generator.check.codes.fields import FIELDS
from value_compass.generator.check.codes.files import FILES
from value_compass.generator.check.codes.kinds import KINDS
from value_compass.generator.check.codes.weights import WEIGHTS
from value_compass.generator.check.codes.writing import WRITING
from value_compass.generator.check.meaning import Meaning
from value_compass.generator.check.register import REGISTER
from value_compass.generator.check.rules import MODULES

INDEX = "README.md"
"""The name of the page that lists all codes."""

_MADE = "<!-- Made by `python -m tests.check.problem_pages`; change generator/check/ instead. -->\n\n"

_INTRODUCTION = """\
# Problems

Every problem in a report has a code, in square brackets: `error[unquoted-colon]`. Each code has a page
here that says why it matters and what to do. An error stops a build; a warning does not, unless the
check runs with `--strict`. Codes keep their names.

"""

_READING = (
    ("Files and where they lie", "An entry is a text file, in the folder of its kind.", tuple(FILES)),
    (
        "How a file is written",
        "Files are written in YAML: fields with a colon, lists with dashes, spaces to show what belongs "
        "together.",
        tuple(WRITING),
    ),
    ("What a file may say", "Each kind of entry has its own fields.", tuple(FIELDS)),
    (
        "Kinds of one's own",
        "Files in `kinds/` bring kinds and fields that only this playbook has "
        "([how](../writing/own-kinds.md)).",
        tuple(KINDS),
    ),
    (
        "Kinds of one's own",
        "Files in `kinds/` bring kinds and fields that only this playbook has "
        "([how](../writing/own-kinds.md)).",
        tuple(KINDS),
    ),
    (
        "What a playbook may say of problems",
        "Under `rules`, site.yml says what problems of a code weigh: `ignore`, `note`, `warning` or `error`. "
        "Every code can weigh more. Weigh less, or be ignored, can only what a build can do without.",
        tuple(WEIGHTS),
    ),
)


def pages(reports: Mapping[str, str]) -> dict[str, str]:
    """Make all pages.

    Args:
        reports: for each code, what a report says of an example.

    Returns:
        The text of each page by its file name.
    """
    return {INDEX: _index(), **{f"{code}.md": _page(code, reports[code]) for code in REGISTER}}


def _page(code: str, report: str) -> str:
    meaning = REGISTER[code]
    return (
        f"{_MADE}# {code}\n\n"
        f"**{meaning.title}** ({meaning.severity}). {meaning.explanation}{_lenient(code, meaning)}\n\n"
        f"Wrong:\n\n```text\n{meaning.wrong}\n```\n\n"
        f"Right:\n\n```text\n{meaning.right}\n```\n\n"
        f"In a report:\n\n```text\n{report.strip()}\n```\n\n"
        f"[All problems]({INDEX})\n"
    )


def _lenient(code: str, meaning: Meaning) -> str:
    return f" A playbook can turn it off in site.yml: `rules: {{{code}: ignore}}`." if meaning.lenient else ""


def _index() -> str:
    sections = [_section(*family) for family in _READING]
    for module in MODULES:
        title, _, text = inspect.cleandoc(module.__doc__ or "").partition("\n")
        sections.append(_section(title.rstrip("."), text.strip(), module.CODES))
    return _MADE + _INTRODUCTION + "\n".join(sections)


def _section(title: str, text: str, codes: Iterable[str]) -> str:
    known = [(code, REGISTER[code]) for code in codes]
    rows = (f"| [{code}]({code}.md) | {meaning.title} | {meaning.severity} |\n" for code, meaning in known)
    return f"## {title}\n\n{text}\n\n| code | what it means | |\n| --- | --- | --- |\n{''.join(rows)}"
