"""Who contributes to which goal, through what, with whom, under which law, and which sentence says so.

import alliancegraph as ag

g = ag.open("build")
for row in g.ask("contributors", goal="4.1"):
    print(row["actorName"], row["quote"])
"""

from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import AllianceGraphError
from graph.store import Store

if TYPE_CHECKING:
    import networkx as nx
    import rdflib
    from pyoxigraph import QuerySolutions

    from graph.store import Results

__all__ = ["AllianceGraph", "AllianceGraphError", "open"]


def open(build: str | Path = "build") -> "AllianceGraph":
    """The graph of a build, for reading; raises StoreError if there is none."""
    return AllianceGraph(Path(build) / "store")


class AllianceGraph:
    """A built graph: ask it the library's questions or your own, or take it over into rdflib or networkx."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._store = Store.open(path)

    def ask(self, question: str, **values: str | int | float | None) -> "QuerySolutions":
        """The rows that answer a question of the library; values are given as people know them (`goal="4.1"`).

        Raises UnknownQuestion, or ParameterError for a value that the question cannot take.
        """
        from queries.ask import ask
        from queries.library import find_question

        given = {name: str(value) for name, value in values.items() if value is not None}
        return ask(self._store, find_question(question), given)

    def query(self, sparql: str) -> "Results":
        """The engine's answer to a SPARQL query, known prefixes left out or not; raises SparqlError if it is none."""
        from graph.prefixes import known_prefixes

        return self._store.query(sparql, known_prefixes())

    def networkx(self) -> "nx.MultiDiGraph[str]":
        """The network of actors, initiatives, events, laws, places and goals; see `graph.network.project`."""
        from graph.network import project

        return project(self._store)

    def rdflib(self) -> "rdflib.Dataset":
        """An rdflib Dataset over the same store, without copying; its default graph is the union of all."""
        from graph.rdflib_view import dataset

        return dataset(self.path)
