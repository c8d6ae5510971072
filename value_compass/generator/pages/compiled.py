"""Compiled templates, kept in memory: a build renders for two media, a preview again and again."""

from __future__ import annotations

from jinja2.bccache import Bucket, BytecodeCache


class _Compiled(BytecodeCache):
    """Jinja looks here before it compiles a template, and sees for itself whether it is the same."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept for a template."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = _Compiled()
"""The compiled templates of this process."""
