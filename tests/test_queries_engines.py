"""The library gives the same answers on other engines, run for real: Oxigraph's server, Virtuoso, rdflib's own."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import (
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    parse,
    parse_query_results,
    serialize,
)
from SPARQLWrapper import CONSTRUCT, JSON, POST, SELECT, TURTLE, SPARQLWrapper

from graph.store import Store
from queries.library import Question, all_questions
from queries.parameters import terms
from queries.values import bind
from tests.engines import oxigraph, virtuoso

Rows = list[tuple[str, ...]]
Ask = Callable[[str, bool], Rows]
Engine = Callable[[Path, Path], AbstractContextManager[Ask]]


@contextmanager
def oxigraph_server(turtle: Path, folder: Path) -> Iterator[Ask]:
    with oxigraph(turtle, folder) as address:
        yield lambda sparql, makes_graph: _ask(address, sparql, makes_graph)


@contextmanager
def virtuoso_server(turtle: Path, folder: Path) -> Iterator[Ask]:
    with virtuoso(turtle, folder) as address:
        yield lambda sparql, makes_graph: _ask(address, sparql, makes_graph)


@pytest.fixture(scope="module", params=[oxigraph_server, virtuoso_server], ids=lambda each: each.__name__)
def engine(request: pytest.FixtureRequest, everything: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    start: Engine = request.param
    with start(everything / "alliance.ttl", tmp_path_factory.mktemp("engine")) as ask:
        yield ask


@pytest.fixture(scope="module")
def whole(everything: Path) -> Store:
    return Store.open(everything / "store")


def _ask(address: str, sparql: str, makes_graph: bool) -> Rows:
    wrapper = SPARQLWrapper(address)
    wrapper.setQuery(sparql)
    wrapper.setMethod(POST)
    wrapper.queryType = CONSTRUCT if makes_graph else SELECT  # it takes words of the comments for updates
    wrapper.setReturnFormat(TURTLE if makes_graph else JSON)
    return _read(wrapper.query().response.read(), makes_graph)


def _answer(result: rdflib.query.Result, makes_graph: bool) -> Rows:
    data = result.serialize(format="turtle" if makes_graph else "json")
    assert data is not None
    return _read(data, makes_graph)


def _read(data: bytes, makes_graph: bool) -> Rows:
    if makes_graph:
        return rows(quad.triple for quad in parse(data, format=RdfFormat.TURTLE))
    results = parse_query_results(data, format=QueryResultsFormat.JSON)
    assert isinstance(results, QuerySolutions)
    return rows(results)


def rows(found: object) -> Rows:
    """The rows, or triples, as sorted texts: engines order letters differently."""
    return sorted(tuple(_text(value) for value in row) for row in found)  # type: ignore[attr-defined]


def _text(value: object) -> str:
    return value.value if isinstance(value, Literal | NamedNode) else ""


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: str(question.name))
def test_the_same_answers(engine: Ask, whole: Store, question: Question) -> None:
    needed = {parameter.name: parameter.example for parameter in question.parameters if parameter.required}
    for values in (needed, question.example_values):
        sparql = bind(question.sparql, terms(question, values, whole))
        found = whole.query(sparql)
        assert isinstance(found, QuerySolutions | QueryTriples)
        ours = rows(found)
        assert ours
        assert engine(sparql, question.makes_graph) == ours


@pytest.fixture(scope="module")
def in_rdflib(store: Store, sample: Store) -> dict[str, tuple[Store, rdflib.Graph]]:
    """Both graphs, each as the store has it and in rdflib's memory."""
    return {name: (each, _copied(each)) for name, each in (("shipped", store), ("sample", sample))}


def _copied(store: Store) -> rdflib.Graph:
    data = serialize(store.triples(), format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=data, format="nt")


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: str(question.name))
def test_the_same_answer_to_the_example_in_rdflib(
    in_rdflib: dict[str, tuple[Store, rdflib.Graph]], question: Question
) -> None:
    """Its own engine joins as the text does and takes long: it is asked one example a question, of a small graph."""
    store, graph = in_rdflib[question.graph]
    sparql = bind(question.sparql, terms(question, question.example_values, store))
    found = store.query(sparql)
    assert isinstance(found, QuerySolutions | QueryTriples)
    assert _answer(graph.query(sparql), question.makes_graph) == rows(found)
