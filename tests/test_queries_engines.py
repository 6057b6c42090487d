"""The library gives the same answers, in order, on other engines: rdflib, Oxigraph in memory and served, Virtuoso.

Virtuoso keeps the first letters of a long text beside its number, and orders by those letters and that number: what is
asked of it is that rows are in order as far as it sees.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from pyoxigraph import NamedNode

from alliancegraph.graph.engines.endpoint import Endpoint
from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.engines.store import Store
from alliancegraph.ontology.terms import AG
from alliancegraph.queries.answers.cells import text
from alliancegraph.queries.asking.ask import ask
from alliancegraph.queries.library import Question, all_questions
from alliancegraph.queries.views import rows
from alliancegraph.queries.views.reading import VIEWS, read
from tests.engines import RdflibEngine, oxigraph, virtuoso

Engine = Callable[[Path, Path], AbstractContextManager[Queryable]]
Row = tuple[str, ...]
OF_ALL_PAIRS = (
    "path",
    "said-of",
)  # rdflib joins all things with all things first: of a whole report that takes a minute
LETTERS = 20  # of a long text, by which Virtuoso orders


class Virtuoso(Endpoint):
    """An endpoint that does not see the whole of long texts when it orders rows."""


@contextmanager
def in_memory(build: Path, _folder: Path) -> Iterator[Queryable]:
    """Load the graph in another order, so that no answer owes its order to that of the file."""
    quads = list(Store.open(build / "store").quads())
    random.Random(1).shuffle(quads)
    store = Store.memory()
    store.load(quads)
    yield store


@contextmanager
def oxigraph_server(build: Path, folder: Path) -> Iterator[Queryable]:
    with oxigraph(build / "alliance.ttl", folder) as address:
        yield Endpoint(address)


@contextmanager
def virtuoso_server(build: Path, folder: Path) -> Iterator[Queryable]:
    with virtuoso(build / "alliance.ttl", folder) as address:
        yield Virtuoso(address)


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


class Answered(NamedTuple):
    """The rows of an answer, or its triples, as texts."""

    columns: Sequence[str]
    rows: list[Row]


def answered(graph: Queryable, question: Question, values: Mapping[str, str]) -> Answered:
    answer = ask(graph, question, values)
    return Answered(answer.columns, [tuple(map(text, terms)) for terms in answer.terms])


@pytest.fixture(scope="module")
def on_disk_once(on_disk: Store) -> Callable[[Question, Mapping[str, str]], Answered]:
    """Return what the store on disk answers; each question is asked once for all engines."""
    known: dict[object, Answered] = {}

    def found(question: Question, values: Mapping[str, str]) -> Answered:
        key = question.name, *sorted(values.items())
        if key not in known:
            known[key] = answered(on_disk, question, values)
        return known[key]

    return found


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: str(question.name))
def test_the_same_answers(
    engine: Queryable, on_disk_once: Callable[[Question, Mapping[str, str]], Answered], question: Question
) -> None:
    needed = {parameter.name: parameter.example for parameter in question.parameters if parameter.required}
    example = dict(question.example_values)
    for values in (needed, example) if needed != example else (example,):
        expected = on_disk_once(question, values)
        found = answered(engine, question, values)
        assert expected.rows
        assert sorted(found.rows) == sorted(expected.rows)
        assert in_sight(engine, question, found) == in_sight(engine, question, expected)


@pytest.mark.parametrize("row", [rows.__dict__[path.stem.capitalize()] for path in sorted(VIEWS.glob("*.rq"))])
def test_the_same_views(engine: Queryable, on_disk: Store, row: type[NamedTuple]) -> None:
    goals = [NamedNode(goal.iri) for goal in read(rows.Goal, on_disk)]
    narrowed = {rows.Thing: {"iri": goals}, rows.Kind: {"thing": goals}}  # servers have things of their own beside ours
    values = narrowed.get(row, {})
    expected = read(row, on_disk, values)
    assert expected or row is rows.Foreign  # all names of these reports are English
    assert sorted(read(row, engine, values), key=str) == sorted(expected, key=str)


def in_sight(engine: Queryable, question: Question, answer: Answered) -> list[Row]:
    """Return the part of each row by which the engine orders it."""
    if not isinstance(engine, Virtuoso):
        return answer.rows
    places = [answer.columns.index(name) for name in question.order if name in answer.columns]
    return [_letters(row[place] for place in places) for row in answer.rows]


def _letters(keys: Iterable[str]) -> Row:
    """Return the keys up to the first long one, and of that the first letters."""
    seen: list[str] = []
    for key in keys:
        seen.append(key[:LETTERS])
        if len(key) >= LETTERS:
            break
    return tuple(seen)


@pytest.fixture(scope="module")
def in_rdflib(store: Store, sample: Store) -> dict[str, tuple[Store, Queryable]]:
    """Return both graphs, each as the store has it and in rdflib's memory."""
    return {name: (each, RdflibEngine(each)) for name, each in (("shipped", store), ("sample", sample))}


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: str(question.name))
def test_the_same_answer_to_the_example_in_rdflib(
    in_rdflib: dict[str, tuple[Store, Queryable]], question: Question
) -> None:
    """Its own engine joins as the text does and takes long: it is asked one example a question, of a small graph."""
    store, graph = in_rdflib[question.graph]
    if question.name in OF_ALL_PAIRS:
        store = _around(store, question)
        graph = RdflibEngine(store)
    values = dict(question.example_values)
    expected = answered(store, question, values)
    assert expected.rows
    assert answered(graph, question, values) == expected


def _around(store: Store, question: Question) -> Store:
    """All that is said of the things and passages in the answer to the example, and of what is beside these.

    That is: what two of them are named by, and what is named there.
    """
    texts = {text(term) for terms in ask(store, question, question.example_values).terms for term in terms}
    told = [quad for word in (AG.displayName, AG.quote) for quad in store.match(predicate=word)]
    shown = {quad.subject for quad in told if text(quad.object) in texts}
    names = Counter(quad.subject for thing in shown for quad in store.match(object=thing))
    naming = {subject for subject, count in names.items() if count > 1}
    named = {quad.object for thing in shown | naming for quad in store.match(thing)}
    part = Store.memory()
    part.load(quad for thing in shown | naming | named if isinstance(thing, NamedNode) for quad in store.match(thing))
    return part
