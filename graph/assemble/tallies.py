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
    """A count as a node: its rule, its keys by their properties, its number. Its name says all but the number."""
    said = [(RDF.type, NamedNode(AG.Tally)), (AG.rule, rule), *keys]
    name = sha256(" ".join(f"{predicate} {value}" for predicate, value in said).encode()).hexdigest()[:16]
    for predicate, value in (*said, (AG.count, term(count))):
        yield Quad(mint("tally", name), NamedNode(predicate), value, DERIVED)


def tallies_of(store: Store, report: NamedNode) -> Iterator[Quad]:
    """All quads about the counts of a report."""
    for kept in store.match(None, AG.report, report, DERIVED):
        yield from store.match(kept.subject)


def leave_tallies(store: Store, current: set[Quad]) -> None:
    """Removes all quads about counts but those given: a loaded file may have had others."""
    kept = [quad.subject for quad in store.match(None, RDF.type, NamedNode(AG.Tally))]
    store.remove({quad for tally in kept for quad in store.match(tally)} - current)
