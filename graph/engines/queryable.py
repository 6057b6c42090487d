"""The interface of whatever answers SPARQL: our own store, or an endpoint."""

from abc import ABC, abstractmethod
from collections.abc import Mapping

import pyoxigraph as ox

from alliancegraph.graph.errors import Problem, SparqlError

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Queryable(ABC):
    """Answers queries over the union of its named graphs; the type of a result does not depend on the engine."""

    @abstractmethod
    def query(self, sparql: str, prefixes: Mapping[str, str] | None = None) -> Results:
        """Return the answer; `prefixes` need not be declared in the query. Raise QuestionError or StoreError."""

    def select(self, sparql: str) -> ox.QuerySolutions:
        """Return the rows of a SELECT query; raise SparqlError for other forms."""
        results = self.query(sparql)
        if not isinstance(results, ox.QuerySolutions):
            raise SparqlError(Problem("not a SELECT query", "SELECT", "Use SELECT here."))
        return results

    def value(self, subject: ox.NamedNode, predicate: str) -> ox.NamedNode | ox.Literal | None:
        """Return the least object of that subject and predicate; None if there is none."""
        rows = self.select(f"SELECT ?value WHERE {{ {subject} <{predicate}> ?value }}")
        return min((row["value"] for row in rows), key=str, default=None)
