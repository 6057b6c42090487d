"""Which sentences of a report its claims rest on, and which nobody has accounted for."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.folding import readable
from graph.model import Report, Section, Span
from loaders.sentences import sentences

THIN = 0.5
LONG = 60


@dataclass(frozen=True)
class SentenceRow:
    """One sentence of a report; offsets in characters into its text as read.

    `state` is `claimed`, `marked` (read, and states nothing, for the reason given) or `uncovered`; `quoted` the share
    of its characters that quotes and marks take up, in percent; `claims` are ids, divided by bars.
    """

    report: str
    section: str
    start: int
    end: int
    state: str
    reason: str
    count: int
    quoted: int
    claims: str
    sentence: str

    @property
    def is_thin(self) -> bool:
        """Whether much more stands in the sentence than anybody has quoted or marked."""
        unquoted = (self.end - self.start) * (100 - self.quoted) / 100
        return self.state == "claimed" and self.quoted < 100 * THIN and unquoted > LONG


def coverage(report: Report) -> list[SentenceRow]:
    """The sentences of all sections, in order."""
    return [
        _row(report, section, span)
        for section in report.sections
        for span in sentences(report.source.text, section.body, report.source.language)
    ]


def _row(report: Report, section: Section, span: Span) -> SentenceRow:
    claims = [claim for claim in report.claims if _overlap(claim.passage.span, span)]
    marks = [mark for mark in report.marks if _overlap(mark.span, span)]
    state = "claimed" if claims else "marked" if marks else "uncovered"
    read = [claim.passage.span for claim in claims] + [mark.span for mark in marks]
    return SentenceRow(
        report=report.id,
        section=section.code,
        start=span.start,
        end=span.end,
        state=state,
        reason="|".join(sorted({mark.reason for mark in marks})),
        count=len(claims),
        quoted=round(100 * _share(report.source.text, span, read)),
        claims="|".join(claim.id for claim in claims),
        sentence=readable(report.source.text[span.start : span.end]),
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _share(text: str, sentence: Span, read: Iterable[Span]) -> float:
    """The share of a sentence's characters (white space left out) that stand in one of the spans."""
    inside = {at for span in read for at in range(max(span.start, sentence.start), min(span.end, sentence.end))}
    written = [at for at in range(sentence.start, sentence.end) if not text[at].isspace()]
    return sum(at in inside for at in written) / len(written)
