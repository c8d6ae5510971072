"""Names that must appear nowhere, kept as salted hashes.

A name is reduced to its letters and digits, without case, accents, spaces and hyphens, so that
"De Gouden Gids", "de-gouden-gids" and "DEGOUDENGIDS" are one. Only its length and its hash are kept.
"""

from __future__ import annotations

import re
import secrets
from bisect import bisect_left
from collections.abc import Iterator
from hashlib import sha256
from itertools import accumulate

import yaml

from generator.check.words import WORD, joined, words_of
from generator.load.document import parse_document
from generator.load.folder import SETTINGS_FILE
from schemas.settings import Confidential

SHORTEST = 3
"""Names with fewer letters would be found in every other sentence."""

HASHED = re.compile(r"([1-9][0-9]{0,3}):([0-9a-f]{64})")
"""The form in which a name is kept."""


def hash_name(name: str, salt: str) -> str:
    """What is kept of a name: the number of its letters, and their salted hash.

    Raises:
        ValueError: when the name has too few letters to be looked for.
    """
    letters = joined(name)
    if len(letters) < SHORTEST:
        raise ValueError(
            f"a confidential name has at least {SHORTEST} letters: fewer would be found everywhere"
        )
    return f"{len(letters)}:{_digest(letters, salt)}"


def _digest(letters: str, salt: str) -> str:
    return sha256(f"{salt}:{letters}".encode()).hexdigest()


