"""The graph in its engine, Oxigraph: in memory, or on disk. Queries see the union of the named graphs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from graph.closed import refuse_outside
from graph.errors import Problem, SparqlError, StoreError

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Store:
    """A graph that can be asked; a remote endpoint would answer `query` in the same way."""

    def __init__(self, engine: ox.Store) -> None:
        self._engine = engine

    @classmethod
    def memory(cls) -> "Store":
        """An empty store that is gone with the process."""
        return cls(ox.Store())

    @classmethod
    def create(cls, path: Path) -> "Store":
        """An empty store in a new folder."""
        return cls(ox.Store(str(path)))

    @classmethod
    def open(cls, path: Path) -> "Store":
        """The store in that folder, as it stands now, for reading; raises StoreError if there is none."""
        try:
            return cls(ox.Store.read_only(str(path)))
        except (OSError, RuntimeError) as error:
            found = "no graph" if not path.exists() else f"a store that cannot be read ({error})"
            raise StoreError(Problem(found, "a built graph", "Run `alliancegraph build` first.", path)) from None

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """Adds quads in bulk."""
        self._engine.bulk_extend(quads)

    def flush(self) -> None:
        """Writes everything to disk."""
        self._engine.flush()

    def quads(self) -> Iterator[ox.Quad]:
        """All quads."""
        return iter(self._engine)

    def triples(self) -> set[ox.Triple]:
        """All triples, each once, whichever graphs it stands in."""
        return {quad.triple for quad in self._engine}

    def about(self, subject: ox.NamedNode) -> Iterator[ox.Quad]:
        """All quads with that subject."""
        return self._engine.quads_for_pattern(subject, None, None, None)

    def value(self, subject: ox.NamedNode, predicate: str) -> ox.NamedNode | ox.Literal | None:
        """One object of that subject and predicate, the least where there are several; None where there is none."""
        quads = self._engine.quads_for_pattern(subject, ox.NamedNode(predicate), None, None)
        return min((q.object for q in quads), key=str, default=None)  # type: ignore[return-value]

    def query(self, sparql: str, prefixes: Mapping[str, str] | None = None) -> Results:
        """The engine's answer over the union of the graphs; `prefixes` are known to the query beside its own.

        Raises SparqlError if it is no query, or leaves the store.
        """
        refuse_outside(sparql)
        try:
            return self._engine.query(sparql, prefixes=dict(prefixes or {}), use_default_graph_as_union=True)
        except SyntaxError as error:
            remedy = "Mend the query; `alliancegraph ask` lists questions to start from. Updates are not queries."
            raise SparqlError(Problem(f"not SPARQL: {_plain(error)}", "a SPARQL 1.1 query", remedy)) from None

    def select(self, sparql: str) -> ox.QuerySolutions:
        """The rows of a SELECT query; raises SparqlError for other forms."""
        results = self.query(sparql)
        if not isinstance(results, ox.QuerySolutions):
            raise SparqlError(Problem("not a SELECT query", "SELECT", "Use SELECT here."))
        return results


def _plain(error: SyntaxError) -> str:
    """What the parser says, without the long classes of characters that it would take."""
    words = re.sub(r"\[(?:'[^']*'|[^]'])*\](?:, )?", "", str(error))
    return re.sub(r"[:, ]*(?:expected *(?:one of *)?)?$", "", words)
