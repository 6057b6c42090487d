"""XML from the endpoint is well-formed whatever a text holds, and gives each text back but for what XML lacks."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import FormatError
from alliancegraph.graph.model.iris import AUTHORITY
from alliancegraph.queries.server.capped import INSTEAD, NOTE, written

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
CONTROLS = "".join(map(chr, range(0x20)))
ODD = [CONTROLS, "\ufffe\uffff", "\r", "\r\n", "\x7f\x85\u2028", " two  blanks ", "]]><&\"'", "\U0010ffff"]
SAYS = NamedNode("urn:x#says")
SELECT, CONSTRUCT = "SELECT ?text { ?s ?p ?text }", "CONSTRUCT { ?s ?p ?text } WHERE { ?s ?p ?text }"


def xml_text(text: str) -> str:
    """Return the text as XML can hold it."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", INSTEAD, text)


def odd_too(test: Callable[..., None]) -> Callable[..., None]:
    """Return the test with the odd texts as examples, whatever else is drawn."""
    for text in ODD:
        test = example(text=text)(test)
    return given(text=TEXTS)(test)


def answered(text: str, sparql: str, media_type: str, says: NamedNode = SAYS) -> bytes:
    store = Store.memory()
    store.load([Quad(NamedNode("urn:s"), says, Literal(text), AUTHORITY)])
    body, more = written(store.query(sparql), media_type, 10)
    assert not more
    return body


def texts(body: bytes, tag: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(body).iter() if element.tag.endswith(tag)]


@odd_too
@pytest.mark.parametrize("media_type", ["application/sparql-results+xml", "application/xml"])
def test_rows(media_type: str, text: str) -> None:
    assert texts(answered(text, SELECT, media_type), "literal") == [xml_text(text)]


@odd_too
def test_triples(text: str) -> None:
    body = answered(text, CONSTRUCT, "application/rdf+xml")
    assert texts(body, "says") == [xml_text(text)]
    said = Triple(NamedNode("urn:s"), SAYS, Literal(xml_text(text)))
    assert [quad.triple for quad in parse(body, format=RdfFormat.RDF_XML)] == [said]


@pytest.mark.parametrize("character", [*CONTROLS, "\ufffe", "\uffff"], ids=ascii)
def test_one_character_stands_for_one_that_xml_lacks_and_the_document_says_so(character: str) -> None:
    body = answered(f"a{character}b", SELECT, "application/xml")
    kept = character in "\t\n\r"
    assert texts(body, "literal") == [f"a{character if kept else INSTEAD}b"]
    assert body.endswith(NOTE) is not kept


@pytest.mark.parametrize("media_type", ["application/json", "text/tab-separated-values", "text/csv"])
def test_other_formats_keep_every_character(media_type: str) -> None:
    body = answered(f"a{CONTROLS}b", SELECT, media_type)
    assert INSTEAD.encode() not in body
    assert b"\x0c" in body or b"\\f" in body


@pytest.mark.parametrize("says", ["urn:1", "urn:x/", "urn:x#a(b)"])
def test_a_property_that_is_no_element_is_refused_as_rdf_xml(says: str) -> None:
    with pytest.raises(FormatError, match="RDF/XML has no name for"):
        answered("text", CONSTRUCT, "application/rdf+xml", NamedNode(says))
    assert says.encode() in answered("text", CONSTRUCT, "application/n-triples", NamedNode(says))
