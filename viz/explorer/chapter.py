"""A report as the explorer shows it: its text, its sections, and what its sentences state.

It follows from the report's own graph and from what is inferred from its claims, whatever else is in the graph.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from pyoxigraph import Literal

from alliancegraph.graph.model.iris import local_name
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.views.rows import Inference, Passage, Report, Section
from alliancegraph.viz.explorer.records import Claims, records
from alliancegraph.viz.explorer.stated import Stated, identifier

Json = dict[str, Any]


def chapter(stated: Stated, report: Report, inferred: Iterable[Sequence[Inference]]) -> Json:
    """Return a report, in the shape of `Chapter` in data.d.ts, with facts inferred from it, each by its rows.

    Offsets are in UTF-16 units.
    """
    claims = Claims()
    text = stated.views.texts.get(report.iri)
    units = _Units(text.text if text else "")
    found = records(stated, stated.facts.get(report.iri, ()), claims)
    conclusions = [_inferred(stated, rows, claims) for rows in inferred]
    return {
        "id": local_name(report.iri),
        "title": text.title if text else "",
        "language": text.language if text else "",
        "citation": text.citation if text else "",
        "text": text.text if text else "",
        "sections": [_section(stated, units, row) for row in stated.sections.get(report.iri, ())],
        "records": found,
        "inferred": conclusions,
        "claims": list(zip(claims.claims, claims.cited, strict=True)),
        "passages": [_passage(stated, units, stated.views.passages[iri], report.member) for iri in claims.passages],
    }


def conclusion(rows: Sequence[Inference], passages: Iterable[int] = ()) -> Json:
    """Return an inferred fact, in the shape of `Inferred` in data.d.ts, with the numbers of its passages."""
    first = rows[0]
    is_text = isinstance(first.object, Literal)
    return {
        "subject": ["", identifier(first.subject)],
        "predicate": Vocabulary.load().short(first.predicate),
        "object": [first.object.value, ""] if is_text else ["", identifier(first.object.value)],
        "rule": local_name(first.rule),
        "reason": first.reason,
        "passages": list(passages),
    }


def _section(stated: Stated, units: "_Units", row: Section) -> Json:
    heading = stated.views.headings.get(row.iri)
    return {
        "code": row.code,
        "goal": identifier(row.goal),
        "heading": [units.at(heading.start), units.at(heading.end)] if heading else [0, 0],
        "body": [units.at(row.start), units.at(heading.before)] if heading else [units.at(row.start)] * 2,
    }


def _passage(stated: Stated, units: "_Units", row: Passage, member: str) -> Json:
    return {
        "section": stated.views.sections[row.section].code,
        "start": units.at(row.start),
        "end": units.at(row.end),
        "page": row.page,
        "quote": row.quote,
        "context": row.context,
        "by": "" if row.stated_by == member else identifier(row.stated_by),
    }


def _inferred(stated: Stated, rows: Sequence[Inference], claims: Claims) -> Json:
    passages = {claims.passage(row.basis): None for row in rows if row.basis in stated.views.passages}
    for row in rows:
        for own in stated.facts_of.get(row.basis) or stated.facts_of.get(row.basis.rpartition("-")[2], ()):
            passages[claims.passage(own.passage)] = None
    return conclusion(rows, passages)


class _Units:
    """Turns offsets in characters into offsets in UTF-16 units, as a browser counts them."""

    def __init__(self, text: str) -> None:
        self._wide = [place for place, letter in enumerate(text) if ord(letter) > 0xFFFF] if not text.isascii() else []

    def at(self, offset: int) -> int:
        """Return the offset in UTF-16 units."""
        return offset + bisect_left(self._wide, offset)
