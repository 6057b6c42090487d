"""What each passage proves with: its words, where they stand, whose they are, and who read and checked them."""

from dataclasses import dataclass

from pyoxigraph import Literal, QuerySolution

from graph.iris import local_name
from graph.queryable import Queryable
from ontology.terms import AG, OA, SKOS


@dataclass(frozen=True)
class Proof:
    """A passage's words and place; offsets in characters into the report's text as read."""

    report: str
    alpha3: str
    section: str
    quote: str
    start: int
    end: int
    context: str
    stated_by: str
    recorded_by: str
    reviewed_by: str


_PASSAGES = f"""
PREFIX ag: <{AG.base}> PREFIX skos: <{SKOS.base}> PREFIX oa: <{OA.base}>
SELECT * WHERE {{
  ?passage ag:statedBy/ag:displayName ?statedBy ; ag:section ?in ; oa:hasSelector ?selector .
  ?selector oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  ?in skos:notation ?section ; ag:report ?report .
  OPTIONAL {{ ?report ag:member/skos:notation ?alpha3 }}
  OPTIONAL {{ ?passage ag:context/oa:hasSelector/oa:exact ?context }}
  OPTIONAL {{ ?report ag:recordedBy ?recordedBy }}
  OPTIONAL {{ ?report ag:reviewedBy ?allReviewedBy }}
  OPTIONAL {{ ?passage ag:reviewedBy ?oneReviewedBy }}
}}"""


def proofs(store: Queryable) -> dict[str, Proof]:
    """The proof that each passage gives, by the passage's IRI."""
    return {row["passage"].value: _proof(row) for row in store.select(_PASSAGES)}


def _proof(row: QuerySolution) -> Proof:
    return Proof(
        report=local_name(row["report"]),
        alpha3=_text(row, "alpha3"),
        section=row["section"].value,
        quote=row["quote"].value,
        start=int(row["start"].value),
        end=int(row["end"].value),
        context=_text(row, "context"),
        stated_by=row["statedBy"].value,
        recorded_by=_text(row, "recordedBy"),
        reviewed_by=_text(row, "oneReviewedBy") or _text(row, "allReviewedBy"),
    )


def _text(row: QuerySolution, name: str) -> str:
    value = row[name]
    return value.value if isinstance(value, Literal) else ""
