"""The reports that a graph was built from: what a reader has to know of each before counting."""

from typing import NamedTuple

from graph.queryable import Queryable
from ontology.terms import AG, SCHEMA

_REPORTS = f"""
SELECT ?name ?reading ?asOf WHERE {{
  ?report a <{SCHEMA.Report}> ; <{AG.displayName}> ?name ; <{AG.reading}> ?reading .
  OPTIONAL {{ ?report <{AG.asOf}> ?asOf }}
}} ORDER BY ?name"""


class Source(NamedTuple):
    """A report: its name, whether it has been read, and the ISO interval as of which it speaks, empty if unknown."""

    name: str
    reading: str
    as_of: str


def sources(store: Queryable) -> list[Source]:
    """All reports of the graph, by name."""
    rows = store.select(_REPORTS)
    return [Source(row["name"].value, row["reading"].value, row["asOf"].value if row["asOf"] else "") for row in rows]
