"""The places of nodes: goals at fixed places, all others near the goals that they serve, none on top of another."""

import math
import random
from collections.abc import Mapping

import igraph
import networkx as nx

from alliancegraph.viz.shared.picture.backbone import Frame, backbone, frame_of, goal_box
from alliancegraph.viz.shared.picture.grid import Positions, block, snap
from alliancegraph.viz.shared.style import STATED

_SEED = 20141231
_UNIT = 165.0  # pixels in one unit of the force layout
_ROUNDS = 400
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def positions(network: "nx.MultiDiGraph[str]") -> Positions:
    """Return a place in whole pixels for each node; the same network gives the same places."""
    if not network:
        return {}
    names = sorted(network)
    fixed, frame, box = backbone(network), frame_of(network), goal_box(network)
    loose = [name for name in names if name not in fixed]
    taken = {cell for place in fixed.values() for cell in block(place, box.width, box.height)}
    return {**fixed, **snap(_settle(network, names, fixed, frame), loose, taken)}


def _settle(
    network: "nx.MultiDiGraph[str]", names: list[str], fixed: Positions, frame: Frame
) -> Mapping[str, tuple[float, float]]:
    """Return the places of a force layout in which the backbone is fixed."""
    graph, weights = _simple_graph(network, names)
    start = [_start(index, name, fixed, graph, names) for index, name in enumerate(names)]
    bounds = [_bounds(point, name in fixed, frame) for point, name in zip(start, names, strict=True)]
    igraph.set_random_number_generator(random.Random(_SEED))
    try:
        layout = graph.layout_fruchterman_reingold(
            weights=weights, niter=_ROUNDS, seed=start,
            minx=[low[0] for low, _ in bounds], miny=[low[1] for low, _ in bounds],
            maxx=[high[0] for _, high in bounds], maxy=[high[1] for _, high in bounds],
        )  # fmt: skip
    finally:
        igraph.set_random_number_generator(random)
    return {name: (x * _UNIT, y * _UNIT) for name, (x, y) in zip(names, layout, strict=True)}


def _simple_graph(network: "nx.MultiDiGraph[str]", names: list[str]) -> tuple[igraph.Graph, list[float]]:
    """Return the network without directions and parallel edges, and weights: less for structure."""
    index = {name: place for place, name in enumerate(names)}
    pull: dict[tuple[int, int], float] = {}
    for source, target, link in network.edges(data=True):
        pair = (min(index[source], index[target]), max(index[source], index[target]))
        pull[pair] = max(pull.get(pair, 0.0), 1.0 if link.get("basis") == STATED else 0.4)
    pairs = sorted(pair for pair in pull if pair[0] != pair[1])
    return igraph.Graph(n=len(names), edges=pairs), [pull[pair] for pair in pairs]


def _start(index: int, name: str, fixed: Positions, graph: igraph.Graph, names: list[str]) -> tuple[float, float]:
    """Return where a node starts: amid its fixed neighbours, else near the middle, a little off to avoid overlaps."""
    if name in fixed:
        return fixed[name][0] / _UNIT, fixed[name][1] / _UNIT
    near = [fixed[names[other]] for other in graph.neighbors(index) if names[other] in fixed] or [(0, 0)]
    radius = 0.3 * math.sqrt(index + 1)
    return (
        sum(x for x, _ in near) / len(near) / _UNIT + radius * math.cos(index * _GOLDEN_ANGLE),
        sum(y for _, y in near) / len(near) / _UNIT + radius * math.sin(index * _GOLDEN_ANGLE),
    )


def _bounds(point: tuple[float, float], pinned: bool, frame: Frame) -> tuple[tuple[float, float], tuple[float, float]]:
    if pinned:
        return point, point
    half = frame.half / _UNIT
    return (-half, -half), (half, half)
