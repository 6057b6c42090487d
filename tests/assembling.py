"""Reports as read, put into a graph and checked, without the steps between."""

from collections.abc import Iterable

from alliancegraph.graph.assemble import assembly
from alliancegraph.graph.assemble.portion import Portion
from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.reports import Report

_portions: dict[int, tuple[Report, Portion]] = {}  # by the identity of the reports, which stay therefore


def _portion(report: Report) -> Portion:
    """Return the portion of a report, worked out once for all tests that put it somewhere."""
    if id(report) not in _portions:
        _portions[id(report)] = report, Portion.of(report)
    return _portions[id(report)][1]


def populate(store: Store, reports: Iterable[Report]) -> None:
    """Put reports into an empty store."""
    assembly.populate(store, map(_portion, reports))


def put_report(update: Update, report: Report) -> None:
    """Put a report into a store."""
    assembly.put_report(update, _portion(report))


def check(report: Report) -> None:
    """Check a report against the shapes."""
    assembly.check(Portion.of(report))
