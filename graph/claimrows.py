"""The claims as a table: every stated fact with its quote, one dataclass a row."""

from dataclasses import dataclass

from pyoxigraph import Literal, QuerySolution

from graph.codes import in_order
from graph.iris import local_name
from graph.labels import Labels
from graph.proofs import Proof, proofs
from graph.store import Store
from ontology.terms import AG, RDF, SKOS

THE_READER = "the reader"  # of the report: whose words a note on its text is in


@dataclass(frozen=True)
class ClaimRow:
    """One stated fact with its proof; IRIs in full, offsets in characters into the report's text as read.

    `alpha3` is the code of the member that reports, `context` words that have to be read with the quote; `reviewed_by`
    is empty where nobody else has checked it, and `stated_by` THE_READER where the words are no report's.
    """

    claim: str
    report: str
    alpha3: str
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
    context: str
    stated_by: str
    recorded_by: str
    reviewed_by: str


_PREFIXES = f"PREFIX ag: <{AG.base}> PREFIX skos: <{SKOS.base}> PREFIX rdf: <{RDF.base}>"

_STATEMENTS = f"""{_PREFIXES}
SELECT * WHERE {{
  ?node a rdf:Statement ; ag:evidence ?passage ; ag:claimId ?claim .
  ?node rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
}}"""

_FIELDS = f"""{_PREFIXES}
SELECT * WHERE {{
  ?subject ag:evidence ?passage ; ag:claimId ?claim ; ?predicate ?object .
  MINUS {{ ?subject a rdf:Statement }}
  MINUS {{ ?inferred a ag:DerivedStatement ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object }}
  FILTER (?predicate NOT IN (
    ag:evidence, ag:claimId, ag:section, ag:goal, ag:earliest, ag:latest, skos:prefLabel, ag:displayName
  ))
}}"""

_STATUSES = f"{_PREFIXES} SELECT ?node ?word WHERE {{ ?node ag:claimId ?claim ; ag:status/skos:notation ?word }}"
_GOALS = f"{_PREFIXES} SELECT ?node ?word WHERE {{ ?node ag:claimId ?claim ; ag:goal/skos:notation ?word }}"


def claim_rows(store: Store) -> list[ClaimRow]:
    """All stated facts, in the order in which the reports state them."""
    rows = _ClaimRows(Labels.read(store), proofs(store), _words(store, _GOALS), _words(store, _STATUSES))
    stated_apart = [rows.row(found) for found in store.select(_STATEMENTS)]
    proved_apart = {(row.subject, row.predicate, row.object) for row in stated_apart}
    fields = [rows.row(found) for found in store.select(_FIELDS) if not rows.is_superclass(found)]
    stated = stated_apart + [row for row in fields if (row.subject, row.predicate, row.object) not in proved_apart]
    return sorted(stated, key=lambda row: (row.report, row.start, row.end, row.claim, row.predicate, row.object))


def _words(store: Store, query: str) -> dict[str, str]:
    words: dict[str, list[str]] = {}
    for row in store.select(query):
        words.setdefault(row["node"].value, []).append(row["word"].value)
    return {node: "|".join(sorted(several, key=in_order)) for node, several in words.items()}


@dataclass(frozen=True)
class _ClaimRows:
    """Names what the engine answers in IRIs."""

    labels: Labels
    proofs: dict[str, Proof]
    goals: dict[str, str]
    statuses: dict[str, str]

    def is_superclass(self, row: QuerySolution) -> bool:
        """Whether the row gives a type that follows from a narrower one."""
        is_type = row["predicate"].value == RDF.type
        return is_type and self.labels.vocabulary.short(row["object"].value) != self.labels.kind(row["subject"])

    def row(self, row: QuerySolution) -> ClaimRow:
        """A row of what the engine found."""
        subject, predicate, object = row["subject"], row["predicate"], row["object"]
        proof, kind = self.proofs[row["passage"].value], self.labels.kind(subject)
        return ClaimRow(
            claim=row["claim"].value,
            report=proof.report,
            alpha3=proof.alpha3,
            section=proof.section,
            goal=self.goals.get(subject.value, ""),
            kind=kind,
            subject=subject.value,
            subject_label=self.labels.name(subject),
            predicate="type" if predicate.value == RDF.type else self.labels.vocabulary.short(predicate.value),
            object=object.value,
            object_label=self.labels.name(object),
            datatype=local_name(object.datatype) if isinstance(object, Literal) else "",
            status=self.statuses.get(subject.value, ""),
            passage=row["passage"].value,
            quote=proof.quote,
            start=proof.start,
            end=proof.end,
            context=proof.context,
            stated_by=THE_READER if kind == "SourceNote" else proof.stated_by,
            recorded_by=proof.recorded_by,
            reviewed_by=proof.reviewed_by,
        )
