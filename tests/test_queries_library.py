"""The library: each question's example has an answer, with one parameter or all, and each file runs as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from graph.store import Store
from queries.ask import ask
from queries.library import LIBRARY, Parameter, Question, all_questions
from queries.parameters import types
from queries.values import bind

QUESTIONS = all_questions()


def names(question: Question) -> str:
    return question.name


@pytest.mark.parametrize("question", QUESTIONS, ids=names)
def test_the_example_has_an_answer(store: Store, question: Question) -> None:
    assert list(ask(store, question, {p.name: p.example for p in question.parameters}))


@pytest.mark.parametrize(
    ("question", "parameter"), [(q, p) for q in QUESTIONS for p in q.parameters], ids=lambda x: x.name
)
def test_each_parameter_narrows_the_answer(store: Store, question: Question, parameter: Parameter) -> None:
    rows = {tuple(map(str, row)) for row in ask(store, question, {})}
    fewer = {tuple(map(str, row)) for row in ask(store, question, {parameter.name: parameter.example})}
    assert fewer
    assert fewer <= rows
    nothing = bind(question.sparql, {parameter.name: [NamedNode("urn:nothing")]})
    assert list(store.select(nothing)) == []


@pytest.mark.parametrize("question", QUESTIONS, ids=names)
def test_the_file_runs_as_it_is(store: Store, question: Question) -> None:
    as_it_is = [tuple(row) for row in store.select((LIBRARY / f"{question.name}.rq").read_text())]
    assert as_it_is == list(ask(store, question, {}).terms)


@pytest.mark.parametrize("question", QUESTIONS, ids=names)
def test_the_front_matter_is_whole(question: Question) -> None:
    assert question.question.endswith((".", "?"))
    assert {p.type for p in question.parameters} <= set(types())
    for parameter in question.parameters:
        assert f"VALUES ?{parameter.name} {{ UNDEF }}" in question.sparql
        assert parameter.help


def test_there_are_at_least_ten_questions() -> None:
    assert len(QUESTIONS) >= 10


@given(st.text())
def test_no_value_escapes_its_place(text: str) -> None:
    store = Store.memory()
    query = bind("SELECT ?x WHERE { VALUES ?x { UNDEF } }", {"x": [Literal(text)]})
    assert [row["x"].value for row in store.select(query)] == [text]
