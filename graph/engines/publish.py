"""Publishes a store's named graphs to a server, one by one, so that an interrupted publication can be resumed.

The server keeps a graph of its own (`graph/published`) that lists the complete graphs with their checksums, and the
schemes of goals that they report on. It is updated before a graph is changed, and again when that graph is complete.
"""

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Triple

from alliancegraph.graph.engines.graphstore import GraphStore
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import EndpointError, Problem
from alliancegraph.graph.model.iris import PUBLISHED, local_name
from alliancegraph.ontology.terms import AG

Tell = Callable[[str], None]
Checksums = dict[NamedNode, str]
STEPS = 20  # lines of progress, at most


@dataclass
class _Record:
    """What the server has: the checksums of complete graphs, and the schemes that they report on."""

    checksums: Checksums
    schemes: Set[object]

    def lines(self) -> bytes:
        """Return the record as N-Triples; nothing if no graph is there."""
        graphs = [f"{graph} <{AG.published}> {Literal(checksum)} .\n" for graph, checksum in self.checksums.items()]
        schemes = [f"{PUBLISHED} <{AG.scheme}> {scheme} .\n" for scheme in self.schemes] if graphs else []
        return "".join(sorted([*graphs, *schemes])).encode()


def publish(store: Store, target: GraphStore, tell: Tell) -> None:
    """Make the server's graphs equal to the store's; graphs with the same checksum are not sent again.

    A graph that was published before and is no longer in the store is removed; graphs of others are left alone. Raise
    EndpointError if another alliance publishes there, whose graphs would be lost, and for a server that fails; the
    graphs sent until then need not be sent again.
    """
    record = target.get(PUBLISHED)
    published = {triple.object for triple in record if triple.predicate.value == AG.scheme}
    schemes = {quad.object for quad in store.match(predicate=AG.scheme)} or published  # without reports there is none
    _refuse_other_alliance(target, published - schemes)
    there = _Record(_checksums(record), schemes)
    graphs = sorted(store.graphs(), key=str)
    for gone in set(there.checksums) - set(graphs):
        _replace(target, there, gone, b"")
    sent = 0
    for number, graph in enumerate(graphs, 1):
        sent += _bring(target, there, graph, store.lines(graph))
        if number % (len(graphs) // STEPS + 1) == 0 or number == len(graphs):
            tell(f"{number} of {len(graphs)} graphs, {sent} of them sent; now {local_name(graph.value)}")


def _refuse_other_alliance(target: GraphStore, others: Set[object]) -> None:
    if others:
        found = f"{target.address} holds what another alliance has published, on {', '.join(sorted(map(str, others)))}"
        remedy = "Publish to a dataset of your own, or merge the Turtle files, load them and publish that."
        raise EndpointError(Problem(found, "a server for this alliance alone", remedy))


def _bring(target: GraphStore, there: _Record, graph: NamedNode, lines: bytes) -> bool:
    """Send a graph if its checksum differs; return whether it was sent."""
    if there.checksums.get(graph) == sha256(lines).hexdigest():
        return False
    _replace(target, there, graph, lines)
    return True


def _replace(target: GraphStore, there: _Record, graph: NamedNode, lines: bytes) -> None:
    if there.checksums.pop(graph, None):
        target.put(PUBLISHED, there.lines())
    target.put(graph, lines)
    if lines:
        there.checksums[graph] = sha256(lines).hexdigest()
    target.put(PUBLISHED, there.lines())


def _checksums(record: Iterable[Triple]) -> Checksums:
    return {
        triple.subject: triple.object.value
        for triple in record
        if triple.predicate.value == AG.published
        and isinstance(triple.subject, NamedNode)
        and isinstance(triple.object, Literal)
    }
