"""Writes the graph as Turtle: always in the same order, with prefixes, and a blank line between subjects."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from pyoxigraph import RdfFormat, Triple, parse, serialize

from alliancegraph.graph.model.prefixes import known_prefixes
from alliancegraph.ontology.terms import RDF

_TYPE = f" <{RDF.type}> ".encode()


def turtle(triples: Iterable[Triple]) -> str:
    """Return the distinct triples as Turtle, sorted by subject, its type first."""
    return turtle_of({f"{triple} .\n".encode() for triple in triples})


def turtle_of(lines: set[bytes]) -> str:
    """Return lines of N-Triples as such Turtle; they are known to be well-formed."""
    ordered = b"".join(_types_first(sorted(lines)))
    triples = parse(ordered, format=RdfFormat.N_TRIPLES, lenient=True)
    data = serialize(triples, format=RdfFormat.TURTLE, prefixes=known_prefixes())
    assert data is not None
    return b"".join(_spaced(data.splitlines(keepends=True))).decode()


def _types_first(lines: Iterable[bytes]) -> Iterator[bytes]:
    for subject, group in groupby(lines, key=lambda line: line[: line.index(b" ")]):
        yield from sorted(group, key=lambda line: not line.startswith(_TYPE, len(subject)))


def _spaced(lines: list[bytes]) -> Iterator[bytes]:
    """Yield the lines with the prefixes sorted, a blank line before each subject, and indents of four spaces."""
    yield from sorted(line for line in lines if line.startswith(b"@prefix"))
    for line in (line for line in lines if not line.startswith(b"@prefix")):
        yield line.replace(b"\t", b"    ", 1) if line.startswith(b"\t") else b"\n" + line
