"""Publishes a store's named graphs to a server, one by one, so that an interrupted publication can be resumed.

The server keeps a graph of its own (`graph/published`) that lists the complete graphs with their checksums. It is
updated before a graph is changed, and again when that graph is complete.
"""

from collections.abc import Callable
from hashlib import sha256

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.engines.graphstore import GraphStore
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import PUBLISHED, local_name
from alliancegraph.ontology.terms import AG

Tell = Callable[[str], None]
Checksums = dict[NamedNode, str]
STEPS = 20  # lines of progress, at most


def publish(store: Store, target: GraphStore, tell: Tell) -> None:
    """Make the server's graphs equal to the store's; graphs with the same checksum are not sent again.

    A graph that was published before and is no longer in the store is removed; graphs of others are left alone. Raise
    EndpointError; the graphs sent until then need not be sent again.
    """
    there = _checksums(target)
    graphs = sorted(store.graphs(), key=str)
    for gone in set(there) - set(graphs):
        _replace(target, there, gone, b"")
    sent = 0
    for number, graph in enumerate(graphs, 1):
        sent += _bring(target, there, graph, store.lines(graph))
        if number % (len(graphs) // STEPS + 1) == 0 or number == len(graphs):
            tell(f"{number} of {len(graphs)} graphs, {sent} of them sent; now {local_name(graph.value)}")


def _bring(target: GraphStore, there: Checksums, graph: NamedNode, lines: bytes) -> bool:
    """Send a graph if its checksum differs; return whether it was sent."""
    if there.get(graph) == sha256(lines).hexdigest():
        return False
    _replace(target, there, graph, lines)
    return True


def _replace(target: GraphStore, there: Checksums, graph: NamedNode, lines: bytes) -> None:
    if there.pop(graph, None):
        target.put(PUBLISHED, _record(there))
    target.put(graph, lines)
    if lines:
        there[graph] = sha256(lines).hexdigest()
    target.put(PUBLISHED, _record(there))


def _record(there: Checksums) -> bytes:
    lines = (f"{graph} <{AG.published}> {Literal(checksum)} .\n" for graph, checksum in there.items())
    return "".join(sorted(lines)).encode()


def _checksums(target: GraphStore) -> Checksums:
    return {
        triple.subject: triple.object.value
        for triple in target.get(PUBLISHED)
        if triple.predicate.value == AG.published
        and isinstance(triple.subject, NamedNode)
        and isinstance(triple.object, Literal)
    }
