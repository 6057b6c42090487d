"""Which reports a command reads, and that they fit together."""

from collections.abc import Callable, Sequence
from pathlib import Path

from pyoxigraph import NamedNode

from graph.errors import InputError, Problem
from graph.model import Entity, Report
from loaders.report import read_report, shipped_reports

Tell = Callable[[str], None]


def read_reports(paths: Sequence[Path], claims: Path | None, form: str, tell: Tell) -> list[Report]:
    """The reports in those documents, by default the ones that ship with the project."""
    if claims and len(paths) != 1:
        found = f"{len(paths)} reports with --claims"
        raise InputError(Problem(found, "one report", "Name the one report that the claims file is about."))
    reports: dict[str, Report] = {}
    for path in paths or shipped_reports():
        report = read_report(path, claims, form)
        if report.id in reports:
            raise InputError(Problem(f"a second report of {report.id}", "one a year", "Leave one out.", path))
        reports[report.id] = report
        tell(f"read {path.name}: {len(report.sections)} sections, {len(report.claims)} claims")
    _refuse_mixture(list(reports.values()))
    return list(reports.values())


def _refuse_mixture(reports: Sequence[Report]) -> None:
    """Goals are told apart by their numbers, so a build holds one alliance; entities by their names, so each is one."""
    schemes = sorted({report.scheme.value for report in reports})
    if len(schemes) > 1:
        remedy = "Build each alliance into a folder of its own (--out); their Turtle files can be merged."
        raise InputError(Problem(f"reports to {len(schemes)} alliances", "reports to one", remedy))
    entities: dict[NamedNode, Entity] = {}
    for entity in (entity for report in reports for entity in report.entities):
        if entities.setdefault(entity.iri, entity) != entity:
            remedy = "Give each country's authority lists a `prefix:` of their own."
            raise InputError(Problem(f"two things are named {entity.iri.value}", "one", remedy))
