"""Reports come into a store and go, one at a time, and leave what building all at once would have made."""

import itertools
from collections import Counter
from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from alliancegraph.graph.assemble.assembly import finish
from alliancegraph.graph.assemble.dataset import described_triples, descriptions
from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import AUTHORITY, CANONICAL, DERIVED, FACTS, report_graph
from alliancegraph.graph.model.reports import Report
from alliancegraph.ontology.terms import AG, ORG, PROV, RDF
from tests.assembling import populate, put_report
from tests.bench.alliance import Alliance


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """Report of two members over three years; some of their bodies and initiatives are the same."""
    return [report for report in Alliance(2, 3, scale=0.3).reports() if report.claims]


def built(reports: list[Report]) -> Store:
    store = Store.memory()
    populate(store, reports)
    return store


def said(store: Store) -> set[Quad]:
    """Return what reports say and rules derive from each; lists stay when a report goes, and their canonical things."""
    return {quad for quad in store.quads() if quad.graph_name not in (AUTHORITY, CANONICAL)}


def put(store: Store, report: Report) -> None:
    update = Update(store, described_triples(store))
    put_report(update, report)
    finish(update)


def drop(store: Store, report: Report) -> None:
    update = Update(store, described_triples(store))
    update.drop(report_graph(report.id))
    finish(update)


def test_one_by_one_in_any_order_is_all_at_once(reports: list[Report]) -> None:
    whole = set(built(reports).quads())
    for order in itertools.islice(itertools.permutations(reports), 0, 720, 97):
        assert set(built(list(order)).quads()) == whole
    store = built(reports[:2])
    for report in reports[2:]:
        put(store, report)
    assert set(store.quads()) == whole


def test_a_report_that_goes_leaves_no_trace(reports: list[Report]) -> None:
    for gone in reports:
        store = built(reports)
        drop(store, gone)
        assert said(store) == said(built([report for report in reports if report is not gone]))


def test_a_report_put_in_again_changes_nothing(reports: list[Report]) -> None:
    store = built(reports)
    before = set(store.quads())
    put(store, reports[1])
    assert set(store.quads()) == before


def test_a_report_replaces_what_was_there_of_it(reports: list[Report]) -> None:
    fewer = replace(reports[0], claims=reports[0].claims[::2])
    store = built(reports)
    put(store, fewer)
    assert said(store) == said(built([fewer, *reports[1:]]))
    assert said(store) != said(built(reports))


def test_a_fact_of_two_reports_stays_when_one_goes(reports: list[Report]) -> None:
    store = built(reports)
    facts = {quad.triple for quad in store.match(graph=FACTS)}
    stated = Counter(
        (statement.subject, statement.object)
        for statement in store.match(None, RDF.predicate, NamedNode(ORG.subOrganizationOf))
    )
    assert stated
    drop(store, reports[0])
    kept = {quad.triple for quad in store.match(graph=FACTS)}
    assert kept < facts
    others = built(reports[1:])
    assert kept == {quad.triple for quad in others.match(graph=FACTS)}


def test_an_inference_rests_on_the_claims_that_are_there(reports: list[Report]) -> None:
    store = built(reports)
    drop(store, reports[0])
    gone = f"{reports[0].id}-"
    rests = [quad.object for quad in store.match(None, PROV.wasDerivedFrom)]
    assert rests
    assert [each for each in rests if gone in str(each)] == []


def test_the_description_counts_what_is_there(reports: list[Report]) -> None:
    store = built(reports[:3])
    put(store, reports[3])
    counted = len({quad.triple for quad in store.quads()})
    (name,) = descriptions(store)
    assert described_triples(store) + sum(1 for _ in store.match(name)) == counted == len(store)


def test_counts_are_those_of_a_count(reports: list[Report]) -> None:
    store = built(reports[1:])
    put(store, reports[0])
    for rule, key, plain in (
        ("contributions", AG.byStatus, f"?each a <{AG.Contribution}> ; <{AG.goal}> ?goal ; <{AG.status}> ?key"),
        ("roles", AG.byRole, f"?each a <{AG.Contribution}> ; <{AG.goal}> ?goal ; <{AG.role}> ?key"),
    ):
        tallied = f"""SELECT ?goal ?key (SUM(?n) AS ?count) WHERE {{
          ?tally <{AG.rule}> <https://w3id.org/alliancegraph/id/rule/{rule}> ; <{AG.byGoal}> ?goal ;
            <{key}> ?key ; <{AG.count}> ?n }} GROUP BY ?goal ?key"""
        counted = f"SELECT ?goal ?key (COUNT(?each) AS ?count) WHERE {{ {plain} }} GROUP BY ?goal ?key"
        assert _numbers(store, tallied) == _numbers(store, counted) != {}


def _numbers(store: Store, query: str) -> dict[tuple[str, str], int]:
    return {(str(row["goal"]), str(row["key"])): int(row["count"].value) for row in store.select(query)}


def test_a_fact_that_is_stated_is_no_longer_inferred_only(reports: list[Report]) -> None:
    store = built(reports)
    link = next(quad for quad in store.match(predicate=AG.contributesTo, graph=DERIVED))
    Update(store).place([Quad(link.subject, link.predicate, link.object, FACTS)])
    assert [quad.graph_name for quad in store.match(link.subject, AG.contributesTo, link.object)] == [FACTS]
    Update(store).place([link])
    assert [quad.graph_name for quad in store.match(link.subject, AG.contributesTo, link.object)] == [FACTS]


def test_rows_are_added_and_removed_once() -> None:
    store, quad = Store.memory(), Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal("c"), FACTS)
    assert (store.add([quad, quad]), store.add([quad]), store.remove([quad, quad]), store.remove([quad])) == (
        1,
        0,
        1,
        0,
    )
