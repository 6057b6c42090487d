"""The tables of a graph: sections, contributions, statistics, what is inferred and what was unsure."""

from collections.abc import Iterator

from alliancegraph.graph.model.notices import Notice
from alliancegraph.graph.words.codes import in_order
from alliancegraph.ontology.terms import StateWord
from alliancegraph.queries.tables.rows import ContributionRow, InferredRow, SectionRow, StatisticRow, WarningRow
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Contribution, Inference, Section, Statistic, Warned


def section_rows(views: Views) -> list[SectionRow]:
    """Return all sections of all reports, in the order of the form."""
    rows = [_section(views, section) for section in views.sections.values()]
    return sorted(rows, key=lambda row: (row.member, row.year))


def _section(views: Views, section: Section) -> SectionRow:
    report = views.reports[section.report]
    return SectionRow(
        member=report.member_name,
        alpha3=report.alpha3,
        year=report.year,
        goal=views.goals[section.goal].number if section.goal else "",
        section=section.code,
        state=section.state,
        reading="" if section.state == StateWord.blank else section.reading,
    )


def contribution_rows(views: Views) -> list[ContributionRow]:
    """Return all contributions, one row for each goal that they serve."""
    rows = dict.fromkeys(_contribution(views, row) for row in views.contributions)
    return sorted(rows, key=_order)


def _order(row: ContributionRow) -> tuple[object, ...]:
    place = row.member, row.year, in_order(row.goal), in_order(row.section)
    return *place, row.actor, row.role, row.initiative, row.claim


def _contribution(views: Views, row: Contribution) -> ContributionRow:
    report = views.report_of(row.section)
    return ContributionRow(
        member=report.member_name,
        alpha3=report.alpha3,
        year=report.year,
        goal=views.goals[row.goal].number,
        section=views.sections[row.section].code,
        actor=views.labels.name(row.actor),
        role=row.role,
        initiative=views.labels.name(row.initiative),
        status=row.status,
        period=row.period,
        claim=row.claim,
    )


def statistic_rows(views: Views) -> list[StatisticRow]:
    """Return all statistics, a row each, in the order of the reports."""
    each_once = {row.iri: row for row in reversed(views.statistics)}
    rows = [(views.passages[row.passage].start, _statistic(views, row)) for row in each_once.values()]
    return [row for _, row in sorted(rows, key=lambda found: _place(*found))]


def _place(start: int, row: StatisticRow) -> tuple[object, ...]:
    return row.member, row.year, start, row.counted, row.claim


def _statistic(views: Views, row: Statistic) -> StatisticRow:
    report, labels = views.report_of(row.section), views.labels
    return StatisticRow(
        member=report.member_name,
        alpha3=report.alpha3,
        year=report.year,
        goal=tuple(goal.number for goal in views.served[row.iri]),
        section=views.sections[row.section].code,
        counted=row.counted,
        kind=row.kind,
        value=row.value,
        upper_value=row.upper_value,
        out_of=row.out_of,
        value_as_written=row.value_as_written,
        on_trust=row.on_trust,
        qualifier=row.qualifier,
        unit=row.unit,
        period=row.period,
        period_start=row.period_start,
        period_end=row.period_end,
        place=labels.name(row.place),
        source=labels.name(row.source),
        initiative=labels.name(row.initiative),
        claim=row.claim,
        quote=views.passages[row.passage].quote,
    )


def inferred_rows(views: Views) -> list[InferredRow]:
    """Return all inferred facts, by rule."""
    by_fact: dict[str, list[Inference]] = {}
    for row in views.inferences:
        by_fact.setdefault(row.iri, []).append(row)
    return [_inferred(views, rows) for rows in by_fact.values()]


def _inferred(views: Views, rows: list[Inference]) -> InferredRow:
    row, labels = rows[0], views.labels
    return InferredRow(
        alpha3=tuple(sorted(set(_members(views, rows)))),
        subject=row.subject,
        subject_label=labels.name(row.subject),
        predicate=labels.vocabulary.short(row.predicate),
        object=row.object.value,
        object_label=labels.text(row.object),
        rule=row.rule_name,
        reason=row.reason,
        rests_on=tuple(dict.fromkeys(each.basis for each in rows)),
    )


def _members(views: Views, rows: list[Inference]) -> Iterator[str]:
    """Yield the codes of the members on whose reports these rest."""
    return (views.reports[row.report].alpha3 for row in rows if row.report and views.reports[row.report].alpha3)


def warning_rows(views: Views) -> list[WarningRow]:
    """Return what was unsure, report by report, in the order of the pages and lines."""
    order = {report: number for number, report in enumerate(views.reports)}
    rows = [(Notice.read(row.written), row) for row in views.warnings]
    rows.sort(key=lambda each: (order[each[1].report], each[0].page or 0, each[0].line or 0))
    return [_warning(notice, row) for notice, row in rows]


def _warning(notice: Notice, row: Warned) -> WarningRow:
    return WarningRow(
        code=notice.code,
        file=str(notice.path or ""),
        page=str(notice.page or ""),
        line=str(notice.line or ""),
        what=notice.what,
        remedy=notice.remedy,
        report=row.report,
    )
