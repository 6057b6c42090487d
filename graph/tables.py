"""The graph as tables: sections, contributions, statistics and what is inferred, one dataclass a row."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from pyoxigraph import Literal, NamedNode, QuerySolution

from graph.codes import in_order
from graph.labels import Labels
from graph.store import Store
from ontology.terms import AG, OA, PROV, RDF, SCHEMA, SKOS, XSD


@dataclass(frozen=True)
class SectionRow:
    """A section of a member's form, its state, and how far it is read: read, in-part, not-yet, or empty if blank."""

    member: str
    alpha3: str
    year: int
    goal: str
    section: str
    state: str
    reading: str


@dataclass(frozen=True)
class ContributionRow:
    """A contribution to one goal; the actor is empty where the text names nobody.

    The period is an ISO 8601 interval: its own, or that of its event.
    """

    member: str
    alpha3: str
    year: int
    goal: str
    section: str
    actor: str
    role: str
    initiative: str
    status: str
    period: str
    claim: str


@dataclass(frozen=True)
class StatisticRow:
    """A number that a report gives; `member` with its ISO 3166-1 alpha-3 code, period bounds as ISO dates.

    Several goals are divided by bars. `on_trust` is the reader's reason where nobody can tell the value from the print.
    An open end of a period is empty, and so are bounds where the report gives no period.
    """

    member: str
    alpha3: str
    year: int
    goal: str
    section: str
    counted: str
    value: str
    value_as_written: str
    on_trust: str
    qualifier: str
    unit: str
    period: str
    period_start: str
    period_end: str
    place: str
    source: str
    initiative: str
    claim: str
    quote: str


@dataclass(frozen=True)
class InferredRow:
    """What no report states: a fact with the rule, or the reader's reason, and what it rests on.

    `alpha3` are the codes of the members on whose reports it rests, `rests_on` names of claims and passages in the
    graph, each divided by bars.
    """

    alpha3: str

    subject: str
    subject_label: str
    predicate: str
    object: str
    object_label: str
    rule: str
    reason: str
    rests_on: str


_PREFIXES = f"""
PREFIX ag: <{AG.base}> PREFIX skos: <{SKOS.base}> PREFIX rdf: <{RDF.base}> PREFIX oa: <{OA.base}>
PREFIX prov: <{PROV.base}> PREFIX schema: <{SCHEMA.base}>
"""

_SECTIONS = f"""{_PREFIXES}
SELECT ?member ?alpha3 ?year ?goal ?section ?state (IF(?state = "blank", "", ?reached) AS ?reading) WHERE {{
  ?in a ag:Section ; ag:report ?report ; skos:notation ?section ; ag:goal/skos:notation ?goal .
  ?in ag:state/skos:notation ?state ; ag:readingState/skos:notation ?reached ; oa:start ?start .
  ?report ag:member ?reporter ; ag:year ?year .
  ?reporter ag:displayName ?member .
  OPTIONAL {{ ?reporter skos:notation ?alpha3 }}
}}
ORDER BY ?member ?year ?start"""

_CONTRIBUTIONS = f"""{_PREFIXES}
SELECT ?member ?alpha3 ?year ?goal ?section ?actor ?role ?initiative ?status ?period ?claim WHERE {{
  ?node a ag:Contribution ; ag:goal/skos:notation ?goal ; ag:section ?in ; ag:role/skos:notation ?role ;
    ag:initiative/ag:displayName ?initiative ; ag:status/skos:notation ?status ; ag:claimId ?claim .
  ?in skos:notation ?section ; ag:report ?report .
  ?report ag:member ?reporter ; ag:year ?year .
  ?reporter ag:displayName ?member .
  OPTIONAL {{ ?reporter skos:notation ?alpha3 }}
  OPTIONAL {{ ?node ag:actor/ag:displayName ?actor }}
  OPTIONAL {{ ?node ag:period ?own }}
  OPTIONAL {{ ?node ag:initiative ?event . ?event a ag:Event ; ag:period ?dated }}
  BIND (COALESCE(?own, ?dated) AS ?period)
}}
ORDER BY ?member ?year ?goal ?section ?actor ?role ?initiative ?claim"""


