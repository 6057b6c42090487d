"""How long it takes to write a whole graph as Turtle: ours from its store, rdflib from its memory."""

import time
from collections.abc import Container
from pathlib import Path

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.exchange.exports import export
from tests.bench.engines import Data
from tests.bench.processes import alone


def turtles(store: Path, data: Data, derived: Data, engines: Container[str]) -> dict[str, str]:
    """Seconds, each in a process of its own."""
    cells = {"ours": alone(ours, store)}
    if "by_rdflib" in engines:
        cells["by_rdflib"] = alone(by_rdflib, data.triples, derived.triples)
    return {name: f"{seconds:,.1f}" for name, seconds in cells.items()}


def ours(store: Path) -> float:
    """Return seconds from a store to a file."""
    opened, start = Store.open(store), time.perf_counter()
    export(opened, store.parents[1] / "alliance.ttl")
    return time.perf_counter() - start


def by_rdflib(*paths: Path) -> float:
    """Return seconds from memory to a file; reading the triples is not counted."""
    from rdflib import Graph

    graph = Graph()
    for path in paths:
        graph.parse(path, format="nt")
    start = time.perf_counter()
    graph.serialize(paths[0].with_suffix(".ttl"), format="turtle")
    return time.perf_counter() - start
