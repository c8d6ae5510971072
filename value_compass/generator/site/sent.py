"""Our styles and scripts as they are sent: without what is there for those who write them."""

from __future__ import annotations

import re

_COMMENTS = re.compile(r"(?m)^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL)
_LINE_COMMENTS = re.compile(r"(?m)^[ \t]*//.*\n")
_INDENTATION = re.compile(r"(?m)^\s+")

_IN_STYLES = re.compile(
    r"""/\*.*?\*/                                     # a comment
    | ("(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*')         # a string, which stays as it is
    | \s*;?\s*(\})\s* | \s*([{;,])\s* | (:)[ ]+       # what needs no room around it""",
    re.DOTALL | re.VERBOSE,
)


def script_as_sent(text: str) -> str:
    """A script without comments on lines of their own, and without indentation and empty lines.

    No text of ours goes over more than one line, so nothing that is read by a machine changes.
    """
    return _INDENTATION.sub("", _LINE_COMMENTS.sub("", _COMMENTS.sub("", text)))


def style_as_sent(text: str) -> str:
    """A style without comments, and without room around what parts its rules."""
    return "".join(filter(None, _IN_STYLES.split(text))).strip() + "\n"
