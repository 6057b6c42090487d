"""The invented alliance: read as real reports are, wholly accounted for, and nowhere mistaken for one."""

from pathlib import Path

import pytest

from graph.store import Store
from loaders.coverage import coverage
from loaders.report import read_report, shipped_reports
from ontology.terms import AG
from tests.conftest import sample_reports


@pytest.mark.parametrize("path", sample_reports(), ids=lambda path: path.stem)
def test_every_sentence_is_accounted_for(path: Path) -> None:
    report = read_report(path)
    rows = coverage(report)
    assert rows
    assert not report.read or [row for row in rows if row.state == "uncovered" or row.is_thin] == []


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
