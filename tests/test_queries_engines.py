"""The library gives the same answers on other engines: Oxigraph's server and Virtuoso, started for real."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results
from SPARQLWrapper import JSON, POST, SPARQLWrapper

from graph.store import Store
from queries.library import Question, all_questions
from queries.parameters import terms
from queries.values import bind
from tests.engines import oxigraph, virtuoso

Ask = Callable[[str], QuerySolutions]
Engine = Callable[[Path, Path], AbstractContextManager[str]]


@pytest.fixture(scope="module", params=[oxigraph, virtuoso], ids=["oxigraph", "virtuoso"])
def remote(request: pytest.FixtureRequest, build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    engine: Engine = request.param
    with engine(build / "alliance.ttl", tmp_path_factory.mktemp("engine")) as address:
        yield lambda sparql: _ask(address, sparql)


def _ask(address: str, sparql: str) -> QuerySolutions:
    wrapper = SPARQLWrapper(address)
    wrapper.setQuery(sparql)
    wrapper.setMethod(POST)
    wrapper.setReturnFormat(JSON)
    results = parse_query_results(wrapper.query().response.read(), format=QueryResultsFormat.JSON)
    assert isinstance(results, QuerySolutions)
    return results


def rows(solutions: QuerySolutions) -> list[tuple[str, ...]]:
    """The rows as sorted texts: engines order letters differently."""
    return sorted(tuple(_text(value) for value in row) for row in solutions)


def _text(value: object) -> str:
    return value.value if isinstance(value, Literal | NamedNode) else ""


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: str(question.name))
def test_the_same_answers(remote: Ask, store: Store, question: Question) -> None:
    examples = {parameter.name: parameter.example for parameter in question.parameters}
    for values in ({}, examples):
        sparql = bind(question.sparql, terms(question, values, store))
        ours = rows(store.select(sparql))
        assert ours
        assert rows(remote(sparql)) == ours
