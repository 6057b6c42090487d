"""What proves each claim: whose report, of which year, which section, which words."""

from typing import TypedDict

from graph.queryable import Queryable
from ontology.terms import AG, OA, SKOS

_PROOFS = f"""
PREFIX ag: <{AG.base}> PREFIX skos: <{SKOS.base}> PREFIX oa: <{OA.base}>
SELECT DISTINCT ?claim ?member ?year ?section ?quote WHERE {{
  ?node ag:claimId ?claim ; ag:evidence ?passage .
  ?passage ag:section ?in ; oa:hasSelector/oa:exact ?quote .
  ?in skos:notation ?section ; ag:report ?report .
  ?report ag:member/ag:displayName ?member ; ag:year ?year .
}}"""


class ClaimProof(TypedDict):
    """The member that reports, the year, the section's code, and the quote."""

    member: str
    year: int
    section: str
    quote: str


def claim_proofs(store: Queryable) -> dict[str, ClaimProof]:
    """The proof of each claim, by the claim's id."""
    return {
        row["claim"].value: ClaimProof(
            member=row["member"].value,
            year=int(row["year"].value),
            section=row["section"].value,
            quote=row["quote"].value,
        )
        for row in store.select(_PROOFS)
    }
