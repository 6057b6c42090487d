"""The reports that a graph was built from: what a reader has to know of each before counting."""

from graph.model import IN_PART, NOT_YET
from graph.queryable import Queryable
from queries.views.reading import read
from queries.views.rows import Report

LISTED = 5  # reports that are named one by one


def sources(store: Queryable) -> list[Report]:
    """All reports of the graph, by name."""
    return sorted(read(Report, store), key=lambda report: report.name)


def told(store: Queryable) -> list[str]:
    """How far each report of the graph is read, a line each; one line for all where they are many."""
    found = sources(store)
    if len(found) > LISTED:
        return [f"{len(found)} reports. {unread(store)}".rstrip()]
    return [f"{source.name}: {source.reading_name}" for source in found]


def unread(store: Queryable) -> str:
    """Which reports of the graph are not yet read, or in part, in a sentence each; their number where they are many."""
    reports = sorted(read(Report, store, state=[IN_PART, NOT_YET]), key=lambda report: report.name)
    found = [f"{report.name} is {report.reading_name}." for report in reports]
    if len(found) > LISTED:
        return f"{len(found)} reports are not yet read, or in part: see the question `reports`."
    return " ".join(found)
