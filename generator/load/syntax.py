"""What a YAML parser's complaint really means."""

from __future__ import annotations

import re

import yaml

from generator.load.problem import START, Problem, Span


def explain(failure: Exception, text: str, file: str) -> Problem:
    """Turn a parser's error into a problem that names the likely cause.

    Args:
        failure: what PyYAML raised.
        text: the whole file.
        file: how messages name it.
    """
    if isinstance(failure, yaml.MarkedYAMLError):
        return _marked(failure, text, file)
    if isinstance(failure, yaml.reader.ReaderError):
        before = text[: failure.position] if isinstance(failure.position, int) else ""
        return Problem(
            "control-character",
            "there is an invisible control character here",
            file,
            Span(before.count("\n") + 1, len(before) - before.rfind("\n")),
            "Delete it; it often comes along when text is pasted from another program.",
        )
    return Problem(
        "yaml-syntax",
        "this file cannot be read as YAML",
        file,
        START,
        "Compare it with another file of the same folder.",
    )


def _marked(failure: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    lines = text.split("\n")
    mark = failure.problem_mark or failure.context_mark
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    problem, context = failure.problem or "", failure.context or ""
    shown = lines[line]

    def say(code: str, message: str, advice: str, at: Span | None = None) -> Problem:
        return Problem(code, message, file, at or Span(line + 1, column + 1), advice)

    opening = failure.context_mark
    if "quoted scalar" in context and opening:
        return say(
            "missing-quote",
            "a quotation mark opens here and is never closed",
            "Close it at the end of the text; inside text in double quotes write \\\" for a quotation mark.",
            Span(opening.line + 1, opening.column + 1),
        )
    tab = re.match(r"[ ]*\t", shown)
    if tab or "\\t" in problem:
        at = shown.find("\t")
        return say(
            "tab",
            "a tab stands here, and YAML allows only spaces",
            "Replace the tab by two spaces.",
            Span(line + 1, max(at, 0) + 1),
        )
    if "mapping values are not allowed" in problem:
        return say(
            "unquoted-colon",
            "a colon followed by a space starts a new field, so this text breaks in two",
            "Put quotation marks around the whole text.",
        )
    if "expected a single document" in problem or "document start" in problem:
        return say(
            "two-documents",
            "a line of three dashes starts a second document in this file",
            "One file holds one entry: delete the dashes, or move the rest to a file of its own.",
        )
    if "expected <block end>" in problem or "expected block end" in problem.lower():
        quoted = re.match(r"\s*(?:- )?(?:[\w-]+:\s+)?([\"']).*?\1\s*\S", shown)
        if quoted:
            return say(
                "text-after-quote",
                "text goes on after the closing quotation mark",
                "Put the quotation marks around the whole text.",
            )
        return say(
            "indentation",
            "this line does not line up with the lines before it",
            "Give it as many spaces as the field or dash that it belongs with.",
        )
    if "could not find expected ':'" in problem:
        start = opening.line if opening else line
        return say(
            "missing-colon",
            "this looks like a field, but there is no colon after its name",
            "Write the name, a colon and a space, then the value; indent text that runs on.",
            Span(start + 1, (opening.column if opening else 0) + 1),
        )
    if "undefined alias" in problem or "while scanning an alias" in context or "anchor" in context:
        return say(
            "special-character",
            "text that begins with * or & has a special meaning in YAML",
            "Put quotation marks around the text.",
        )
    if "cannot start any token" in problem or "directive" in context:
        return say(
            "special-character",
            f'text cannot begin with "{shown[column : column + 1]}" in YAML',
            "Put quotation marks around the text.",
        )
    if "flow" in context:
        return say(
            "unclosed-bracket",
            "a bracket opens and the list in it does not end properly",
            "Close it with ] or }, separate items by commas, or write one item a line with a dash.",
            Span(opening.line + 1, opening.column + 1) if opening else None,
        )
    return say(
        "yaml-syntax",
        f"this cannot be read as YAML ({problem or 'unknown reason'})",
        "Compare it with another file of the same folder; quotation marks around a text often help.",
    )
