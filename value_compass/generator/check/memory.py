"""Texts that were looked through before and hold nothing: by their hashes, from one run to the next."""

from __future__ import annotations

import unicodedata
from hashlib import sha256
from pathlib import Path

from value_compass.generator.load.keeping import BESIDE_ENVIRONMENT, keep, kept

_SIZE = 16
"""Bytes of a hash that are kept: no two texts of a playbook share them."""

_CODE = ("reading.py", "confidential_names.py")
"""What decides whether a text holds something: with other code, nothing is known."""


class Memory:
    """A memory of texts.

    Args:
        wanted: what was looked for in them; for something else, nothing is known.
    """

    def __init__(self, *wanted: bytes) -> None:
        code = (Path(__file__).with_name(name).read_bytes() for name in _CODE)
        every = (unicodedata.unidata_version.encode(), *code, *wanted)
        key = sha256(b"".join(sha256(one).digest() for one in every)).hexdigest()
        self._file = BESIDE_ENVIRONMENT / f"texts-{key[:32]}"
        stored = kept(self._file) or b""
        self._before = {stored[at : at + _SIZE] for at in range(0, len(stored), _SIZE)}
        self._now: set[bytes] = set()

    def __contains__(self, text: str) -> bool:
        digest = _digest(text)
        if digest in self._before:
            self._now.add(digest)
        return digest in self._now

    def add(self, text: str) -> None:
        """Remember a text."""
        self._now.add(_digest(text))

    def keep(self) -> None:
        """Keep for the next run what was asked for or added in this one."""
        if self._now != self._before:
            keep(self._file, b"".join(sorted(self._now)))
            self._before = set(self._now)


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()[:_SIZE]
