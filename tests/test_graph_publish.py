"""Publishing to real servers: by the Graph Store Protocol and by SPARQL Update, taken up again where it broke off."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.endpoint import Endpoint
from alliancegraph.graph.engines.graphstore import GraphStore
from alliancegraph.graph.engines.publish import publish
from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import EndpointError
from alliancegraph.graph.model.iris import PUBLISHED
from alliancegraph.ontology.terms import AG
from tests.engines import empty_oxigraph, empty_virtuoso

OURS = "https://w3id.org/alliancegraph/id/graph/"
Server = tuple[Callable[[], GraphStore], Queryable]


@contextmanager
def graphs_of_oxigraph(folder: Path) -> Iterator[Server]:
    with empty_oxigraph(folder) as address:
        yield lambda: GraphStore(f"{address}/store"), Endpoint(f"{address}/query")


@contextmanager
def updates_of_oxigraph(folder: Path) -> Iterator[Server]:
    with empty_oxigraph(folder) as address:
        yield lambda: GraphStore(f"{address}/update"), Endpoint(f"{address}/query")


@contextmanager
def graphs_of_virtuoso(folder: Path) -> Iterator[Server]:
    with empty_virtuoso(folder, folder) as (address, _):
        crud = address.replace("/sparql", "/sparql-graph-crud-auth")
        yield lambda: GraphStore(crud, "dba", "dba"), Endpoint(address)


@pytest.fixture(params=[graphs_of_oxigraph, updates_of_oxigraph, graphs_of_virtuoso], ids=lambda each: each.__name__)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    with request.param(tmp_path) as running:
        yield running


def there(endpoint: Queryable) -> set[tuple[str, ...]]:
    """Return all that the server holds of ours, the record of what is published left out."""
    query = f"""SELECT ?g ?s ?p ?o WHERE {{ GRAPH ?g {{ ?s ?p ?o }}
      FILTER (STRSTARTS(STR(?g), "{OURS}") && STR(?g) != "{PUBLISHED.value}") }}"""
    return {tuple(_text(value) for value in row) for row in endpoint.select(query)}


def ours(store: Store) -> set[tuple[str, ...]]:
    return {
        tuple(_text(value) for value in (quad.graph_name, quad.subject, quad.predicate, quad.object))
        for quad in store.quads()
    }


def _text(value: object) -> str:
    """Return a term's text; Virtuoso gives the one boolean of the ontology (O17) as 1."""
    text = str(getattr(value, "value", value))
    return "1" if text == "true" else text


def sent(store: Store, target: GraphStore) -> str:
    """Return the last line of progress."""
    told: list[str] = []
    with target:
        publish(store, target, told.append)
    return told[-1]


def has_record(target: GraphStore) -> bool:
    """Return whether the server shows what was published to it."""
    with target:
        return any(triple.predicate.value == AG.published for triple in target.get(PUBLISHED))


def test_the_server_holds_what_the_store_holds_and_nothing_is_sent_twice(server: Server, store: Store) -> None:
    target, endpoint = server
    assert sent(store, target()).startswith("5 of 5 graphs, 5 of them sent")
    assert there(endpoint) == ours(store)
    again = 0 if has_record(target()) else 5
    assert sent(store, target()).startswith(f"5 of 5 graphs, {again} of them sent")
    assert there(endpoint) == ours(store)


def test_servers_of_graphs_show_the_record(tmp_path: Path, store: Store) -> None:
    with empty_oxigraph(tmp_path) as address:
        sent(store, GraphStore(f"{address}/store"))
        assert has_record(GraphStore(f"{address}/store"))


def test_a_report_that_changed_is_replaced_whole_and_one_that_went_goes(server: Server, sample: Store) -> None:
    target, endpoint = server
    changing = Store.memory()
    changing.load(sample.quads())
    sent(changing, target())
    reports = [graph for graph in changing.graphs() if graph.value.rpartition("/")[2].endswith(("2014", "2015"))]
    gone = ours(changing)
    Update(changing).drop(reports[0])
    changing.remove(list(changing.match(graph=reports[1]))[:5])
    sent(changing, target())
    left = {quad for quad in gone if quad[0] == reports[0].value} if not has_record(target()) else set()
    assert there(endpoint) == ours(changing) | left


class _BreaksOff(GraphStore):
    """Stops like a line that is cut, before so many graphs."""

    left = 3

    def put(self, graph: NamedNode, lines: bytes) -> None:
        """Put the graph, until none is left."""
        if not self.left:
            raise KeyboardInterrupt
        self.left -= 1
        super().put(graph, lines)


