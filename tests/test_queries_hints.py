"""An answer that is empty says why it may be, and `SELECT *` keeps the order of the query."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions

from alliancegraph.cli import main
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.prefixes import known_prefixes
from alliancegraph.queries.asking.hints import hints
from alliancegraph.queries.asking.vocabulary import unknown_words

LEFT_OUT = "the statements have answers, and the conditions leave out all of them."
REASONS = [
    ('?x skos:prefLabel "Interpol"', 'no skos:prefLabel is "Interpol", but there is "Interpol"@en: write it so.'),
    ('?x skos:prefLabel "INTERPOL"@en', 'no skos:prefLabel is "INTERPOL"@en. Did you mean "Interpol"@en'),
    ('?x skos:prefLabel ?n FILTER (?n = "Interpol")', 'but there is "Interpol"@en'),
    ('?r ag:year "2014"', 'no ag:year is "2014", but there is 2014: write it so.'),
    ('?r ag:year ?y FILTER ("2014" = ?y)', 'no ag:year is "2014", but there is 2014'),
    ('?r ag:year ?y FILTER (?y > "2010")', 'no ag:year is "2010". Did you mean 2014 or 2013?'),
    ("?r ag:year 1999", "no ag:year is 1999; one of them is 2013."),
    ("?g skos:notation 4.1", 'no skos:notation is 4.1, but there is "4.1"'),
    ("?x skos:prefLable ?n", "nothing in the graph is skos:prefLable. Did you mean skos:prefLabel?"),
    ("?x a/skos:broder+ ?n", "nothing in the graph is skos:broder. Did you mean skos:broader?"),
    ("?x a foaf:Projekt", "nothing in the graph is foaf:Projekt. Did you mean foaf:Project?"),
    ("<http://example.org/x> ?p ?o", "nothing in the graph is <http://example.org/x>."),
    (
        "?actor a foaf:Project . ?acotr ?p foaf:Project",
        "?acotr occurs only once, so nothing joins it. Did you mean ?actor?",
    ),
    ("?x a foaf:Project FILTER (?yaer > 1)", "no pattern binds ?yaer."),
    ("?x ag:role role:finances", "nothing in the graph is role:finances. Did you mean role:funds?"),
    ("?x ag:status status:completed", "Did you mean status:done?"),
    ("?x ag:status 'done'", "ag:status leads to things such as status:done, not to texts"),
    ("?x ag:actor ?n FILTER (?n = 'Interpol')", "their names are ag:actor/ag:displayName."),
    ("?x schema:value ?n", "nothing in the graph is schema:value. The graph uses ag:value."),
    ("?x a schema:Organization", "nothing in the graph is schema:Organization. The graph uses org:Organization."),
    ("?x foaf:name ?n", "nothing in the graph is foaf:name. The names of things are ag:displayName"),
    ("?x ag:role ?r FILTER (?r = role:finances)", "nothing in the graph is role:finances. Did you mean role:funds?"),
    ("?x ag:role ?r FILTER (?r IN ('leads', 'hosts'))", "ag:role leads to things such as role:adopts, not to texts"),
    ("VALUES ?y { '2014' } ?r ag:year ?y", 'no ag:year is "2014", but there is 2014: write it so.'),
    (
        "?x ag:earliest ?d FILTER (?d > 2014-06-01)",
        '2014-06-01 is 2014 minus 6 minus 1: write "2014-06-01"^^xsd:date.',
    ),
    ("?x ag:earliest ?d FILTER (2014 < ?d)", "ag:earliest has no numbers to compare with 2014, but "),
    ("?x rdfs:label ?n", "the names of things are ag:displayName and skos:prefLabel."),
    (
        '?x skos:prefLabel ?n FILTER CONTAINS(?n, "interPOL")',
        'CONTAINS finds "interPOL" in no skos:prefLabel in these letters: write CONTAINS(LCASE(?n), "interpol").',
    ),
    ('?x skos:prefLabel ?n FILTER STRSTARTS(LCASE(?n), "Interpol")', 'write STRSTARTS(LCASE(?n), "interpol").'),
    ('?x ag:earliest ?d FILTER (YEAR(?d) = "2014")', 'YEAR gives a number, and "2014" is none: write 2014.'),
    ("?x ag:earliest ?d FILTER (2014 = STR(?d))", 'STR gives a text, and 2014 is a number: write "2014".'),
]


@pytest.mark.parametrize(("pattern", "reason"), REASONS)
def test_an_empty_answer_says_why(store: Store, pattern: str, reason: str) -> None:
    assert any(
        line.startswith(reason) or reason in line for line in hints(store, f"SELECT ?x {{ ?x a ?k . {pattern} }}")
    )


@pytest.mark.parametrize("word", ["org:FormalOrganisation", "schema:ngo", "eli:LegalResourse"])
def test_only_like_is_offered_for_like(store: Store, word: str) -> None:
    (said,) = hints(store, f"SELECT * {{ ?x a {word} }}")
    assert said.startswith(f"nothing in the graph is {word}.")
    offered = said.partition("Did you mean ")[2].rstrip("?").split(" or ")
    assert all(
        name.rpartition(":")[2][:1].isupper() == word.rpartition(":")[2][:1].isupper() for name in offered if name
    )


@pytest.mark.parametrize(
    ("word", "offer"),
    [
        ("Place", "Did you mean schema:Place?"),
        ("inForceFrom", "Did you mean eli:first_date_entry_in_force?"),
        ("Penalti", "Did you mean ag:Penalty?"),
        ("stauts", "Did you mean ag:status, ag:states or ag:state?"),
        ("completed", "Did you mean status:done?"),
        ("postponed", "Did you mean status:postponed?"),
        ("Xyzzy", ""),
    ],
)
def test_a_word_is_offered_under_its_prefix(word: str, offer: str) -> None:
    (said,) = unknown_words(f"SELECT * {{ ?x ag:{word} ?y }}")
    assert said == f"the ontology has no word '{word}'. {offer}".strip()


def test_what_holds_has_no_hint(store: Store) -> None:
    right = 'FILTER (CONTAINS(LCASE(?n), "interpol") && STRLEN(?n) > 3 && STR(?n) = "x" && YEAR(?d) = 2014)'
    assert set(hints(store, f"SELECT * {{ ?x skos:prefLabel ?n ; ag:earliest ?d {right} }}")) <= {LEFT_OUT}


@pytest.mark.parametrize("word", ["value", "startDate", "duration"])
def test_what_is_not_alike_is_not_offered(store: Store, word: str) -> None:
    (said,) = hints(store, f"SELECT * {{ ?x schema:{word} ?y }}")
    assert "Did you mean" not in said


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("LIMIT 0", ["LIMIT 0 takes no row."]),
        ("OFFSET 90000", ["OFFSET 90000 leaves out the first 90000 rows."]),
        ("GROUP BY ?x HAVING (COUNT(*) > 90000)", [LEFT_OUT]),
    ],
)
def test_the_end_of_a_query(store: Store, end: str, said: list[str]) -> None:
    assert hints(store, f"SELECT ?x {{ ?x ag:year ?y FILTER (?y > 1 && ?y != 7) }} {end}") == said


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("?x ag:status status:done ; ag:status status:planned", ["each statement has answers by itself, and all"]),
        ("?x ag:displayName ?n FILTER (LANG(?n) = 'EN')", ["the statements have answers, and the conditions leave"]),
        ("?x ag:year ?y OPTIONAL { ?x ag:role ?r } FILTER (?y NOT IN (2013, 2014))", []),
        ("?x ag:year ?y", []),
    ],
)
def test_where_every_word_is_right(store: Store, pattern: str, said: list[str]) -> None:
    found = hints(store, f"SELECT * {{ {pattern} }}")
    assert [line[: len(start)] for line, start in zip(found, said, strict=True)] == said


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
    assert set(hints(store, right)) <= {LEFT_OUT}
    assert hints(store, "SELECT * { VALUES ?g { 1 } GRAPH ?h { ?s ag:year ?y FILTER (?y > 2010) } }") == []
    assert hints(store, "SELECT ?r { ?p ag:actor ?a . ?ab ag:role ?r }") == []
    assert hints(store, "SELECT ?actorName { ?x ag:actor ?actor . ?y ag:displayName ?actorName }") == []


def test_what_another_parser_does_not_read_has_no_hint(store: Store) -> None:
    assert hints(store, "SELECT * { ?s ?p ?o LATERAL { ?o ?q ?r } }") == []


QUERIES = {
    "SELECT * { ?x skos:prefLabel 'Interpol' }": ('note: no skos:prefLabel is "Interpol"', ""),
    "ASK { ?x skos:prefLabel 'Interpol' }": ('note: no skos:prefLabel is "Interpol"', ""),
    "CONSTRUCT { ?x a 1 } WHERE { ?x skos:prefLabel 'Interpol' }": ('note: no skos:prefLabel is "Interpol"', ""),
    "SELECT ?goal ?nmae { ?goal a ag:OperationalGoal }": ("note: no pattern binds ?nmae", ""),
    "SELECT ?goal { ?goal a ag:OperationalGoal }": ("", "note"),
    "SELECT (COUNT(*) AS ?n) { ?a ag:status status:completed }": ("Did you mean status:done?", ""),
    "SELECT (SUM(?v) AS ?n) (COUNT(?x) AS ?m) { ?x schema:value ?v }": ("The graph uses ag:value.", ""),
    "SELECT (COUNT(*) AS ?n) { ?a ag:status status:done }": ("", "note"),
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
        ("SELECT REDUCED * { ?z ?b ?a }", ["z", "b", "a"]),
        ("SELECT ?b ?a { ?a ?b 1 }", ["b", "a"]),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b 1 }", ["n"]),
    ],
)
def test_a_star_keeps_the_order_of_the_query(store: Store, sparql: str, columns: list[str]) -> None:
    assert _columns(store, sparql) == columns


@given(st.permutations(["s", "p", "o"]))
def test_select_star_keeps_the_order_of_any_names(names: list[str]) -> None:
    assert _columns(Store.memory(), f"SELECT * {{ ?{' ?'.join(names)} }}") == names


def test_describe_of_an_unknown_thing_gives_a_hint(store: Store) -> None:
    assert hints(store, "DESCRIBE goal:global-alliance-4.1") == []
    [told] = hints(store, "DESCRIBE organization:ro-fokus")
    assert told == "nothing in the graph is organization:ro-fokus. Did you mean organization:ro-focus?"
