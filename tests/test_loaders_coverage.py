"""Coverage: every sentence of a report that is read has been quoted, or marked as stating nothing."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from alliancegraph.cli import main
from alliancegraph.graph.errors import ClaimsError
from alliancegraph.graph.model.reports import Claim, Mark, Passage, Report, Span
from alliancegraph.graph.model.states import NOT_YET
from alliancegraph.loaders.claims.sentencecoverage import SentenceRow, coverage
from alliancegraph.loaders.report import read_report, shipped_reports
from alliancegraph.queries.tables.rows import flat
from tests.conftest import ROMANIA, entered

FIRST = "The new Hotline, developed thru the SaferInternet Project, is a highly effective mechanism"
ITEM = f"{{quote: '{FIRST}', facts: [hotline partOf sigur-info]}}"


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert main(["coverage", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def row_of(rows: list[SentenceRow], words: str) -> SentenceRow:
    return next(row for row in rows if words in row.sentence)


@pytest.mark.parametrize("path", shipped_reports(), ids=lambda path: path.stem)
def test_every_sentence_of_a_shipped_report_is_accounted_for(path: Path) -> None:
    report = read_report(path)
    if report.reading == NOT_YET:
        pytest.skip("nobody has read it yet")
    rows = coverage(report)
    assert len(rows) > 20
    assert [(row.section, row.sentence) for row in rows if row.state == "uncovered"] == []
    assert [(row.section, row.quoted, row.sentence) for row in rows if row.is_thin] == []


def test_a_sentence_without_its_claims_is_uncovered(report: Report) -> None:
    for row in coverage(report)[::9]:
        own = row.claims
        rest = replace(report, claims=tuple(claim for claim in report.claims if claim.id not in own), marks=())
        now = next(other for other in coverage(rest) if other.start == row.start)
        assert (now.state, now.count, now.quoted, now.claims) == ("uncovered", 0, 0, ())


def test_one_quote_covers_its_own_sentence_only(copy: Path) -> None:
    entered(copy, ITEM)
    report = read_report(copy)
    rows = coverage(report)
    assert [row.sentence.startswith(FIRST) for row in rows if row.state == "claimed"] == [True]
    row = row_of(rows, FIRST)
    assert (row.section, row.count, row.claims) == ("1.1/B", 1, (report.claims[0].id,))
    assert report.source.text[row.start : row.end].split() == row.sentence.split()


def test_a_mark_accounts_for_a_sentence(copy: Path) -> None:
    entered(copy, f"{{quote: '{FIRST}', nothing: introduction}}")
    report = read_report(copy)
    row = row_of(coverage(report), FIRST)
    assert report.claims == ()
    assert (row.state, row.reason, row.count) == ("marked", ("introduction",), 0)


@pytest.mark.parametrize("reason", ["two words", "''", "[wish]"])
def test_the_reason_of_a_mark_is_one_word(copy: Path, reason: str) -> None:
    path = entered(copy, f"quote: highly\n      nothing: {reason}")
    with pytest.raises(ClaimsError) as caught:
        read_report(copy)
    assert str(caught.value).startswith(f"{path}:7: ")
    if reason == "two words":
        assert "found 'two words'; expected one word of reason. Write `nothing: heading`" in str(caught.value)


def test_a_mark_holds_no_facts_and_its_words_are_in_the_report(copy: Path) -> None:
    path = entered(copy, "quote: highly\n      nothing: wish\n      facts: [cocd within mia]")
    with pytest.raises(ClaimsError, match=r":8: unknown key 'facts'"):
        read_report(copy)
    entered(copy, "{quote: nowhere to be found, nothing: wish}")
    with pytest.raises(ClaimsError) as caught:
        read_report(copy)
    assert f"{path}:6: the quote 'nowhere to be found' is not in 1.1/B" in str(caught.value)


def quoting(report: Report, sentence: Span, *spans: Span) -> SentenceRow:
    """Return the row of a sentence of which only those spans (from its start) are quoted."""
    section = next(s for s in report.sections if s.body.start <= sentence.start < s.body.end)
    places = [Span(sentence.start + span.start, sentence.start + span.end) for span in spans]
    claims = tuple(Claim(str(n), Passage(section.iri, "", place), ()) for n, place in enumerate(places))
    rows = coverage(replace(report, claims=claims, marks=()))
    return next(row for row in rows if row.start == sentence.start)


def test_a_long_sentence_of_which_little_is_quoted_is_thin(report: Report) -> None:
    row = max(coverage(report), key=lambda row: row.end - row.start)
    long, length = Span(row.start, row.end), row.end - row.start
    assert length > 300
    assert quoting(report, long, Span(0, 30)).is_thin
    assert quoting(report, long, Span(0, length // 3)).is_thin
    assert not quoting(report, long, Span(0, 2 * length // 3)).is_thin
    assert not quoting(report, long, Span(0, length // 3), Span(length // 2, length)).is_thin
    assert not quoting(report, long, Span(0, length)).is_thin
    assert quoting(report, long, Span(0, length)).quoted == 100
    assert not quoting(report, long).is_thin


def test_a_quote_that_only_touches_a_sentence_does_not_cover_it(report: Report) -> None:
    row = coverage(report)[9]
    sentence, length = Span(row.start, row.end), row.end - row.start
    touching = [quoting(report, sentence, span).state for span in (Span(-5, 0), Span(length, length + 5))]
    assert touching == ["uncovered", "uncovered"]
    reaching = [quoting(report, sentence, span).state for span in (Span(-5, 1), Span(length - 1, length + 5))]
    assert reaching == ["uncovered", "uncovered"]
    own = [quoting(report, sentence, span).state for span in (Span(-5, 5), Span(length - 5, length + 5), Span(3, 9))]
    assert own == ["claimed", "claimed", "claimed"]


def test_a_quote_of_more_than_a_sentence_covers_each_that_it_takes_up_half_of(report: Report) -> None:
    rows = [row for row in coverage(report) if row.section == "3.1/B"]
    first, second = Span(rows[0].start, rows[0].end), Span(rows[1].start, rows[1].end)
    middle = (second.start + second.end) // 2
    for end, state in ((middle + 1, "claimed"), (middle - 1, "uncovered")):
        claim = Claim("1", Passage(report.sections[0].iri, "", Span(first.start, end)), ())
        states = {row.start: row.state for row in coverage(replace(report, claims=(claim,), marks=()))}
        assert (states[first.start], states[second.start]) == ("claimed", state)


def test_what_two_quotes_share_is_counted_once(report: Report) -> None:
    row = max(coverage(report), key=lambda row: row.end - row.start)
    long = Span(row.start, row.end)
    assert quoting(report, long, Span(0, 90), Span(0, 90)).quoted == quoting(report, long, Span(0, 90)).quoted < 50


def test_a_short_sentence_is_never_thin(report: Report) -> None:
    row = min(coverage(report), key=lambda row: row.end - row.start)
    assert row.end - row.start < 60
    assert not quoting(report, Span(row.start, row.end), Span(0, 3)).is_thin


def test_marks_count_as_read(report: Report) -> None:
    row = max(coverage(report), key=lambda row: row.end - row.start)
    marks = (Mark(Span(row.start, row.end), "wish"), Mark(Span(row.start, row.end), "heading"))
    now = next(r for r in coverage(replace(report, claims=(), marks=marks)) if r.start == row.start)
    assert (now.state, now.reason, now.quoted) == ("marked", ("heading", "wish"), 100)


def test_the_summary_tells_sections_and_that_nothing_is_left(
    capsys: pytest.CaptureFixture[str], report: Report
) -> None:
    summary = said(capsys)
    rows = coverage(report)
    assert f"Romania 2014: {len(rows)} sentences, {len(report.claims)} claims" in summary
    assert f"{sum(row.state == 'claimed' for row in rows)} with claims; " in summary
    assert f"{sum(row.state == 'marked' for row in rows)} marked as stating nothing (" in summary
    assert "No sentences nobody has accounted for." in summary
    assert "No sentences with much more text than anybody quotes." in summary
    listed = [line.split()[0] for line in summary.splitlines() if "%" in line]
    assert listed == list(dict.fromkeys(row.section for row in rows))


def test_the_summary_lists_what_is_left(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entered(copy, "{quote: is a highly effective mechanism, facts: [hotline partOf sigur-info]}", ITEM)
    summary = said(capsys, copy)
    left = sum(row.state == "uncovered" for row in coverage(read_report(copy)))
    assert left > 100
    assert f"{left} sentences nobody has accounted for:" in summary
    assert "    4.2/C    0%  The Ministry of Informational Society" in summary
    assert max(map(len, summary.splitlines())) <= 110


def test_a_report_without_claims_is_summarised_as_not_yet_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "form.txt").write_bytes(ROMANIA.read_bytes())
    summary = said(capsys, tmp_path / "form.txt")
    assert "not yet read: no sentence has a claim or a mark" in summary
    assert "accounted for" not in summary


def test_every_sentence_as_csv_and_json(capsys: pytest.CaptureFixture[str], report: Report) -> None:
    rows = coverage(report)
    table = list(csv.DictReader(io.StringIO(said(capsys, "--format", "csv"))))
    assert table == [{name: str(flat(value)) for name, value in vars(row).items()} for row in rows]
    assert json.loads(said(capsys, "--format", "json")) == [
        {name: list(value) if isinstance(value, tuple) else value for name, value in vars(row).items()} for row in rows
    ]
    assert {claim for row in table for claim in row["claims"].split("|") if claim} == {c.id for c in report.claims}


def test_claims_can_be_named_and_wrong_ones_are_told(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = entered(copy, "{quote: nowhere to be found, nothing: wish}")
    assert main(["coverage", str(ROMANIA), "--claims", str(path)]) == 2
    assert f"{path}:6: the quote" in capsys.readouterr().err
