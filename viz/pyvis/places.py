"""Places of the nodes of a network, by a layout of forces."""

import random

import igraph
import networkx as nx

_SEED = 20141231
_UNIT = 190.0  # pixels in one unit of the layout: room for a node with its name


def places(network: "nx.MultiDiGraph[str]") -> dict[str, tuple[int, int]]:
    """Return a place in whole pixels for each node; the same network gives the same places."""
    names = sorted(network)
    index = {name: number for number, name in enumerate(names)}
    pairs = sorted({(index[source], index[target]) for source, target in network.edges() if source != target})
    igraph.set_random_number_generator(random.Random(_SEED))
    try:
        layout = igraph.Graph(n=len(names), edges=pairs).layout_fruchterman_reingold()
    finally:
        igraph.set_random_number_generator(random)
    return {name: (round(x * _UNIT), round(y * _UNIT)) for name, (x, y) in zip(names, layout, strict=True)}
