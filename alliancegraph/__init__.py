"""Who contributes to which goal, through what, with whom, under which law, and which sentence says so.

import alliancegraph as ag

g = ag.open("build")
for row in g.ask("contributors", goal="4.1"):
    print(row["actorName"], row["quote"])
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import AllianceGraphError

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from alliancegraph.graph.engines.queryable import Queryable
    from alliancegraph.queries.answers.answer import Answer, Result
    from alliancegraph.queries.library import Question
    from alliancegraph.viz.pyvis.network import OfflineNetwork

__all__ = ["AllianceGraph", "AllianceGraphError", "open"]


def open(place: str | Path = "build", seconds: int = 60) -> "AllianceGraph":
    """Return the graph of a build, or of a SPARQL endpoint given by its address, for reading.

    `seconds` limit the wait for an endpoint's answer. Raise StoreError if there is no such build.
    """
    if str(place).startswith(("http://", "https://")):
        from alliancegraph.graph.engines.endpoint import Endpoint

        return AllianceGraph(Endpoint(str(place), seconds), str(place))
    path = Path(place) / "store"
    return AllianceGraph(Store.open(path), path)


class AllianceGraph:
    """A graph: ask it the library's questions or your own, or use it with rdflib or networkx."""

    def __init__(self, graph: "Queryable", place: str | Path) -> None:
        self._graph = graph
        self.place = place

    def __repr__(self) -> str:
        return f"<AllianceGraph of {self.place}>"

    def ask(self, question: str, **values: str | float | None) -> "Answer":
        """Return the rows that answer a question of the library, with values as people write them (`goal="4.1"`).

        Raise UnknownQuestion, or ParameterError for a value that the question cannot take.
        """
        from alliancegraph.queries.asking.ask import ask
        from alliancegraph.queries.library import find_question

        return ask(self._graph, find_question(question), _texts(values))

    def questions(self) -> "list[Question]":
        """Return the questions of the library, by theme and name."""
        from alliancegraph.queries.library import all_questions

        return all_questions()

    def query(self, sparql: str) -> "Result":
        """Return the result of a SPARQL query, without PREFIX for known ones: an Answer, Triples, or a bool.

        Raise SparqlError if the query is malformed.
        """
        from alliancegraph.queries.asking.ask import query

        return query(self._graph, sparql)

    def networkx(self) -> "nx.MultiDiGraph[str]":
        """Return the network of actors, initiatives, laws and so on; see `alliancegraph.queries.network`."""
        from alliancegraph.queries.network import project
        from alliancegraph.queries.views.alliance import Views

        return project(Views(self._graph))

    def pyvis(self, selection: "Result | nx.MultiDiGraph[str] | None" = None, title: str = "") -> "OfflineNetwork":
        """Return a pyvis Network of an answer, of triples, of a part of `networkx()`, or of the whole network.

        Titles of edges give the sentence that states them. Raise FormatError for the answer to ASK.
        """
        import networkx as nx

        from alliancegraph.viz.answer.network import AnswerNetwork
        from alliancegraph.viz.pyvis.network import pyvis_network

        if selection is None or isinstance(selection, nx.MultiDiGraph):
            network = self.networkx() if selection is None else selection
            return pyvis_network(network, title or str(self.place))
        found = AnswerNetwork.of(selection)
        return pyvis_network(found.network(), title or found.answer.about.title)

    def rdflib(self) -> "rdflib.Dataset":
        """Return an rdflib Dataset over the same graph, without copying; its default graph is the union of all."""
        from alliancegraph.graph.engines.endpoint import Endpoint
        from alliancegraph.graph.engines.rdflib_view import dataset, remote_dataset

        if isinstance(self._graph, Endpoint):
            return remote_dataset(self._graph)
        assert isinstance(self._graph, Store)
        return dataset(self._graph)


def _texts(values: Mapping[str, str | float | None]) -> dict[str, str]:
    return {name: str(value) for name, value in values.items() if value is not None}
