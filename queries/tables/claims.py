"""The claims as a table: every stated fact with its quote."""

from collections.abc import Iterable, Sequence
from weakref import WeakKeyDictionary

from pyoxigraph import Literal

from alliancegraph.graph.model.iris import local_name
from alliancegraph.ontology.terms import RDF
from alliancegraph.queries.tables.rows import THE_READER, ClaimRow
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Fact

_made: WeakKeyDictionary[Views, list[ClaimRow]] = WeakKeyDictionary()  # the table and the page show the same rows


def claim_rows(views: Views) -> Sequence[ClaimRow]:
    """Return all stated facts, in the order of the reports; computed once for the same views."""
    if views not in _made:
        _made[views] = _sorted(_row(views, fact) for fact in views.facts)
    return _made[views]


def _sorted(rows: Iterable[ClaimRow]) -> list[ClaimRow]:
    return sorted(rows, key=lambda row: (row.report, row.start, row.end, row.claim, row.predicate, row.object))


def _row(views: Views, fact: Fact) -> ClaimRow:
    passage = views.passages[fact.passage]
    section, report = views.sections[passage.section], views.report_of(passage.section)
    labels, kind = views.labels, views.labels.kind(fact.subject)
    return ClaimRow(
        claim=fact.claim,
        report=local_name(report.iri),
        alpha3=report.alpha3,
        section=section.code,
        goal=tuple(goal.number for goal in views.served.get(fact.subject, ())),
        kind=kind,
        subject=fact.subject,
        subject_label=labels.name(fact.subject),
        predicate="type" if fact.predicate == RDF.type else labels.vocabulary.short(fact.predicate),
        object=fact.object.value,
        object_label=labels.text(fact.object),
        datatype=local_name(fact.object.datatype.value) if isinstance(fact.object, Literal) else "",
        status=fact.status,
        passage=passage.iri,
        quote=passage.quote,
        start=passage.start,
        end=passage.end,
        page=passage.page,
        context=passage.context,
        stated_by=THE_READER if kind == "SourceNote" else passage.stated_by_name,
        recorded_by=report.recorded_by,
        reviewed_by=passage.reviewed_by or report.reviewed_by,
    )
