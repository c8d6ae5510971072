"""Templates of our own: compiled once, since compiling all of them takes as long as many pages.

Compiled code is code: it is kept beside the environment, and only of templates of our own.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import MutableMapping
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, nodes
from jinja2.bccache import Bucket, BytecodeCache, bc_magic
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from value_compass.generator.load.keeping import BESIDE_ENVIRONMENT, keep, kept


class Compiled(BytecodeCache):
    """Jinja looks here before it compiles a template.

    A bucket of its own would read the code piece by piece, which takes five times as long.

    Args:
        name: what the kept code is called, beside that of others.
        makers: the files of which a change makes other code of a template.
    """

    def __init__(self, name: str, *makers: str) -> None:
        self._name = name
        self._way = hashlib.sha256(b"".join(Path(maker).read_bytes() for maker in makers)).digest()
        self._known: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """What a template is kept as; nothing for one that is no file of ours."""
        return super().get_cache_key(name, filename) if filename else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept for a template, if it is of the same text, and by this Python and this Jinja."""
        if not bucket.key:
            return
        if bucket.key not in self._known:
            self._known[bucket.key] = kept(self._file(bucket)) or b""
        found, origin = self._known[bucket.key], self._origin(bucket)
        if found.startswith(origin):
            bucket.code = marshal.loads(found.removeprefix(origin))  # noqa: S302 - as safe as our own code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        if bucket.key:
            self._known[bucket.key] = self._origin(bucket) + marshal.dumps(bucket.code)
            keep(self._file(bucket), self._known[bucket.key])

    def _file(self, bucket: Bucket) -> Path:
        return BESIDE_ENVIRONMENT / f"{self._name}-{bucket.key}"

    def _origin(self, bucket: Bucket) -> bytes:
        return bc_magic + self._way + bucket.checksum.encode()


_COMPILED = Compiled("template", __file__)


class _Code(CodeGenerator):
    """Code without what our templates do not ask for: Jinja's own looks for much in each call.

    Nothing that they call takes the context, and what they show is mostly one of the same few texts.
    """

    def visit_Call(  # noqa: N802 - named after the node
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Call a function or a macro as Python does."""
        self.visit(node.node, frame)
        stream, self.stream = self.stream, StringIO()
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        given, self.stream = self.stream.getvalue(), stream
        self.write(f"({given.removeprefix(', ')})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Escape what is shown: all templates of ours do."""
        self.write(f"environment.escaped({finalize.src or ''}")


class _Environment(Environment):
    code_generator_class = _Code
    # Without a look for items, and for what is not there: our templates name fields.
    getattr = staticmethod(getattr)  # type: ignore[assignment]  # Jinja gives its arguments names

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What all templates know; no template of ours knows more, of which a map would be made each time."""
        return self.globals

    @staticmethod
    def escaped(value: object) -> str:
        """A value as it stands in HTML and in SVG."""
        if type(value) is Markup:
            return value
        return _escaped(value) if type(value) is str else escape(value)


_escaped = lru_cache(maxsize=4096)(escape)


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
