"""The graph as a file: Turtle for people and other tools, N-Triples for engines, N-Quads to keep the named graphs."""

from collections.abc import Callable
from pathlib import Path

from graph.store import Store
from graph.turtle import turtle_of


def _turtle(store: Store, path: Path) -> None:
    path.write_text(turtle_of(store.ntriples()), encoding="utf-8")


def _ntriples(store: Store, path: Path) -> None:
    path.write_bytes(b"".join(sorted(store.ntriples())))


EXPORTS: dict[str, Callable[[Store, Path], None]] = {".ttl": _turtle, ".nt": _ntriples, ".nq": Store.dump}


def export(store: Store, path: Path) -> None:
    """Writes the store's graph in the format that the path's ending names, one of EXPORTS."""
    EXPORTS[path.suffix.lower()](store, path)
