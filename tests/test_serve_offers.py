"""What the endpoint tells its page: the values of parameters, words of the vocabulary, names, titles, and files."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import openpyxl
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from alliancegraph.graph.engines.store import Store
from alliancegraph.ontology.terms import AG, DATA, FOAF, RDF, SKOS
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.answers.formats import formatted, media_type
from alliancegraph.queries.asking.ask import ask
from alliancegraph.queries.asking.names import names_of
from alliancegraph.queries.asking.parameters import terms, types
from alliancegraph.queries.asking.values import choices
from alliancegraph.queries.library import Question, all_questions, find_question
from alliancegraph.serve import TABLES
from tests.serving import FORM, Server, served

TAKERS = {p.type: (question, p.name) for question in all_questions() for p in question.parameters}
EVIDENCE = f"""PREFIX ag: <{AG.base}>
SELECT ?c ?passage ?section {{
  ?c ag:actor <{DATA}organization/interpol> ; ag:goal <{DATA}goal/global-alliance-4.1> ; ag:section ?section .
  ?passage ag:section ?section ; ag:quote ?quote
}} ORDER BY ?c ?passage"""
RESERVED = {"question", "query", "view", "title"}  # names in a link to the page


@pytest.fixture(scope="module")
def server(build: Path) -> Iterator[Server]:
    with served(build, "--rows", "2000") as running:
        yield running


def _told(server: Server, path: str) -> Any:
    heard = server.send("GET", path)
    assert (heard.status, heard.media_type) == (200, "application/json")
    return json.loads(heard.text)


@pytest.mark.parametrize("type", sorted({*types()} - {"claim"}))
def test_a_parameter_takes_every_value_that_is_offered_for_it(store: Store, sample: Store, type: str) -> None:
    question, name = TAKERS[type]
    for graph in (store, sample):
        offered = choices(type, graph)
        assert offered or (type, graph) == ("place", sample)
        assert len({choice.value for choice in offered}) == len(offered)
        for choice in offered:
            assert terms(_taking(question, name), {name: choice.value}, graph)[name]


def _taking(question: Question, name: str) -> Question:
    return question._replace(
        parameters=tuple(p._replace(required=False) for p in question.parameters if p.name == name)
    )


def test_values_are_offered_as_people_know_them(server: Server) -> None:
    goals = {choice["value"]: choice["label"] for choice in _told(server, "/values/goal")}
    assert goals["4.1"].startswith("4.1 ")
    assert "4" in goals
    interpol = next(choice for choice in _told(server, "/values/actor") if choice["value"] == "Interpol")
    assert interpol["iri"].startswith("https://w3id.org/alliancegraph/id/organization/")
    assert any("COCD" in choice["names"] for choice in _told(server, "/values/actor"))
    assert {choice["value"] for choice in _told(server, "/values/member")} == {"Romania"}
    assert "4.1/A" in {choice["value"] for choice in _told(server, "/values/section")}
    assert _told(server, "/values/claim") == []


def test_two_things_of_one_name_are_offered_by_their_iris() -> None:
    store = Store.memory()
    for iri, name in {"urn:a:1": "Police", "urn:a:2": "Police", "urn:a:3": "Court"}.items():
        thing = NamedNode(iri)
        store.load([Quad(thing, NamedNode(RDF.type), NamedNode(FOAF.Agent))])
        store.load(Quad(thing, NamedNode(name_of), Literal(name)) for name_of in (AG.displayName, SKOS.prefLabel))
    assert [choice.value for choice in choices("actor", store)] == ["Court", "urn:a:1", "urn:a:2"]
    assert [choice.label for choice in choices("actor", store)] == ["Court", "Police", "Police"]


def test_an_unknown_type_of_values_is_refused(server: Server) -> None:
    assert server.send("GET", "/values/colour").status == 404


def test_a_value_is_checked_by_itself(server: Server) -> None:
    assert server.send("GET", "/questions/path/actor?value=COCD").status == 200
    heard = server.send("GET", f"/questions/path/actor?value={quote('Interpoll')}")
    assert heard.status == 400
    assert "no actor is called 'Interpoll'" in heard.text
    assert "Did you mean Interpol?" in heard.text
    assert server.send("GET", "/questions/path/actor?value=").status == 400
    assert server.send("GET", "/questions/path/colour?value=red").status == 400
    assert server.send("GET", "/questions/paths/actor?value=COCD").status == 404


def test_the_words_are_all_classes_and_properties_of_the_vocabulary(server: Server) -> None:
    words = {word["iri"]: word for word in _told(server, "/words")}
    vocabulary = Vocabulary.load()
    assert {iri for iri, word in words.items() if word["kind"] == "class"} == {*vocabulary.classes.values()}
    assert {*vocabulary.properties.values()} <= {*words}
    assert words["https://w3id.org/alliancegraph/ontology#actor"]["short"] == "ag:actor"
    assert words["https://w3id.org/alliancegraph/ontology#actor"]["name"] == "actor"


def _named(server: Server, *iris: str) -> Any:
    heard = server.send("POST", "/names", "\r\n".join(iris).encode(), Content_Type="text/uri-list")
    assert (heard.status, heard.media_type) == (200, "application/json")
    return json.loads(heard.text)


def test_things_are_called_as_the_graph_calls_them(server: Server, store: Store) -> None:
    one = dict(zip(("c", "passage", "section"), next(iter(store.select(EVIDENCE))), strict=True))
    known = {
        f"{DATA}organization/interpol": "Interpol",
        f"{DATA}goal/global-alliance-4.1": "4.1 Private sector",
        AG.actor: "actor",
        one["c"].value: "Interpol initiates: ",
        one["passage"].value: store.value(one["passage"], AG.quote).value,  # type: ignore[union-attr]
        one["section"].value: "Romania 2014, 1.1/B",
    }
    named = _named(server, *known, "urn:none", "no IRI", "", f"{DATA}organization/interpol")
    assert {*named} == {*known}
    assert all(named[iri].startswith(words) for iri, words in known.items())
    assert _named(server) == {}


def test_names_are_given_for_any_number_of_things(store: Store) -> None:
    iris = [row[0].value for row in store.select(f"SELECT DISTINCT ?s {{ ?s <{AG.displayName}> ?n }}")]
    assert len(iris) > 500
    assert {*names_of(iris, store)} == {*iris}


@pytest.mark.parametrize(("media_type", "body", "status"), [
    ("text/plain", b"urn:a", 415),
    ("text/uri-list", b"urn:a\n" * 20_000, 413),
    ("text/uri-list", b"\xff", 400),
])  # fmt: skip
def test_what_is_no_list_of_things_is_refused(server: Server, media_type: str, body: bytes, status: int) -> None:
    assert server.send("POST", "/names", body, Content_Type=media_type).status == status


def test_the_titles_of_columns_are_told(server: Server) -> None:
    asked = urlencode([("question", "penalties"), ("column", "and"), ("column", "memberName"), ("column", "member")])
    assert _told(server, f"/titles?{asked}") == ["In addition", "Member name", "Member"]
    assert _told(server, "/titles?question=&column=and") == ["And"]


def _book(body: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(body))


def test_a_question_gives_a_workbook_with_its_title_and_values(server: Server) -> None:
    heard = server.send("GET", "/answers/contributors.xlsx?goal=4.1&member=")
    assert heard.status == 200
    assert heard.media_type.endswith("spreadsheetml.sheet")
    book = _book(heard.body)
    assert [cell.value for cell in book["Answer"][1]][:2] == ["Goal", "Actor"]
    assert ("goal", "4.1") in [*book["About"].values]


def test_a_query_gives_a_workbook(server: Server) -> None:
    sparql = "SELECT ?goalNumber { ?g a ag:OperationalGoal ; skos:notation ?goalNumber } ORDER BY ?goalNumber"
    heard = server.send("POST", "/query.xlsx", urlencode({"query": sparql}).encode(), Content_Type=FORM)
    assert [row[0] for row in _book(heard.body)["Answer"].values][:2] == ["Goal", "1.1"]


@pytest.mark.parametrize(("sparql", "status", "words"), [
    ("ASK { ?s ?p ?o }", 406, "the answer is true or false"),
    ("SELECT * { ?s ?p ?o }", 507, "an answer of more than 2000 rows"),
    ("SELECT * { ?s ?p", 400, "line 1, column 10 of the query"),
])  # fmt: skip
def test_what_is_no_workbook_is_refused(server: Server, sparql: str, status: int, words: str) -> None:
    heard = server.send("POST", "/query.xlsx", urlencode({"query": sparql}).encode(), Content_Type=FORM)
    assert heard.status == status
    assert words in heard.text


def test_an_answer_has_an_address_in_each_format(server: Server, store: Store) -> None:
    answer = ask(store, find_question("contributors"), {"goal": "4.1"})
    for name in ("csv", "json", "md"):
        heard = server.send("GET", f"/answers/contributors.{name}?goal=4.1")
        assert (heard.status, heard.media_type, heard.text) == (200, media_type(name), formatted(answer, name))
    sparql = quote("SELECT ?g { ?g a ag:OperationalGoal } ORDER BY ?g")
    assert server.send("GET", f"/query.csv?query={sparql}").text.split("\r\n")[0] == "g"
    assert (
        server.send("GET", f"/query.ttl?query={quote('DESCRIBE goal:global-alliance-4.1')}").media_type == "text/turtle"
    )


@pytest.mark.parametrize(("path", "status", "words"), [
    ("/answers/contributors.pdf", 406, "which pdf does not hold; expected one of: table, json, csv, md, xlsx"),
    ("/answers/contributers.csv", 404, "Did you mean contributors?"),
    ("/answers/contributors.csv?goal=4.9", 400, "no goal is called '4.9'"),
    ("/tables/alliance.ttl", 404, "no table alliance.ttl; expected one of claims.csv, "),
    ("/tables/..%2Fclaims.csv", 404, "expected"),
])  # fmt: skip
def test_what_has_no_address_is_told(server: Server, path: str, status: int, words: str) -> None:
    heard = server.send("GET", path)
    assert heard.status == status
    assert words in heard.text


def test_each_table_of_the_build_has_an_address(server: Server, build: Path) -> None:
    assert TABLES
    for name in TABLES:
        heard = server.send("GET", f"/tables/{name}")
        assert (heard.status, heard.media_type, heard.body) == (200, "text/csv", (build / name).read_bytes())


def test_no_parameter_has_a_name_that_links_use_for_something_else() -> None:
    assert {p.name for question in all_questions() for p in question.parameters}.isdisjoint(RESERVED)
