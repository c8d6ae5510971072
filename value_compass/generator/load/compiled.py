"""Templates of our own: compiled once, since compiling all of them takes as long as many pages.

Compiled code is code: it is kept beside the environment, and only of templates of our own.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from jinja2.bccache import Bucket, BytecodeCache, bc_magic
from jinja2.runtime import Context

from value_compass.generator.load.keeping import BESIDE_ENVIRONMENT, keep, kept


class _Compiled(BytecodeCache):
    """Jinja looks here before it compiles a template.

    A bucket of its own would read the code piece by piece, which takes five times as long.
    """

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept for a template, if it is of the same text, and by this Python and this Jinja."""
        if bucket.key not in self._known:
            self._known[bucket.key] = kept(BESIDE_ENVIRONMENT / f"template-{bucket.key}") or b""
        found, origin = self._known[bucket.key], _origin(bucket)
        if found.startswith(origin):
            bucket.code = marshal.loads(found.removeprefix(origin))  # noqa: S302 - as safe as our own code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        self._known[bucket.key] = _origin(bucket) + marshal.dumps(bucket.code)
        keep(BESIDE_ENVIRONMENT / f"template-{bucket.key}", self._known[bucket.key])


def _origin(bucket: Bucket) -> bytes:
    return bc_magic + bucket.checksum.encode()


_COMPILED = _Compiled()


class _Context(Context):
    """What a template sees. A page makes hundreds of calls, and Jinja's own looks for much in each."""

    def call(self, called: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """Call a function or a macro, none of which takes the context itself."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*args, **named)


class _Environment(Environment):
    context_class = _Context


def our_templates(folder: Path, **options: Any) -> Environment:
    """The templates in a folder of ours.

    Args:
        folder: where they lie.
        options: how they are read.
    """
    return _Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        bytecode_cache=_COMPILED,
        # While a command runs, they stay as they are.
        auto_reload=False,
        **options,
    )
