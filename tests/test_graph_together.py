"""The whole graph under inference, and two graphs put together: what others do with the Turtle that they take."""

from collections.abc import Iterator
from pathlib import Path

import owlrl
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode
from rdflib.namespace import RDF, SH

from alliancegraph.graph.assemble.checks import SHAPES, violations
from alliancegraph.graph.engines.store import Store
from alliancegraph.ontology.terms import AG, RDFS, VOID
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.asking.ask import ask
from alliancegraph.queries.library import Question, all_questions

VOCABULARY = Vocabulary.load()
TYPED = [prop for prop in VOCABULARY.properties.values() if VOCABULARY.index.all(prop, RDFS.domain)]
VALUED = [prop for prop in VOCABULARY.properties.values() if VOCABULARY.range(prop)]
ANSWERED = [question for question in all_questions() if not question.makes_graph]


@pytest.fixture(scope="module")
def whole(everything: Path) -> Store:
    return Store.open(everything / "store")


@pytest.fixture(scope="module")
def graph(everything: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(everything / "alliance.ttl")


@pytest.fixture(scope="module")
def merged(build: Path, sample: Store, everything: Path) -> rdflib.Graph:
    """Three builds' Turtle put together: two that share no report, and one that has all that they have."""
    graph = rdflib.Graph().parse(build / "alliance.ttl").parse(everything / "alliance.ttl")
    return graph.parse(data=b"".join(sample.ntriples()), format="nt")


@pytest.mark.parametrize("prop", TYPED, ids=VOCABULARY.short)
def test_a_property_stands_on_what_it_is_for(prop: str, whole: Store) -> None:
    (cls,) = VOCABULARY.index.all(prop, RDFS.domain)
    subjects = {quad.subject for quad in whole.match(predicate=prop)}
    assert [each for each in subjects if not any(whole.match(each, str(RDF.type), NamedNode(cls)))] == []


@pytest.mark.parametrize("prop", VALUED, ids=VOCABULARY.short)
def test_a_value_is_of_the_type_that_its_property_says(prop: str, whole: Store) -> None:
    of = VOCABULARY.range(prop)
    assert of
    values = {quad.object for quad in whole.match(predicate=prop)}
    assert [value for value in values if not _is(value, of, whole)] == []


def _is(value: object, of: str, store: Store) -> bool:
    if isinstance(value, Literal):
        return value.datatype.value == of
    assert isinstance(value, NamedNode)
    return any(store.match(value, str(RDF.type), NamedNode(of)))


def test_inference_makes_no_contribution_and_breaks_no_shape(graph: rdflib.Graph) -> None:
    inferred = closed(graph)
    assert len(inferred) > len(graph) + 1000
    for cls in (AG.Contribution, AG.Section, AG.Statistic, AG.Promise, AG.Penalty, AG.Tally):
        kind = rdflib.URIRef(cls)
        assert set(inferred.subjects(RDF.type, kind)) == set(graph.subjects(RDF.type, kind)) != set()
    assert breaks(inferred) == breaks(graph) == []


def closed(graph: rdflib.Graph) -> rdflib.Graph:
    """Return the graph with what RDFS infers of its nodes, without the reasoner's own forms of literals."""
    closure, inferred = rdflib.Graph(), rdflib.Graph()
    closure += graph
    owlrl.RDFSClosure.RDFS_Semantics(closure, axioms=False, daxioms=False, rdfs=False).closure()
    inferred += graph
    inferred += (triple for triple in closure if not any(isinstance(term, rdflib.Literal) for term in triple))
    return inferred


def breaks(graph: rdflib.Graph) -> list[str]:
    """Return what the shapes find, by the engine of the checks; pySHACL would need a minute for such a graph."""
    found = violations(graph.serialize(format="nt", encoding="utf-8"), SHAPES)
    return sorted({str(message) for message in found.objects(None, SH.resultMessage)}) if found else []


def single() -> Iterator[rdflib.URIRef]:
    """Yield the properties of which some shape allows one value."""
    shapes = rdflib.Graph().parse(SHAPES)
    for constraint in shapes.subjects(SH.maxCount, rdflib.Literal(1)):
        path = shapes.value(constraint, SH.path)
        if isinstance(path, rdflib.URIRef):
            yield path


def test_no_node_says_two_things_where_builds_are_put_together(graph: rdflib.Graph, merged: rdflib.Graph) -> None:
    counts = rdflib.URIRef(VOID.triples)
    assert len(set(merged.subjects(counts))) == 3
    for prop in {*single(), counts, rdflib.URIRef(AG.count)}:
        for node in set(merged.subjects(prop)):
            assert len(set(merged.objects(node, prop))) <= max(1, len(set(graph.objects(node, prop)))), (node, prop)
    assert breaks(merged) == []


@pytest.mark.parametrize("question", ANSWERED, ids=lambda question: question.name)
def test_a_question_has_the_same_answer_where_builds_are_put_together(
    question: Question, whole: Store, together: Store
) -> None:
    expected = ask(whole, question, question.example_values)
    assert list(ask(together, question, question.example_values)) == list(expected)


@pytest.fixture(scope="module")
def together(merged: rdflib.Graph) -> Store:
    from alliancegraph.graph.model.iris import AUTHORITY

    data = merged.serialize(format="nt")
    store = Store.memory()
    store.load_lines(b"".join(line[:-1] + f"{AUTHORITY} .\n".encode() for line in data.encode().splitlines() if line))
    return store
