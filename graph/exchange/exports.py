"""The graph as a file: Turtle for people and other tools, N-Triples for engines, N-Quads to keep the named graphs.

N-Triples are canonical (RDFC-1.0): each triple once, written in the one canonical way, sorted by its characters, and
without blank nodes, which a graph of ours never has. So equal graphs are equal files, and have equal checksums.
"""

from collections.abc import Callable
from pathlib import Path

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.exchange.turtle import turtle_of
from alliancegraph.graph.files.checksums import file_sha256
from alliancegraph.graph.files.writing import whole, write_whole

_TRIPLES = "SELECT DISTINCT ?s ?p ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
_QUADS = "SELECT DISTINCT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }"


def _turtle(graph: Queryable, path: Path) -> None:
    path.write_bytes(turtle_of(_lines(graph)).encode())


def _ntriples(graph: Queryable, path: Path) -> None:
    path.write_bytes(b"".join(sorted(_lines(graph))))


def _nquads(graph: Queryable, path: Path) -> None:
    if isinstance(graph, Store):
        graph.dump(path)
    else:
        path.write_bytes(b"".join(sorted(_quads_asked(graph))))


def _lines(graph: Queryable) -> set[bytes]:
    return graph.ntriples() if isinstance(graph, Store) else _asked(graph, _TRIPLES)


def _quads_asked(graph: Queryable) -> set[bytes]:
    """Return the lines of the quads; triples that are in no named graph come without a graph."""
    named = [tuple(row) for row in graph.select(_QUADS)]
    return {_line(*row) for row in named} | (_asked(graph, _TRIPLES) - {_line(*row[:3]) for row in named})


def _asked(graph: Queryable, sparql: str) -> set[bytes]:
    return {_line(*row) for row in graph.select(sparql)}


def _line(*terms: object) -> bytes:
    return f"{' '.join(map(str, terms))} .\n".encode()


EXPORTS: dict[str, Callable[[Queryable, Path], None]] = {".ttl": _turtle, ".nt": _ntriples, ".nq": _nquads}


def export(graph: Queryable, path: Path) -> None:
    """Write the graph in the format that the path's suffix names, one of EXPORTS; no partial file is left.

    The content of an endpoint is that of its named graphs and its default graph; in N-Quads, triples that only the
    default graph has come without a graph. The SHA-256 of N-Triples is written beside them, for `sha256sum --check`.
    """
    with whole(path) as new:
        EXPORTS[path.suffix.lower()](graph, new)
    if path.suffix.lower() == ".nt" and path.is_file():
        write_whole(path.with_name(f"{path.name}.sha256"), f"{file_sha256(path)}  {path.name}\n")
