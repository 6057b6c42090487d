"""Judgements make things one: a rule infers it for the whole alliance, and questions count each of them once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from alliancegraph.graph.assemble.canonical import canonise
from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import AUTHORITY, CANONICAL, mint
from alliancegraph.loaders.report import read_report
from alliancegraph.notes import note
from alliancegraph.ontology.names import LABELS
from alliancegraph.ontology.terms import AG, PROV, RDF, SCHEMA
from alliancegraph.queries.asking.ask import ask
from alliancegraph.queries.library import SAMPLE, Question, all_questions
from tests.assembling import populate

UNIT, OFFICE, POLICE = (
    mint("organization", f"sample-{name}") for name in ("cyber-unit", "cyber-office", "northland-police")
)
EUROPOL = "http://example.org/bodies/1"
ROLES = {AG.actor, AG.initiative, AG.names, AG.tellsOf, AG.underLaw}
APART = {"claim", "partners"}  # of one claim; of links that are inferred from each report, with its own names
GROUPING = [each for each in all_questions() if "ag:canonical" in each.sparql and each.name not in APART]


def judged(folder: Path, *judgements: str) -> tuple[Store, list[str]]:
    """Return a store of a report with these judgements (`one other verdict`) in its list, and the warnings."""
    place = shutil.copytree(SAMPLE, folder / "sample")
    lists = place / "alliance" / "bodies.yaml"
    text = lists.read_text(encoding="utf-8").partition("Judgement:")[0] + "Judgement:\n"
    for number, (one, other, verdict) in enumerate(map(str.split, judgements)):
        text += f"  j{number}:\n    compares: [{one}, '{other}']\n    verdict: {verdict}\n    reason: So it is.\n"
        text += "    judgedBy: a test\n    judgedOn: 2026-11-26\n"
    lists.write_text(text, encoding="utf-8")
    report = read_report(place / "northland-2015.txt")
    store = Store.memory()
    populate(store, [report])
    return store, [line for line in note(store, [report]) if "not the same" in line]


def canonical(store: Store) -> dict[object, object]:
    """Return what stands for each of the three bodies."""
    found = {quad.subject: quad.object for quad in store.match(predicate=AG.canonical, graph=CANONICAL)}
    return {body: found[body] for body in (UNIT, OFFICE, POLICE)}


def test_what_is_judged_the_same_goes_by_the_first_iri_also_by_way_of_others(tmp_path: Path) -> None:
    store, told = judged(tmp_path, "cyber-unit cyber-office same", "cyber-unit northland-police same")
    assert canonical(store) == dict.fromkeys((UNIT, OFFICE, POLICE), OFFICE)
    assert told == []
    (statement,) = (quad.subject for quad in store.match(None, RDF.subject, UNIT, CANONICAL))
    because = {quad.object for quad in store.match(statement, PROV.wasDerivedFrom)}
    assert because == {mint("judgement", "sample-j0"), mint("judgement", "sample-j1")}


@pytest.mark.parametrize("verdict", ["unsure", "not-same"])
def test_nothing_else_makes_things_one(tmp_path: Path, verdict: str) -> None:
    store, told = judged(tmp_path, f"cyber-unit cyber-office {verdict}")
    assert canonical(store) == {body: body for body in (UNIT, OFFICE, POLICE)}
    assert told == []


def test_a_chain_that_somebody_contradicts_makes_nothing_one_and_is_told_with_its_line(tmp_path: Path) -> None:
    same = ("cyber-unit cyber-office same", "cyber-unit northland-police same")
    store, (told,) = judged(tmp_path, *same, "cyber-office northland-police not-same")
    assert canonical(store) == {body: body for body in (UNIT, OFFICE, POLICE)}
    lines = (tmp_path / "sample" / "alliance" / "bodies.yaml").read_text(encoding="utf-8").splitlines()
    assert f"bodies.yaml:{lines.index('  j2:') + 1}: sample-j2 says that two things are not the same" in told
    assert "(sample-j0, sample-j1)" in told


def test_what_is_judged_the_same_as_something_elsewhere_is_linked_with_who_and_when(tmp_path: Path) -> None:
    store, _ = judged(tmp_path, f"cyber-unit {EUROPOL} same")
    assert [quad.object for quad in store.match(UNIT, SCHEMA.sameAs)] == [NamedNode(EUROPOL)]
    assert canonical(store)[UNIT] == UNIT
    (statement,) = (quad.subject for quad in store.match(None, RDF.object, NamedNode(EUROPOL), CANONICAL))
    (judgement,) = (quad.object for quad in store.match(statement, PROV.wasDerivedFrom))
    assert isinstance(judgement, NamedNode)
    assert store.value(judgement, AG.judgedBy) == Literal("a test")
    assert store.value(judgement, AG.judgedOn) is not None


def test_a_judgement_that_goes_leaves_no_trace(tmp_path: Path) -> None:
    store, _ = judged(tmp_path, "cyber-unit cyber-office same")
    update = Update(store)
    update.remove(list(store.match(mint("judgement", "sample-j0"))))
    canonise(update)
    assert canonical(store) == {body: body for body in (UNIT, OFFICE, POLICE)}
    assert not list(store.match(None, RDF.type, NamedNode(AG.DerivedStatement), CANONICAL))


def twin(thing: NamedNode) -> NamedNode:
    return NamedNode(f"{thing.value}-twin")


def twinned(store: Store) -> Iterator[Quad]:
    """Yield the graph as if the reports of 2015 had named each thing of a contribution otherwise."""
    named = (quad for quad in store.quads() if quad.predicate.value in ROLES and "/member/" not in str(quad.object))
    later = [quad for quad in named if str(quad.graph_name).endswith("-2015>")]
    things = {quad.object for quad in later if isinstance(quad.object, NamedNode)}
    yield from (quad for quad in store.quads() if quad not in set(later))
    for quad in later:
        assert isinstance(quad.object, NamedNode)
        yield Quad(quad.subject, quad.predicate, twin(quad.object), quad.graph_name)
    for thing in things:
        for quad in store.match(thing):
            if quad.predicate.value not in (*LABELS, AG.displayName, AG.canonical, AG.claimId, AG.evidence):
                yield Quad(twin(thing), quad.predicate, quad.object, AUTHORITY)
        yield Quad(twin(thing), NamedNode(AG.displayName), Literal("A twin", language="en"), AUTHORITY)
        yield from judgement(thing)


def judgement(thing: NamedNode) -> Iterator[Quad]:
    node = mint("judgement", thing.value.rpartition("/")[2])
    said = (
        (RDF.type, NamedNode(AG.Judgement)),
        (AG.judges, thing),
        (AG.judges, twin(thing)),
        (AG.verdict, mint("verdict", "same")),
    )
    return (Quad(node, NamedNode(predicate), value, AUTHORITY) for predicate, value in said)


@pytest.fixture(scope="module")
def twins(sample: Store) -> Store:
    store = Store.memory()
    store.load(twinned(sample))
    canonise(Update(store))
    return store


@pytest.mark.parametrize("question", GROUPING, ids=lambda question: str(question.name))
def test_questions_across_reports_answer_as_if_the_two_had_one_name(
    question: Question, sample: Store, twins: Store
) -> None:
    assert any("-twin" in str(quad.object) for quad in twins.match(predicate=AG.actor))
    needed = {parameter.name: parameter.example for parameter in question.parameters if parameter.required}
    values = needed if question.graph == "sample" else {}
    if needed and not values:
        return
    found, expected = (ask(store, question, values) for store in (twins, sample))
    assert sorted(map(str, found.terms)) == sorted(map(str, expected.terms))
