"""How long it takes to write a whole graph as Turtle: ours from its store, rdflib from its memory."""

import time
from collections.abc import Callable, Container
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.bench.engines import Data


def turtles(store: Path, data: Data, derived: Data, engines: Container[str]) -> dict[str, str]:
    """Seconds, each in a process of its own."""
    cells = {"ours": _alone(ours, store)}
    if "by_rdflib" in engines:
        cells["by_rdflib"] = _alone(by_rdflib, data.triples, derived.triples)
    return {name: f"{seconds:,.1f}" for name, seconds in cells.items()}


def ours(store: Path) -> float:
    """Seconds from a store to a file."""
    from graph.store import Store
    from graph.turtle import turtle

    opened, start = Store.open(store), time.perf_counter()
    store.with_suffix(".ttl").write_text(turtle(opened.triples()), encoding="utf-8")
    return time.perf_counter() - start


def by_rdflib(*paths: Path) -> float:
    """Seconds from memory to a file; reading the triples is not counted."""
    from rdflib import Graph

    graph = Graph()
    for path in paths:
        graph.parse(path, format="nt")
    start = time.perf_counter()
    graph.serialize(paths[0].with_suffix(".ttl"), format="turtle")
    return time.perf_counter() - start


def _alone(work: Callable[..., float], *arguments: Path) -> float:
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(work, *arguments).result()
