"""Complaints that come from characters with a meaning of their own."""

from __future__ import annotations

import re

import yaml

from value_compass.generator.load.complaint import QUOTE_IT, Complaint, Finding

_STARTS = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)
_ENDS = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)


def special_character(it: Complaint) -> Finding | None:
    """A text that begins with a character that means something to YAML."""
    if it.at == "\\" and "start any token" in it.problem:
        return None
    signs = (
        "scanning an alias",
        "scanning an anchor",
        "scanning a directive",
        "scanning a tag",
        "parsing a tag",
        "scanning a block scalar",
    )
    phrases = (
        "undefined alias",
        "duplicate anchor",
        "start any token",
        "node content",
        "mapping keys are",
        "block sequence entries",
        "undefined tag handle",
        "parsing a tag",
        "second occurrence",
    )
    if not any(s in it.context for s in signs) and not any(p in it.problem for p in phrases):
        return None
    inside = any(s in it.context for s in signs) and it.opening
    line, column = it.opening if inside and it.opening else (it.line, it.column)
    sign = it.lines[line][column : column + 1]
    if not sign:
        return None
    below_its_field = (
        line > 0
        and not it.lines[line][:column].strip()
        and re.fullmatch(r" *(?:- +)*[\w-]+:\s*", it.lines[line - 1])
    )
    if sign == "-":
        return Finding(
            "special-character",
            "a list's first item cannot stand on the line of its field",
            "write each item on a line of its own below; for a text, put quotation marks around it",
            (line, column),
        )
    return Finding(
        "special-character",
        f'a text cannot begin with "{sign}" in YAML',
        f"{QUOTE_IT}, or write | after the colon in the line above" if below_its_field else QUOTE_IT,
        (line, column),
    )


def text_after_bracket(it: Complaint) -> Finding | None:
    """A text that begins with a bracket, which YAML takes for a list."""
    if "flow" in it.context or not isinstance(it.last, _ENDS) or it.last.end_mark.line != it.line:
        return None
    if it.at in ("]", "}"):
        return Finding(
            "unclosed-bracket",
            f'this "{it.at}" closes a bracket that was never opened',
            "take it out, or put quotation marks around the whole text",
        )
    place = _opening(it, 0)
    if place is None:
        return None
    sign = it.lines[place[0]][place[1]]
    return Finding(
        "special-character",
        f'a text cannot begin with "{sign}" in YAML: it is read as a list',
        QUOTE_IT,
        place,
    )


def bracket(it: Complaint) -> Finding | None:
    """A list in brackets that goes wrong somewhere."""
    if "flow" not in it.context:
        return None
    place = _opening(it, 1) or it.opening
    comment = place and re.compile(r"(?<=\s)#\S.*[\]}]").search(it.lines[place[0]], place[1])
    if place and comment:
        return Finding(
            "unclosed-bracket",
            'a space and "#" begin a comment, so the bracket before it is never closed',
            "put quotation marks around the text that begins with #",
            (place[0], comment.start()),
            len(comment[0]),
        )
    return Finding(
        "unclosed-bracket",
        "a bracket opens here and the list in it does not end properly",
        "close it with ] or }, and put commas between the items; or write one item a line, with a dash",
        place,
    )


def _opening(it: Complaint, level: int) -> tuple[int, int] | None:
    """Where the last bracket opens that closed right before (level 0), or that is still open (1)."""
    depth = 0
    for token in reversed(it.tokens):
        depth += isinstance(token, _STARTS) - isinstance(token, _ENDS)
        if depth == level and isinstance(token, _STARTS):
            return token.start_mark.line, token.start_mark.column
    return None
