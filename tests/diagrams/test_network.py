from __future__ import annotations

import math
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.diagrams.examples import ENGINE, NETWORK
from tests.diagrams.shapes import collisions
from value_compass.generator.diagrams import graph as graphs
from value_compass.generator.diagrams.figure import Layout
from value_compass.generator.diagrams.network import Member, Network, Tie, dot, draw_network, graph_of
from value_compass.generator.diagrams.palette import Palette

SCREEN = Palette.for_screen()
SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("Openness", "Understand and adapt to customer needs and goals", "Effort", "Joint working")
layouts = pytest.mark.parametrize("layout", list(Layout))


def ring(count: int) -> Network:
    """As many members as one asks for, each tied to the next."""
    members = tuple(Member(f"{NAMES[i % 4]} {i}", None, 1 + i * 7 % 40) for i in range(count))
    return Network("t", "d", members, tuple(Tie(i, i + 1, 1 + i % 9) for i in range(count - 1)))


def drawn(network: Network, layout: Layout) -> graphs.GraphDrawing:
    graph = graph_of(network, layout)
    return graphs.read(ENGINE.svg(dot(network, graph, layout)), graph)


def middle(outline: graphs.Outline) -> tuple[float, float]:
    """The middle of a disc: its path begins at its left and goes around in two halves."""
    start, first, *_ = outline.data.removeprefix("M").split("a")
    x, y = map(float, start.split(","))
    return x + float(first.split(",")[0]), y


@layouts
@pytest.mark.parametrize("count", [3, 4, 11, 24, 40])
def test_no_straight_line_between_two_discs_runs_through_a_third(count: int, layout: Layout) -> None:
    drawing = drawn(ring(count), layout)
    places = [middle(node.outline) for node in drawing.nodes[:count] if node.outline]
    turns = [
        (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
        for a, b, c in zip(places, places[1:] + places[:1], places[2:] + places[:2], strict=True)
    ]
    assert len(places) == count
    assert all(turn > 0 for turn in turns), "they stand in a ring without dents, clockwise"


@layouts
@given(st.integers(1, 40))
@settings(max_examples=8, deadline=None)
def test_names_stay_apart(layout: Layout, count: int) -> None:
    drawing = drawn(ring(count), layout)
    names = [line.box for node in drawing.nodes for line in node.letters]
    by_member = [
        (node.letters[0].box.y, node.letters[-1].box.bottom, node.letters[0].anchor)
        for node in drawing.nodes[count:]
    ]
    assert len(names) >= count
    for side in ("start", "end"):
        spans = sorted((top, bottom) for top, bottom, anchor in by_member if anchor == side)
        assert all(one[1] <= other[0] + 0.5 for one, other in pairwise(spans))
    lines = [node.letters[0].box for node in drawing.nodes[count:]]
    assert collisions(lines) == []


@layouts
def test_a_figure_fits_its_width(layout: Layout) -> None:
    assert drawn(ring(24), layout).width <= {Layout.WIDE: 780, Layout.NARROW: 345}[layout]


def test_a_disc_grows_with_the_count() -> None:
    network = Network("t", "d", tuple(Member(name, None, n) for name, n in (("a", 40), ("b", 10))), ())
    large, small = graph_of(network).nodes[:2]
    assert math.isclose(large.width, 2 * small.width)
    assert all(node.disc for node in (large, small))


def test_the_stronger_the_tie_the_wider_its_line() -> None:
    svg = draw_network(NETWORK, ENGINE, SCREEN, "n")
    edges = [g for g in ElementTree.fromstring(svg).iter(f"{SVG}g") if g.get("class") == "edge"]  # noqa: S314
    widths = {
        (g.findtext(f"{SVG}title") or "").rpartition(": ")[2]: float(path.get("stroke-width", "0"))
        for g in edges
        for path in g.findall(f"{SVG}path")
    }
    assert len(edges) == len(NETWORK.ties)
    by_count = sorted((int(count), width) for count, width in widths.items())
    assert [width for _, width in by_count] == sorted(set(widths.values()))


def test_a_member_is_one_link_with_its_disc_and_its_name() -> None:
    svg = ElementTree.fromstring(draw_network(NETWORK, ENGINE, SCREEN, "n"))  # noqa: S314
    for member in NETWORK.members:
        (link,) = [a for a in svg.iter(f"{SVG}a") if a.get("href") == member.address]
        assert link.findtext(f"{SVG}title") == f"{member.name}: {member.count}"
        assert link.find(f"{SVG}path") is not None
        assert " ".join(text.text or "" for text in link.findall(f"{SVG}text")) == member.name


def test_two_drawings_are_the_same() -> None:
    assert draw_network(NETWORK, ENGINE, SCREEN, "n") == draw_network(NETWORK, ENGINE, SCREEN, "n")


def test_one_alone_and_nobody_can_be_drawn() -> None:
    for count in (0, 1):
        assert "<svg" in draw_network(ring(count), ENGINE, SCREEN, "n")
