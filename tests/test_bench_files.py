"""Made-up reports written as files are read again as what they were."""

from pathlib import Path

import pytest

from alliancegraph.graph.model.reports import Passage, Report
from alliancegraph.loaders.report import read_report
from tests.bench.files import read_reports, write_files

REPORTS = list(read_reports(3))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_a_report_is_read_as_it_was_made(report: Report, tmp_path: Path) -> None:
    read = read_report(write_files(report, tmp_path))
    assert read.source == report.source
    assert [(s.code, s.heading, s.body) for s in read.sections] == [
        (s.code, s.heading, s.body) for s in report.sections
    ]
    assert [claim.id for claim in read.claims] == [claim.id for claim in report.claims]
    for one, other in zip(read.claims, report.claims, strict=True):
        assert (set(one.facts), one.because) == (set(other.facts), other.because)
        assert words(one.passage) == words(other.passage)
    assert {e.iri: set(e.facts) for e in read.entities} == {e.iri: set(e.facts) for e in report.entities}


def words(passage: Passage) -> tuple[object, ...]:
    """Return what a claims file says of a passage; of its context it has the words alone."""
    context = passage.context.span if passage.context else None
    return passage.section, passage.quote, passage.span, passage.stated_by, context
