"""Which reports a command reads, and that they fit together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from alliancegraph.graph.assemble.assembly import check
from alliancegraph.graph.errors import InputError, Problem, both, every
from alliancegraph.graph.model.reports import Report
from alliancegraph.graph.words.counting import how_many
from alliancegraph.loaders.authority import refuse_contradictions
from alliancegraph.loaders.report import read_report, shipped_reports
from alliancegraph.terminal import Tell

Read = Callable[[Path], Report]


def read_reports(paths: Sequence[Path], claims: Path | None, form: str, tell: Tell) -> list[Report]:
    """The reports in those documents, by default the ones that ship; raises one error with the slips of all."""
    return _together(paths, claims, _Reading(lambda path: read_report(path, claims, form), tell))


def checked_reports(paths: Sequence[Path], claims: Path | None, form: str, tell: Tell) -> list[Report]:
    """The same, each report checked against the model as if there were no other."""
    reports = _together(paths, claims, _Reading(lambda path: _checked(read_report(path, claims, form)), tell))
    tell("checked: all of it fits the model")
    return reports


def _checked(report: Report) -> Report:
    check(report)
    return report


@dataclass
class _Reading:
    """Reads reports one by one, and keeps those that read well."""

    read: Read
    tell: Tell
    reports: list[Report] = field(default_factory=list)
    paths: dict[str, Path] = field(default_factory=dict)

    def take(self, path: Path) -> None:
        """Reads a report; raises InputError for a second one of that member and year."""
        report = self.read(path)
        if report.id in self.paths:
            found = f"a second report of {report.id}; the first is {self.paths[report.id]}"
            raise InputError(Problem(found, "one a year", "Leave one out.", path))
        self.paths[report.id] = path
        self.reports.append(report)
        sections, claims = how_many(len(report.sections), "section"), how_many(len(report.claims), "claim")
        self.tell(f"taken in {path.name}: {sections}, {claims}")


def _together(paths: Sequence[Path], claims: Path | None, reading: _Reading) -> list[Report]:
    if claims and len(paths) != 1:
        found = f"{len(paths)} reports with --claims"
        raise InputError(Problem(found, "one report", "Name the one report that the claims file is about."))
    both(lambda: every(reading.take, paths or shipped_reports()), lambda: _refuse_mixture(reading.reports))
    return reading.reports


def _refuse_mixture(reports: Sequence[Report]) -> None:
    """Goals are told apart by their numbers, so a build holds one alliance; entities by their names, so each is one."""
    both(lambda: _refuse_alliances(reports), lambda: refuse_contradictions(e for r in reports for e in r.entities))


def _refuse_alliances(reports: Iterable[Report]) -> None:
    schemes = sorted({report.scheme.value for report in reports})
    if len(schemes) > 1:
        remedy = "Build each alliance into a folder of its own (--out); their Turtle files can be merged."
        raise InputError(Problem(f"reports to {len(schemes)} alliances", "reports to one", remedy))
