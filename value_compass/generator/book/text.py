"""Authors' text as what Typst reads: runs of words, and blocks of them.

A run is a list. Plain words are text; everything else is an object with one key that says what it is:
`e` words in italics, `s` in semibold, `c` code, `n` a new line, `l` the label of a place in the book with
its words as `t` and whether its page is printed as `p`, `u` an address on the net with its words as `t`,
`b` the sign of a basis, `o` the language of the words `t` where it is another than the playbook's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from markdown_it.token import Token

from value_compass.generator.book.blocks import (
    Block,
    Sign,
    code,
    heading,
    in_language,
    item,
    paragraph,
    rule,
)
from value_compass.generator.book.division import divided, long_rows
from value_compass.generator.book.named import Names
from value_compass.generator.pages.prose import line_tokens, prose_tokens
from value_compass.language.texts import language_of
from value_compass.language.words import choice
from value_compass.schemas.fields import Basis, Statement

Run = list[Any]

_DEEPEST = 4
"""So deep a list or a quotation is set in; what stands deeper is set as deep."""


def line(text: str, names: Names) -> Run:
    """One line: words with links between entries."""
    run = _inline(line_tokens(text), names) if "[[" in text else [str(text)]
    return in_language(run, language_of(text))


def based(run: Run, basis: Basis | None) -> Run:
    """A run with the sign of its basis, where that is not what the source states."""
    return [*run, sign_of(basis)] if basis and basis is not Basis.STATED else run


def sign_of(basis: Basis) -> dict[str, str]:
    """The sign of a basis, as on the site: the first letter of the word for it."""
    return {"b": choice(basis)[0]}


def said(statement: Statement, names: Names) -> Run:
    """A statement with the sign of its basis."""
    return based(line(statement.text, names), statement.basis)


def prose(text: str, names: Names, style: str = "p") -> list[Block]:
    """Markdown of several paragraphs; whatever the parser gives is set."""
    return _Prose(names, style, language_of(text)).blocks(prose_tokens(text))


class _Prose:
    """A walk through the parser's tokens, which knows how deep they stand."""

    def __init__(self, names: Names, style: str, language: str | None) -> None:
        self._names = names
        self._language = language
        self._style = style
        self._lists: list[list[int | None]] = []
        self._quotes = 0
        self._pending: Sign | None = None
        self._fresh = True

    def blocks(self, tokens: Sequence[Token]) -> list[Block]:
        found: list[Block] = []
        place = 0
        while place < len(tokens):
            token = tokens[place]
            if token.type == "table_open":
                end = next(i for i in range(place, len(tokens)) if tokens[i].type == "table_close")
                found += self._table(tokens[place:end])
                place = end
            else:
                found += self._block(token, tokens[place + 1] if place + 1 < len(tokens) else None)
            place += 1
        return found

    def _block(self, token: Token, following: Token | None) -> list[Block]:
        match token.type:
            case "bullet_list_open":
                self._lists.append([None])
            case "ordered_list_open":
                self._lists.append([int(token.attrs.get("start", 1))])
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                count = self._lists[-1][0]
                self._pending = Sign.DASH if count is None else Sign.NUMBER
            case "list_item_close":
                self._pending = None
                if self._lists[-1][0] is not None:
                    self._lists[-1][0] += 1
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1
            case "fence" | "code_block" if token.content.strip():
                return code(token.content.rstrip("\n").split("\n"), self._depth())
            case "hr":
                return [rule()]
            case "heading_open" if following and (run := self._run(following)):
                if following.content.strip():
                    following.children = []
                    return [heading(run)]
            case "inline" if token.children:
                return self._set(self._run(token))
        return []

    def _run(self, token: Token) -> Run:
        return in_language(_inline(token.children or [], self._names), self._language)

    def _depth(self) -> int:
        return min(len(self._lists) + self._quotes, _DEEPEST)

    def _set(self, run: Run) -> list[Block]:
        depth, sign = self._depth(), self._pending
        self._pending = None
        parts = divided(run)
        if sign is None:
            first = paragraph(parts[0], self._style, depth=depth, above=0.5)
        else:
            number = self._lists[-1][0]
            above = 0.5 if len(self._lists) == 1 and number in {None, 1} else 0.0
            first = item(parts[0], sign, number=number, depth=depth - 1, above=above)
        return [first, *(paragraph(part, self._style, depth=depth, above=0) for part in parts[1:])]

    def _table(self, tokens: Sequence[Token]) -> list[Block]:
        rows: list[list[Run]] = []
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self._run(token))
        return long_rows(rows[0], rows[1:])


def _inline(tokens: Iterable[Token], names: Names) -> Run:
    """Inline tokens; what stands in italics twice is in italics once."""
    stack: list[tuple[str, Run]] = [("", [])]
    held: dict[str, int] = {}

    def add(piece: Any) -> None:
        stack[-1][1].append(piece)

    for token in tokens:
        match token.type:
            case "text":
                if token.content:
                    add(token.content)
            case "code_inline":
                add({"c": token.content})
            case "softbreak":
                add(" ")
            case "hardbreak":
                add({"n": True})
            case "entry_link":
                add(names.link(token.meta["reference"], token.content or None))
            case "em_open" | "strong_open":
                kind = token.type[0]
                held[kind] = held.get(kind, 0) + 1
                if held[kind] == 1:
                    stack.append((kind, []))
            case "em_close" | "strong_close":
                kind = token.type[0]
                held[kind] -= 1
                if held[kind] == 0:
                    _, run = stack.pop()
                    if run:
                        add({kind: run})
            case "link_open":
                stack.append((f"u{token.attrs.get('href', '')}", []))
            case "link_close":
                address, run = stack.pop()
                add({"u": address[1:], "t": run or [address[1:]]})
            case _:
                if token.content:
                    add(token.content)
    while len(stack) > 1:
        kind, run = stack.pop()
        add({kind: run} if kind in {"e", "s"} else {"u": kind[1:], "t": run})
    return stack[0][1]
