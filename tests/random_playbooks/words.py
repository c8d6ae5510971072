"""Texts by chance: mostly plain words, and now and then what authors paste, type and mean otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

PLAIN = [
    "bread",
    "oven",
    "crate",
    "chef",
    "van",
    "morning",
    "season",
    "crust",
    "table",
    "price",
    "answer",
    "visit",
    "order",
    "late",
    "early",
    "count",
    "trust",
    "kitchen",
    "menu",
    "list",
    "baker",
    "hotel",
    "plain",
    "warm",
    "cold",
    "first",
    "last",
    "every",
    "nobody",
    "together",
    "because",
    "before",
    "after",
]

ODD = (
    "Küchenverantwortungsübergabe",
    "Kundenzufriedenheits\u00adverantwortung",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "Åsa",
    "Žilionė",
    "Œuvre",
    "ﬃ",
    "Crème",
    "Creme\u0301",
    "R&D",
    "C#",
    "#1",
    "50%",
    "$x$",
    "@home",
    "a_b_c",
    "a*b",
    "<b>",
    "</script>",
    "&amp;",
    "&nbsp;",
    "\\",
    "{{x}}",
    "{%",
    "[x]",
    "`code`",
    "~tilde~",
    "it's",
    '"so"',
    "“quoted”",
    "—",
    "…",
    "→",
    "✓",
    "✅",
    "★",
    "⚠️",
    "👩‍🍳",
    "漢字",
    "ポ",
    "\u03b1",
    "Привет",
    "½",
    "①",
    "℃",
    "x²",
    "1,000",
    "=1+1",
    "https://example.org/a_b?c=d&e=f#g",
    "12:30",
    "W" * 28,
    "very-long-word-with-hyphens-in-it-that-goes-on",
)

BLOCKS = (
    "# {0}",
    "## {0}\n\n{1}",
    "### {0}",
    "###### {0} {1}",
    "#",
    "{0}\n===\n\n{1}",
    "- {0}\n- {1}",
    "- # {0}\n- {1}",
    "1. {0}\n   - {1}\n     - {0}\n       1. {1}",
    "> {0}\n> > {1}",
    "> # {0}\n>\n> - {1}",
    "```\n{0}\n```",
    "```\n```",
    "```{0}",
    "    {0}",
    "---",
    "***",
    "| {0} | n |\n|---|--:|\n| {1} | 5 |",
    "| a | b | c | d | e | f |\n|---|:-:|---|---|---|---|\n| {0} | {1} | {0} | | x | {0} |",
    "**{0}** and *{1}* and ***{0}***",
    "`{0}` [{1}](https://example.org/x) <https://example.org/y>",
    "{0}  \n{1}\\\n{0}",
    "- {0}\n\n  {1}\n\n  ```\n  {0}\n  ```",
    "[{0}][r]\n\n[r]: https://example.org/z",
    "- [ ] {0}",
    "*" * 40,
    "> " * 8 + "{0}",
    "- " * 6 + "{0}",
)


@dataclass
class Words:
    """An author who writes by chance."""

    chance: Random
    odd: float
    """How many of the words are odd."""
    targets: Sequence[str] = field(default=())
    """References that a link may name."""

    def line(self, longest: int, *, links: bool = True) -> str:
        """A text of one line."""
        most = 1 if self.chance.random() < 0.2 else self.chance.choice((3, 6, 12, 30, 80))
        if self.chance.random() < 0.03:
            most = 200
        text = self.chance.choice(PLAIN).capitalize()
        for _ in range(self.chance.randint(0, most)):
            word = self._word()
            if links and self.targets and self.chance.random() < 0.03:
                word = self._link()
            if len(text) + 1 + len(word) > longest:
                break
            text += f" {word}"
        return text

    def prose(self, longest: int) -> str:
        """A text of several paragraphs."""
        paragraphs = [self.line(min(longest, 400))]
        for _ in range(self.chance.choice((0, 0, 1, 2, 5))):
            block = self.line(400)
            if self.chance.random() < 0.5:
                block = self.chance.choice(BLOCKS).replace("{0}", self.line(60)).replace("{1}", self.line(90))
            paragraphs.append(block)
        text = paragraphs[0]
        for paragraph in paragraphs[1:]:
            if len(text) + 2 + len(paragraph) <= longest:
                text += f"\n\n{paragraph}"
        return text

    def _word(self) -> str:
        return self.chance.choice(ODD if self.chance.random() < self.odd else PLAIN)

    def _link(self) -> str:
        target = self.chance.choice(self.targets)
        return f"[[{target}]]" if self.chance.random() < 0.5 else f"[[{target}|{self.chance.choice(PLAIN)}]]"
