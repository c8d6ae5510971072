"""The arrows of the framework: gathered into one line where everything leads to everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from value_compass.generator.diagrams.lettering import Box

Pair = tuple[str, str]


class Arrow(Struct, frozen=True):
    """A line with or without a head, and the links that it stands for."""

    path: str
    pairs: tuple[Pair, ...]
    head: bool = True


def below(upper: Mapping[str, Box], lower: Mapping[str, Box], links: Sequence[Pair]) -> Iterator[Arrow]:
    """Arrows up from one row of boxes to the next.

    Where each box that leads up leads to the same ones above, their lines meet in one; otherwise each
    link has a line of its own.
    """
    pairs = _between(upper, lower, links)
    sources = list(dict.fromkeys(source for source, _ in pairs))
    targets = list(dict.fromkeys(target for _, target in pairs))
    if not pairs:
        return
    high = max(upper[target].bottom for target in targets) + 1
    low = min(lower[source].y for source in sources)
    if len(pairs) == len(sources) * len(targets):
        middle = (high + low) / 2 + 2
        across = [lower[s].middle[0] for s in sources] + [upper[t].middle[0] for t in targets]
        stems = "".join(f"M{lower[s].middle[0]:.1f} {lower[s].y:.1f}V{middle:.1f}" for s in sources)
        yield Arrow(f"{stems}M{min(across):.1f} {middle:.1f}H{max(across):.1f}", (), head=False)
        for target in targets:
            x = upper[target].middle[0]
            into = tuple((source, target) for source in sources)
            yield Arrow(f"M{x:.1f} {middle:.1f}V{upper[target].bottom + 1:.1f}", into)
        return
    for source, target in pairs:
        start = _port(lower[source], targets.index(target), len(targets))
        end = _port(upper[target], sources.index(source), len(sources))
        line = f"M{start:.1f} {lower[source].y:.1f}L{end:.1f} {upper[target].bottom + 1:.1f}"
        yield Arrow(line, ((source, target),))


def beside(
    upper: Mapping[str, Box], lower: Mapping[str, Box], links: Sequence[Pair], *, right: float | None = None
) -> Iterator[Arrow]:
    """Arrows that run along the edge of the figure, past what lies between.

    Args:
        upper: the boxes above.
        lower: the boxes below.
        links: which leads to which.
        right: where the line runs, when it is on the right; otherwise at the left edge.
    """
    pairs = _between(upper, lower, links)
    if not pairs:
        return
    sources = list(dict.fromkeys(source for source, _ in pairs))
    targets = list(dict.fromkeys(target for _, target in pairs))
    if len(pairs) == len(sources) * len(targets):
        yield from _rail(upper, lower, sources, targets, 8.0 if right is None else right, right=right)
        return
    for i, target in enumerate(targets):
        into = [source for source in sources if (source, target) in pairs]
        edge = 3.0 + 5 * i if right is None else right - 4 * i
        yield from _rail(upper, lower, into, [target], edge, right=right)


def _rail(
    upper: Mapping[str, Box],
    lower: Mapping[str, Box],
    sources: Sequence[str],
    targets: Sequence[str],
    edge: float,
    *,
    right: float | None,
) -> Iterator[Arrow]:
    """One line along the edge that takes up all sources and leads to all targets."""
    near = {s: lower[s].x if right is None else lower[s].right for s in sources}
    stems = "".join(f"M{near[s]:.1f} {lower[s].middle[1]:.1f}H{edge:.1f}" for s in sources)
    foot = max(lower[s].middle[1] for s in sources)
    turn = max(upper[t].bottom for t in targets) + 20
    across = [upper[t].middle[0] for t in targets]
    far = max(across) if right is None else min(across)
    yield Arrow(f"{stems}M{edge:.1f} {foot:.1f}V{turn:.1f}H{far:.1f}", (), head=False)
    for target in targets:
        into = tuple((source, target) for source in sources)
        yield Arrow(f"M{upper[target].middle[0]:.1f} {turn:.1f}V{upper[target].bottom + 1:.1f}", into)


def _between(upper: Mapping[str, Box], lower: Mapping[str, Box], links: Sequence[Pair]) -> list[Pair]:
    return [(source, target) for source, target in links if source in lower and target in upper]


def _port(box: Box, index: int, count: int) -> float:
    """Where on an edge a line leaves: spread evenly over its middle half."""
    return box.x + box.width * (0.25 + 0.5 * (index + 0.5) / count)
