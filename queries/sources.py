"""The reports that a graph was built from: what a reader has to know of each before counting."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from graph.iris import mint
from graph.queryable import Queryable
from ontology.terms import AG, SCHEMA
from queries.values import Terms, bind

LISTED = 5  # reports that are named one by one

_REPORTS = f"""
SELECT ?name ?reading ?asOf WHERE {{
  ?report a <{SCHEMA.Report}> ; <{AG.displayName}> ?name ; <{AG.readingState}>/<{AG.displayName}> ?reading .
  OPTIONAL {{ ?report <{AG.asOf}> ?asOf }}
}} ORDER BY ?name"""

_UNREAD = f"""
SELECT ?name ?reading WHERE {{
  VALUES ?member {{ UNDEF }}
  VALUES ?year {{ UNDEF }}
  VALUES ?state {{ {mint("reading", "in-part")} {mint("reading", "not-yet")} }}
  ?report <{AG.readingState}> ?state ; a <{SCHEMA.Report}> ; <{AG.member}> ?member ; <{AG.year}> ?year ;
    <{AG.displayName}> ?name .
  ?state <{AG.displayName}> ?reading .
}} ORDER BY ?name"""


class Source(NamedTuple):
    """A report: its name, how far it is read, in words, and the ISO interval as of which it speaks, or ""."""

    name: str
    reading: str
    as_of: str


def sources(store: Queryable) -> list[Source]:
    """All reports of the graph, by name."""
    rows = store.select(_REPORTS)
    return [Source(row["name"].value, row["reading"].value, row["asOf"].value if row["asOf"] else "") for row in rows]


def told(store: Queryable) -> list[str]:
    """How far each report of the graph is read, a line each; one line for all where they are many."""
    found = sources(store)
    if len(found) > LISTED:
        return [f"{len(found)} reports. {unread(store)}".rstrip()]
    return [f"{source.name}: {source.reading}" for source in found]


def unread(store: Queryable, narrowed: Mapping[str, Terms] = MappingProxyType({})) -> str:
    """Which reports are not yet read, or in part, in a sentence each; their number where they are many.

    Of those alone that an answer so narrowed (`member`, `year`) can rest on.
    """
    found = [f"{row['name'].value} is {row['reading'].value}." for row in store.select(bind(_UNREAD, narrowed))]
    if len(found) > LISTED:
        return f"{len(found)} reports are not yet read, or in part: see the question `reports`."
    return " ".join(found)
