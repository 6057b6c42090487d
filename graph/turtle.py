"""The graph as Turtle: one order for all runs, prefixes for all kinds of things, a blank line between subjects."""

from collections.abc import Iterable, Iterator

from pyoxigraph import RdfFormat, Triple, serialize

from graph.prefixes import known_prefixes
from ontology.terms import RDF


def turtle(triples: Iterable[Triple]) -> str:
    """The triples as Turtle, each once, sorted by subject, its type first."""
    ordered = sorted(set(triples), key=_order)
    data = serialize(ordered, format=RdfFormat.TURTLE, prefixes=known_prefixes())
    assert data is not None
    return "".join(_spaced(data.decode().splitlines(keepends=True)))


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    return str(triple.subject), triple.predicate.value != RDF.type, triple.predicate.value, str(triple.object)


def _spaced(lines: list[str]) -> Iterator[str]:
    """The prefixes sorted, a blank line before each subject, indents of four spaces."""
    yield from sorted(line for line in lines if line.startswith("@prefix"))
    for line in (line for line in lines if not line.startswith("@prefix")):
        yield line.replace("\t", "    ", 1) if line.startswith("\t") else f"\n{line}"
