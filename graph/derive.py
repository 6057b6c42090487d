"""Derived links: each rule is a query in `rules/` that selects ?subject ?predicate ?object ?claim."""

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from graph.iris import DERIVED, mint
from graph.model import Fact
from graph.sparqlfile import SparqlFile, read_sparql
from graph.store import Store
from ontology.terms import AG, DCTERMS, PROV, RDF, SKOS

RULES = Path(__file__).parent / "rules"


def derived_quads(store: Store) -> list[Quad]:
    """Every link that a rule infers from the store, and a statement that names the rule and the claims it rests on."""
    quads: list[Quad] = []
    for path in sorted(RULES.glob("*.rq")):
        rule = read_sparql(path)
        quads += _rule_quads(rule)
        for fact, claims in _inferences(rule, store).items():
            quads.append(Quad(*fact, DERIVED))
            quads += _statement(rule, fact, claims)
    return quads


def rule_iri(rule: SparqlFile) -> NamedNode:
    """The name of a rule."""
    return mint("rule", rule.name)


def _inferences(rule: SparqlFile, store: Store) -> dict[Fact, list[NamedNode]]:
    found: dict[Fact, list[NamedNode]] = defaultdict(list)
    for row in store.select(rule.sparql):
        found[Fact(row["subject"], row["predicate"], row["object"])].append(row["claim"])
    return found


def _rule_quads(rule: SparqlFile) -> list[Quad]:
    iri = rule_iri(rule)
    return [
        Quad(iri, NamedNode(RDF.type), NamedNode(AG.Rule), DERIVED),
        Quad(iri, NamedNode(SKOS.prefLabel), Literal(rule.title, language="en"), DERIVED),
        Quad(iri, NamedNode(DCTERMS.description), Literal(str(rule.header["because"]), language="en"), DERIVED),
    ]


def _statement(rule: SparqlFile, fact: Fact, claims: list[NamedNode]) -> Iterator[Quad]:
    key = " ".join([rule.name, *(str(part) for part in fact)])
    iri = mint("derived", sha256(key.encode()).hexdigest()[:16])
    said = [
        (RDF.type, NamedNode(AG.DerivedStatement)),
        (RDF.type, NamedNode(RDF.Statement)),
        (RDF.subject, fact.subject),
        (RDF.predicate, fact.predicate),
        (RDF.object, fact.object),
        (AG.rule, rule_iri(rule)),
        *((PROV.wasDerivedFrom, claim) for claim in claims),
    ]
    return (Quad(iri, NamedNode(predicate), object, DERIVED) for predicate, object in said)
