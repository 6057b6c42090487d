"""The graph as tables: claims, sections and contributions, one dataclass a row."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from pyoxigraph import Literal, NamedNode, QuerySolution

from graph.iris import local_name
from graph.labels import Labels
from graph.store import Store
from ontology.terms import AG, OA, RDF, SKOS, XSD


@dataclass(frozen=True)
class ClaimRow:
    """One stated fact with its proof; IRIs in full, offsets in characters into the report's text as read."""

    claim: str
    report: str
    section: str
    goal: str
    kind: str
    subject: str
    subject_label: str
    predicate: str
    object: str
    object_label: str
    datatype: str
    status: str
    passage: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True)
class SectionRow:
    """A section of a member's form and its state."""

    member: str
    alpha3: str
    year: int
    goal: str
    section: str
    state: str


@dataclass(frozen=True)
class ContributionRow:
    """A contribution to one goal; the actor is empty where the text names nobody.

    The period is an ISO 8601 interval: its own, or that of its event.
    """

    member: str
    year: int
    goal: str
    section: str
    actor: str
    role: str
    initiative: str
    status: str
    period: str
    claim: str


_PREFIXES = f"""
PREFIX ag: <{AG.base}> PREFIX skos: <{SKOS.base}> PREFIX rdf: <{RDF.base}> PREFIX oa: <{OA.base}>
"""

_PROVED = """
  ?node ag:evidence ?passage ; ag:claimId ?claim .
  ?passage ag:section ?in ; oa:hasSelector ?selector .
  ?selector oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  ?in skos:notation ?section ; ag:report ?report .
  OPTIONAL { ?node ag:status/skos:notation ?status }
"""

_STATEMENTS = f"""{_PREFIXES}
SELECT * WHERE {{
  {_PROVED}
  ?node a rdf:Statement ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
}}"""

_FIELDS = f"""{_PREFIXES}
SELECT * WHERE {{
  {_PROVED}
  ?node ?predicate ?object .
  MINUS {{ ?node a rdf:Statement }}
  MINUS {{ ?inferred a ag:DerivedStatement ; rdf:subject ?node ; rdf:predicate ?predicate ; rdf:object ?object }}
  FILTER (?predicate NOT IN (
    ag:evidence, ag:claimId, ag:statedBy, ag:section, ag:goal, ag:earliest, ag:latest, skos:prefLabel
  ))
}}"""

_GOALS = (
    f"{_PREFIXES} SELECT ?node ?goal WHERE {{ ?node ag:evidence ?any ; ag:goal/skos:notation ?goal }} ORDER BY ?goal"
)

_SECTIONS = f"""{_PREFIXES}
SELECT ?member ?alpha3 ?year ?goal ?section ?state WHERE {{
  ?in a ag:Section ; ag:report ?report ; skos:notation ?section ; ag:goal/skos:notation ?goal .
  ?in ag:state/skos:notation ?state ; oa:start ?start .
  ?report ag:member ?reporter ; ag:year ?year .
  ?reporter skos:prefLabel ?member .
  OPTIONAL {{ ?reporter skos:notation ?alpha3 }}
}}
ORDER BY ?member ?year ?start"""

_CONTRIBUTIONS = f"""{_PREFIXES}
SELECT ?member ?year ?goal ?section ?actor ?role ?initiative ?status ?period ?claim WHERE {{
  ?node a ag:Contribution ; ag:goal/skos:notation ?goal ; ag:section ?in ; ag:role/skos:notation ?role ;
    ag:initiative/skos:prefLabel ?initiative ; ag:status/skos:notation ?status ; ag:claimId ?claim .
  ?in skos:notation ?section ; ag:report ?report .
  ?report ag:member/skos:prefLabel ?member ; ag:year ?year .
  OPTIONAL {{ ?node ag:actor/skos:prefLabel ?actor }}
  OPTIONAL {{ ?node ag:period ?own }}
  OPTIONAL {{ ?node ag:initiative ?event . ?event a ag:Event ; ag:period ?dated }}
  BIND (COALESCE(?own, ?dated) AS ?period)
}}
ORDER BY ?member ?year ?goal ?section ?actor ?role ?initiative ?claim"""


def claim_rows(store: Store) -> list[ClaimRow]:
    """All stated facts, in the order in which the reports state them."""
    rows = _ClaimRows(Labels.read(store), _goals(store))
    stated_apart = [rows.row(found, found["subject"]) for found in store.select(_STATEMENTS)]
    proved_apart = {(row.subject, row.predicate, row.object) for row in stated_apart}
    fields = [rows.row(found, found["node"]) for found in store.select(_FIELDS) if not rows.is_superclass(found)]
    stated = stated_apart + [row for row in fields if (row.subject, row.predicate, row.object) not in proved_apart]
    return sorted(stated, key=lambda row: (row.report, row.start, row.end, row.claim, row.predicate, row.object))


def section_rows(store: Store) -> list[SectionRow]:
    """All sections of all reports, in the order of the form."""
    return [SectionRow(*_values(row)) for row in store.select(_SECTIONS)]


def contribution_rows(store: Store) -> list[ContributionRow]:
    """All contributions, one row for each goal that they serve."""
    return [ContributionRow(*_values(row)) for row in store.select(_CONTRIBUTIONS)]


def to_csv(rows: Iterable[Any], row_type: type[Any]) -> str:
    """The rows as CSV, with a header also where there are none."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    names = [field.name for field in fields(row_type)]
    writer.writerow(names)
    writer.writerows([getattr(row, name) for name in names] for row in rows)
    return out.getvalue()


def _values(row: QuerySolution) -> Iterator[Any]:
    for value in row:
        whole = isinstance(value, Literal) and value.datatype.value == XSD.integer
        yield int(value.value) if whole else (value.value if value else "")


def _goals(store: Store) -> dict[str, str]:
    goals: dict[str, list[str]] = {}
    for row in store.select(_GOALS):
        goals.setdefault(row["node"].value, []).append(row["goal"].value)
    return {node: "|".join(numbers) for node, numbers in goals.items()}


@dataclass(frozen=True)
class _ClaimRows:
    """Names what the engine answers in IRIs."""

    labels: Labels
    goals: dict[str, str]

    def is_superclass(self, row: QuerySolution) -> bool:
        """Whether the row gives a type that follows from a narrower one."""
        is_type = row["predicate"].value == RDF.type
        return is_type and self.labels.vocabulary.short(row["object"].value) != self.labels.kind(row["node"])

    def row(self, row: QuerySolution, subject: NamedNode) -> ClaimRow:
        """What the engine found to be said of the subject."""
        object, predicate = row["object"], row["predicate"]
        return ClaimRow(
            claim=row["claim"].value,
            report=local_name(row["report"]),
            section=row["section"].value,
            goal=self.goals.get(subject.value, ""),
            kind=self.labels.kind(subject),
            subject=subject.value,
            subject_label=self.labels.name(subject),
            predicate="type" if predicate.value == RDF.type else self.labels.vocabulary.short(predicate.value),
            object=object.value,
            object_label=self.labels.name(object),
            datatype=local_name(object.datatype) if isinstance(object, Literal) else "",
            status=row["status"].value if row["status"] else "",
            passage=row["passage"].value,
            quote=row["quote"].value,
            start=int(row["start"].value),
            end=int(row["end"].value),
        )
