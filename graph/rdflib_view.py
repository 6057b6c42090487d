"""rdflib over the same store, without copying, and as closed to the outside as our own queries."""

from typing import Any

import rdflib
from oxrdflib import OxigraphStore
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.query import Result

from graph.closed import refuse_outside
from graph.store import Store


class ClosedStore(OxigraphStore):
    """An Oxigraph store that refuses SERVICE and FROM."""

    def __init__(self, read: Store) -> None:
        super().__init__(store=read.engine)
        self._read = read  # as long as this is used, the folder stays

    def query(self, query: Any, *arguments: Any, **named: Any) -> Result:  # noqa: ANN401 (rdflib's own signature)
        """The engine's answer; raises SparqlError if the query leaves the store."""
        refuse_outside(str(query))
        return super().query(query, *arguments, **named)


def dataset(store: Store) -> rdflib.Dataset:
    """The store as a Dataset whose default graph is the union of all."""
    return rdflib.Dataset(store=ClosedStore(store), default_union=True)


def remote_dataset(address: str) -> rdflib.Dataset:
    """A SPARQL endpoint as a Dataset: every look-up is a query there."""
    return rdflib.Dataset(store=SPARQLStore(address), default_union=True)
