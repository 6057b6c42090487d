"""Coverage: which sentences of a report have claims, which are unaccounted for, how far each section is read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from alliancegraph.graph.model.iris import local_name
from alliancegraph.graph.model.reports import Mark, Report, Section, Span
from alliancegraph.graph.model.states import ANSWERED, BLANK, IN_PART, NOT_YET, OUTSIDE, READ
from alliancegraph.graph.words.folding import readable
from alliancegraph.loaders.documents.sentences import sentences

HALF = 0.5
LONG = 60
BARE = 6  # words of a sentence that says no more than its section's state, such as "nothing to report under this goal"


@dataclass(frozen=True)
class SentenceRow:
    """One sentence of a report; offsets are in characters of its text as read.

    `state` is `claimed`, `marked` (states nothing, for the reason given, which may be the state of its section) or
    `uncovered`; `quoted` is the percentage of its characters in quotes and marks; `claims` are ids. A quote or mark
    counts for a sentence if it covers half of the sentence, or if half of it is inside the sentence.
    """

    report: str
    section: str
    start: int
    end: int
    state: str
    reason: tuple[str, ...]
    count: int
    quoted: int
    claims: tuple[str, ...]
    sentence: str

    @property
    def is_thin(self) -> bool:
        """Whether a long part of the sentence is neither quoted nor marked."""
        unquoted = (self.end - self.start) * (100 - self.quoted) / 100
        return self.state != "uncovered" and self.quoted < 100 * HALF and unquoted > LONG

    @property
    def is_read(self) -> bool:
        """Whether the sentence is accounted for, and is not thin."""
        return self.state != "uncovered" and not self.is_thin


def coverage(report: Report) -> list[SentenceRow]:
    """Return the sentences of all sections that are not blank, in order."""
    return [row for section in report.sections for row in _rows(report, section)]


def with_readings(report: Report) -> Report:
    """Return the report with the reading state of each section, computed from its sentences."""
    return replace(report, sections=tuple(replace(s, reading=_reading(_rows(report, s))) for s in report.sections))


def _reading(rows: list[SentenceRow]) -> NamedNode:
    if all(row.is_read for row in rows):
        return READ
    return NOT_YET if all(row.state == "uncovered" for row in rows) else IN_PART


def _rows(report: Report, section: Section) -> list[SentenceRow]:
    """Return the sentences of a section; an answer without recognisable sentences is one sentence."""
    printed = report.source.text[section.body.start : section.body.end].strip()
    if section.state == BLANK or not printed:  # answered together with another section, which has the words
        return []
    spans = sentences(report.source.text, section.body, report.source.language) or [section.body]
    here = replace(report, claims=tuple(claim for claim in report.claims if _meets(claim.passage.span, section.body)))
    return [_row(here, section, span) for span in spans]


def _row(report: Report, section: Section, span: Span) -> SentenceRow:
    claims = [claim for claim in report.claims if _counts(claim.passage.span, span)]
    marks = [mark for mark in report.marks if _counts(mark.span, span)]
    marks = marks if marks or claims else _marks_of_state(report, section, span)
    state = "claimed" if claims else "marked" if marks else "uncovered"
    read = [claim.passage.span for claim in claims] + [mark.span for mark in marks]
    return SentenceRow(
        report=report.id,
        section=section.code,
        start=span.start,
        end=span.end,
        state=state,
        reason=tuple(sorted({mark.reason for mark in marks})),
        count=len(claims),
        quoted=round(100 * _share(report.source.text, span, read)),
        claims=tuple(claim.id for claim in claims),
        sentence=readable(report.source.text[span.start : span.end]),
    )


def _marks_of_state(report: Report, section: Section, span: Span) -> list[Mark]:
    """Return a mark for a short sentence that only gives the section's state, such as "None." or "See 4.1"."""
    bare = len(report.source.text[span.start : span.end].split()) <= BARE
    return [Mark(span, local_name(section.state.value))] if bare and section.state not in (ANSWERED, OUTSIDE) else []


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _counts(quote: Span, sentence: Span) -> bool:
    """Return whether the quote belongs to the sentence, and does not merely reach into it from the next one."""
    shared = min(quote.end, sentence.end) - max(quote.start, sentence.start)
    shorter = min(quote.end - quote.start, sentence.end - sentence.start)
    return shared > 0 and shared >= HALF * shorter


def _share(text: str, sentence: Span, read: Iterable[Span]) -> float:
    """Return the share of a sentence's characters, white space left out, that are inside one of the spans."""
    inside = {at for span in read for at in range(max(span.start, sentence.start), min(span.end, sentence.end))}
    written = [at for at in range(sentence.start, sentence.end) if not text[at].isspace()]
    return sum(at in inside for at in written) / len(written)
