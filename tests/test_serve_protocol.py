"""The endpoint speaks the SPARQL 1.1 Protocol, and takes nothing that would change or leave the graph."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, parse, parse_query_results
from SPARQLWrapper import CSV, JSON, TURTLE, XML, SPARQLWrapper

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.prefixes import known_prefixes
from tests.serving import FORM, Server, served

ACTORS = "SELECT ?actor ?name { ?c a ag:Contribution ; ag:actor ?actor . ?actor skos:prefLabel ?name }"
GOALS = "CONSTRUCT { ?goal skos:notation ?number } WHERE { ?goal a ag:OperationalGoal ; skos:notation ?number }"
RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/json": QueryResultsFormat.JSON,
    "application/xml": QueryResultsFormat.XML,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
}


@pytest.fixture(scope="module")
def server(build: Path) -> Iterator[Server]:
    with served(build) as running:
        yield running


def _rows(solutions: object) -> list[list[str]]:
    assert isinstance(solutions, QuerySolutions)
    return sorted([str(value) for value in row] for row in solutions)


def _own(store: Store, sparql: str) -> list[list[str]]:
    return _rows(store.query(sparql, known_prefixes()))


@pytest.mark.parametrize("media_type", RESULTS)
def test_rows_are_those_of_the_store_in_every_format(server: Server, store: Store, media_type: str) -> None:
    heard = server.get(ACTORS, media_type)
    assert (heard.status, heard.media_type) == (200, media_type)
    read = parse_query_results(heard.body, format=RESULTS[media_type])
    assert _rows(read) == _own(store, ACTORS)
    assert "x-rows-cut-at" not in heard.headers


def test_csv_is_that_of_the_engine(server: Server, store: Store) -> None:
    ordered = f"{ACTORS} ORDER BY ?name ?actor"
    solutions = store.query(ordered, known_prefixes())
    assert isinstance(solutions, QuerySolutions)
    heard = server.get(ordered, "text/csv")
    assert (heard.media_type, heard.body) == ("text/csv", solutions.serialize(format=QueryResultsFormat.CSV))


@pytest.mark.parametrize("media_type", GRAPHS)
def test_triples_are_those_of_the_store_in_every_format(server: Server, store: Store, media_type: str) -> None:
    heard = server.post(GOALS, media_type)
    assert (heard.status, heard.media_type) == (200, media_type)
    triples = {quad.triple for quad in parse(heard.body, format=GRAPHS[media_type])}
    own = store.query(GOALS, known_prefixes())
    assert isinstance(own, QueryTriples)
    assert triples == set(own) != set()


@pytest.mark.parametrize(("sparql", "truth"), [("ASK { ?s a ag:Contribution }", True), ("ASK { ?s a ag:No }", False)])
def test_a_question_is_true_or_false(server: Server, sparql: str, truth: bool) -> None:
    assert json.loads(server.get(sparql).body)["boolean"] is truth
    assert f"<boolean>{str(truth).lower()}</boolean>" in server.get(sparql, "application/sparql-results+xml").text


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.4, application/sparql-results+xml;q=0.5", "application/sparql-results+xml"),
        ("text/csv; q=0, text/*;q=0.1", "text/tab-separated-values"),
        ("image/png, TEXT/CSV;charset=utf-8;q=0.2", "text/csv"),
        ("text/turtle, */*;q=0.1", "application/sparql-results+json"),
    ],
)
def test_the_client_has_the_choice(server: Server, accept: str, media_type: str) -> None:
    assert server.get(ACTORS, accept).media_type == media_type


@pytest.mark.parametrize(
    ("sparql", "accept"), [(ACTORS, "text/turtle"), (GOALS, "text/csv"), (ACTORS, "text/csv;q=x"), (ACTORS, "*/*;q=0")]
)
def test_unknown_media_types_are_refused_with_the_known_ones(server: Server, sparql: str, accept: str) -> None:
    heard = server.get(sparql, accept)
    assert heard.status == 406
    assert ("text/csv" if sparql == ACTORS else "text/turtle") in heard.text.partition("expected")[2]


def test_the_query_may_be_the_body(server: Server, store: Store) -> None:
    heard = server.send("POST", "/sparql", ACTORS.encode(), Content_Type='application/sparql-query; charset="UTF8"')
    assert _rows(parse_query_results(heard.body, format=QueryResultsFormat.JSON)) == _own(store, ACTORS)


@pytest.mark.parametrize("wrapped", [JSON, XML, CSV])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_can_ask(server: Server, wrapped: str, method: str) -> None:
    client = SPARQLWrapper(f"{server.address}/sparql")
    client.setQuery("PREFIX ag: <https://w3id.org/alliancegraph/ontology#> SELECT * { ?c a ag:Contribution } LIMIT 3")
    client.setReturnFormat(wrapped)
    client.setMethod(method)
    assert b"romania-2014" in client.query().response.read()


def test_sparqlwrapper_takes_triples(server: Server) -> None:
    client = SPARQLWrapper(f"{server.address}/sparql")
    client.setQuery(GOALS)
    client.setReturnFormat(TURTLE)
    assert b"4.1" in client.query().response.read()


@pytest.mark.parametrize("media_type", [FORM, "application/sparql-query"])
def test_a_mark_before_a_query_is_no_part_of_it(server: Server, media_type: str) -> None:
    query = "\ufeffASK {}"
    body = urlencode({"query": query}) if media_type == FORM else query
    heard = server.send("POST", "/sparql", body.encode(), Content_Type=media_type)
    assert (heard.status, server.get(query).status) == (200, 200)


def test_bytes_that_are_no_text_are_refused_in_an_address_too(server: Server) -> None:
    assert server.send("GET", "/sparql?query=ASK+%7B%7D+%23%FF").status == 400


REFUSED = [
    (b"update=DROP+ALL", FORM, 403, "only reads"),
    (b"DROP ALL", "application/sparql-update", 403, "only reads"),
    (b"query=ASK+%7B%7D&default-graph-uri=urn:x", FORM, 400, "default-graph-uri"),
    (b"query=ASK+%7B%7D&named-graph-uri=urn:x", FORM, 400, "named-graph-uri"),
    (b"query=ASK+%7B%7D&query=ASK+%7B%7D", FORM, 400, "2 queries"),
    (b"nothing=here", FORM, 400, "0 queries"),
    (b"ASK {}", "text/plain", 415, "application/sparql-query"),
    (b"ASK {}", "application/sparql-query; charset=latin-1", 415, "charset=latin-1; expected UTF-8"),
    (b"ASK {}", 'application/sparql-query; charset="none such"', 415, "expected UTF-8"),
    (b"query=ASK+%7B%7D", f"{FORM};charset=ISO-8859-1", 415, "expected UTF-8"),
    (b"\xff\xfe", "application/sparql-query", 400, "UTF-8"),
    (
        b"ASK {\n# \xe9\n}",
        "application/sparql-query",
        400,
        "line 2 of the query is not UTF-8 text (a byte E9); expected UTF-8 text. Save it as UTF-8.\n",
    ),
    ("ASK {}".encode("utf-16"), "application/sparql-query", 400, "expected UTF-8"),
    ("ASK {}".encode("utf-16-le"), "application/sparql-query", 400, "Is it UTF-16?"),
    (b"query=ASK+%7B%7D%00", FORM, 400, "a NUL character"),
    (b"query=ASK+%7B+%3Fs+%3Fp+%22%FF%22+%7D", FORM, 400, "line 1 of the query is not UTF-8 text (a byte FF); exp"),
    (b"query=" + b"x" * 200_000, FORM, 413, "shorter"),
]
MALFORMED = [
    ("SELECT * {", "not SPARQL"),
    ("DELETE WHERE { ?s ?p ?o }", "Updates are not queries"),
    ("SELECT * { ?s ?p ?o.SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "Write the character itself"),
    ("SELECT * FROM <urn:x> { ?s ?p ?o }", "GRAPH"),
]


@pytest.mark.parametrize(("body", "media_type", "status", "words"), REFUSED)
def test_what_is_no_query_is_refused(server: Server, body: bytes, media_type: str, status: int, words: str) -> None:
    heard = server.send("POST", "/sparql", body, Content_Type=media_type)
    assert (heard.status, heard.media_type) == (status, "text/plain")
    assert words in heard.text


@pytest.mark.parametrize(("sparql", "words"), MALFORMED)
def test_what_is_malformed_or_leaves_the_graph_is_refused(server: Server, sparql: str, words: str) -> None:
    heard = server.get(sparql)
    assert (heard.status, heard.media_type) == (400, "text/plain")
    assert words in heard.text
    assert "expected" in heard.text


@pytest.mark.parametrize("nested", ["({})", "!{}", "{}+1", "{}||1", "[<urn:p> {}]"])
def test_a_query_that_nests_too_deep_is_told_so(server: Server, nested: str) -> None:
    before, after = nested.split("{}")
    sparql = f"SELECT * {{ ?s ?p ?o FILTER ({before * 9_000}1{after * 9_000}) }}"
    heard = server.send("POST", "/sparql", sparql.encode(), Content_Type="application/sparql-query")
    assert heard.status == 400
    assert "memory" not in heard.text
    assert "Split it" in heard.text


def test_a_query_in_the_address_may_be_long_but_not_too_long(server: Server) -> None:
    assert server.get(f"ASK {{}} # {'x' * 90_000}").status == 200
    longer, longest = server.get(f"ASK {{}} # {'x' * 200_000}"), server.get(f"ASK {{}} # {'x' * 500_000}")
    assert (longer.status, longest.status) == (414, 400)
    assert "expected a shorter query" in longer.text
    assert "Post a long query" in longest.text


def test_a_plus_in_a_form_is_a_space_and_a_byte_order_mark_is_nothing(server: Server) -> None:
    heard = server.send("GET", "/sparql?query=SELECT+(%221%2B1%22+AS+%3Fsum)+%7B%7D", Accept="text/csv")
    assert heard.body == b"sum\r\n1+1\r\n"
    marked = server.send("POST", "/sparql", b"\xef\xbb\xbfASK {}", Content_Type="application/sparql-query")
    assert marked.status == 200


def test_an_update_in_the_address_is_refused(server: Server) -> None:
    assert server.send("GET", "/sparql?update=DROP+ALL").status == 403


@pytest.mark.parametrize("media_type", GRAPHS)
def test_the_endpoint_describes_itself(server: Server, media_type: str) -> None:
    heard = server.send("GET", "/sparql", Accept=media_type)
    assert heard.media_type == media_type
    endpoint = f"<{server.address}/sparql>"
    described = {quad.predicate.value: str(quad.subject) for quad in parse(heard.body, format=GRAPHS[media_type])}
    assert described["http://www.w3.org/ns/sparql-service-description#endpoint"] == endpoint
    assert "SPARQL_Results_JSON" in heard.text


def test_a_browser_at_the_endpoint_is_led_to_the_page(server: Server) -> None:
    heard = server.send("GET", "/sparql", Accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert (heard.status, heard.headers["location"]) == (303, "/")


def test_head_and_options(server: Server) -> None:
    path = f"/sparql?{urlencode({'query': ACTORS})}"
    head, options = server.send("HEAD", path), server.send("OPTIONS", path)
    assert (head.status, head.body, head.media_type) == (200, b"", "application/sparql-results+json")
    assert int(head.headers["content-length"]) == len(server.get(ACTORS).body)
    assert (options.status, options.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")
    assert "access-control-allow-origin" not in options.headers


def test_requests_to_wrong_paths_and_methods_are_explained(server: Server) -> None:
    astray, other = server.send("GET", "/query"), server.send("PUT", "/sparql")
    assert (astray.status, other.status) == (404, 405)
    assert astray.text.startswith("nothing is at /query; expected the page at /, or the endpoint at /sparql.")
    assert other.text.startswith("PUT at /sparql; expected one of GET, HEAD, POST.")


PATH = f"/sparql?{urlencode({'query': 'ASK {}'})}"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:1234", 200),
        ("[::1]:8080", 200),
        ("LOCALHOST", 200),
        ("rebound.example", 400),
        ("127.0.0.1.example:80", 400),
        ("notlocalhost", 400),
        ("localhost@rebound.example", 400),
        ("[", 400),
    ],
)
@pytest.mark.parametrize("path", [PATH, "/", "/console/main.js"])
def test_it_answers_to_its_own_names_only(server: Server, path: str, host: str, status: int) -> None:
    heard = server.send("GET", path, Host=host)
    assert heard.status == status
    assert status == 200 or f"not called '{host}'; expected one of 127.0.0.1" in heard.text


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://127.0.0.1:{port}", 200),
        ("https://127.0.0.1:{port}", 403),
        ("http://127.0.0.1:1", 403),
        ("http://localhost:{port}", 403),
        ("https://example.org", 403),
        ("null", 403),
    ],
)
@pytest.mark.parametrize(("method", "path"), [("GET", PATH), ("POST", "/notes"), ("GET", "/questions/reports")])
def test_a_page_of_another_site_cannot_ask(server: Server, method: str, path: str, origin: str, status: int) -> None:
    named = origin.format(port=server.address.rpartition(":")[2])
    body = b"query=ASK+%7B%7D" if method == "POST" else None
    heard = server.send(method, path, body, Origin=named, Content_Type=FORM)
    assert heard.status == status
    assert "access-control-allow-origin" not in heard.headers


def test_browsers_say_which_site_asks(server: Server) -> None:
    for site, status in (("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200)):
        assert server.send("GET", PATH, Sec_Fetch_Site=site).status == status
    assert server.send("GET", "/", Sec_Fetch_Site="cross-site").status == 200


def test_questions_are_bound_by_the_library(server: Server, store: Store) -> None:
    heard = server.send("GET", "/questions/contributors?goal=4.1&member=")
    assert heard.media_type == "application/sparql-query"
    assert "goal/global-alliance-4.1>" in heard.text
    assert "#+" not in heard.text
    assert len(_own(store, heard.text)) == len(json.loads(server.get(heard.text).body)["results"]["bindings"]) > 0
    unknown, wrong = server.send("GET", "/questions/contributers"), server.send("GET", "/questions/contributors?goal=9")
    assert (unknown.status, wrong.status) == (404, 400)
    assert "Did you mean contributors" in unknown.text
    assert "no goal is called '9'" in wrong.text
