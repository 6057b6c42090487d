"""Answers: rows of plain values, typed columns, tables that print, from any engine."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results

import alliancegraph as ag
from alliancegraph.graph.engines.store import Store
from alliancegraph.ontology.terms import XSD
from alliancegraph.queries.answers.answer import Answer, Inquiry
from alliancegraph.queries.answers.datatypes import TYPES, common_type, native
from alliancegraph.queries.answers.triples import Triples
from alliancegraph.queries.asking.ask import ask, query
from alliancegraph.queries.library import Question, all_questions
from tests.answers import whole_answer

QUESTIONS = [question for question in all_questions() if not question.makes_graph]
TYPED = """SELECT ?name ?count ?share ?day ?thing ?gap { VALUES (?name ?count ?share ?day ?thing ?gap) {
  ("<b>a</b>"@en 3 0.50 "2014-02-01"^^<http://www.w3.org/2001/XMLSchema#date> <urn:x/y> UNDEF)
  ("b" UNDEF 2 UNDEF <urn:x/z> UNDEF) } }"""


def rows(sparql: str) -> Answer:
    answer = query(Store.memory(), sparql)
    assert isinstance(answer, Answer)
    return answer


def test_values_are_plain_python() -> None:
    first, second = rows(TYPED)
    assert tuple(first) == ("<b>a</b>", 3, Decimal("0.5"), date(2014, 2, 1), "urn:x/y", None)
    assert dict(first)["day"] == date(2014, 2, 1)
    name, count, *_ = second
    assert (name, count, second[-1], second["share"]) == ("b", None, None, Decimal(2))
    with pytest.raises(KeyError, match="the columns are name, count"):
        second["nme"]


def test_the_rdf_terms_are_within_reach() -> None:
    answer = rows(TYPED)
    assert answer.terms[0][0] == Literal("<b>a</b>", language="en")
    assert answer.terms[1][4] == NamedNode("urn:x/z")


def test_a_slice_is_an_answer() -> None:
    answer = rows(TYPED)
    assert (len(answer), len(answer[1:]), answer[1:][0]["name"]) == (2, 1, "b")
    assert answer[-1] == answer[1]
    assert isinstance(answer[:1], Answer)


@pytest.mark.parametrize(
    ("text", "datatype", "value"),
    [
        ("true", "boolean", True),
        ("1", "boolean", True),
        ("false", "boolean", False),
        ("0", "boolean", False),
        ("TRUE", "boolean", "TRUE"),
        ("yes", "boolean", "yes"),
        ("+5", "integer", 5),
        ("1_000", "integer", "1_000"),
        ("٣", "integer", "٣"),
        (" 5 ", "integer", " 5 "),
        ("1.50", "decimal", Decimal("1.5")),
        ("NaN", "decimal", "NaN"),
        ("1e5", "decimal", "1e5"),
        ("1e5", "double", 1e5),
        ("-INF", "double", float("-inf")),
        ("infinity", "double", "infinity"),
        ("0001-01-01", "date", date(1, 1, 1)),
        ("20140201", "date", "20140201"),
        ("2014-02-30", "date", "2014-02-30"),
        ("12014-02-01", "date", "12014-02-01"),
        ("-0044-03-15", "date", "-0044-03-15"),
        ("2014-02-01Z", "date", "2014-02-01Z"),
    ],
)
def test_a_value_is_read_as_xsd_has_it(text: str, datatype: str, value: object) -> None:
    read = native(Literal(text, datatype=NamedNode(f"{XSD.base}{datatype}")))
    assert (type(read), read) == (type(value), value)


def test_a_text_that_is_not_of_its_datatype_stays_a_text() -> None:
    answer = rows('SELECT ("four"^^<http://www.w3.org/2001/XMLSchema#integer> AS ?n) {}')
    assert answer[0]["n"] == "four"
    assert answer.to_pandas()["n"].tolist() == ["four"]


def test_a_remote_engines_answer_is_the_same_type(store: Store) -> None:
    data = store.select(TYPED).serialize(format=QueryResultsFormat.JSON)
    assert data is not None
    solutions = parse_query_results(data, format=QueryResultsFormat.JSON)
    assert isinstance(solutions, QuerySolutions)
    assert list(Answer.of(solutions, Inquiry("", "", {}, "", store))) == list(rows(TYPED))


def test_a_dataframe_keeps_types() -> None:
    frame = rows(TYPED).to_pandas()
    assert [str(dtype) for dtype in frame.dtypes] == ["string", "Int64", "Float64", "datetime64[s]", "string", "string"]
    assert frame["count"].tolist() == [3, pd.NA]
    assert frame["day"][0] == pd.Timestamp(2014, 2, 1)
    assert frame["gap"].isna().all()


def test_mixed_values_are_texts_in_a_dataframe() -> None:
    frame = rows("SELECT ?x { VALUES ?x { 1 'one' } }").to_pandas()
    assert frame["x"].tolist() == ["1", "one"]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_column_has_the_type_that_its_question_declares(store: Store, sample: Store, question: Question) -> None:
    answer = whole_answer(question, store, sample)
    found = {name: common_type(row[name] for row in answer) for name in answer.columns}
    filled = {name for name in answer.columns if any(row[name] is not None for row in answer)}
    assert {name: answer.types[name] for name in filled} == {name: found[name] for name in filled}
    assert set(question.types) <= set(answer.columns)
    assert set(question.types.values()) <= set(TYPES)


def test_types_hold_where_no_row_comes_back(store: Store) -> None:
    question = next(question for question in QUESTIONS if question.name == "laws")
    answer = ask(store, question, {})
    full, empty = answer.to_pandas(), answer[:0].to_pandas()
    assert len(full) > len(empty) == 0
    assert full.dtypes.to_dict() == empty.dtypes.to_dict()
    assert str(empty["inForceUntil"].dtype) == "datetime64[s]"


def test_an_answer_prints_as_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert repr(rows("SELECT ?a ?b { VALUES (?a ?b) { (1 <urn:x/y>) } }")) == "A  B\n1  <urn:x/y>\n1 row\n"
    many = rows(f"SELECT ?a {{ VALUES ?a {{ {' '.join(map(str, range(300)))} }} }}")
    assert repr(many).endswith("\n20 rows\n… of 300 rows\n")
    assert str(many).endswith("\n299\n300 rows\n")


def test_a_notebook_gets_escaped_text() -> None:
    html = rows(TYPED)._repr_html_()
    assert '<td style="text-align: left">&lt;b&gt;a&lt;/b&gt;</td>' in html
    assert "<b>" not in html
    assert html.endswith("<p>2 rows</p>")


def test_wide_characters_keep_the_columns_straight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = str(rows("SELECT ?a ?b { VALUES (?a ?b) { ('児童' 'x') ('ab' 'y') } }")).splitlines()
    assert lines[1:3] == ["児童  x", "ab    y"]


def test_the_api_gives_rows_triples_or_truth(build: object) -> None:
    g = ag.open(str(build))
    assert g.query("ASK { ?x a ag:Contribution }") is True
    triples = g.query("CONSTRUCT WHERE { ?x a ag:Section }")
    assert isinstance(triples, Triples)
    assert len(triples) == 21
    assert "a ag:Section" in str(triples)
    assert len(triples.to_rdflib()) == 21
    assert {question.name for question in g.questions()} >= {"contributors"}
