"""A report as the explorer shows it: its text, its sections, and what its sentences state."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from alliancegraph.graph.model.iris import local_name
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Inference, Passage, Section
from alliancegraph.viz.explorer.material import Material
from alliancegraph.viz.explorer.records import Claims, records

Json = dict[str, Any]


def chapter(made: Material, report: str) -> Json:
    """Return the report of that IRI, in the shape of `Chapter` in data.d.ts; offsets are in UTF-16 units."""
    views, claims = made.views, Claims()
    text = views.texts.get(report)
    units = _Units(text.text if text else "")
    found = records(made, made.claims.get(local_name(report), ()), claims)
    inferred = [_inferred(made, rows, claims) for rows in made.inferences.get(report, {}).values()]
    return {
        "id": local_name(report),
        "title": text.title if text else views.reports[report].name,
        "language": text.language if text else "",
        "citation": text.citation if text else "",
        "text": text.text if text else "",
        "sections": [_section(made, units, row) for row in made.sections.get(report, ())],
        "records": found,
        "inferred": inferred,
        "claims": list(zip(claims.claims, claims.cited, strict=True)),
        "passages": [_passage(views, units, views.passages[iri]) for iri in claims.passages],
    }


def _section(made: Material, units: "_Units", row: Section) -> Json:
    heading = made.views.headings.get(row.iri)
    return {
        "code": row.code,
        "goal": made.ids.get(row.goal, ""),
        "heading": [units.at(heading.start), units.at(heading.end)] if heading else [0, 0],
        "body": [units.at(row.start), units.at(heading.before)] if heading else [units.at(row.start)] * 2,
    }


def _passage(views: Views, units: "_Units", row: Passage) -> Json:
    section = views.sections[row.section]
    member = views.report_of(row.section).member_name
    return {
        "section": section.code,
        "start": units.at(row.start),
        "end": units.at(row.end),
        "page": row.page,
        "quote": row.quote,
        "context": row.context,
        "by": "" if row.stated_by_name == member else row.stated_by_name,
    }


def _inferred(made: Material, rows: Sequence[Inference], claims: Claims) -> Json:
    first, labels = rows[0], made.views.labels
    passages = {claims.passage(row.basis): None for row in rows if row.basis in made.views.passages}
    for row in rows:
        for own in made.claims_of.get(row.basis) or made.claims_of.get(row.basis.rpartition("-")[2], ()):
            passages[claims.passage(own.passage)] = None
    return {
        "subject": [labels.name(first.subject), made.ids.get(first.subject, "")],
        "predicate": labels.vocabulary.short(first.predicate),
        "object": [labels.text(first.object), made.ids.get(first.object.value, "")],
        "rule": [local_name(first.rule), first.rule_name],
        "reason": first.reason,
        "passages": list(passages),
    }


class _Units:
    """Turns offsets in characters into offsets in UTF-16 units, as a browser counts them."""

    def __init__(self, text: str) -> None:
        self._wide = [place for place, letter in enumerate(text) if ord(letter) > 0xFFFF] if not text.isascii() else []

    def at(self, offset: int) -> int:
        """Return the offset in UTF-16 units."""
        return offset + bisect_left(self._wide, offset)
