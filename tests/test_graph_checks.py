"""Our SHACL engine finds what pySHACL, the reference, finds in whole graphs, and in graphs that were spoilt."""

from random import Random

import pytest
from rdflib import Graph, URIRef

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.reports import Report
from tests.assembling import populate
from tests.bench.reports import Year
from tests.shacl import agreed_results, named_shapes


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return named_shapes()


def graph_of(report: Report) -> Graph:
    store = Store.memory()
    populate(store, [report])
    return Graph().parse(data=b"".join(store.ntriples()), format="nt")


def made_up(member: int) -> Report:
    report = Year(1, member, 2014).report()
    assert report
    return report


def test_both_engines_pass_romania(report: Report, shapes: Graph) -> None:
    assert not agreed_results(graph_of(report), shapes)


@pytest.mark.parametrize("member", [2, 4, 5])
def test_both_engines_pass_made_up_reports(member: int, shapes: Graph) -> None:
    assert not agreed_results(graph_of(made_up(member)), shapes)


@pytest.mark.parametrize("seed", range(4))
def test_both_engines_find_the_same_in_a_spoilt_graph(seed: int, shapes: Graph) -> None:
    found = agreed_results(spoilt(graph_of(made_up(2)), Random(seed)), shapes)
    assert sum(found.values()) > 100
    assert len({result.component for result in found}) >= 4


def spoilt(graph: Graph, random: Random) -> Graph:
    """Return the graph without some of its triples, and with some links that lead elsewhere."""
    triples = sorted(graph)
    things = [value for _, _, value in triples if isinstance(value, URIRef)]
    kept = Graph()
    for subject, predicate, value in triples:
        if random.random() > 0.04:
            kept.add((subject, predicate, value))
        if isinstance(value, URIRef) and random.random() < 0.02:
            kept.add((subject, predicate, random.choice(things)))
    return kept
