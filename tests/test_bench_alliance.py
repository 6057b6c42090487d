"""Made-up alliances have the shape of real ones, and are the same each time."""

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from pyoxigraph import Quad

from alliancegraph.graph.assemble.dataset import describe
from alliancegraph.graph.assemble.quads import READER
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.exchange.bulk import load_nquads
from alliancegraph.graph.model.iris import DERIVED
from alliancegraph.graph.model.reports import Report
from alliancegraph.graph.model.states import NOT_YET, READ
from alliancegraph.loaders.documents.document import Document
from alliancegraph.loaders.documents.quotes import occurrences
from alliancegraph.loaders.form.sections import read_form
from alliancegraph.ontology.terms import AG
from tests.assembling import check, populate
from tests.bench.alliance import Alliance, write
from tests.bench.form import TEMPLATE
from tests.bench.lists import FIRST_YEAR, own_lists
from tests.bench.reports import Year

SMALL = Alliance(members=3, years=2)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return list(SMALL.reports())


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return list(SMALL.quads())


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        write(Alliance(2, 2, seed), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "same").read_bytes()
    assert (tmp_path / "one").read_bytes() != (tmp_path / "other").read_bytes()


def test_a_report_is_the_same_whatever_is_made_beside_it(reports: list[Report]) -> None:
    alone = Year(1, member=3, year=FIRST_YEAR + 1).report()
    assert alone
    assert alone in reports
    assert alone in list(Alliance(4, 3).reports())


def test_every_quote_stands_once_in_its_section(reports: list[Report]) -> None:
    for report in reports:
        bodies = {section.iri: section.body for section in report.sections}
        passages = {(claim.passage.span, claim.passage) for claim in report.claims}
        assert passages or report.reading != READ
        for span, passage in passages:
            assert report.source.text[span.start : span.end] == passage.quote
            assert occurrences(passage.quote, report.source.text, bodies[passage.section]) == [span]


def test_the_form_reads_as_a_member_filled_it_in(reports: list[Report]) -> None:
    for report in reports:
        form = read_form(Document(Path("made-up.txt"), report.source.text, report.source.sha256), TEMPLATE)
        read = [(section.code, section.state, section.heading, section.body) for section in form.sections]
        made = [(s.code, s.state.value.rpartition("/")[2], s.heading, s.body) for s in report.sections]
        assert read == made


def test_all_of_it_fits_the_model(reports: list[Report]) -> None:
    for report in reports:
        check(report)


def test_the_file_loads_to_what_the_reports_build(reports: list[Report], tmp_path: Path) -> None:
    built, loaded = Store.memory(), Store.memory()
    populate(built, reports)
    write(Alliance(SMALL.members, SMALL.years), tmp_path / "alliance.nq")
    load_nquads(loaded, tmp_path / "alliance.nq")
    describe(loaded, len(loaded))
    assert set(loaded.quads()) == set(built.quads())


def test_no_triple_stands_in_two_graphs_or_twice(quads: list[Quad]) -> None:
    assert [triple for triple, count in Counter(quad.triple for quad in quads).items() if count > 1] == []


def test_of_inferences_only_the_readers_own_are_in_it(quads: list[Quad]) -> None:
    rules = {quad.object for quad in quads if quad.graph_name == DERIVED and quad.predicate.value == AG.rule}
    assert rules == {READER}


def test_promises_come_back_a_year_later_or_not() -> None:
    store = Store.memory()
    store.load(Alliance(4, 3).quads())
    assert _recalled(store, "") < _count(store, f"?promise a <{AG.Promise}>")
    assert 0 < _recalled(store, f"?measure <{AG.outcome}> ?outcome .") < _recalled(store, "")


def _recalled(store: Store, more: str) -> int:
    """Return how many promises the next year's report of that member recalls for the same initiative."""
    return _count(
        store,
        f"""?promise a <{AG.Promise}> ; <{AG.initiative}> ?initiative ; <{AG.section}>/<{AG.report}> ?first .
        ?first <{AG.member}> ?member ; <{AG.year}> ?year .
        ?measure a <{AG.AnnouncedMeasure}> ; <{AG.initiative}> ?initiative ; <{AG.announcedIn}> ?year ;
          <{AG.section}>/<{AG.report}>/<{AG.member}> ?member . {more}""",
    )


def _count(store: Store, pattern: str) -> int:
    rows = store.select(f"SELECT (COUNT(DISTINCT ?promise) AS ?count) WHERE {{ {pattern} }}")
    return int(next(rows)["count"].value)


def test_sections_and_reports_have_every_state() -> None:
    alliance = Alliance(20, 3, scale=0.1)
    states = Counter(section.state for report in alliance.reports() for section in report.sections)
    assert {state.value.rpartition("/")[2] for state in states} == {
        "answered",
        "blank",
        "nothing-to-report",
        "refers-elsewhere",
    }
    readings = Counter(Year(1, member, FIRST_YEAR).reading for member in range(1, 101))
    assert set(readings) == {"read", "not yet read", "not loaded", "not submitted"}
    assert alliance.counts["reports"] < 60
    assert any(report.reading == NOT_YET and not report.claims for report in alliance.reports())


def test_bodies_last_ten_years() -> None:
    first, tenth, eleventh = (own_lists(1, 1, FIRST_YEAR + later) for later in (0, 9, 10))
    assert first == tenth
    assert not {body.iri for body in first.bodies} & {body.iri for body in eleventh.bodies}


def test_a_large_alliance_is_given_out_bit_by_bit() -> None:
    assert len(list(islice(Alliance(10_000, 10_000).quads(), 10_000))) == 10_000
