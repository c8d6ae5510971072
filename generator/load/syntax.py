"""What a YAML parser's complaint really means.

The parser says where it gave up, in its own words. The likely cause often stands before that place,
so each diagnosis below looks at the complaint and at the lines around it; the first that fits is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from generator.load.nodes import ODD_SPACE
from generator.load.problem import START, Problem, Span

QUOTE_IT = "put quotation marks around the whole text"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser said, and the text that it said it about. Lines and columns count from 0."""

    problem: str
    context: str
    line: int
    """Where it gave up."""
    column: int
    opening: tuple[int, int] | None
    """Where what it was reading began, by line and column."""
    lines: list[str]
    tokens: tuple[yaml.Token, ...]
    """All that it could read before."""

    @property
    def shown(self) -> str:
        """The line in which the parser gave up."""
        return self.lines[self.line]

    @property
    def at(self) -> str:
        """The character at which the parser gave up."""
        return self.shown[self.column : self.column + 1]

    @property
    def last(self) -> yaml.Token | None:
        """What stands last before the place, apart from ends that have no text."""
        for token in reversed(self.tokens):
            if token.end_mark.index > token.start_mark.index:
                return token
        return None

    def above(self) -> tuple[int, str] | None:
        """The nearest line above with something on it."""
        for number in range(self.line - 1, -1, -1):
            if self.lines[number].strip() and not self.lines[number].lstrip().startswith("#"):
                return number, self.lines[number]
        return None


@dataclass(frozen=True, slots=True)
class Finding:
    """A cause: code, message and way out; its place counts from 0, by line and column."""

    code: str
    message: str
    advice: str
    place: tuple[int, int] | None = None
    length: int = 1


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
    complaint = _complaint(failure, text)
    finding = next(found for found in (diagnose(complaint) for diagnose in _DIAGNOSES) if found)
    line, column = finding.place or (complaint.line, complaint.column)
    return Problem(
        finding.code, finding.message, file, Span(line + 1, column + 1, finding.length), finding.advice
    )


def _complaint(failure: yaml.MarkedYAMLError, text: str) -> Complaint:
    lines = text.split("\n")
    mark, opening = failure.problem_mark or failure.context_mark, failure.context_mark
    line, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
    return Complaint(
        failure.problem or "",
        failure.context or "",
        line,
        column,
        (opening.line, opening.column) if opening else None,
        lines,
        tuple(_tokens(text, line, column)),
    )


def _tokens(text: str, line: int, column: int) -> Iterator[yaml.Token]:
    """What can be read up to the place where the parser gave up."""
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if (token.start_mark.line, token.start_mark.column) >= (line, column):
                return
            yield token
    except yaml.YAMLError:
        return


def _tab(it: Complaint) -> Finding | None:
    if "quoted scalar" in it.context:
        return None
    indent = it.shown[: len(it.shown) - len(it.shown.lstrip())]
    if it.at == "\t" and "start any token" in it.problem:
        column = it.column
    elif "\t" in indent:
        column = indent.index("\t")
    else:
        return None
    return Finding(
        "tab",
        "a tab stands here, and YAML allows only spaces",
        "replace the tab by two spaces",
        (it.line, column),
    )


def _odd_space(it: Complaint) -> Finding | None:
    above = it.above()
    for number, line in ((it.line, it.shown), *((above,) if above else ())):
        indent = len(line) - len(line.lstrip())
        found = ODD_SPACE.search(line, 0, indent)
        if found:
            return Finding(
                "odd-space",
                "the spaces at the beginning of this line are not ordinary ones, "
                "and do not count as indentation",
                "delete them and type spaces; they often come along when text is pasted",
                (number, found.start()),
                len(found[0]),
            )
    return None


def _escape(it: Complaint) -> Finding | None:
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


def _missing_quote(it: Complaint) -> Finding | None:
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
        r'inside text in double quotation marks write \" for a quotation mark',
        place,
        length,
    )


def _text_after_quote(it: Complaint) -> Finding | None:
    last = it.last
    if not (isinstance(last, yaml.ScalarToken) and last.style in ("'", '"') and last.end_mark.line == it.line):
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


def _two_documents(it: Complaint) -> Finding | None:
    above = it.above()
    ended = above is not None and above[1].startswith("...")
    if "another document" not in it.problem and not ("document start" in it.problem and ended):
        return None
    place = (it.line, it.column) if "another document" in it.problem or above is None else (above[0], 0)
    return Finding(
        "two-documents",
        f'a line of "{it.lines[place[0]][:3]}" ends the entry here, and more follows',
        "one file holds one entry: delete the line, or move the rest to a file of its own",
        place,
        3,
    )


def _colon(it: Complaint) -> Finding | None:
    """A colon where the parser had no use for one."""
    in_brackets = "flow" in it.context and it.at == ":" and it.opening and it.opening[0] == it.line
    if "mapping values are not allowed" not in it.problem and not in_brackets:
        return None
    before = it.shown[: it.column]
    name = before.lstrip(" ").removeprefix("- ").strip()
    indent = len(before) - len(before.lstrip(" "))
    above = it.above()
    if re.fullmatch(r"[\w-]+", name) and above and not in_brackets:
        if re.match(r"\s*(?:- +)?[\w-]+:(?=\S)", above[1]):
            return _no_space_after(above[0], above[1])
        if len(above[1]) - len(above[1].lstrip(" ")) == indent and not _is_field(above[1]):
            return _no_colon(above[0], above[1])
        return Finding(
            "indentation",
            "this line stands further to the right than the field that it follows",
            "give it as many spaces as the other fields beside it",
            (it.line, indent),
            len(name) + 1,
        )
    curly = re.search("[:-] +[“‘„«]", before)  # noqa: RUF001
    return Finding(
        "unquoted-colon",
        "a colon followed by a space starts a new field, so this text breaks in two",
        "the curly quotation marks around it do not help: type straight ones" if curly else QUOTE_IT,
    )


