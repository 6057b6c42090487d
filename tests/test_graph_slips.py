"""A query that is refused is told which line, which word, and what was probably meant."""

from pathlib import Path

import pytest

from alliancegraph.graph.engines.endpoint import Endpoint
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import SparqlError
from alliancegraph.graph.model.prefixes import known_prefixes
from alliancegraph.graph.sparql.commonslips import Common, all_common, common_slips
from alliancegraph.graph.sparql.slips import refusal
from alliancegraph.graph.sparql.tokens import read_tokens
from alliancegraph.queries.library import all_questions
from tests.test_graph_endpoint import answering

SLIPS = [
    ("SELEC * { ?s ?p ?o }", "SELEC", "Did you mean SELECT?"),
    ("SELECT ?x WERE { ?x a ag:x }", "WERE", "Did you mean WHERE?"),
    ("SELECT * { ?s ?p ?o FITLER(?o > 1) }", "FITLER", "Did you mean FILTER?"),
    ("SELECT * { ?s ?p ?o } ODER BY ?s", "ODER", "Did you mean ORDER"),
    ("SELECT * {\n  ?s skoss:notation ?n }", "skoss:", "the prefix 'skoss:'; expected one that is declared"),
    ("SELECT * {\n  ?s skoss:notation ?n }", "skoss:", "Did you mean skos"),
    ("PREFIX x: <urn:x>\nSELECT * { ?s x:a ?o ; y:b 1 }", "y:b", "the prefix 'y:'"),
    ("SELECT * {\n\t?s ?p ?o\n\t?a ?b ?c }", "?a", "a full stop, `;` or `,` before it"),
    ("SELECT * { ?s ag:goal ?o ; ag:role ?r ?a ag:b ?c }", "?a", "a full stop"),
    ("SELECT * { ?s ag:goal ?o, ?r ?a }", "?a", "a full stop"),
    ("SELECT * { ?s ?p ?o", "{", "a '{' that is not closed"),
    ("SELECT (COUNT(*) AS ?n { ?s ?p ?o }", "(COUNT", "a '(' that is not closed"),
    ("SELECT * { ?s ?p ?o } }", "}", "a '}' that closes nothing"),
    ("SELECT * { ?s ?p 'abc }", "'", "a text that begins with ' and does not end"),
    ("SELECT * { ?s ag:goal ?g FILTER (?g = 1 }", "(", "a '(' that is not closed before '}'"),
    ("SELECT * { [ ag:goal ?g }", "[", "a '[' that is not closed before '}'"),
    ("SELECT * {\n?s ag:goal ?g ORDER BY ?g }", "ORDER", "ORDER inside the braces; expected it after the last brace"),
    ("SELECT * { ?s ag:goal ?g LIMIT 5 }", "LIMIT", "LIMIT inside the braces"),
    ("SELECT * { ?s ag:goal ?g\nORDER BY ?g", "{", "a '{' that is not closed"),
    ("SELECT * { { SELECT * { ?s ?p ?o } LIMIT 5 } ?s a HAVING }", "HAVING", "HAVING inside the braces"),
    ("SELECT * { ?s ag:displayName “abc” }", "“", "left double quotation mark); expected signs of SPARQL"),
    ("SELECT * { ?s\u00a0ag:goal ?g }", "\u00a0", "(no-break space)"),
    ('SELECT * { ?s ag:goal "C:\\data" }', "\\d", "Write the backslash twice."),
    ("SELECT ?g (COUNT(?x) AS ?n) { ?x ag:goal ?g }", "?g", "Write GROUP BY with ?g"),
    (
        "SELECT (COUNT(?x) AS ?n) ?s { ?x ag:goal ?s ; ag:year ?g } GROUP BY ?g",
        "?s",
        "a column of GROUP BY",
    ),
    ("SELECT * { ?s ag:goal ?g BIND (1 AS ?g) }", "?g)", "?g after AS, which is bound before it"),
    ("SELECT * { ?s https://x.org/a#b ?g }", "https", "Put it between < and >."),
    ("SELECT * { ?s a goal }", "goal", "A name wants a prefix"),
    ("INSERT DATA { <urn:a> <urn:b> 1 }", "INSERT", "Updates are not queries"),
    ("DROP ALL", "DROP", "an update"),
    ("SELECT * {\n  SERVICE <urn:x> { ?s ?p ?o } }", "SERVICE", "Ask the other endpoint by itself"),
    ("SELECT *\n\tFROM <urn:x> { ?s ?p ?o }", "FROM", "a query over the built graph alone"),
    ("SELECT * { ?s ?p '\\u0027' }", "\\u0027", "Write the character itself."),
]


