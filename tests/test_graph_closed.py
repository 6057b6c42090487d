"""Queries stay in the store: nothing reaches the network or other data."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import alliancegraph as ag
from alliancegraph.graph.errors import SparqlError
from alliancegraph.graph.sparql.guard import refuse_outside

LEAVING = [
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { service SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "ASK { ?a ?b ?c FILTER(?a<?b)SERVICE?x{?s ?p ?o}FILTER(?c>1) }",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT * FROM NAMED <urn:g> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * # a comment\nFROM <urn:g> { ?s ?p 'it''s' }",
    'CONSTRUCT { ?s ?p "\\"" } FROM <urn:g> { ?s ?p ?o }',
    "SELECT * { ?s ?p ?o.SERVICE <urn:x> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 0SERVICE <urn:x> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 0.SERVICE <urn:x> { ?s ?p ?o } }",
    "SELECT * { ?s ?p trueSERVICE <urn:x> { ?s ?p ?o } }",
    "SELECT * { ?s ?p a:.SERVICE <urn:x> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o # ends here\rSERVICE <urn:x> { ?s ?p ?o }\n }",
    "SELECT * { ?s ?p ?o # or here\r'''\nSERVICE <urn:x> { ?s ?p ?o } # '''\n }",
    "SELECT * { ?s a:b\\#c ?o SERVICE <urn:x> { ?s ?p ?o } }",
    "SELECT * { ?s a:b\\'c ?o SERVICE <urn:x> { ?s ?p ?o } } #'",
    "SELECT * { ?s ?p ?o FILTER(?o<1)SERVICE?s#>\n{ ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER(?o<1)#>'''\nSERVICE <urn:x> { ?s ?p ?o } } #'''",
    "SELECT * { ?s ?p ?o FILTER(?o<'>')SERVICE <urn:x> { ?s ?p ?o } } #'",
    "SELECT * { ?s <urn:a\u00a0'> ?o SERVICE <urn:x> { ?s ?p ?o } } #'",
    "PREFIX : <urn:x> SELECT * { ?s ?p ?o SERVICE:x { ?s ?p ?o } }",
    "PREFIX : <urn:x> ASKFROM:x{}",
    "PREFIX from: <urn:x> SELECT * { from:service ?p ?o }",
    "SELECT * { \u017ferv\u0131ce <urn:x> { ?s ?p ?o } }",
]
ESCAPED = [
    "SELECT * { \\u0053ERVICE <urn:x> { ?s ?p ?o } }",
    "SELECT * { S\\U00000045RVICE <urn:x> { ?s ?p ?o } }",
    "SELECT * { \\u00000053ERVICE <urn:x> { ?s ?p ?o } }",
    "SELECT * { \\u017fERVICE <urn:x> { ?s ?p ?o } }",
    "SELECT * { ?s ?p '\\u0027 SERVICE <urn:x> { ?s ?p ?o } #' }",
    "SELECT * { ?s ?p ?o # \\u000a SERVICE <urn:x> { ?s ?p ?o }\n }",
]
STAYING = [
    "SELECT ?from ?service { ?from ?service ?o }",
    "SELECT * { ?s ?p 'no SERVICE FROM here' }",
    'SELECT * { ?s ?p """SERVICE "FROM" """ }',
    "SELECT * { <urn:FROM> ?p ?o } # SERVICE",
    "SELECT * { ?s <http://example.org/from> <http://example.org/service?wsdl#service> }",
    "PREFIX x: <http://example.org/about/service#>\nSELECT * { ?s x:from ?o . ?o x:service-from x: }",
    "SELECT (COUNT(*) AS ?from) { ?s ?p '\\u0219i \\u0001' FILTER (?p < 1 && ?s > 2) } # service",
    "PREFIX a: <urn:x> SELECT * { a:FROM ?p 1 . ?s ?q 'x'@en-from }",
]


@pytest.mark.parametrize("sparql", LEAVING)
def test_what_leaves_the_store_is_refused(sparql: str) -> None:
    with pytest.raises(SparqlError, match=r"SERVICE|FROM"):
        refuse_outside(sparql)


@pytest.mark.parametrize("sparql", STAYING)
def test_what_stays_is_not(sparql: str) -> None:
    refuse_outside(sparql)


@pytest.mark.parametrize("sparql", ESCAPED)
def test_no_escape_spells_the_word(sparql: str) -> None:
    with pytest.raises(SparqlError, match="Write the character itself"):
        refuse_outside(sparql)


@given(st.text(), st.sampled_from(["SERVICE <urn:x> { }", "FROM <urn:g>"]))
def test_no_text_before_it_hides_the_word(text: str, leaving: str) -> None:
    literal = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\r", " ")
    with pytest.raises(SparqlError):
        refuse_outside(f'SELECT ("{literal}" AS ?x) {{ {leaving} }}')


def test_neither_our_queries_nor_rdflibs_leave_the_store(build: Path) -> None:
    g = ag.open(build)
    for ask in (g.query, g.rdflib().query):
        with pytest.raises(SparqlError, match="SERVICE"):
            ask("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


SERVICE = "SERVICE <http://127.0.0.1:9/> { ?x ?y ?z }"
PIECES = st.sampled_from(
    [*"\"'#<>(){}\\.:;,?$@\r\n 01", "'''", '"""', "?s ?p ?o", " FILTER(?o<1)", "<urn:a>", "x:", "x:b", "?s", "true"]
)


def _reaches_out(engine: ox.Store, sparql: str) -> bool:
    """Return whether the engine takes the query and turns to the other endpoint; it refuses to ask port 9."""
    try:
        list(engine.query(sparql, prefixes={"x": "urn:"}))  # type: ignore[arg-type]
    except OSError as error:
        return "port 9" in str(error)
    except (SyntaxError, RuntimeError, TypeError):
        pass
    return False


@settings(max_examples=1000)
@given(st.lists(PIECES, max_size=6), st.lists(PIECES, max_size=4))
@example(["."], [])
@example([" FILTER(?o<'>')"], ["#'"])
def test_whatever_makes_the_engine_reach_out_is_refused(before: list[str], after: list[str]) -> None:
    engine = ox.Store()
    engine.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.Literal(0)))
    sparql = f"SELECT * {{ ?s ?p ?o{''.join(before)}{SERVICE}{''.join(after)} }}"
    if _reaches_out(engine, sparql):
        with pytest.raises(SparqlError):
            refuse_outside(sparql)
