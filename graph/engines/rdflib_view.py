"""The graph as an rdflib Dataset, without copying; it refuses whatever our own queries refuse."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

import rdflib
from oxrdflib import OxigraphStore
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Variable
from pyoxigraph import Store as Engine
from rdflib.query import Result

from alliancegraph.graph.engines.endpoint import Endpoint
from alliancegraph.graph.engines.queryable import Queryable, Results
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import Problem, SparqlError
from alliancegraph.graph.sparql.guard import refuse_outside

_OWN = "SELECT ?s ?p ?o {{ {values} ?s ?p ?o FILTER NOT EXISTS {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
_QUADS = "SELECT ?s ?p ?o ?g {{ {values} GRAPH ?g {{ ?s ?p ?o }} }}"


class ClosedStore(OxigraphStore):
    """An Oxigraph store that refuses SERVICE and FROM."""

    def __init__(self, engine: Engine, read: Queryable) -> None:
        super().__init__(store=engine)
        self._read = read  # keeps a hold on the folder

    def query(self, query: Any, *arguments: Any, **named: Any) -> Result:  # noqa: ANN401 (rdflib's own signature)
        """Return the engine's answer; raise SparqlError if the query leaves the store."""
        refuse_outside(str(query))
        return super().query(query, *arguments, **named)

    def add_graph(self, graph: rdflib.Graph) -> None:
        """Do nothing: reading a graph needs only its name."""


class RemoteEngine:
    """The part of an Oxigraph store that rdflib uses, on top of an endpoint; incomplete answers are errors."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    def query(
        self,
        query: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        substitutions: Mapping[Variable, Any] | None = None,
        default_graph: NamedNode | None = None,
        **_: bool,
    ) -> Results:
        """Return the endpoint's answer over its default graph; raise SparqlError if another graph is asked for."""
        if default_graph:
            raise SparqlError(Problem(f"a query over {default_graph} alone", "one of all graphs", "Use GRAPH inside."))
        return self._endpoint.query(f"{query}\n{_values(substitutions or {})}", prefixes)

    def quads_for_pattern(self, *pattern: Any) -> Iterator[Quad]:  # noqa: ANN401 (oxrdflib's own signature)
        """Yield the quads with that subject, predicate, object and graph; None matches any.

        A triple of the server's default graph is in the default graph if no named graph has it.
        """
        *triple, graph = pattern
        if graph != DefaultGraph():
            for s, p, o, g in self._endpoint.select(_QUADS.format(values=_values(_bound(triple, graph)))):
                yield Quad(s, p, o, g)
        if graph in (None, DefaultGraph()):
            for s, p, o in self._endpoint.select(_OWN.format(values=_values(_bound(triple, None)))):
                yield Quad(s, p, o, DefaultGraph())

    def named_graphs(self) -> Iterator[NamedNode]:
        """Return the IRIs of the graphs that are not empty."""
        return (row[0] for row in self._endpoint.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"))


def _bound(triple: Iterable[Any], graph: NamedNode | None) -> dict[Variable, Any]:
    parts = zip("spog", (*triple, graph), strict=True)
    return {Variable(name): term for name, term in parts if term is not None}


def _values(bound: Mapping[Variable, Any]) -> str:
    if any(isinstance(term, BlankNode) for term in bound.values()):
        raise SparqlError(
            Problem("a blank node", "a thing with a name", "A query cannot refer to a server's blank nodes.")
        )
    names, terms = " ".join(map(str, bound)), " ".join(map(str, bound.values()))
    return f"VALUES ({names}) {{ ({terms}) }}" if bound else ""


def dataset(store: Store) -> rdflib.Dataset:
    """Return the store as a Dataset whose default graph is the union of all graphs."""
    return rdflib.Dataset(store=ClosedStore(store.engine, store), default_union=True)


def remote_dataset(endpoint: Endpoint) -> rdflib.Dataset:
    """Return a SPARQL endpoint as a Dataset: each look-up is a query, and its answer is complete."""
    engine = cast(Engine, RemoteEngine(endpoint))
    return rdflib.Dataset(store=ClosedStore(engine, endpoint), default_union=True)
