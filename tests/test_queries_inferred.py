"""What is only inferred is called so in every answer: nothing else in an answer may rest on it."""

from collections.abc import Iterable, Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from alliancegraph.graph.assemble.quads import READER
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import DERIVED, FACTS
from alliancegraph.ontology.terms import AG, PROV, RDF
from alliancegraph.queries.asking.parameters import terms
from alliancegraph.queries.library import all_questions
from tests.test_queries_library import Row, asked

QUESTIONS = {question.name: question for question in all_questions()}
KNOWN = {"network-of", "meetings"}  # whose notes say what may be inferred: links of a graph, dates and places
WAYS = {"path"}  # whose rows stand together: without an inferred step there is no way, and no row of its other steps
LEFT_OUT = (AG.claimId, AG.report)  # of a statement, where its fact is only inferred


def memory(quads: Iterable[Quad]) -> Store:
    store = Store.memory()
    store.load(quads)
    return store


def only_implied(store: Store) -> Iterator[Quad]:
    """Yield the graph as if the reader had inferred each plain fact that its reports state."""
    proved = {quad.subject for quad in store.match(None, AG.evidence)}
    restated = {quad.subject for quad in store.match(None, RDF.type, NamedNode(RDF.Statement))}
    stated = proved & restated
    for quad in store.quads():
        if quad.subject not in stated:
            yield Quad(quad.subject, quad.predicate, quad.object, DERIVED) if quad.graph_name == FACTS else quad
        elif quad.predicate.value not in LEFT_OUT and quad.object != NamedNode(AG.StatedFact):
            proof = quad.predicate.value == AG.evidence
            yield Quad(quad.subject, NamedNode(PROV.wasDerivedFrom) if proof else quad.predicate, quad.object, DERIVED)
    for statement in stated:
        yield Quad(statement, NamedNode(RDF.type), NamedNode(AG.DerivedStatement), DERIVED)
        yield Quad(statement, NamedNode(AG.rule), READER, DERIVED)
        yield Quad(statement, NamedNode(AG.reason), Literal("So it seems.", language="en"), DERIVED)


def without_the_facts(store: Store) -> Store:
    """Return the graph without the triples that are inferred; what says that they are is kept."""
    nodes = inferences(store)
    return memory(q for q in store.quads() if q.graph_name != DERIVED or q.subject in nodes or is_tally(q))


def without_inference(store: Store) -> Store:
    """Return the graph without the triples that are inferred, and without what says so."""
    nodes = inferences(store)
    return memory(q for q in store.quads() if q.subject not in nodes and (q.graph_name != DERIVED or is_tally(q)))


def inferences(store: Store) -> set[object]:
    return {quad.subject for quad in store.match(None, RDF.type, NamedNode(AG.DerivedStatement))}


def is_tally(quad: Quad) -> bool:
    return isinstance(quad.subject, NamedNode) and "/tally/" in quad.subject.value


def says_so(row: Row) -> bool:
    """Return whether a column names the row, or something in it, as inferred, or the rule or reason."""
    return any(value.startswith("inferred") for value in row.values()) or bool(row.get("rule") or row.get("reason"))


@pytest.fixture(scope="module")
def graphs(store: Store, sample: Store) -> dict[str, tuple[Store, Store, Store]]:
    """Return the shipped and the invented graph, each as it is and as if all were inferred; whole, and without that."""
    found = {"shipped": store, "sample": sample}
    found |= {f"{name}, all inferred": memory(only_implied(graph)) for name, graph in found.items()}
    return {name: (graph, without_the_facts(graph), without_inference(graph)) for name, graph in found.items()}


@pytest.mark.parametrize("name", sorted(QUESTIONS.keys() - KNOWN))
@pytest.mark.parametrize("graph", ["shipped", "sample", "shipped, all inferred", "sample, all inferred"])
def test_a_row_that_rests_on_what_is_inferred_says_so(
    graphs: dict[str, tuple[Store, Store, Store]], graph: str, name: str
) -> None:
    question = QUESTIONS[name]
    needs = any(parameter.required for parameter in question.parameters)
    whole, *lessened = graphs[graph]
    if needs and not graph.startswith(question.graph):
        return
    values = terms(question, question.example_values, whole) if needs else {}
    rows = asked(question, values, whole)
    for less in lessened:
        kept = asked(question, values, less)
        if name in WAYS and any(map(says_so, rows)):
            kept += rows
        assert [row for row in rows if row not in kept and not says_so(row)] == []


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_a_question_that_cannot_say_it_of_a_row_says_it_of_all(name: str) -> None:
    assert "inferred" in QUESTIONS[name].note


def test_there_is_much_that_is_inferred(graphs: dict[str, tuple[Store, Store, Store]]) -> None:
    for whole, facts, none in graphs.values():
        assert len(list(whole.quads())) > len(list(facts.quads())) + 10 > len(list(none.quads())) + 10


def test_the_law_questions_say_of_each_date_on_what_it_rests(store: Store) -> None:
    dates = {row["provisionName"]: row["inForceBasis"] for row in asked(QUESTIONS["laws"], {}, store)}
    assert (dates["Criminal Code art. 222"], dates["Criminal Code art. 374"]) == ("inferred", "stated")
    assert dates["Law no. 365/2002"] == ""
    threats = {row["provisionName"]: row["inForceBasis"] for row in asked(QUESTIONS["penalties"], {}, store)}
    assert threats["Criminal Code art. 222"] == "inferred"
    changes = {(row["provisionName"], row["what"], row["basis"]) for row in asked(QUESTIONS["law-change"], {}, store)}
    assert ("Criminal Code art. 222", "in force from", "inferred") in changes
    assert ("Criminal Code art. 222", "what it threatens", "stated") in changes


def test_a_date_of_the_whole_act_is_called_that(store: Store) -> None:
    """A provision without a date of its own has that of its article, or of its act."""
    own = {"https://w3id.org/alliancegraph/id/law/ro-law-286-2009-art-374-par-1"}
    article = own | {"https://w3id.org/alliancegraph/id/law/ro-law-286-2009-art-374"}
    found = [without_dates(store, undated) for undated in (own, article)]
    assert found == [("2014-02-01", "stated of the article"), ("2014-02-01", "stated of the whole act")]


def without_dates(store: Store, undated: set[str]) -> tuple[str, str]:
    less = memory(q for q in store.quads() if not (str(q.subject)[1:-1] in undated and "in_force" in q.predicate.value))
    (row,) = [r for r in asked(QUESTIONS["penalties"], {}, less) if r["provisionName"].endswith("374 par. 1")]
    return row["inForceFrom"], row["inForceBasis"]
