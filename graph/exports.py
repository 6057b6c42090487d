"""The graph as a file: Turtle for people and other tools, N-Triples for engines, N-Quads to keep the named graphs."""

from collections.abc import Callable
from pathlib import Path

from graph.store import Store
from graph.turtle import turtle_of
from graph.writing import whole


def _turtle(store: Store, path: Path) -> None:
    path.write_bytes(turtle_of(store.ntriples()).encode())


def _ntriples(store: Store, path: Path) -> None:
    path.write_bytes(b"".join(sorted(store.ntriples())))


EXPORTS: dict[str, Callable[[Store, Path], None]] = {".ttl": _turtle, ".nt": _ntriples, ".nq": Store.dump}


def export(store: Store, path: Path) -> None:
    """Writes the store's graph in the format that the path's ending names, one of EXPORTS: all of it, or no file."""
    with whole(path) as new:
        EXPORTS[path.suffix.lower()](store, new)