_STATISTICS = f"""{_PREFIXES}
SELECT ?member ?alpha3 ?year ?goal ?section ?counted ?value ?asWritten ?onTrust ?qualifier ?unit ?period
  ?from ?to ?place ?source ?initiative ?claim ?quote
WHERE {{
  ?node a ag:Statistic ; ag:goal/skos:notation ?goal ; ag:section ?in ; ag:counted ?counted ; ag:value ?value ;
    ag:valueAsWritten ?asWritten ; ag:claimId ?claim ; ag:evidence/oa:hasSelector ?selector .
  ?selector oa:exact ?quote ; oa:start ?start .
  ?in skos:notation ?section ; ag:report ?report .
  ?report ag:member ?reporter ; ag:year ?year .
  ?reporter ag:displayName ?member .
  OPTIONAL {{ ?reporter skos:notation ?alpha3 }}
  OPTIONAL {{ ?node ag:onTrust ?onTrust }}
  OPTIONAL {{ ?node ag:qualifier ?qualifier }}
  OPTIONAL {{ ?node ag:unit ?unit }}
  OPTIONAL {{ ?node ag:period ?period }}
  OPTIONAL {{ ?node ag:earliest ?from }}
  OPTIONAL {{ ?node ag:latest ?to }}
  OPTIONAL {{ ?node schema:location/ag:displayName ?place }}
  OPTIONAL {{ ?node ag:source/ag:displayName ?source }}
  OPTIONAL {{ ?node ag:initiative/ag:displayName ?initiative }}
}}
ORDER BY ?member ?year ?start ?counted ?claim"""

_INFERRED = f"""{_PREFIXES}
SELECT ?node ?subject ?predicate ?object ?rule ?reason ?basis ?alpha3 WHERE {{
  ?node a ag:DerivedStatement ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
    ag:rule/ag:displayName ?rule ; prov:wasDerivedFrom ?basis .
  OPTIONAL {{ ?node ag:reason ?reason }}
  OPTIONAL {{ ?basis ((ag:section?/ag:report)|oa:hasSource)/ag:member/skos:notation ?alpha3 }}
}}
ORDER BY ?rule ?subject ?predicate ?object ?basis"""


def section_rows(store: Store) -> list[SectionRow]:
    """All sections of all reports, in the order of the form."""
    return [SectionRow(*_values(row)) for row in store.select(_SECTIONS)]


def contribution_rows(store: Store) -> list[ContributionRow]:
    """All contributions, one row for each goal that they serve."""
    rows = (ContributionRow(*_values(row)) for row in store.select(_CONTRIBUTIONS))
    return sorted(rows, key=lambda row: (row.member, row.year, in_order(row.goal), in_order(row.section)))


def statistic_rows(store: Store) -> list[StatisticRow]:
    """All statistics, a row each, in the order in which the reports give them."""
    by_claim: dict[str, list[StatisticRow]] = {}
    for row in (StatisticRow(*_values(row)) for row in store.select(_STATISTICS)):
        by_claim.setdefault(row.claim, []).append(row)
    return [_with_goals(rows) for rows in by_claim.values()]


def _with_goals(rows: Sequence[StatisticRow]) -> StatisticRow:
    """One row of those that differ in their goals."""
    return replace(rows[0], goal="|".join(sorted({row.goal for row in rows}, key=in_order)))


def inferred_rows(store: Store) -> list[InferredRow]:
    """All inferred facts, by rule."""
    labels = Labels.read(store)
    found: dict[NamedNode, list[QuerySolution]] = {}
    for row in store.select(_INFERRED):
        found.setdefault(row["node"], []).append(row)
    return [_inferred(rows, labels) for rows in found.values()]


def _inferred(rows: list[QuerySolution], labels: Labels) -> InferredRow:
    row = rows[0]
    return InferredRow(
        alpha3="|".join(sorted({each["alpha3"].value for each in rows if each["alpha3"]})),
        subject=row["subject"].value,
        subject_label=labels.name(row["subject"]),
        predicate=labels.vocabulary.short(row["predicate"].value),
        object=row["object"].value,
        object_label=labels.name(row["object"]),
        rule=row["rule"].value,
        reason=row["reason"].value if row["reason"] else "",
        rests_on="|".join(dict.fromkeys(each["basis"].value for each in rows)),
    )


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
