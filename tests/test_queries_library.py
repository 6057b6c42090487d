"""The library: each worked example has the answer that its file gives; each file runs as it is and counts fairly."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import example as with_example
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QueryTriples
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.sparql.sparqlfile import read_sparql
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.answers.cells import cell
from alliancegraph.queries.asking.ask import ask
from alliancegraph.queries.asking.binding import Terms, bind
from alliancegraph.queries.asking.parameters import terms, types
from alliancegraph.queries.library import GRAPHS, LIBRARY, Parameter, Question, all_questions
from alliancegraph.queries.views.reading import VIEWS

QUESTIONS = all_questions()
OPEN = [question for question in QUESTIONS if not any(parameter.required for parameter in question.parameters)]
COUNTING = [question for question in QUESTIONS if re.search(r"\b(COUNT|SUM|AVG|MIN|MAX)\(.+?\) AS ", question.sparql)]
Row = dict[str, str]
Graphs = Mapping[str, Store]


@pytest.fixture(scope="module")
def graphs(store: Store, sample: Store) -> Graphs:
    return {"shipped": store, "sample": sample}


def names(question: Question) -> str:
    return question.name


def asked(question: Question, values: Mapping[str, Terms], store: Store) -> list[Row]:
    """Return the rows of an answer as texts by column; of a graph, its triples."""
    results = store.query(bind(question.sparql, values))
    if isinstance(results, QueryTriples):
        return [dict(zip(("subject", "predicate", "object"), map(cell, triple), strict=True)) for triple in results]
    columns = [variable.value for variable in results.variables]  # type: ignore[union-attr]
    return [dict(zip(columns, map(cell, row), strict=True)) for row in results]  # type: ignore[union-attr]


def example(question: Question, graphs: Graphs) -> list[Row]:
    store = graphs[question.graph]
    return asked(question, terms(question, question.example_values, store), store)


@pytest.mark.parametrize("question", QUESTIONS, ids=names)
def test_the_worked_example_has_the_answer_that_its_file_gives(graphs: Graphs, question: Question) -> None:
    """All rows of the file, in their order."""
    answer = ask(graphs[question.graph], question, question.example_values)
    assert len(answer) == question.rows
    assert question.answer
    columns = list(question.answer[0])
    places = [answer.columns.index(column) for column in columns]
    found = [tuple(cell(terms[place]) for place in places) for terms in answer.terms]
    told = [tuple(row[column] for column in columns) for row in question.answer]
    rest = iter(found)
    assert [row for row in told if row in rest] == told, found
    assert len(told) < question.rows or told == found


@pytest.mark.parametrize(
    ("question", "parameter"), [(q, p) for q in QUESTIONS for p in q.parameters], ids=lambda x: x.name
)
def test_each_parameter_narrows_the_answer(graphs: Graphs, question: Question, parameter: Parameter) -> None:
    store = graphs[question.graph]
    needed = {p.name: p.example for p in question.parameters if p.required}
    values = terms(question, needed | {parameter.name: parameter.example}, store)
    fewer = asked(question, values, store)
    assert fewer
    if question in OPEN and not question.counts:
        every = asked(question, {}, store)
        assert [row for row in fewer if row not in every] == []
    assert asked(question, {**values, parameter.name: [NamedNode("urn:nothing")]}, store) == []


@pytest.mark.parametrize("question", QUESTIONS, ids=names)
def test_the_file_runs_as_it_is(graphs: Graphs, question: Question) -> None:
    store = graphs[question.graph]
    plain = question._replace(sparql=(LIBRARY / f"{question.name}.rq").read_text(encoding="utf-8"))
    assert asked(plain, {}, store) == asked(question, {}, store)


@pytest.mark.parametrize("question", QUESTIONS, ids=names)
def test_the_front_matter_is_whole(question: Question) -> None:
    assert question.question.endswith((".", "?"))
    assert question.graph in GRAPHS
    assert {p.type for p in question.parameters} <= set(types())
    assert set(question.example_values) <= {p.name for p in question.parameters}
    for parameter in question.parameters:
        assert f"?{parameter.name} " in question.sparql
        assert parameter.help


@pytest.mark.parametrize("question", QUESTIONS, ids=names)
def test_what_gives_a_sentence_says_of_which_report_it_is(graphs: Graphs, question: Question) -> None:
    columns = ask(graphs[question.graph], question, question.example_values).columns
    assert "quote" not in columns or {"reportName", "memberName", "year", "earlier"} & set(columns)


def test_there_are_at_least_forty_questions() -> None:
    assert len(QUESTIONS) >= 40


def test_questions_that_give_a_graph_are_among_them() -> None:
    assert [question.name for question in QUESTIONS if question.makes_graph] == ["evidence-graph", "network-of"]


def ordered_by(question: Question) -> str:
    return " ".join(re.findall(r"^ORDER BY (.*)$", question.sparql, re.MULTILINE))


OF_NOTHING_LARGER = {"unsure"}  # a report may always have one more thing of which its reader is unsure


def aggregates(question: Question) -> set[str]:
    return set(re.findall(r"\((?:COUNT|SUM|AVG|MIN|MAX)\([^()]*\) AS \?(\w+)\)", question.sparql))


@pytest.mark.parametrize("question", QUESTIONS, ids=names)
def test_nobody_is_ranked(question: Question) -> None:
    """Rows stand in the order of names, years and sections, never in that of a count."""
    order = ordered_by(question)
    assert order or question.makes_graph
    assert re.fullmatch(r"(\?\w+ ?)*", order), "only plain variables, upwards"
    assert set(re.findall(r"\w+", order)) & (aggregates(question) | set(question.counts)) == set()
    assert not re.search(r"\bLIMIT\b", question.sparql)


@pytest.mark.parametrize("question", COUNTING, ids=names)
def test_a_count_says_out_of_how_many(graphs: Graphs, question: Question) -> None:
    rows = example(question, graphs)
    kept = set(re.findall(r"ag:count \?(\w+)", question.sparql)) & set(rows[0])
    assert (aggregates(question) | kept) - OF_NOTHING_LARGER == {*question.counts, *question.counts.values()}
    for count, whole in question.counts.items():
        counted = [row for row in rows if row[count]]
        assert counted
        assert all(int(row[count]) <= int(row[whole]) for row in counted)


def test_there_are_questions_that_count() -> None:
    assert len(COUNTING) >= 8
    assert {question.name for question in QUESTIONS if question.counts} == {question.name for question in COUNTING}


@given(st.text())
@with_example("\v")
def test_no_value_escapes_its_place(text: str) -> None:
    store = Store.memory()
    query = bind("SELECT ?x WHERE { FILTER BOUND(?x) }", {"x": [Literal(text)]})
    assert [row["x"].value for row in store.select(query)] == [text]


@pytest.mark.parametrize(
    ("sparql", "narrowed"),
    [
        ("SELECT * { ?x a ?y }", "SELECT * { VALUES ?x { 1 } ?x a ?y }"),
        ("SELECT ?x { ?y a ?z }", "SELECT ?x { ?y a ?z }"),
        ("SELECT * { ?y a ?z MINUS { ?x a ?y } }", "SELECT * { ?y a ?z MINUS { VALUES ?x { 1 } ?x a ?y } }"),
        ("SELECT * { { SELECT ?x { ?x a ?y } } }", "SELECT * { { SELECT ?x { VALUES ?x { 1 } ?x a ?y } } }"),
        ("CONSTRUCT { ?x a ?y } { ?x a ?y }", "CONSTRUCT { ?x a ?y } { VALUES ?x { 1 } ?x a ?y }"),
        ("SELECT * { ?x ?p '{ ?x }' } # { ?x", "SELECT * { VALUES ?x { 1 } ?x ?p '{ ?x }' } # { ?x"),
        ("ASK { ?y a? ?z } ORDER BY ?x", "ASK { ?y a? ?z } ORDER BY ?x"),
        ("SELECT * { $x a ?y }", "SELECT * { VALUES ?x { 1 } $x a ?y }"),
        ("SELECT * { ?xy a ?z }", "SELECT * { ?xy a ?z }"),
    ],
)
def test_each_group_that_names_a_variable_is_narrowed(sparql: str, narrowed: str) -> None:
    one = Literal(1)
    assert bind(sparql, {"x": [one]}) == narrowed.replace("1", str(one))
    assert bind(sparql, {"x": [], "z9": [one]}) == sparql


@pytest.mark.parametrize("path", sorted([*LIBRARY.glob("*.rq"), *VIEWS.glob("*.rq")]), ids=lambda path: str(path.stem))
def test_no_pattern_stands_behind_an_optional(path: Path) -> None:
    """Engines then join it for every row, without an index: `goal-measure` took 105 seconds where 0.3 are enough."""
    joins = [
        node for node in _nodes(translateQuery(parseQuery(read_sparql(path).sparql)).algebra) if node.name == "Join"
    ]
    assert [node.p2.name for node in joins if node.p1.name == "LeftJoin" and node.p2.name != "ToMultiSet"] == []


def _nodes(node: object) -> Iterator[CompValue]:
    if isinstance(node, CompValue):
        yield node
        for value in node.values():
            yield from _nodes(value)


@pytest.mark.parametrize("question", [each for each in QUESTIONS if len(each.parameters) > 1], ids=names)
def test_what_leaves_the_fewest_rows_comes_first(graphs: Graphs, question: Question) -> None:
    """Oxigraph starts from the first VALUES: the order in which a person gives values must not matter."""
    store = graphs[question.graph]
    given = question.example_values
    turned = dict(reversed([*given.items()]))
    assert bind(question.sparql, terms(question, given, store)) == bind(question.sparql, terms(question, turned, store))
    kinds = {parameter.name: types().index(parameter.type) for parameter in question.parameters}
    ranks = [kinds[name] for name in terms(question, given, store)]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("file", ["unfinished.rq", "no-action.rq"])
def test_questions_that_list_statuses_list_all_that_make_no_contribution_yet(file: str) -> None:
    """A new status among them would be left out of the answers without a word."""
    vocabulary = Vocabulary.load()
    statuses = {word: vocabulary.concept(AG.Status, word) for word in vocabulary.concepts(AG.Status)}
    done = {word for word, iri in statuses.items() if vocabulary.index.first(iri, AG.entails) == AG.contributesTo}
    text = (LIBRARY / file).read_text(encoding="utf-8")
    lists = [found for found in re.findall(r"VALUES [^{]*\{([^}]*)\}", text) if "status:" in found]
    assert lists
    for listed in lists:
        assert statuses.keys() - done <= set(re.findall(r"status:([\w-]+)", listed))
        for word, name in re.findall(r'status:([\w-]+) "(.*?)"', listed):
            assert name == vocabulary.label(statuses[word])
