"""The endpoint described in RDF, as SPARQL 1.1 Service Description has it."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple, serialize

from alliancegraph.ontology.terms import DCTERMS, RDF
from alliancegraph.queries.server.capped import GRAPHS, SOLUTIONS
from alliancegraph.queries.server.limits import Limits

SD = "http://www.w3.org/ns/sparql-service-description#"


def description(endpoint: str, media_type: str, limits: Limits) -> bytes:
    """Return the description of the endpoint at that address, in one of the media types of graphs."""
    prefixes = {"sd": SD, "dcterms": DCTERMS.base, "formats": "http://www.w3.org/ns/formats/"}
    rdf_format = GRAPHS[media_type]
    data = serialize(_triples(endpoint, limits), format=rdf_format, prefixes=prefixes)
    assert data is not None
    return data


def _triples(endpoint: str, limits: Limits) -> Iterator[Triple]:
    service = NamedNode(endpoint)
    yield Triple(service, NamedNode(RDF.type), _sd("Service"))
    yield Triple(service, _sd("endpoint"), service)
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    yield Triple(service, NamedNode(DCTERMS.description), Literal(_words(limits), language="en"))
    formats = {known.iri for known in SOLUTIONS.values()} | {known.iri for known in GRAPHS.values()}
    for iri in sorted(formats):
        yield Triple(service, _sd("resultFormat"), NamedNode(iri))


def _words(limits: Limits) -> str:
    return (
        f"Read only. At most {limits.rows} rows or triples an answer, {limits.seconds} seconds and "
        f"{limits.megabytes} MB a query; no SERVICE, no FROM."
    )


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
