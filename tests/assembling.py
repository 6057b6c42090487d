"""Reports as read, put into a graph and checked, without the steps between."""

from collections.abc import Iterable

from alliancegraph.graph.assemble import assembly
from alliancegraph.graph.assemble.portion import Portion
from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.reports import Report


def populate(store: Store, reports: Iterable[Report]) -> None:
    """Put reports into an empty store."""
    assembly.populate(store, map(Portion.of, reports))


def put_report(update: Update, report: Report) -> None:
    """Put a report into a store."""
    assembly.put_report(update, Portion.of(report))


def check(report: Report) -> None:
    """Check a report against the shapes."""
    assembly.check(Portion.of(report))