def _no_colon_found(it: Complaint) -> Finding | None:
    """A line that is neither a field, nor an item, nor part of a text."""
    if "could not find expected ':'" not in it.problem or it.opening is None:
        return None
    number, column = it.opening
    line = it.lines[number]
    words = line[column:].strip()
    if re.match(r"-\S", words) or re.match(r"(?:- +)?[\w-]+:\S", words):
        return _no_space_after(number, line)
    if re.fullmatch(r"[\w-]+", words):
        return _no_colon(number, line)
    return Finding(
        "indentation",
        "this line is neither a field nor indented as part of the text above it",
        "indent text that runs on by two spaces; for a field write its name, a colon and a space",
        (number, column),
        max(len(words), 1),
    )


def _no_colon(number: int, line: str) -> Finding:
    words = line.strip()
    return Finding(
        "missing-colon",
        "this looks like a field, but there is no colon after its name",
        "write the name, a colon and a space, then the value",
        (number, line.index(words)),
        max(len(words), 1),
    )


def _no_space_after(number: int, line: str) -> Finding:
    words = line.strip()
    mark = "dash" if words.startswith("-") and not words.startswith("- ") else "colon"
    return Finding(
        "missing-space",
        f"there is no space after the {mark}, so it does not count",
        f"put a space after the {mark}",
        (number, line.index(words)),
        max(len(words), 1),
    )


def _special_character(it: Complaint) -> Finding | None:
    if it.at == "\\" and "start any token" in it.problem:
        return None
    signs = ("scanning an alias", "scanning an anchor", "scanning a directive", "scanning a tag",
             "parsing a tag", "scanning a block scalar")
    phrases = ("undefined alias", "duplicate anchor", "start any token", "node content", "mapping keys are",
               "block sequence entries", "undefined tag handle", "parsing a tag", "second occurrence")
    if not any(s in it.context for s in signs) and not any(p in it.problem for p in phrases):
        return None
    inside = any(s in it.context for s in signs) and it.opening
    line, column = it.opening if inside and it.opening else (it.line, it.column)
    sign = it.lines[line][column : column + 1]
    if not sign:
        return None
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
        QUOTE_IT,
        (line, column),
    )


def _text_after_bracket(it: Complaint) -> Finding | None:
    """A text that begins with a bracket, which YAML takes for a list."""
    ends = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
    if "flow" in it.context or not isinstance(it.last, ends) or it.last.end_mark.line != it.line:
        return None
    if it.at in ("]", "}"):
        return Finding(
            "unclosed-bracket",
            f'this "{it.at}" closes a bracket that was never opened',
            "take it out, or put quotation marks around the whole text",
        )
    starts = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)
    depth = 0
    for token in reversed(it.tokens):
        depth += isinstance(token, ends) - isinstance(token, starts)
        if depth == 0 and isinstance(token, starts):
            mark = token.start_mark
            sign = it.lines[mark.line][mark.column]
            return Finding(
                "special-character",
                f'a text cannot begin with "{sign}" in YAML: it is read as a list',
                QUOTE_IT,
                (mark.line, mark.column),
            )
    return None


def _bracket(it: Complaint) -> Finding | None:
    if "flow" not in it.context:
        return None
    return Finding(
        "unclosed-bracket",
        "a bracket opens here and the list in it does not end properly",
        "close it with ] or }, and put commas between the items; or write one item a line, with a dash",
        it.opening,
    )


def _no_name(it: Complaint) -> Finding | None:
    if it.at != ":" or "expected key" not in it.problem or it.shown[: it.column].strip():
        return None
    return Finding(
        "odd-key",
        "there is no name before this colon",
        "write the field's name before the colon",
    )


def _line_up(it: Complaint) -> Finding | None:
    """A line whose indentation fits nothing above it."""
    outside = "document start" in it.problem
    if not outside and not re.search(r"expected (key|'-' indicator)", it.problem):
        return None
    length = max(len(it.shown[it.column :].rstrip()), 1)
    first = next((line for line in it.lines if line.strip() and not line.lstrip().startswith("#")), "")
    if outside and not first.startswith(" "):
        return Finding(
            "indentation",
            "what stands above is complete by itself, and more follows",
            "write every line as a field: its name, a colon and a space, then the value",
            length=length,
        )
    if it.shown[it.column :].startswith("- ") and "mapping" in it.context:
        return Finding(
            "indentation",
            "a dash stands here among fields",
            "write the name of the list and a colon in the line above, with nothing after the colon",
            length=length,
        )
    return Finding(
        "indentation",
        "this line does not line up with the lines before it",
        "give it as many spaces as the field or dash that it belongs with",
        length=length,
    )


def _anything_else(it: Complaint) -> Finding:
    return Finding(
        "yaml-syntax",
        f"this cannot be read as YAML ({it.problem or 'the parser gives no reason'})",
        "compare it with another file of the same folder; quotation marks around a text often help",
    )


def _is_field(line: str) -> bool:
    return bool(re.match(r"\s*(?:-\s|[\w-]+\s*:(?:\s|$))", line))


_Diagnosis: TypeAlias = Callable[[Complaint], Finding | None]

_DIAGNOSES: tuple[_Diagnosis, ...] = (
    _tab,
    _odd_space,
    _escape,
    _missing_quote,
    _text_after_quote,
    _two_documents,
    _colon,
    _no_colon_found,
    _special_character,
    _text_after_bracket,
    _bracket,
    _no_name,
    _line_up,
    _anything_else,
)
