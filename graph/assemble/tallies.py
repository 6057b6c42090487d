"""Counts of what a report states, stored as nodes, so that a sum over an alliance need not visit every claim.

A count is named after its report, so that it is counted once when two graphs that have it are merged.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from pyoxigraph import NamedNode, Quad

from alliancegraph.graph.assemble.quads import term
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import DERIVED, mint
from alliancegraph.graph.model.reports import Term
from alliancegraph.ontology.terms import AG, RDF


def tally_quads(rule: NamedNode, keys: Iterable[tuple[str, Term]], count: int) -> Iterator[Quad]:
    """Yield a count as a node: rule, keys by property, number. Its IRI is a hash of all but the number."""
    properties = [(RDF.type, NamedNode(AG.Tally)), (AG.rule, rule), *keys]
    name = sha256(" ".join(f"{predicate} {value}" for predicate, value in properties).encode()).hexdigest()[:16]
    for predicate, value in (*properties, (AG.count, term(count))):
        yield Quad(mint("tally", name), NamedNode(predicate), value, DERIVED)


def tallies_of(store: Store, report: NamedNode) -> Iterator[Quad]:
    """Yield all quads about the counts of a report."""
    for kept in store.match(None, AG.report, report, DERIVED):
        yield from store.match(kept.subject)


def leave_tallies(store: Store, current: set[Quad]) -> None:
    """Remove all quads about counts except the given ones: a loaded file may have others."""
    kept = [quad.subject for quad in store.match(None, RDF.type, NamedNode(AG.Tally))]
    store.remove({quad for tally in kept for quad in store.match(tally)} - current)
