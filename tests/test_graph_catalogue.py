"""A build's files are described as DCAT-AP 3 asks: with its mandatory properties, and of the classes that it names."""

import hashlib
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import DCAT, DCTERMS, FOAF, RDF, URIRef

from alliancegraph.files import FILES
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.exchange.catalogue import GIVEN, NAME, catalogue
from alliancegraph.graph.model.iris import AUTHORITY, mint

SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
VCARD = "http://www.w3.org/2006/vcard/ns#"
BASE = "https://example.org/data/"
MANDATORY = {
    DCAT.Dataset: {DCTERMS.title, DCTERMS.description},
    DCAT.Distribution: {DCAT.accessURL},
    SPDX.Checksum: {SPDX.algorithm, SPDX.checksumValue},
    FOAF.Agent: {FOAF.name},
}
RANGES = {
    DCTERMS.conformsTo: DCTERMS.Standard,
    DCTERMS.source: DCAT.Dataset,
    DCTERMS.temporal: DCTERMS.PeriodOfTime,
    DCAT.distribution: DCAT.Distribution,
    SPDX.checksum: SPDX.Checksum,
    DCTERMS.publisher: FOAF.Agent,
    DCAT.contactPoint: URIRef(f"{VCARD}Kind"),
}


def read(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format="turtle", publicID=BASE)


def broken(graph: rdflib.Graph) -> list[tuple[rdflib.term.Node, URIRef]]:
    """Return what lacks a mandatory property, and what is not of the class that a property asks for."""
    lacking = [
        (node, prop)
        for cls, props in MANDATORY.items()
        for node in graph.subjects(RDF.type, cls)
        for prop in props
        if not list(graph.objects(node, prop))
    ]
    return lacking + [
        (node, prop)
        for prop, cls in RANGES.items()
        for node in graph.objects(None, prop)
        if (node, RDF.type, cls) not in graph
    ]


@pytest.fixture(scope="module")
def described(build: Path) -> rdflib.Graph:
    return read((build / NAME).read_text(encoding="utf-8"))


def test_each_file_is_a_distribution_with_its_checksum(described: rdflib.Graph, build: Path) -> None:
    files = {str(url).removeprefix(BASE): node for node, url in described.subject_objects(DCAT.downloadURL)}
    assert files.keys() == FILES.keys()
    for name, node in files.items():
        (value,) = described.objects(described.value(node, SPDX.checksum), SPDX.checksumValue)
        content = (build / name).read_bytes()
        assert str(value) == hashlib.sha256(content).hexdigest()
        assert str(described.value(node, DCAT.byteSize)) == str(len(content))
        assert described.value(node, DCTERMS.license)
        assert str(described.value(node, DCAT.mediaType)).startswith("http://www.iana.org/assignments/media-types/")


def test_it_has_what_dcat_ap_asks_for(described: rdflib.Graph) -> None:
    assert broken(described) == []
    (dataset,) = described.subjects(DCAT.distribution / DCAT.downloadURL, URIRef(f"{BASE}alliance.ttl"))
    recommended = {DCTERMS.spatial, DCTERMS.temporal, DCAT.distribution, DCTERMS.conformsTo, DCTERMS.source}
    assert recommended <= set(described.predicates(dataset))


def test_what_is_not_known_is_not_invented_and_said(build: Path, described: rdflib.Graph) -> None:
    first = (build / NAME).read_text(encoding="utf-8").splitlines()[0]
    assert first == "# The alliance has not given: publisher, contactPoint, keyword, theme."
    assert not any(list(described.objects(None, URIRef(prop))) for prop in GIVEN)


def test_what_the_alliance_says_of_its_data_set_is_taken_over(store: Store) -> None:
    given = Store.memory()
    given.load(store.quads())
    own, publisher, contact = (
        mint("dataset", "global-alliance"),
        mint("organization", "global-alliance"),
        mint("contact", "x"),
    )
    said: list[tuple[NamedNode, str, NamedNode | Literal]] = [
        (own, f"{DCTERMS}publisher", publisher),
        (own, f"{DCAT}contactPoint", contact),
        (own, f"{DCAT}keyword", Literal("children", language="en")),
        (own, f"{DCAT}theme", NamedNode("http://publications.europa.eu/resource/authority/data-theme/JUST")),
        (contact, str(RDF.type), NamedNode(f"{VCARD}Kind")),
        (contact, f"{VCARD}hasEmail", NamedNode("mailto:desk@example.org")),
    ]
    given.add(Quad(node, NamedNode(prop), value, AUTHORITY) for node, prop, value in said)
    text = catalogue(given, [])
    graph = read(text)
    assert not text.startswith("#")
    assert broken(graph) == []
    assert len(list(graph.objects(None, FOAF.name))) == 1
    assert list(graph.objects(None, URIRef(f"{VCARD}hasEmail"))) == [URIRef("mailto:desk@example.org")]
