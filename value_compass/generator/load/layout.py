"""Complaints that come from spaces, colons and line ends."""

from __future__ import annotations

import re

from value_compass.generator.load.complaint import QUOTE_IT, Complaint, Finding
from value_compass.generator.load.nodes import ODD_SPACE
from value_compass.schemas.fields import Model
from value_compass.schemas.kinds import KINDS


def tab(it: Complaint) -> Finding | None:
    """A tab where only spaces may stand."""
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


def odd_space(it: Complaint) -> Finding | None:
    """A space that YAML takes for a letter, in front of a line."""
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


def merge_conflict(it: Complaint) -> Finding | None:
    """What git leaves in a file when two people changed the same lines."""
    for number, line in enumerate(it.lines):
        found = re.match(r"(?:<{7}|={7}|>{7})(?: .*)?$", line)
        if found:
            return Finding(
                "merge-conflict",
                "two people changed the same lines, and git left both versions here",
                "keep the lines that are right, and delete the marks: <<<<<<<, ======= and >>>>>>>",
                (number, 0),
                len(found[0]),
            )
    return None


def two_documents(it: Complaint) -> Finding | None:
    """A line that ends the entry, with more after it."""
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


def fence(it: Complaint) -> Finding | None:
    """What frames an example in a document."""
    if not it.shown.startswith("```"):
        return None
    return Finding(
        "special-character",
        "these signs frame an example in a document or a chat, and are no part of it",
        "delete this line, and the one like it at the end of the text",
        (it.line, 0),
        len(it.shown.rstrip()),
    )


def block_outdented(it: Complaint) -> Finding | None:
    """A text of several lines that does not stand to the right of its field."""
    for number in dict.fromkeys((it.opening[0] if it.opening else it.line, it.line)):
        line = next(iter(it.lines[number:]), "")
        indent = len(line) - len(line.lstrip(" "))
        above = next((each for each in reversed(it.lines[:number]) if each.strip()), "")
        opens = re.fullmatch(r"( *(?:- +)*)([\w-]+):\s*[|>][-+]?\s*", above)
        if opens and indent <= len(opens[1]) and line.strip():
            return Finding(
                "indentation",
                f'this line does not stand to the right of "{opens[2]}", so it is no part of its text',
                "begin each line of the text with two spaces more than the field",
                (number, indent),
                len(line.strip()),
            )
    return None


def colon(it: Complaint) -> Finding | None:
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


def no_colon_found(it: Complaint) -> Finding | None:
    """A line that is neither a field, nor an item, nor part of a text."""
    if "could not find expected ':'" not in it.problem or it.opening is None:
        return None
    number, column = it.opening
    line = it.lines[number]
    words = line[column:].strip()
    odd = re.compile(rf"(?:-|[\w-]+:)({ODD_SPACE.pattern})").match(line, column)
    if odd:
        return Finding(
            "odd-space",
            "the space here is not an ordinary one, and does not count",
            "delete it and type a space; it often comes along when text is pasted",
            (number, odd.start(1)),
            len(odd[1]),
        )
    if re.match(r"-\S", words) or re.match(r"(?:- +)?[\w-]+:\S", words):
        return _no_space_after(number, line)
    beside_a_field = number > 0 and re.match(rf"[ -]{{{column}}}[\w-]+:", it.lines[number - 1])
    names = _names_of_items() if column and beside_a_field else _names_of_fields() if column == 0 else set()
    if re.fullmatch(r"[\w-]+", words) or words.partition(" ")[0] in names:
        return _no_colon(number, line)
    return Finding(
        "indentation",
        "this line is neither a field nor indented as part of the text above it",
        "indent text that runs on by two spaces; for a field write its name, a colon and a space",
        (number, column),
        max(len(words), 1),
    )


def no_name(it: Complaint) -> Finding | None:
    """A colon with nothing before it."""
    if it.at != ":" or "expected key" not in it.problem or it.shown[: it.column].strip():
        return None
    return Finding(
        "odd-key",
        "there is no name before this colon",
        "write the field's name before the colon",
    )


def line_up(it: Complaint) -> Finding | None:
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
    above = it.above()
    after_item = above is not None and above[1].lstrip().startswith("- ")
    if it.shown[it.column :].startswith("- ") and "mapping" in it.context and not after_item:
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


def _names_of_fields() -> set[str]:
    """What can stand at the beginning of a line of some file."""
    return {name for kind in KINDS.values() for name in kind.model.model_fields}


def _names_of_items() -> set[str]:
    """What can stand at the beginning of a line further to the right."""
    models: list[type[Model]] = [Model]
    for model in models:
        models += model.__subclasses__()
    return {name for model in models for name in model.model_fields}


def _is_field(line: str) -> bool:
    return bool(re.match(r"\s*(?:-\s|[\w-]+\s*:(?:\s|$))", line))
