"""The triples that describe a member wherever it is named: in its reports, or in an alliance's list."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.model.reports import Fact, Member, Term
from alliancegraph.ontology.terms import AG, FOAF, RDF, SKOS

EU_COUNTRY = "http://publications.europa.eu/resource/authority/country/"


def member_facts(member: Member) -> Iterator[Fact]:
    """Return a member's classes and name; of a government also its country's code, and its country in the EU's list."""
    return (Fact(member.iri, NamedNode(predicate), object) for predicate, object in _properties(member))


def _properties(member: Member) -> Iterator[tuple[str, Term]]:
    yield RDF.type, NamedNode(AG.Member)
    yield RDF.type, NamedNode(FOAF.Agent)
    yield SKOS.prefLabel, Literal(member.label, language="en")
    if member.alpha3:
        yield SKOS.notation, Literal(member.alpha3)
        yield AG.country, NamedNode(EU_COUNTRY + member.alpha3)
