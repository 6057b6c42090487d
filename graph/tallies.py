"""Counts of what is reported over all reports, kept as nodes, so that a sum over an alliance is a look-up."""

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from graph.derive import Tally
from graph.iris import DERIVED
from graph.rdf import term
from graph.store import Store
from ontology.terms import AG, RDF


def tally_quads(tally: Tally, count: int) -> Iterator[Quad]:
    """A count as a node: its rule, its keys, its number."""
    said = [(RDF.type, NamedNode(AG.Tally)), (AG.rule, tally.rule), *tally.keys, (AG.count, term(count))]
    return (Quad(tally.iri, NamedNode(predicate), object, DERIVED) for predicate, object in said)


def change_counts(store: Store, changes: Mapping[Tally, int]) -> int:
    """Adds to the counts in the store, or takes from them where a change is negative; returns how many quads came."""
    balance = 0
    for tally, change in changes.items():
        count = _count(store, tally) + change
        balance -= store.remove(list(store.match(tally.iri)))
        if count:
            balance += store.add(tally_quads(tally, count))
    return balance


def forget_counts(store: Store) -> None:
    """Removes all counts, which a file may have brought along for the reports that it once stood beside."""
    tallies = [quad.subject for quad in store.match(None, RDF.type, NamedNode(AG.Tally))]
    store.remove(quad for tally in tallies for quad in list(store.match(tally)))


def _count(store: Store, tally: Tally) -> int:
    value = store.value(tally.iri, AG.count)
    return int(value.value) if isinstance(value, Literal) else 0
