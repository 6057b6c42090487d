"""An endpoint that is busy is asked again; one that is down, slow, strict or talks nonsense is told in words."""

import io
import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean, QueryTriples
from rdflib import Literal, Variable
from rdflib.namespace import SKOS

import alliancegraph as ag
from alliancegraph.cli import main
from alliancegraph.graph.engines.endpoint import Endpoint
from alliancegraph.graph.errors import EndpointError, SparqlError
from tests.engines import oxigraph
from tests.serving import served

ROWS = b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "yes"}}]}}'
JSON = "application/sparql-results+json"
Reply = tuple[int, bytes, float]  # status, body, seconds before it comes


@contextmanager
def answering(*replies: Reply, **headers: str) -> Iterator[tuple[str, list[str]]]:
    """Return the address of a server that gives these replies in turn, and what it was asked."""
    asked: list[str] = []
    done = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            status, body, seconds = replies[min(len(asked), len(replies)) - 1]
            done.wait(seconds)
            self.send_response(status)
            self.send_header("Content-Type", JSON)
            self.send_header("Retry-After", "0")
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql", asked
    finally:
        done.set()
        server.shutdown()
        server.server_close()


def test_one_that_is_busy_is_asked_again() -> None:
    with answering((503, b"", 0), (429, b"", 0), (200, ROWS, 0)) as (address, asked):
        assert [row["x"].value for row in Endpoint(address).select("SELECT ?x {}")] == ["yes"]
        assert len(asked) == 3


def test_one_that_stays_busy_is_let_be() -> None:
    with answering((503, b"too many", 0)) as (address, asked):
        with pytest.raises(EndpointError, match=r"answers 503.*wait a while"):
            Endpoint(address).query("ASK {}")
        assert len(asked) == 5


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        ((401, b"who are you", 0), "answers 401: who are you.*a name and a password"),
        ((403, b"no", 0), "answers 403.*access"),
        ((404, b"<html>\nnot here", 0), "answers 404: not here.*Check the path"),
        ((500, b"broken\ndetails", 0), "answers 500: broken; "),
        ((200, b"<html>hello</html>", 0), "answers '<html>hello.*Is it the address"),
        ((200, b'{"rows": []}', 0), "answers '{\"rows"),
    ],
)
def test_endpoint_errors_are_explained(reply: Reply, message: str) -> None:
    with answering(reply) as (address, asked):
        with pytest.raises(EndpointError, match=message):
            list(Endpoint(address).select("SELECT ?x {}"))
        assert len(asked) == 1


def test_a_refused_query_is_the_querys_fault() -> None:
    refusal = pytest.raises(SparqlError, match="refuses the query: line 1: no such thing")
    with answering((400, b"line 1: no such thing", 0)) as (address, _), refusal:
        Endpoint(address).query("SELECT ?x {}")


def test_one_that_is_slow() -> None:
    trouble = pytest.raises(EndpointError, match=r"no answer within 1 seconds.*--seconds")
    with answering((200, ROWS, 5)) as (address, _), trouble:
        Endpoint(address, 1).query("ASK {}")


def test_one_that_is_down(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "reports", "--on", "http://127.0.0.1:9/sparql"]) == 2
    assert "cannot be reached" in capsys.readouterr().err


@pytest.mark.parametrize("sparql", ["DELETE WHERE { ?s ?p ?o }", "nothing at all", "SELECT * { SERVICE <urn:x> {} }"])
def test_what_is_no_query_of_this_graph_is_not_sent(sparql: str) -> None:
    with answering((200, ROWS, 0)) as (address, asked):
        with pytest.raises(SparqlError):
            Endpoint(address).query(sparql)
        assert asked == []


def test_words_of_comments_do_not_make_an_update() -> None:
    with answering((200, ROWS, 0)) as (address, _):
        assert list(Endpoint(address).select("# delete, insert, ask\nSELECT ?x {}"))


@pytest.fixture(scope="module")
def remote(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with oxigraph(build / "alliance.ttl", tmp_path_factory.mktemp("oxigraph")) as address:
        yield address


def test_every_form_has_the_type_that_a_store_gives(remote: str) -> None:
    endpoint = Endpoint(remote)
    assert isinstance(endpoint.query("ASK { ?s ?p ?o }"), QueryBoolean)
    triples = endpoint.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3")
    assert isinstance(triples, QueryTriples)
    assert len(list(triples)) == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask", "contributors", "--goal", "4.1", "--format", "csv"],
        ["ask", "evidence-graph", "--initiative", "Baseline database"],
        ["query", "-", "--format", "json"],
    ],
)
def test_the_command_line_answers_the_same_from_afar(
    remote: str,
    build: Path,
    arguments: Sequence[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = []
    for place in (["--on", remote], ["--build", str(build)]):
        query = b"SELECT ?n { ?g a ag:OperationalGoal ; skos:notation ?n } ORDER BY ?n"
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(query)))
        assert main([*arguments, *place]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1] != ""


