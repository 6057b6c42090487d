"""What was judged of two entities that may be one."""

from dataclasses import dataclass

from graph.store import Store
from ontology.terms import AG, SKOS

_JUDGEMENTS = f"""
SELECT ?one ?one_label ?other ?other_label ?verdict ?reason ?by ?on WHERE {{
  ?judgement a <{AG.Judgement}> ; <{AG.judges}> ?one , ?other ; <{AG.verdict}>/<{SKOS.notation}> ?verdict .
  ?one <{AG.displayName}> ?one_label . ?other <{AG.displayName}> ?other_label .
  OPTIONAL {{ ?judgement <{AG.reason}> ?reason }}
  OPTIONAL {{ ?judgement <{AG.judgedBy}> ?by }}
  OPTIONAL {{ ?judgement <{AG.judgedOn}> ?on }}
  FILTER (STR(?one) < STR(?other))
}}
ORDER BY ?one_label ?other_label ?verdict ?reason"""


@dataclass(frozen=True)
class JudgementRow:
    """A verdict (same, not-same or unsure) on two entities, given as IRIs; the day is an ISO 8601 date."""

    one: str
    one_label: str
    other: str
    other_label: str
    verdict: str
    reason: str
    by: str
    on: str


def judgement_rows(store: Store) -> list[JudgementRow]:
    """All judgements, each pair once, in the order of their names."""
    return [JudgementRow(*(value.value if value else "" for value in row)) for row in store.select(_JUDGEMENTS)]
