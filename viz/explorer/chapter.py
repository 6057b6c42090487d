"""A report as the explorer shows it: its text, its sections, and what its sentences state."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from alliancegraph.graph.model.iris import local_name
from alliancegraph.queries.network import group
from alliancegraph.queries.tables.claims import claim_rows
from alliancegraph.queries.tables.rows import ClaimRow
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Inference, Passage, Section
from alliancegraph.viz.explorer.records import Claims, records
from alliancegraph.viz.shared.items import short_ids

Json = dict[str, Any]


@dataclass(frozen=True)
class Material:
    """The views, the ids of the items on the page by IRI, and the claims of each report by its short name."""

    views: Views
    ids: Mapping[str, str]
    claims: Mapping[str, Sequence[ClaimRow]]

    @classmethod
    def of(cls, views: Views) -> Self:
        """Return the material for those views."""
        by_report = defaultdict(list)
        for row in claim_rows(views):
            by_report[row.report].append(row)
        return cls(views, short_ids(_items(views)), by_report)

    @cached_property
    def goals(self) -> Mapping[str, Sequence[str]]:
        """The ids of the goals that each subject of claims serves."""
        return {node: [self.ids[goal.iri] for goal in goals] for node, goals in self.views.served.items()}

    @cached_property
    def sections(self) -> Mapping[str, Sequence[Section]]:
        """The sections of each report, by the report's IRI, in the order of its form."""
        found = defaultdict(list)
        for row in self.views.sections.values():
            found[row.report].append(row)
        return found

    @cached_property
    def inferences(self) -> Mapping[str, Mapping[str, Sequence[Inference]]]:
        """The rows of inferred facts by report, and by fact.

        A fact belongs to the first report on which it rests; one that rests on lists, to the first that names it.
        """
        by_fact = defaultdict(list)
        for row in self.views.inferences:
            by_fact[row.iri].append(row)
        found: dict[str, dict[str, Sequence[Inference]]] = defaultdict(dict)
        for iri, rows in by_fact.items():
            found[self._home(rows)][iri] = rows
        return found

    def _home(self, rows: Sequence[Inference]) -> str:
        based = {row.report for row in rows}
        naming = {row.report for end in (rows[0].subject, rows[0].object.value) for row in self.claims_of.get(end, ())}
        reports = list(self.views.reports)
        named = [iri for iri in reports if local_name(iri) in naming]
        return next(iter([*sorted(based - {""}), *named, *reports]), "")

    @cached_property
    def claims_of(self) -> Mapping[str, Sequence[ClaimRow]]:
        """The rows by each thing that they name, and by the claim's id."""
        found = defaultdict(list)
        for rows in self.claims.values():
            for row in rows:
                for key in {row.subject, row.claim, "" if row.datatype else row.object}:
                    found[key].append(row)
        return found


def _items(views: Views) -> list[str]:
    """Return the IRIs of what has a view of its own: goals, actors, initiatives, events, laws and places."""
    ends = {end for row in claim_rows(views) for end in (row.subject, "" if row.datatype else row.object)}
    ends |= {end for row in views.inferences for end in (row.subject, row.object.value)}
    return sorted({*views.goals, *(end for end in ends if group(views.labels, end))})


def chapter(made: Material, report: str) -> Json:
    """Return the report of that IRI, in the shape of `Chapter` in data.d.ts; offsets are in UTF-16 units."""
    views, claims = made.views, Claims()
    text = views.texts.get(report)
    units = _Units(text.text if text else "")
    found = records(made.claims.get(local_name(report), ()), made.ids, made.goals, claims)
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
        "rule": first.rule_name,
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