def test_python_opens_an_address(remote: str, build: Path) -> None:
    far, near = ag.open(remote), ag.open(build)
    assert far.ask("sections", goal="4.1").terms == near.ask("sections", goal="4.1").terms
    assert set(far.networkx().nodes) == set(near.networkx().nodes)
    assert bool(far.rdflib().query("ASK { ?s ?p ?o }"))


def test_rdflib_over_an_endpoint_has_all_triples_and_quads(remote: str, build: Path) -> None:
    far, near = ag.open(remote).rdflib(), ag.open(build).rdflib()
    goals = (None, SKOS.notation, None)
    assert set(far.triples((None, None, None))) == set(near.triples((None, None, None)))
    assert {(s, o) for s, _, o, _ in far.quads(goals)} == {(s, o) for s, _, o, _ in near.quads(goals)} != set()
    wanted = next(near.triples(goals))
    assert wanted in far
    assert far.value(wanted[0], wanted[1]) == near.value(wanted[0], wanted[1])
    rows = far.query("SELECT ?g { ?g skos:notation ?n }", initBindings={"n": Literal(str(wanted[2]))}).bindings
    assert [row[Variable("g")] for row in rows] == [wanted[0]]


def test_rdflib_over_our_own_endpoint_keeps_the_graphs_apart(build: Path) -> None:
    with served(build) as server:
        far, near = ag.open(f"{server.address}/sparql").rdflib(), ag.open(build).rdflib()
        assert len(list(far.quads())) == len(list(near.quads())) > 10_000
        assert {graph.identifier for graph in far.graphs()} == {graph.identifier for graph in near.graphs()}
        texts = [graph.serialize(format="nquads").splitlines() for graph in (far, near)]
        assert sorted(texts[0]) == sorted(texts[1])


def test_rdflib_takes_no_part_for_the_whole(build: Path) -> None:
    with served(build, "--rows", 1000) as server:
        far = ag.open(f"{server.address}/sparql").rdflib()
        for everything in (far.triples((None, None, None)), far.quads()):
            with pytest.raises(EndpointError, match="more than 1000 rows"):
                next(everything)


def _rows(number: int) -> bytes:
    return json.dumps({"head": {"vars": ["x"]}, "results": {"bindings": [{"x": LITERAL}] * number}}).encode()


LITERAL = {"type": "literal", "value": "1000"}
COUNTED = b'{"head": {"vars": ["n"]}, "results": {"bindings": [{"n": {"type": "literal", "value": "%d"}}]}}'


@pytest.mark.parametrize("header", ["X-SPARQL-MaxRows", "X-Rows-Cut-At"])
def test_a_limit_that_a_server_names_is_believed(header: str) -> None:
    with answering((200, _rows(7), 0), **{header: "7"}) as (address, _), pytest.raises(EndpointError, match="than 7 r"):
        Endpoint(address).query("SELECT ?x {}")
    with answering((200, _rows(6), 0), **{header: "7"}) as (address, _):
        assert len(list(Endpoint(address).select("SELECT ?x {}"))) == 6


@pytest.mark.parametrize("signs", [(206, {}), (200, {"X-SQL-State": "S1TAT", "X-SQL-Message": "timeout"})])
def test_an_answer_that_breaks_off_is_none(signs: tuple[int, dict[str, str]]) -> None:
    status, headers = signs
    with answering((status, ROWS, 0), **headers) as (address, _), pytest.raises(EndpointError, match=r"breaks off \("):
        Endpoint(address).query("SELECT ?x {}")


def test_an_answer_that_ends_too_early_is_none() -> None:
    trouble = pytest.raises(EndpointError, match=f"breaks off after {len(ROWS)} bytes; expected the whole")
    with answering((200, ROWS, 0), Content_Length="9999") as (address, _), trouble:
        Endpoint(address).query("SELECT ?x {}")


@pytest.mark.parametrize(("there", "whole"), [(1000, True), (1001, False)])
def test_a_round_number_of_rows_is_counted(there: int, whole: bool) -> None:
    with answering((200, _rows(1000), 0), (200, COUNTED % there, 0)) as (address, asked):
        if whole:
            assert len(list(Endpoint(address).select("SELECT ?x {}"))) == 1000
        else:
            with pytest.raises(EndpointError, match="gives 1000 of 1001 rows"):
                Endpoint(address).query("SELECT ?x {}")
        assert "COUNT" in asked[1]


def test_another_number_of_rows_is_not() -> None:
    with answering((200, _rows(1001), 0)) as (address, asked):
        assert len(list(Endpoint(address).select("SELECT ?x {}"))) == 1001
        assert len(asked) == 1
