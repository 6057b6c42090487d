"""Chooses the reports that a command reads, and checks that they belong together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from alliancegraph.graph.errors import InputError, Problem, both, every
from alliancegraph.graph.model.reports import Report
from alliancegraph.graph.words.counting import how_many
from alliancegraph.loaders.authority import refuse_contradictions
from alliancegraph.loaders.report import read_report, shipped_reports
from alliancegraph.readings import Reading, Request, readings
from alliancegraph.terminal import Tell

T = TypeVar("T")


def requests(documents: Sequence[Path], claims: Path | None, form: str) -> list[Request]:
    """Return the reports to read, by default the shipped ones; raise InputError for several with one claims file."""
    if claims and len(documents) != 1:
        found = f"{len(documents)} reports with --claims"
        raise InputError(Problem(found, "one report", "Name the one report that the claims file is about."))
    return [Request(document, claims, form) for document in documents or shipped_reports()]


def read_reports(wanted: Sequence[Request], tell: Tell) -> list[Report]:
    """Return the reports, unchecked; raise one error with the problems of all."""
    taken = _Taken(tell)
    _together(taken, lambda request: taken.take(request, read_report(*request), "taken in"), wanted)
    return taken.reports


def checked_reports(wanted: Sequence[Request], fresh: bool, tell: Tell) -> list[Reading]:
    """Return the reports as RDF, each checked against the model on its own.

    Readings are taken from the cache if their files have not changed, unless `fresh`.
    """
    taken, well_read = _Taken(tell), list[Reading]()

    def take(pair: tuple[Request, Reading]) -> None:
        """Add the report of a reading."""
        request, reading = pair
        taken.take(request, reading.portion.report, "unchanged" if reading.kept else "taken in")
        well_read.append(reading)

    _together(taken, take, zip(wanted, readings(wanted, fresh), strict=True))
    tell("checked: everything conforms to the model")
    return well_read


@dataclass
class _Taken:
    """The reports read so far."""

    tell: Tell
    reports: list[Report] = field(default_factory=list)
    documents: dict[str, Path] = field(default_factory=dict)

    def take(self, request: Request, report: Report, how: str) -> None:
        """Add a report; raise InputError for a second one of that member and year."""
        document = request.document
        if report.id in self.documents:
            found = f"a second report of {report.id}; the first is {self.documents[report.id]}"
            raise InputError(Problem(found, "one a year", "Leave one out.", document))
        self.documents[report.id] = document
        self.reports.append(report)
        sections, claims = how_many(len(report.sections), "section"), how_many(len(report.claims), "claim")
        self.tell(f"{how} {document.name}: {sections}, {claims}")


def _together(taken: _Taken, take: Callable[[T], None], things: Iterable[T]) -> None:
    both(lambda: every(take, things), lambda: _refuse_mixture(taken.reports))


def _refuse_mixture(reports: Sequence[Report]) -> None:
    """Raise InputError for reports to several alliances, and for contradictory entities."""
    both(lambda: _refuse_alliances(reports), lambda: refuse_contradictions(e for r in reports for e in r.entities))


def _refuse_alliances(reports: Iterable[Report]) -> None:
    schemes = sorted({report.scheme.value for report in reports})
    if len(schemes) > 1:
        remedy = "Build each alliance into a folder of its own (--out); their Turtle files can be merged."
        raise InputError(Problem(f"reports to {len(schemes)} alliances", "reports to one", remedy))
