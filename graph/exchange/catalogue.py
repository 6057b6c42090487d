"""Describes files of a graph as a data set of DCAT-AP 3: Turtle with addresses relative to its own.

Properties that the graph lacks are left out, and named in the first line: publisher, contact point, keywords and themes
are the alliance's to give, as properties of `dataset:<scheme>` in its file of goals.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from alliancegraph.graph.assemble.dataset import descriptions
from alliancegraph.graph.engines.store import Object, Store
from alliancegraph.graph.files.checksums import file_sha256
from alliancegraph.graph.model.iris import local_name, mint
from alliancegraph.ontology.terms import AG, DCAT, DCTERMS, FOAF, RDF, SCHEMA, VOID, XSD

NAME = "dataset.ttl"
_SPDX = "http://spdx.org/rdf/terms#"
_PUBLISHER, _CONTACT = f"{DCTERMS.base}publisher", f"{DCAT.base}contactPoint"
GIVEN = (_PUBLISHER, _CONTACT, f"{DCAT.base}keyword", f"{DCAT.base}theme")
_MEDIA = {
    ".csv": "text/csv",
    ".html": "text/html",
    ".ttl": "text/turtle",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_HERE = "https://here.invalid/"  # left out again: addresses are relative to the description
_TYPES = "http://www.iana.org/assignments/media-types/"
_PREFIXES = {"dcat": DCAT.base, "dcterms": DCTERMS.base, "foaf": FOAF.base, "spdx": _SPDX, "xsd": XSD.base}


class _Node(NamedTuple):
    """Makes triples about one node."""

    iri: NamedNode

    def triples(self, predicate: str, *objects: Object) -> Iterator[Triple]:
        """Yield a triple for each object."""
        return (Triple(self.iri, NamedNode(predicate), object) for object in objects)


def catalogue(store: Store, files: Iterable[Path]) -> str:
    """Return the description of the graph in these files, which share one folder with the description."""
    (dataset,) = descriptions(store)
    given = list(_given(store, dataset))
    said = {triple.predicate.value for triple in given}
    lacking = ", ".join(local_name(prop) for prop in GIVEN if prop not in said)
    triples = [*_dataset(store, dataset), *given, *_covered(store, dataset)]
    triples += [triple for path in files for triple in _distribution(store, dataset, path)]
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=_PREFIXES, base_iri=_HERE)
    assert text is not None
    lines = [line for line in text.decode().splitlines(keepends=True) if not line.startswith("@base")]
    return "".join([f"# The alliance has not given: {lacking}.\n" if lacking else "", *lines])


def _dataset(store: Store, dataset: NamedNode) -> Iterator[Triple]:
    """Yield what the graph says of itself; its reports are the data sets from which it is derived."""
    kept = (quad.triple for quad in store.match(dataset) if not quad.predicate.value.startswith(VOID.base))
    yield from (triple for triple in kept if triple.object != NamedNode(VOID.Dataset))
    for standard in _objects(store, dataset, DCTERMS.conformsTo):
        yield from _Node(standard).triples(RDF.type, NamedNode(f"{DCTERMS.base}Standard"))
    for report in _objects(store, dataset, DCTERMS.source):
        titles = [quad.object for quad in store.match(report, DCTERMS.title)]
        yield from _Node(report).triples(RDF.type, NamedNode(DCAT.Dataset))
        yield from _Node(report).triples(DCTERMS.title, *titles)
        yield from _Node(report).triples(DCTERMS.description, *titles)


def _given(store: Store, dataset: NamedNode) -> Iterator[Triple]:
    """Yield what the alliance says of its data set, with the name of its publisher and all of its contact point."""
    schemes = {quad.object.value for quad in store.match(predicate=AG.scheme) if isinstance(quad.object, NamedNode)}
    for own in (mint("dataset", local_name(scheme)) for scheme in sorted(schemes)):
        for predicate in GIVEN:
            yield from _Node(dataset).triples(predicate, *(quad.object for quad in store.match(own, predicate)))
        for agent in _objects(store, own, _PUBLISHER):
            yield from _Node(agent).triples(RDF.type, NamedNode(FOAF.Agent))
            yield from _Node(agent).triples(f"{FOAF.base}name", *(q.object for q in store.match(agent, AG.displayName)))
        for contact in _objects(store, own, _CONTACT):
            yield from (quad.triple for quad in store.match(contact) if quad.predicate.value != AG.displayName)


def _covered(store: Store, dataset: NamedNode) -> Iterator[Triple]:
    """Yield the countries whose reports the graph has, and the years for which they are."""
    reports = [quad.subject for quad in store.match(None, RDF.type, NamedNode(SCHEMA.Report))]
    names = [report for report in reports if isinstance(report, NamedNode)]
    members = {member for report in names for member in _objects(store, report, AG.member)}
    countries = {country for member in members for country in _objects(store, member, AG.country)}
    yield from _Node(dataset).triples(f"{DCTERMS.base}spatial", *sorted(countries, key=str))
    said = [quad.object for report in names for quad in store.match(report, AG.year)]
    years = sorted(year.value for year in said if isinstance(year, Literal))
    if years:
        period = _Node(NamedNode(f"{_HERE}#period"))
        yield from _Node(dataset).triples(f"{DCTERMS.base}temporal", period.iri)
        yield from period.triples(RDF.type, NamedNode(f"{DCTERMS.base}PeriodOfTime"))
        yield from period.triples(f"{DCAT.base}startDate", _typed(f"{years[0]}-01-01", XSD.date))
        yield from period.triples(f"{DCAT.base}endDate", _typed(f"{years[-1]}-12-31", XSD.date))


def _distribution(store: Store, dataset: NamedNode, path: Path) -> Iterator[Triple]:
    file, node = NamedNode(f"{_HERE}{path.name}"), _Node(NamedNode(f"{_HERE}#{path.name}"))
    checksum = _Node(NamedNode(f"{_HERE}#{path.name}-sha256"))
    yield from _Node(dataset).triples(f"{DCAT.base}distribution", node.iri)
    yield from node.triples(RDF.type, NamedNode(f"{DCAT.base}Distribution"))
    yield from node.triples(DCTERMS.title, Literal(path.name, language="en"))
    yield from node.triples(f"{DCAT.base}accessURL", file)
    yield from node.triples(f"{DCAT.base}downloadURL", file)
    yield from node.triples(f"{DCAT.base}mediaType", NamedNode(f"{_TYPES}{_MEDIA[path.suffix]}"))
    yield from node.triples(f"{DCAT.base}byteSize", _typed(str(path.stat().st_size), f"{XSD.base}nonNegativeInteger"))
    yield from node.triples(DCTERMS.license, *(q.object for q in store.match(dataset, DCTERMS.license)))
    yield from node.triples(f"{_SPDX}checksum", checksum.iri)
    yield from checksum.triples(RDF.type, NamedNode(f"{_SPDX}Checksum"))
    yield from checksum.triples(f"{_SPDX}algorithm", NamedNode(f"{_SPDX}checksumAlgorithm_sha256"))
    yield from checksum.triples(f"{_SPDX}checksumValue", _typed(file_sha256(path), f"{XSD.base}hexBinary"))


def _typed(value: str, datatype: str) -> Literal:
    return Literal(value, datatype=NamedNode(datatype))


def _objects(store: Store, subject: NamedNode, predicate: str) -> list[NamedNode]:
    return [quad.object for quad in store.match(subject, predicate) if isinstance(quad.object, NamedNode)]
