"""Several reports of an alliance: read together or one after the other, in any order, they make one graph."""

import itertools
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, Quad

from alliancegraph.graph.assemble.assembly import finish
from alliancegraph.graph.assemble.dataset import described_triples
from alliancegraph.graph.assemble.relisting import renew
from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import AUTHORITY, FACTS, mint, report_graph
from alliancegraph.graph.model.reports import Report
from alliancegraph.loaders.report import read_report
from alliancegraph.ontology.terms import AG, DC, SKOS
from tests.assembling import check, populate, put_report
from tests.conftest import sample_reports
from tests.inputs import PAIR

SPRING = mint("initiative", "estonia-2014-spring")


def at_once(reports: Iterable[Report]) -> set[Quad]:
    store = Store.memory()
    populate(store, list(reports))
    return set(store.quads())


def one_by_one(reports: Iterable[Report]) -> Store:
    first, *others = reports
    store = Store.memory()
    populate(store, [first])
    for report in others:
        add(store, report)
    return store


def add(store: Store, report: Report) -> None:
    update = Update(store, described_triples(store))
    put_report(update, report)
    finish(update)


def drop(store: Store, report: Report) -> None:
    update = Update(store, described_triples(store))
    update.drop(report_graph(report.id))
    finish(update)


def copied(folder: Path) -> Path:
    """Return a copy of Estonia's two reports, and of what stands beside them."""
    shutil.copytree(PAIR, folder, dirs_exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> list[Report]:
    """Estonia's reports of three years; that of 2016 names what the claims on 2014 introduce."""
    folder = copied(tmp_path_factory.mktemp("estonia"))
    text = (folder / "estonia-2015.txt").read_text(encoding="utf-8").replace("2015", "2016")
    (folder / "estonia-2016.txt").write_text(text, encoding="utf-8")
    first = folder / "estonia-2014.claims.yaml"
    introduced = first.read_text(encoding="utf-8").replace("Spring campaign}", "Spring campaign, audience: parents}")
    first.write_text(introduced, encoding="utf-8")
    claims = (folder / "estonia-2015.claims.yaml").read_text(encoding="utf-8")
    more = "        - estonia-2014-spring: {audience: parents}\n        - guide partOf estonia-2014-spring\n"
    claims = claims.replace("estonia-2015\n", "estonia-2016\nthings of: [estonia-2014]\n") + more
    (folder / "estonia-2016.claims.yaml").write_text(claims, encoding="utf-8")
    return [read_report(folder / f"estonia-{year}.txt") for year in (2014, 2015, 2016)]


@pytest.fixture(scope="module")
def sample_read() -> list[Report]:
    return [read_report(path) for path in sample_reports()]


def test_each_report_of_a_member_is_checked_alone(years: list[Report]) -> None:
    for report in years:
        check(report)


def test_any_years_in_any_order_are_all_at_once(years: list[Report]) -> None:
    for number in (1, 2, 3):
        for some in itertools.combinations(years, number):
            whole = at_once(some)
            for order in itertools.permutations(some):
                assert at_once(order) == whole
                assert set(one_by_one(order).quads()) == whole


def test_no_triple_of_theirs_stands_in_two_graphs(years: list[Report]) -> None:
    for order in itertools.permutations(years):
        quads = one_by_one(order).quads()
        triples = [quad.triple for quad in quads]
        assert len(triples) == len(set(triples))


def test_a_year_put_in_again_changes_nothing(years: list[Report]) -> None:
    whole = at_once(years)
    for again in years:
        store = one_by_one(years)
        add(store, again)
        assert set(store.quads()) == whole


def test_a_year_that_goes_leaves_what_the_others_make(years: list[Report]) -> None:
    for gone in years:
        store = one_by_one(years)
        drop(store, gone)
        assert set(store.quads()) == at_once(report for report in years if report is not gone)


def test_a_thing_of_a_report_that_is_not_there_has_its_label_and_source(years: list[Report]) -> None:
    store = one_by_one(years[2:])
    assert {quad.graph_name for quad in store.match(SPRING, SKOS.prefLabel)} == {AUTHORITY}
    assert store.value(SPRING, SKOS.prefLabel) == Literal("Spring campaign", language="en")
    assert store.value(SPRING, DC.source) == Literal("Introduced by the claims on estonia-2014.", language="en")
    assert [quad.graph_name for quad in store.match(SPRING, AG.audience)] == [FACTS]


def test_a_thing_of_a_report_that_is_there_stands_in_its_graph(years: list[Report]) -> None:
    store = one_by_one(years)
    assert {quad.graph_name for quad in store.match(SPRING, SKOS.prefLabel)} == {report_graph("estonia-2014")}
    assert store.value(SPRING, DC.source) is None


@settings(max_examples=12)
@given(order=st.permutations(range(5)), number=st.integers(1, 5))
def test_any_reports_of_an_alliance_in_any_order_are_all_at_once(
    sample_read: list[Report], order: list[int], number: int
) -> None:
    some = [sample_read[index] for index in order[:number]]
    assert set(one_by_one(some).quads()) == at_once(sorted(some, key=lambda report: report.id))


def test_a_fact_that_a_list_no_longer_gives_is_still_stated(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    with (folder / "estonia-2015.claims.yaml").open("a", encoding="utf-8") as file:
        file.write("        - police: {name: The police}\n")
    without = read_report(folder / "estonia-2015.txt")
    listed = folder / "estonia" / "o.yaml"
    text = listed.read_text(encoding="utf-8").replace("label: Police", "label: Police, name: The police")
    listed.write_text(text, encoding="utf-8")
    store = one_by_one([read_report(folder / "estonia-2015.txt")])
    assert renew(Update(store), [without]) == ["organization/ee-police"]
    add(store, without)
    name = Literal("The police", language="en")
    assert {quad.graph_name for quad in store.match(None, SKOS.altLabel, name)} == {FACTS}
    assert set(store.quads()) == at_once([without])