def test_what_broke_off_is_taken_up_again(tmp_path: Path, store: Store) -> None:
    with empty_oxigraph(tmp_path) as address:
        with pytest.raises(KeyboardInterrupt):
            sent(store, _BreaksOff(f"{address}/store"))
        assert sent(store, GraphStore(f"{address}/store")) == "5 of 5 graphs, 4 of them sent; now romania-2014"
        assert there(Endpoint(f"{address}/query")) == ours(store)


class _BreaksOffWithin(GraphStore):
    """Stops like a server that fails, when a part of a graph is there."""

    def put(self, graph: NamedNode, lines: bytes) -> None:
        """Put half of a report's graph, and fails."""
        if not graph.value.endswith("2014"):
            super().put(graph, lines)
            return
        super().put(graph, b"".join(lines.splitlines(keepends=True)[::2]))
        raise EndpointError


def test_a_graph_that_broke_off_within_is_sent_again(tmp_path: Path, store: Store) -> None:
    changed = Store.memory()
    changed.load(quad for quad in store.quads() if quad.predicate.value != AG.asOf)
    with empty_oxigraph(tmp_path) as address:
        sent(store, GraphStore(f"{address}/store"))
        with pytest.raises(EndpointError):
            sent(changed, _BreaksOffWithin(f"{address}/store"))
        assert there(Endpoint(f"{address}/query")) != ours(store)
        assert sent(store, GraphStore(f"{address}/store")) == "5 of 5 graphs, 1 of them sent; now romania-2014"
        assert there(Endpoint(f"{address}/query")) == ours(store)


class _BreaksOffBehind(GraphStore):
    """Stops like a line that is cut, when a graph is gone and the server's record does not say so yet."""

    def put(self, graph: NamedNode, lines: bytes) -> None:
        """Put the graph, and stops where it goes."""
        super().put(graph, lines)
        if not lines:
            raise KeyboardInterrupt


def test_a_graph_that_went_as_the_line_was_cut_is_sent_when_it_comes_again(tmp_path: Path, store: Store) -> None:
    without = Store.memory()
    without.load(quad for quad in store.quads() if not str(quad.graph_name).endswith("2014>"))
    with empty_oxigraph(tmp_path) as address:
        sent(store, GraphStore(f"{address}/store"))
        with pytest.raises(KeyboardInterrupt):
            sent(without, _BreaksOffBehind(f"{address}/store"))
        assert sent(store, GraphStore(f"{address}/store")) == "5 of 5 graphs, 1 of them sent; now romania-2014"
        assert there(Endpoint(f"{address}/query")) == ours(store)


def test_what_others_put_there_stays(tmp_path: Path, store: Store) -> None:
    with empty_oxigraph(tmp_path) as address, GraphStore(f"{address}/store") as target:
        target.put(NamedNode("urn:theirs"), b"<urn:a> <urn:b> <urn:c> .\n")
        publish(store, target, lambda _: None)
        assert len(target.get(NamedNode("urn:theirs"))) == 1


def test_what_another_alliance_published_is_not_replaced(tmp_path: Path, store: Store) -> None:
    theirs = Store.memory()
    theirs.load(
        Quad(quad.subject, quad.predicate, NamedNode("urn:their-scheme"), quad.graph_name)
        if quad.predicate.value == AG.scheme
        else quad
        for quad in store.quads()
    )
    with empty_oxigraph(tmp_path) as address:
        sent(theirs, GraphStore(f"{address}/store"))
        before = there(Endpoint(f"{address}/query"))
        with pytest.raises(EndpointError, match=r"another alliance has published, on <urn:their-scheme>; expected"):
            sent(store, GraphStore(f"{address}/store"))
        assert there(Endpoint(f"{address}/query")) == before
        both = Store.memory()
        both.load([*store.quads(), *theirs.quads()])
        assert "5 of 5 graphs" in sent(both, GraphStore(f"{address}/store"))


def test_a_password_that_is_wrong_is_told(tmp_path: Path, store: Store) -> None:
    with empty_virtuoso(tmp_path, tmp_path) as (address, _):
        crud = address.replace("/sparql", "/sparql-graph-crud-auth")
        for target in (GraphStore(crud), GraphStore(crud, "dba", "wrong")):
            with pytest.raises(EndpointError, match=r"answers 401.*--user"):
                sent(store, target)


def test_an_address_where_nothing_is(store: Store) -> None:
    with pytest.raises(EndpointError, match="cannot be reached"):
        sent(store, GraphStore("http://127.0.0.1:9/store"))
