"""The invented alliance: read as real reports are, accounted for sentence by sentence, and nowhere mistaken for one."""

from pathlib import Path

import pytest

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.states import NOT_YET
from alliancegraph.loaders.claims.sentencecoverage import coverage
from alliancegraph.loaders.report import read_report, shipped_reports
from alliancegraph.ontology.terms import AG
from tests.conftest import sample_reports

PASSED_OVER = {  # of the report that is read in part, what nobody has read
    "southland-2015": [
        "The Southland Police identified 14 victims in 2015.",
        "The providers of Southland remove pages within two days.",
    ]
}


@pytest.mark.parametrize("path", sample_reports(), ids=lambda path: path.stem)
def test_every_sentence_is_accounted_for(path: Path) -> None:
    report = read_report(path)
    rows = coverage(report)
    assert rows
    left = [row.sentence for row in rows if not row.is_read]
    assert report.reading == NOT_YET or left == PASSED_OVER.get(path.stem, [])


@pytest.mark.parametrize("path", sample_reports(), ids=lambda path: path.stem)
def test_every_form_says_that_it_is_invented(path: Path) -> None:
    report = read_report(path)
    assert f"{report.member.label} does not exist" in report.source.text
    assert report.member.alpha3 == ""
    assert "Invented" in report.source.title
    assert report.source.member_type == "invented government"


def test_it_is_not_shipped_as_a_report(store: Store) -> None:
    assert not set(sample_reports()) & set(shipped_reports())
    assert not list(store.select(f"SELECT ?m {{ ?m <{AG.memberType}> 'invented government' }}"))
