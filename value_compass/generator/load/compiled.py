"""Compiled templates, kept from one run to the next: compiling all of them takes as long as many pages.

Compiled code is code: it is kept beside the environment, and only of templates of our own.
"""

from __future__ import annotations

from jinja2.bccache import Bucket, BytecodeCache

from value_compass.generator.load.keeping import BESIDE_ENVIRONMENT, keep, kept


class _Compiled(BytecodeCache):
    """Jinja looks here before it compiles a template, and sees for itself whether it is the same."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept for a template."""
        if bucket.key not in self._known:
            self._known[bucket.key] = kept(BESIDE_ENVIRONMENT / f"template-{bucket.key}") or b""
        if self._known[bucket.key]:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        self._known[bucket.key] = bucket.bytecode_to_string()
        keep(BESIDE_ENVIRONMENT / f"template-{bucket.key}", self._known[bucket.key])


COMPILED = _Compiled()
"""The compiled templates of this installation."""
