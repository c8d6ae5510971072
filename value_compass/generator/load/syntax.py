"""What a YAML parser's complaint really means.

The parser says where it gave up, in its own words. The likely cause often stands before that place,
so each diagnosis below looks at the complaint and at the lines around it; the first that fits is told.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import yaml

from value_compass.generator.load.complaint import Complaint, Finding, complaint_of
from value_compass.generator.load.layout import (
    block_outdented,
    colon,
    fence,
    line_up,
    merge_conflict,
    no_colon_found,
    no_name,
    odd_space,
    tab,
    two_documents,
)
from value_compass.generator.load.problem import START, Problem, Span
from value_compass.generator.load.quotes import escape, missing_quote, text_after_quote
from value_compass.generator.load.signs import bracket, special_character, text_after_bracket


def explain(failure: Exception, text: str, file: str) -> Problem:
    """Turn a parser's error into a problem that names the likely cause.

    Args:
        failure: what PyYAML raised.
        text: the whole file.
        file: how messages name it.
    """
    if not isinstance(failure, yaml.MarkedYAMLError):
        return Problem(
            "yaml-syntax",
            "this file cannot be read as YAML",
            file,
            START,
            "compare it with another file of the same folder",
        )
    complaint = complaint_of(failure, text)
    finding = next(found for found in (diagnose(complaint) for diagnose in _DIAGNOSES) if found)
    line, column = finding.place or (complaint.line, complaint.column)
    if line >= len(complaint.lines):
        line, column = len(complaint.lines) - 1, len(complaint.lines[-1])
    return Problem(
        finding.code, finding.message, file, Span(line + 1, column + 1, finding.length), finding.advice
    )


def _anything_else(it: Complaint) -> Finding:
    return Finding(
        "yaml-syntax",
        f"this cannot be read as YAML ({it.problem or 'the parser gives no reason'})",
        "compare it with another file of the same folder; quotation marks around a text often help",
    )


_Diagnosis: TypeAlias = Callable[[Complaint], Finding | None]

_DIAGNOSES: tuple[_Diagnosis, ...] = (
    merge_conflict,
    fence,
    block_outdented,
    tab,
    odd_space,
    escape,
    missing_quote,
    text_after_quote,
    two_documents,
    colon,
    no_colon_found,
    special_character,
    text_after_bracket,
    bracket,
    no_name,
    line_up,
    _anything_else,
)
