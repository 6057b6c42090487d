"""The library gives the same answers on other engines: in memory, rdflib's, Oxigraph's server, Virtuoso."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from graph.endpoint import Endpoint
from graph.queryable import Queryable
from graph.store import Store
from queries.ask import ask
from queries.library import Question, all_questions
from tests.engines import RdflibEngine, oxigraph, virtuoso

Engine = Callable[[Path, Path], AbstractContextManager[Queryable]]


@contextmanager
def in_memory(build: Path, _folder: Path) -> Iterator[Queryable]:
    store = Store.memory()
    store.load(Store.open(build / "store").quads())
    yield store


@contextmanager
def oxigraph_server(build: Path, folder: Path) -> Iterator[Queryable]:
    with oxigraph(build / "alliance.ttl", folder) as address:
        yield Endpoint(address)


@contextmanager
def virtuoso_server(build: Path, folder: Path) -> Iterator[Queryable]:
    with virtuoso(build / "alliance.ttl", folder) as address:
        yield Endpoint(address)


@pytest.fixture(
    scope="module",
    params=[in_memory, oxigraph_server, virtuoso_server],
    ids=lambda each: each.__name__,
)
def engine(
    request: pytest.FixtureRequest, everything: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Queryable]:
    start: Engine = request.param
    with start(everything, tmp_path_factory.mktemp("engine")) as ready:
        yield ready


@pytest.fixture(scope="module")
def on_disk(everything: Path) -> Store:
    return Store.open(everything / "store")


def answered(graph: Queryable, question: Question, values: dict[str, str]) -> list[tuple[str, ...]]:
    """The rows, or triples, as sorted texts: engines order letters differently."""
    return sorted(tuple(map(_text, terms)) for terms in ask(graph, question, values).terms)


def _text(value: object) -> str:
    return value.value if isinstance(value, Literal | NamedNode) else ""


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: str(question.name))
def test_the_same_answers(engine: Queryable, on_disk: Store, question: Question) -> None:
    needed = {parameter.name: parameter.example for parameter in question.parameters if parameter.required}
    for values in (needed, dict(question.example_values)):
        expected = answered(on_disk, question, values)
        assert expected
        assert answered(engine, question, values) == expected


@pytest.fixture(scope="module")
def in_rdflib(store: Store, sample: Store) -> dict[str, tuple[Store, Queryable]]:
    """Both graphs, each as the store has it and in rdflib's memory."""
    return {name: (each, RdflibEngine(each)) for name, each in (("shipped", store), ("sample", sample))}


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: str(question.name))
def test_the_same_answer_to_the_example_in_rdflib(
    in_rdflib: dict[str, tuple[Store, Queryable]], question: Question
) -> None:
    """Its own engine joins as the text does and takes long: it is asked one example a question, of a small graph."""
    store, graph = in_rdflib[question.graph]
    values = dict(question.example_values)
    assert answered(graph, question, values) == answered(store, question, values)
