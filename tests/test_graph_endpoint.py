"""An endpoint that is busy is asked again; one that is down, slow, strict or talks nonsense is told in words."""

import io
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean, QueryTriples

import alliancegraph as ag
from alliancegraph.cli import main
from graph.endpoint import Endpoint
from graph.errors import EndpointError, SparqlError
from tests.engines import oxigraph

ROWS = b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "yes"}}]}}'
JSON = "application/sparql-results+json"
Reply = tuple[int, bytes, float]  # status, body, seconds before it comes


@contextmanager
def answering(*replies: Reply) -> Iterator[tuple[str, list[str]]]:
    """The address of a server that gives these replies in turn, and what it was asked."""
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
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

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
def test_trouble_is_told_in_words(reply: Reply, message: str) -> None:
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
