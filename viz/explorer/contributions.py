"""The contributions as the page shows them: who, in which role, through what, with which status, under which law."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alliancegraph.queries.views import rows
from alliancegraph.queries.views.alliance import Views

NOBODY = "(the text names nobody)"


@dataclass(frozen=True)
class End:
    """One end of a contribution: its name, and its id on the page; "" if the page has no such item."""

    id: str
    label: str


@dataclass(frozen=True)
class Contribution:
    """One contribution to one or more goals."""

    claim: str
    report: str
    section: str
    actor: End
    role: str
    initiative: End
    status: str
    period: str
    laws: tuple[End, ...]
    representatives: str
    goals: tuple[str, ...]


def contributions(views: Views, ids: Mapping[str, str]) -> list[Contribution]:
    """Return the distinct contributions, in the order of the reports; ends are identified by IRI."""
    laws: dict[str, dict[str, None]] = defaultdict(dict)
    for row in views.contributions:
        laws[row.iri].update({row.law: None} if row.law else {})
    each_once = {row.iri: row for row in reversed(views.contributions)}
    return [_contribution(views, row, list(laws[row.iri]), ids) for row in reversed(each_once.values())]


def _contribution(views: Views, row: rows.Contribution, laws: Iterable[str], ids: Mapping[str, str]) -> Contribution:
    return Contribution(
        claim=row.claim,
        report=views.report_of(row.section).name,
        section=views.sections[row.section].code,
        actor=_end(views, row.actor, ids) if row.actor else End("", NOBODY),
        role=row.role_name or row.role,
        initiative=_end(views, row.initiative, ids),
        status=row.status,
        period=row.period,
        laws=tuple(_end(views, law, ids) for law in laws),
        representatives=row.representatives,
        goals=tuple(ids[goal.iri] for goal in views.served[row.iri]),
    )


def _end(views: Views, iri: str, ids: Mapping[str, str]) -> End:
    return End(ids.get(iri, ""), views.labels.name(iri))