class ConfidentialNames:
    """Finds confidential names in texts; remembers every text and run of words that holds none."""

    def __init__(self, confidential: Confidential) -> None:
        found = [one for one in map(HASHED.fullmatch, confidential.names) if one]
        self._salt = confidential.salt
        self._hashes = {one[2] for one in found}
        # Lengths are kept as the bits of a number: one step finds all that end at some word.
        self._lengths = sum(1 << length for length in {int(one[1]) for one in found})
        self._reach = (1 << self._lengths.bit_length()) - 1
        self._in_bits: dict[int, list[int]] = {}
        self._harmless: set[str] = set()
        self._without: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._hashes)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where confidential names stand in a text: the start and end of each."""
        if text in self._without:
            return []
        words = words_of(text)
        fresh = self._runs(words) - self._harmless
        kept = {run for run in fresh if _digest(run, self._salt) in self._hashes}
        self._harmless |= fresh - kept
        if not kept:
            self._without.add(text)
            return []
        return sorted(_places(kept, words, text))

    def _runs(self, words: list[str]) -> set[str]:
        """The letters of every run of words that is as long as some name."""
        letters = "".join(words)
        runs: set[str] = set()
        start, ends = len(letters), 0
        for word in reversed(words):
            start -= len(word)
            ends = (ends | 1) << len(word) & self._reach
            fitting = ends & self._lengths
            if fitting:
                for length in self._in_bits.get(fitting) or self._remembered(fitting):
                    runs.add(letters[start : start + length])
        return runs

    def _remembered(self, bits: int) -> list[int]:
        """The numbers of the bits that are set."""
        self._in_bits[bits] = [number for number in range(bits.bit_length()) if bits >> number & 1]
        return self._in_bits[bits]


def _places(kept: set[str], words: list[str], text: str) -> Iterator[tuple[int, int]]:
    """Where runs of words stand in a text."""
    letters = "".join(words)
    ends = list(accumulate(map(len, words)))
    spans = [found.span() for found in WORD.finditer(text)]
    for first, start in enumerate([0, *ends[:-1]]):
        for run in kept:
            last = bisect_left(ends, start + len(run))
            if letters.startswith(run, start) and ends[last] == start + len(run):
                yield spans[first][0], spans[last][1]


def add_name(site_yml: str, name: str) -> str:
    """Add a confidential name to the text of a site.yml; everything else in it stays as it is.

    Args:
        site_yml: the text of the file.
        name: the name, in any spelling.

    Returns:
        The new text; the same one when the name is in it already.

    Raises:
        ValueError: when the name is too short, or the file is not in a state to be added to; the
            message says why.
    """
    newline = "\r\n" if "\r\n" in site_yml else "\n"
    root = _root(site_yml)
    block = _value(root, "confidential")
    hash_name(name, "")  # a name that cannot be kept is refused before anything is written
    if block is None or not isinstance(block, yaml.MappingNode):
        if _key(root, "confidential") is not None:
            raise ValueError(f"`confidential` in {SETTINGS_FILE} holds nothing; take the line out first")
        salt = secrets.token_hex(16)
        before = "" if site_yml.endswith("\n") or not site_yml else newline
        lines = ("confidential:", f'  salt: "{salt}"', "  names:", f'    - "{hash_name(name, salt)}"', "")
        return site_yml + before + newline.join(lines)
    salt_node = _value(block, "salt")
    if not isinstance(salt_node, yaml.ScalarNode) or not salt_node.value:
        raise ValueError(f"`confidential` in {SETTINGS_FILE} has no `salt`; run `compass check` first")
    return _insert(site_yml, block, hash_name(name, str(salt_node.value)), newline)


def _root(site_yml: str) -> yaml.MappingNode:
    document = parse_document(site_yml.encode("utf-8", "surrogatepass"), SETTINGS_FILE)
    # Places below are those of the text as it is, with its own line ends.
    root = None if document.problems else yaml.compose(site_yml, Loader=yaml.CSafeLoader)
    if not isinstance(root, yaml.MappingNode):
        # The command takes this for a mistake of its user, as all that this module refuses.
        raise ValueError(f"{SETTINGS_FILE} cannot be read; run `compass check` first")  # noqa: TRY004
    return root


def _insert(text: str, block: yaml.MappingNode, kept: str, newline: str) -> str:
    names = _value(block, "names")
    if isinstance(names, yaml.SequenceNode):
        if any(getattr(item, "value", None) == kept for item in names.value):
            return text
        if names.flow_style:
            return _insert_in_brackets(text, names, kept)
        first, last = names.value[0], names.value[-1]
        line_start = text.rfind("\n", 0, first.start_mark.index) + 1
        lead = text[line_start : first.start_mark.index]
        # In a list with its first dash after the field's name the lead would hold that name.
        indent = " " * (len(lead) - len(lead.lstrip(" ")))
        return _after_line(text, last.end_mark.index, f'{indent}- "{kept}"', newline)
    key = _key(block, "names")
    if key is not None:
        if names is not None and text[names.start_mark.index : names.end_mark.index].strip():
            raise ValueError(f"`names` in {SETTINGS_FILE} is not a list; run `compass check` first")
        lead = " " * (key.start_mark.column + 2)
        return _after_line(text, key.end_mark.index, f'{lead}- "{kept}"', newline)
    if block.flow_style:
        end = block.end_mark.index - 1
        return f'{text[:end].rstrip()}, names: ["{kept}"]{text[end:]}'
    first_key = block.value[0][0]
    last_value = block.value[-1][1]
    lead = " " * first_key.start_mark.column
    lines = f'{lead}names:{newline}{lead}  - "{kept}"'
    return _after_line(text, last_value.end_mark.index, lines, newline)


def _insert_in_brackets(text: str, names: yaml.SequenceNode, kept: str) -> str:
    if names.value:
        end = names.value[-1].end_mark.index
        return f'{text[:end]}, "{kept}"{text[end:]}'
    start = names.start_mark.index + 1
    return f'{text[:start]}"{kept}"{text[start:]}'


def _after_line(text: str, index: int, lines: str, newline: str) -> str:
    """Put lines below the one that a place stands in."""
    end = text.find("\n", index)
    if end < 0:
        return f"{text}{newline}{lines}{newline}"
    return f"{text[: end + 1]}{lines}{newline}{text[end + 1 :]}"


def _key(node: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((key for key, _ in node.value if key.value == name), None)


def _value(node: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((value for key, value in node.value if key.value == name), None)
