"""The coverage of a report's sentences by claims, as text for the terminal."""

import json
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from alliancegraph.graph.model.reports import Report
from alliancegraph.graph.model.states import BLANK, NOT_YET
from alliancegraph.graph.words.counting import how_many
from alliancegraph.loaders.claims.sentencecoverage import SentenceRow, coverage
from alliancegraph.loaders.claims.unsure import left_out
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.tables.rows import to_csv

WIDTH = 110


def coverage_text(reports: Sequence[Report], text_format: str) -> str:
    """Return a summary of the reports' coverage (`table`), or every sentence with its claims (`csv`, `json`)."""
    if text_format == "table":
        return "\n".join(line for report in reports for line in _summary(report)) + "\n"
    rows = [row for report in reports for row in coverage(report)]
    if text_format == "json":
        return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1) + "\n"
    return to_csv(rows, SentenceRow)


def _summary(report: Report) -> Iterator[str]:
    rows = coverage(report)
    yield from map(str, left_out(report))
    states = Counter(row.state for row in rows)
    yield f"{report.member.label} {report.year}: {how_many(len(rows), 'sentence')}, {_claims(report)}"
    if report.reading == NOT_YET:
        yield f"  {Vocabulary.load().label(NOT_YET.value)}: no sentence has a claim or a mark"
        return
    reasons = Counter(" and ".join(row.reason) for row in rows if row.state == "marked")
    why = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
    yield f"  {states['claimed']} with claims; {states['marked']} marked as stating nothing{f' ({why})' if why else ''}"
    yield from _sections(report, rows)
    yield from _listed("nobody has accounted for", [row for row in rows if row.state == "uncovered"])
    yield from _listed("with much more text than anybody quotes", [row for row in rows if row.is_thin])


def _claims(report: Report) -> str:
    """Return the number of claims, and how many are inferred, which the tables of facts leave out."""
    inferred = sum(bool(claim.because) for claim in report.claims)
    return f"{how_many(len(report.claims), 'claim')}" + (
        f", {inferred} of them inferred by the reader" if inferred else ""
    )


def _sections(report: Report, rows: Sequence[SentenceRow]) -> Iterator[str]:
    yield "\n  section   sentences   claims   quoted   reading"
    for section in (section for section in report.sections if section.state != BLANK):
        own = [row for row in rows if row.section == section.code]
        claims = {claim for row in own for claim in row.claims}
        written = sum(row.end - row.start for row in own)
        quoted = sum(row.quoted * (row.end - row.start) for row in own) / written
        reading = Vocabulary.load().label(section.reading.value)
        yield f"  {section.code:<10}{len(own):>9}{len(claims):>9}{quoted:>8.0f}%   {reading}"


def _listed(what: str, rows: Sequence[SentenceRow]) -> Iterator[str]:
    yield f"\n  {how_many(len(rows), 'sentence') if rows else 'No sentences'} {what}{':' if rows else '.'}"
    for row in rows:
        lead = f"    {row.section}  {row.quoted:>3}%  "
        yield textwrap.fill(lead + row.sentence, WIDTH, subsequent_indent=" " * len(lead))