def _said(sparql: str) -> str:
    with pytest.raises(SparqlError) as refused:
        Store.memory().query(sparql, known_prefixes())
    return str(refused.value)


@pytest.mark.parametrize(("sparql", "word", "words"), SLIPS)
def test_a_slip_is_named_with_its_place(sparql: str, word: str, words: str) -> None:
    said = _said(sparql)
    assert words in said
    *_, line, caret = said.splitlines()
    place = sparql.rindex(word) if word == "}" else sparql.index(word)
    assert said.startswith(f"line {sparql.count(chr(10), 0, place) + 1}, column ")
    assert not word or line[caret.index("^") :].startswith(word)


@pytest.mark.parametrize("sparql", ["", " \n", "  # nothing"])
def test_an_empty_query_is_reported_as_empty(sparql: str) -> None:
    assert _said(sparql).startswith("the query is empty; expected a SPARQL query. ")
    assert "^" not in _said(sparql)


@pytest.mark.parametrize("slip", all_common(), ids=lambda slip: str(slip.found))
def test_a_slip_of_the_list_is_told_where_it_is_and_nowhere_else(slip: Common) -> None:
    tokens = list(read_tokens(slip.wrong))
    texts = {token.start: token.text for token in tokens}
    told = next(each for each in common_slips(tokens) if each.found == slip.found.format(at=texts[each.place]))
    said = _said(slip.wrong)
    assert f"not SPARQL: {told.found}; expected {told.expected}. {told.remedy}\n" in said
    assert said.splitlines()[-1].index("^") - 2 == told.place - slip.wrong.rfind("\n", 0, told.place) - 1
    assert list(common_slips(list(read_tokens(slip.right)))) == []
    Store.memory().query(slip.right, known_prefixes())


def test_a_mistake_that_only_the_engine_finds_is_reported_with_its_place() -> None:
    said = _said("SELECT * {\n  ?s ?p ?o .\n  ?s ag:goal/ ?c }")
    assert said.startswith("line 3, column 15")
    assert "is not allowed about here, at '?c' after '/'; expected a SPARQL 1.1 query" in said
    assert said.splitlines()[1] == "    ?s ag:goal/ ?c }"


def test_right_queries_show_no_slip() -> None:
    for question in all_questions():
        said = str(refusal(question.sparql, "error at 1:1: expected nothing", known_prefixes()))
        assert "something that is not allowed about here" in said, said


def test_a_server_s_refusal_is_explained_too() -> None:
    with answering((400, b"syntax error somewhere", 0)) as (address, _):
        with pytest.raises(SparqlError, match=r"the word 'WERE'; http.* refuses the query: syntax error") as refused:
            Endpoint(address).query("SELECT ?x WERE { ?x a ?y }")
        assert str(refused.value).endswith("\n  SELECT ?x WERE { ?x a ?y }\n            ^")


@pytest.mark.parametrize("nested", ["({})", "!{}", "{}+1", "{}||1", "{}/1", "-{}"])
def test_a_query_that_would_end_the_engine_is_refused(nested: str) -> None:
    before, after = nested.split("{}")
    deep = _said(f"SELECT * {{\n?s ?p ?o FILTER ({before * 5000}1{after * 5000}) }}")
    assert deep.startswith("line 2 of the query: a query that ")
    braces = _said("SELECT * " + "{" * 5000 + "}" * 5000)
    assert "nested too deep; expected at most 128 levels" in braces


@pytest.mark.parametrize("clause", ["UNION { ?s ?p ?o }", "BIND (1 AS ?n{})", "OPTIONAL { ?s ?p ?o }"])
def test_so_is_one_that_chains_too_much(clause: str) -> None:
    clauses = " ".join(clause.replace("{}", str(number)) for number in range(600))
    assert "chains too much" in _said(f"SELECT * {{ {{ ?s ?p ?o }} {clauses} }}")


def test_long_lists_are_no_chains(tmp_path: Path) -> None:
    numbers = " ".join(str(number) for number in range(5000))
    store = Store.create(tmp_path / "store")
    assert len(list(store.select(f"SELECT ?n {{ VALUES ?n {{ {numbers} }} }}"))) == 5000
    assert (
        list(store.select(f"SELECT ?n {{ ?s ?p ?n FILTER (?n IN ({numbers.replace(' ', ', ')})) }} # {'(' * 999}"))
        == []
    )


def test_the_caret_stands_under_its_place_behind_tabs_too() -> None:
    error = refusal("SELECT * {\n\t?s\txyz:p ?o }", "", {})
    assert "\n  \t?s\txyz:p ?o }\n  \t  \t^" in str(error)
