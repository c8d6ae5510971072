"""Readers see no markup that the playbook does not take.

Texts of several paragraphs are plain Markdown (CommonMark, with tables). Texts of one line are words and
links between entries. What other programs take beside that stands on the page as it was typed, asterisks,
tildes and angle brackets included. This is a warning: the words are there, and look odd.

**Way out:** take the signs out, or move the words to a text of several paragraphs, such as `body`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.model_at import takes_markdown
from value_compass.generator.check.wording import shown
from value_compass.generator.load.document import Keys
from value_compass.generator.load.problem import Problem, Severity
from value_compass.schemas.fields import Reference
from value_compass.schemas.settings import Settings

CODES: Codes = {
    "markup-not-taken": Meaning(
        "Markup that readers see as it was typed",
        "A text of one line is plain words with links between entries. A text of several paragraphs is "
        "Markdown with tables. Strokes through words, footnotes, boxes to tick, HTML, addresses that stand "
        "by themselves and links to an address that the text does not have are not taken.",
        "summary: The crust **still** sings.",
        "summary: The crust still sings.",
        Severity.WARNING,
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""

_HTML = r"(?P<html></?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|<!--.*?-->)"
_STRUCK = r"(?P<struck>~~[^~\n]+~~)"
_EMBEDDED = r"(?P<embedded>!\[\[[^\[\]]*\]\])"

_IN_PROSE = re.compile(
    rf"""
      {_EMBEDDED} | {_STRUCK} | {_HTML}
    | (?P<footnote>\[\^[^\[\]\s]+\])
    | (?P<elsewhere>(?<!\[)\[(?P<words>[^\[\]\n]+)\]\[(?P<label>[^\[\]\n]*)\])
    | ^[ ]*(?:>[ ]?)*(?:[-*+]|\d+[.)])[ ]+(?P<box>\[[ x]\])(?=\s)
    | (?P<scheme><(?!https?:|mailto:)[a-z][a-z0-9+.-]+:[^\s<>]*>)
    | (?P<bare>https?://[^\s<>()\[\]]+)
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE | re.DOTALL,
)

_IN_LINE = re.compile(
    rf"""
      {_EMBEDDED} | {_STRUCK} | {_HTML}
    | (?P<strong>\*\*[^*\s](?:[^*]*[^*\s])?\*\*)
    | (?P<emphasis>(?<![\w*])\*[^*\s](?:[^*]*[^*\s])?\*(?![\w*]))
    | (?P<code>`[^`]+`)
    | (?P<link>(?<!\[)\[[^\[\]]+\]\([^()\s]+\))
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)

_AS_TYPED = re.compile(
    r"""
      ^[ ]{0,3}(?P<fence>`{3,}|~{3,}).*?(?:^[ ]{0,3}(?P=fence)|\Z)  # code of several lines
    | (?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)                      # code within a line
    | \\.                                                           # a sign that is meant as it is
    | \]\(\s*(?:<[^<>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)           # where a link leads
    | <(?:https?:|mailto:)[^\s<>]*>
    | ^[ ]{0,3}\[(?!\^)[^\[\]]+\]:[ ]*\S+                           # an address that stands elsewhere
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
"""What Markdown takes for something else."""

_DEFINED = re.compile(r"^[ ]{0,3}\[([^\[\]]+)\]:", re.MULTILINE)
"""What says where the words lead that have this label behind them."""

_WHAT = {
    "embedded": ("an entry cannot be shown inside another", "take the ! out: the link leads there"),
    "struck": ("words cannot be struck through", "take the tildes out"),
    "html": ("a text takes no HTML", "take it out, or write it with Markdown's own signs"),
    "footnote": ("a text has no footnotes", "say it in the text, or in brackets"),
    "elsewhere": (
        "no line says where this leads",
        "write the address behind the words, as [words](https://...)",
    ),
    "box": ("a list has no boxes to tick", "take the square brackets out"),
    "scheme": (
        "links lead to the web and to mail only",
        "give an address that begins with https:// or mailto:",
    ),
    "bare": ("this address is no link", "write it as [words](https://...), or between < and >"),
    "strong": ("a text of one line has no bold words", "take the asterisks out"),
    "emphasis": ("a text of one line has no slanted words", "take the asterisks out"),
    "code": ("a text of one line has no code", "take the backticks out, or use quotation marks"),
    "link": (
        "a text of one line links to entries only",
        "write the words alone, or put the link into a text of several paragraphs",
    ),
}
"""What each is not, and the way out."""

_SIGN = re.compile(r"[*`~<\[/]")
"""One of the signs that all of it has; most texts have none."""


def check(draft: Draft) -> Iterator[Problem]:
    """Texts of entries, then those of site.yml."""
    for source, parts in draft.all_parts():
        for keys, text in parts.texts:
            if _SIGN.search(text):
                yield from _in_text(draft, source, keys, text)


def _in_text(draft: Draft, source: Reference | None, keys: Keys, text: str) -> Iterator[Problem]:
    if takes_markdown(type(draft.entries[source]) if source else Settings, keys):
        # As long as before, so that nothing moves.
        read = _AS_TYPED.sub(lambda found: re.sub(r"[^\n]", "\0", found[0]), text)
        defined = {_label(label) for label in _DEFINED.findall(text)}
        found = [
            one
            for one in _IN_PROSE.finditer(read)
            if one["elsewhere"] is None or _label(one["label"] or one["words"]) not in defined
        ]
    else:
        found = list(_IN_LINE.finditer(text))
    before: Counter[str] = Counter()
    for one in found:
        name = next(name for name in _WHAT if one.groupdict().get(name))
        what, advice = _WHAT[name]
        part = one[name].rstrip(".,;:!?") if name == "bare" else one[name]
        yield draft.problem(
            "markup-not-taken",
            f'{what}: readers see "{shown(part)}" as it is typed',
            source,
            keys,
            advice,
            part=part,
            occurrence=before[part],
        )
        before[part] += 1


def _label(written: str) -> str:
    """A label as Markdown compares it with others."""
    return " ".join(written.split()).casefold()
