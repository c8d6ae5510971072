"""Complaints that come from quotation marks."""

from __future__ import annotations

import re

import yaml

from value_compass.generator.load.complaint import Complaint, Finding


def escape(it: Complaint) -> Finding | None:
    """A backslash that begins nothing."""
    if "quoted scalar" not in it.context or not re.search(r"escape|hexdecimal", it.problem):
        return None
    column = max(it.shown.rfind("\\", 0, it.column + 1), 0)
    return Finding(
        "wrong-escape",
        "in double quotation marks a backslash begins a special character, and this one does not exist",
        "write two backslashes, or put the text in single quotation marks",
        (it.line, column),
        2,
    )


def missing_quote(it: Complaint) -> Finding | None:
    """A text that is never closed, or that only ends at the opening mark of a later one."""
    place = None
    if "quoted scalar" in it.context:
        place = it.opening
    elif isinstance(it.last, yaml.ScalarToken) and it.last.style:
        start, end = it.last.start_mark, it.last.end_mark
        if start.line < end.line and end.line == it.line and it.last.style in ("'", '"'):
            place = (start.line, start.column)
    if place is None:
        return None
    length = len(it.lines[place[0]][place[1] :].rstrip())
    return Finding(
        "missing-quote",
        "a quotation mark opens here and is never closed",
        "close it at the end of the text; "
        r"inside text in double quotation marks write \" for a quotation mark",
        place,
        length,
    )


def text_after_quote(it: Complaint) -> Finding | None:
    """Text after the mark that closes a text."""
    last = it.last
    if not isinstance(last, yaml.ScalarToken) or last.style not in ("'", '"'):
        return None
    if last.end_mark.line != it.line:
        return None
    if last.style == "'" and it.shown[last.end_mark.column : last.end_mark.column + 1].isalpha():
        return Finding(
            "text-after-quote",
            "this apostrophe ends the text, because the text stands between single quotation marks",
            "put double quotation marks around the whole text instead",
            (it.line, last.end_mark.column - 1),
        )
    rest = it.shown[it.column :].rstrip()
    return Finding(
        "text-after-quote",
        "text goes on after the closing quotation mark",
        "put the quotation marks around the whole text, with single ones inside",
        length=max(len(rest), 1),
    )
