"""An answer that is empty says why it may be, and `SELECT *` keeps the order of the query."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions

from alliancegraph.cli import main
from graph.prefixes import known_prefixes
from graph.store import Store
from queries.hints import hints

REASONS = [
    ('?x skos:prefLabel "Interpol"', 'no skos:prefLabel is "Interpol", but there is "Interpol"@en: write it so.'),
    ('?x skos:prefLabel "INTERPOL"@en', 'no skos:prefLabel is "INTERPOL"@en. Did you mean "Interpol"@en'),
    ('?x skos:prefLabel ?n FILTER (?n = "Interpol")', 'but there is "Interpol"@en'),
    ('?r ag:year "2014"', 'no ag:year is "2014", but there is 2014: write it so.'),
    ('?r ag:year ?y FILTER ("2014" = ?y)', 'no ag:year is "2014", but there is 2014'),
    ("?r ag:year 1999", "no ag:year is 1999; one of them is 2013."),
    ("?g skos:notation 4.1", 'no skos:notation is 4.1, but there is "4.1"'),
    ("?x skos:prefLable ?n", "nothing in the graph is skos:prefLable. Did you mean skos:prefLabel?"),
    ("?x a/skos:broder+ ?n", "nothing in the graph is skos:broder. Did you mean skos:broader?"),
    ("?x a foaf:Projekt", "nothing in the graph is foaf:Projekt. Did you mean foaf:Project?"),
    ("<http://example.org/x> ?p ?o", "nothing in the graph is <http://example.org/x>."),
    (
        "?actor a foaf:Project . ?acotr ?p foaf:Project",
        "?acotr stands only once, so nothing joins it. Did you mean ?actor?",
    ),
    ("?x a foaf:Project FILTER (?yaer > 1)", "no pattern binds ?yaer."),
]


@pytest.mark.parametrize(("pattern", "reason"), REASONS)
def test_an_empty_answer_says_why(store: Store, pattern: str, reason: str) -> None:
    assert any(
        line.startswith(reason) or reason in line for line in hints(store, f"SELECT ?x {{ ?x a ?k . {pattern} }}")
    )


def test_a_number_is_not_a_misspelt_number(store: Store) -> None:
    said = hints(store, "SELECT * { goal:global-alliance-9.9 ?p ?o }")
    assert said == ["nothing in the graph is goal:global-alliance-9.9."]


def test_a_variable_that_is_selected_and_not_bound(store: Store) -> None:
    said = hints(store, "SELECT ?nmae { ?x skos:prefLabel ?name }")
    assert said == ["no pattern binds ?nmae. Did you mean ?name?"]


def test_what_is_right_has_no_hint(store: Store) -> None:
    right = (
        'SELECT ?x (COUNT(?y) AS ?n) { ?x skos:prefLabel ?l FILTER (?l = "Interpol"@en) BIND (?x AS ?y) } GROUP BY ?x'
    )
    assert hints(store, right) == []
    assert hints(store, "SELECT * { VALUES ?g { 1 } GRAPH ?h { ?s ag:year ?y FILTER (?y > 2010) } }") == []
    assert hints(store, "SELECT ?actorName { ?x ag:actor ?actor . ?y ag:displayName ?actorName }") == []


def test_what_another_parser_does_not_read_has_no_hint(store: Store) -> None:
    assert hints(store, "SELECT * { ?s ?p ?o LATERAL { ?o ?q ?r } }") == []


QUERIES = {
    "SELECT * { ?x skos:prefLabel 'Interpol' }": ('note: no skos:prefLabel is "Interpol"', ""),
    "ASK { ?x skos:prefLabel 'Interpol' }": ('note: no skos:prefLabel is "Interpol"', ""),
    "CONSTRUCT { ?x a 1 } WHERE { ?x skos:prefLabel 'Interpol' }": ('note: no skos:prefLabel is "Interpol"', ""),
    "SELECT ?goal ?nmae { ?goal a ag:OperationalGoal }": ("note: no pattern binds ?nmae", ""),
    "SELECT ?goal { ?goal a ag:OperationalGoal }": ("", "note"),
}


@pytest.mark.parametrize("sparql", QUERIES)
def test_notes_stand_on_standard_error(
    build: Path, sparql: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(sparql.encode())))
    assert (
        main(["query", "-", "--build", str(build), "--format", "ttl" if sparql.startswith("CONSTRUCT") else "table"])
        == 0
    )
    out, err = capsys.readouterr()
    there, absent = QUERIES[sparql]
    assert there in err
    assert not absent or absent not in err
    assert "note" not in out


def _columns(store: Store, sparql: str) -> list[str]:
    results = store.query(sparql, known_prefixes())
    assert isinstance(results, QuerySolutions)
    return [variable.value for variable in results.variables]


@pytest.mark.parametrize(
    ("sparql", "columns"),
    [
        ("SELECT * { ?z skos:notation ?b . ?z a ?a }", ["z", "b", "a"]),
        ("PREFIX x: <urn:*>\n# SELECT *\nselect distinct * { ?z ?b ?a FILTER (?a * 2 = 4) }", ["z", "b", "a"]),
        (
            "SELECT * { { SELECT (2 * 3 AS ?six) ?c { ?hidden a ?c } } $c ?b ?a MINUS { ?a ?b ?zero } }",
            ["six", "c", "b", "a"],
        ),
        ("SELECT ?b ?a { ?a ?b 1 }", ["b", "a"]),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b 1 }", ["n"]),
    ],
)
def test_a_star_keeps_the_order_of_the_query(store: Store, sparql: str, columns: list[str]) -> None:
    assert _columns(store, sparql) == columns


@given(st.permutations(["s", "p", "o"]))
def test_whatever_the_names(names: list[str]) -> None:
    assert _columns(Store.memory(), f"SELECT * {{ ?{' ?'.join(names)} }}") == names
