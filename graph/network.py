"""The graph as a networkx network of actors, initiatives, events, laws, places and goals."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, QuerySolution

from graph.claimproofs import ClaimProof, claim_proofs
from graph.labels import Labels
from graph.queryable import Queryable
from ontology.terms import AG, ELI, FOAF, PREFIXES, SCHEMA, SKOS

if TYPE_CHECKING:
    import networkx as nx

GROUPS = (
    (AG.PolicyTarget, "goal"),
    (AG.OperationalGoal, "goal"),
    (FOAF.Agent, "actor"),
    (AG.Event, "event"),
    (AG.Initiative, "initiative"),
    (ELI.LegalResource, "law"),
    (ELI.LegalResourceSubdivision, "law"),
    (SCHEMA.Place, "place"),
)

_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())

_SELECT = "SELECT DISTINCT ?from ?to ?predicate ?status ?basis ?claim ?rule"
_EDGES = {
    "contribution": """
      ?node a ag:Contribution ; ag:actor ?from ; ag:role ?predicate ; ag:initiative ?to .
      ?node ag:status/skos:notation ?status ; ag:claimId ?claim . BIND ("stated" AS ?basis)""",
    "service": """
      ?node a ag:Contribution ; ag:initiative ?from ; ag:goal ?to .
      ?node ag:status/skos:notation ?status ; ag:claimId ?claim .
      BIND (ag:goal AS ?predicate) BIND ("stated" AS ?basis)""",
    "law": """
      ?node a ag:Contribution ; ag:initiative ?from ; ag:underLaw ?to .
      ?node ag:status/skos:notation ?status ; ag:claimId ?claim .
      BIND (ag:underLaw AS ?predicate) BIND ("stated" AS ?basis)""",
    "field": """
      ?from ag:evidence ?any ; ag:claimId ?claim ; ?predicate ?to . ?to ag:displayName ?name .
      VALUES ?predicate { dcterms:isPartOf schema:location ag:initiative } BIND ("stated" AS ?basis)
      MINUS { ?from a ag:Contribution }""",
    "statement": """
      ?node a rdf:Statement ; rdf:subject ?from ; rdf:predicate ?predicate ; rdf:object ?to ; ag:claimId ?claim .
      BIND ("stated" AS ?basis)""",
    "derived": """
      ?node a ag:DerivedStatement ; rdf:subject ?from ; rdf:predicate ?predicate ; rdf:object ?to .
      ?node ag:rule/ag:displayName ?rule ; prov:wasDerivedFrom/ag:claimId ?claim .
      BIND ("inferred" AS ?basis)""",
    "implied": """
      ?node a ag:DerivedStatement ; rdf:subject ?from ; rdf:predicate ?predicate ; rdf:object ?to ; ag:reason ?reason .
      ?node ag:rule/ag:displayName ?name ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?quote .
      BIND ("inferred" AS ?basis) BIND (CONCAT(?name, " (“", ?quote, "”). ", ?reason) AS ?rule)""",
    "structure": """
      ?from ?predicate ?to . VALUES ?predicate { skos:broader eli:is_part_of } BIND ("structure" AS ?basis)""",
}


def project(store: Queryable) -> "nx.MultiDiGraph[str]":
    """The network: nodes keyed by IRI, edges by what states or infers them.

    Nodes carry label, names (its other names, joined by "|"), short, kind (short class name), group (one of GROUPS)
    and number (of a goal or target).
    Its own attributes are, by report, `reading` (read, read in part or not yet read) and `as_of` (ISO intervals).
    Edges carry predicate (short word), label (plain words), status, basis (stated, inferred or structure), claim, rule;
    those that rest on a claim also its member, year (a number), section and quote.
    """
    import networkx as nx

    projection = _Projection(store, Labels.read(store), _other_names(store), claim_proofs(store))
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        reading=_by_report(store, f"<{AG.readingState}>/<{AG.displayName}>"), as_of=_by_report(store, f"<{AG.asOf}>")
    )
    for edge in projection.edges():
        for end in (edge.start, edge.end):
            if end.value not in network:
                network.add_node(end.value, **projection.node(end))
        network.add_edge(edge.start.value, edge.end.value, **edge.attributes)
    return network


@dataclass(frozen=True)
class _Edge:
    start: NamedNode
    end: NamedNode
    attributes: dict[str, object]


@dataclass(frozen=True)
class _Projection:
    """Edges and nodes of the network, named."""

    store: Queryable
    labels: Labels
    names: dict[str, list[str]]
    proofs: dict[str, ClaimProof]

    def edges(self) -> Iterator[_Edge]:
        for pattern in _EDGES.values():
            for row in self.store.select(f"{_PREFIXES}{_SELECT} WHERE {{ {pattern} }} ORDER BY ?from ?to ?claim"):
                if self._is_node(row["from"]) and self._is_node(row["to"]):
                    yield _Edge(row["from"], row["to"], self._attributes(row))

    def node(self, iri: NamedNode) -> dict[str, str]:
        """The attributes of a node."""
        is_goal = self._group(iri) == "goal"
        return {
            "label": self.labels.name(iri),
            "names": "|".join(self.names.get(iri.value, [])),
            "short": _text(self.store, iri, AG.briefName) if is_goal else "",
            "kind": self.labels.kind(iri),
            "group": self._group(iri),
            "number": _text(self.store, iri, SKOS.notation) if is_goal else "",
        }

    def _is_node(self, term: object) -> bool:
        return isinstance(term, NamedNode) and self._group(term) != ""

    def _group(self, iri: NamedNode) -> str:
        return next((group for cls, group in GROUPS if self.labels.is_a(iri, cls)), "")

    def _attributes(self, row: QuerySolution) -> dict[str, object]:
        predicate = row["predicate"]
        return {
            "predicate": self._word(predicate),
            "label": self.labels.name(predicate),
            **{name: _optional(row, name) for name in ("status", "basis", "claim", "rule")},
            **self.proofs.get(_optional(row, "claim"), {}),
        }

    def _word(self, predicate: NamedNode) -> str:
        """The short name of a property, or the word of a role."""
        return _text(self.store, predicate, SKOS.notation) or self.labels.vocabulary.short(predicate.value)


def _optional(row: QuerySolution, name: str) -> str:
    value = row[name]
    return value.value if value else ""


def _text(store: Queryable, iri: NamedNode, predicate: str) -> str:
    value = store.value(iri, predicate)
    return value.value if value is not None else ""


def _other_names(store: Queryable) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    query = (
        f"SELECT DISTINCT ?thing (STR(?word) AS ?name) WHERE {{ ?thing <{SKOS.altLabel}> ?word }} ORDER BY ?thing ?name"
    )
    for row in store.select(query):
        names.setdefault(row["thing"].value, []).append(row["name"].value)
    return names


def _by_report(store: Queryable, path: str) -> dict[str, str]:
    query = f"""
    SELECT ?name ?value WHERE {{ ?report a <{SCHEMA.Report}> ; <{AG.displayName}> ?name ; {path} ?value }}
    ORDER BY ?name"""
    return {row["name"].value: row["value"].value for row in store.select(query)}
