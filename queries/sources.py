"""The reports from which a graph was built, and what a reader must know of each before counting."""

from collections.abc import Mapping
from types import MappingProxyType

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.model.states import IN_PART, NOT_YET
from alliancegraph.queries.asking.binding import Terms
from alliancegraph.queries.views.reading import read
from alliancegraph.queries.views.rows import Report

LISTED = 5  # reports that are named one by one
UNREAD = {"state": [IN_PART, NOT_YET]}


def sources(store: Queryable) -> list[Report]:
    """Return all reports of the graph, by name."""
    return sorted(read(Report, store), key=lambda report: report.name)


def reading_lines(store: Queryable) -> list[str]:
    """Return a line for each report with its reading state; one line for all if they are many."""
    found = sources(store)
    if len(found) > LISTED:
        return [f"{len(found)} reports. {unread(store)}".rstrip()]
    return [f"{report.name}: {report.reading_name}" for report in found]


def unread(store: Queryable, narrowed: Mapping[str, Terms] = MappingProxyType({})) -> str:
    """Return a sentence for each report that is not wholly read; their number if they are many.

    Only reports on which an answer narrowed by these values (`member`, `year`) can rest are named.
    """
    reports = sorted(read(Report, store, {**narrowed, **UNREAD}), key=lambda report: report.name)
    if len(reports) > LISTED:
        return f"{len(reports)} reports are not yet read, or in part: see the question `reports`."
    return " ".join(f"{report.name} is {report.reading_name}." for report in reports)
