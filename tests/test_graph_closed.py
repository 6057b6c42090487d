"""Queries stay in the store: nothing reaches the network or other data."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import alliancegraph as ag
from graph.closed import refuse_outside
from graph.errors import SparqlError

LEAVING = [
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { service SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "ASK { ?a ?b ?c FILTER(?a<?b)SERVICE?x{?s ?p ?o}FILTER(?c>1) }",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT * FROM NAMED <urn:g> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * # a comment\nFROM <urn:g> { ?s ?p 'it''s' }",
    'CONSTRUCT { ?s ?p "\\"" } FROM <urn:g> { ?s ?p ?o }',
]
STAYING = [
    "SELECT ?from ?service { ?from ?service ?o }",
    "SELECT * { ?s ?p 'no SERVICE FROM here' }",
    'SELECT * { ?s ?p """SERVICE "FROM" """ }',
    "SELECT * { <urn:FROM> ?p ?o } # SERVICE",
    "PREFIX from: <urn:x> SELECT * { from:service ?p ?o }",
    "PREFIX a: <urn:x> SELECT * { a:FROM ?p 1 . ?s ?q 'x'@en-from }",
]


@pytest.mark.parametrize("sparql", LEAVING)
def test_what_leaves_the_store_is_refused(sparql: str) -> None:
    with pytest.raises(SparqlError, match=r"SERVICE|FROM"):
        refuse_outside(sparql)


@pytest.mark.parametrize("sparql", STAYING)
def test_what_stays_is_not(sparql: str) -> None:
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
