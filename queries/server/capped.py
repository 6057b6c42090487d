"""Serialises results in a standard format, up to a maximum number of rows or triples."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    parse_query_results,
    serialize,
)

from alliancegraph.graph.engines.store import Results
from alliancegraph.graph.errors import FormatError, Problem
from alliancegraph.graph.exchange.turtle import turtle
from alliancegraph.queries.answers.formats import ROWS, TRIPLES, media_types

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

SOLUTIONS = {name: found for name in media_types(ROWS) if (found := QueryResultsFormat.from_media_type(name))}
GRAPHS = {name: known for name in media_types(TRIPLES) if (known := RdfFormat.from_media_type(name))}

# Most control characters, U+FFFE and U+FFFF: XML 1.0 does not even allow references to them.
_NOT_IN_XML = rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]"
INSTEAD = "\ufffd"  # replaces one character, so that offsets stay valid
NOTE = b"<!-- U+FFFD replaces characters that XML does not have -->"


def offers(results: Results) -> list[str]:
    """Return the media types in which such results can be written."""
    return list(GRAPHS if isinstance(results, QueryTriples) else SOLUTIONS)


def written(results: Results, media_type: str, most: int) -> tuple[bytes, bool]:
    """Return the first rows or triples in that media type, and whether there are more."""
    if isinstance(results, QueryBoolean):
        return _bytes(results.serialize(format=SOLUTIONS[media_type])), False
    if isinstance(results, QueryTriples):
        return _triples(results, GRAPHS[media_type], most)
    return _solutions(results, SOLUTIONS[media_type], most)


def _triples(results: QueryTriples, rdf_format: RdfFormat, most: int) -> tuple[bytes, bool]:
    first = list(islice(results, most + 1))
    kept = first[:most]
    return _GRAPH_WRITERS.get(rdf_format, _plain)(kept, rdf_format), len(first) > most


def _turtle(triples: Iterable[Triple], _: RdfFormat) -> bytes:
    return turtle(triples).encode()


def _plain(triples: Iterable[Triple], rdf_format: RdfFormat) -> bytes:
    return _bytes(serialize(triples, format=rdf_format))


def _rdf_xml(triples: Iterable[Triple], rdf_format: RdfFormat) -> bytes:
    """Return RDF/XML; raise FormatError for a property whose IRI gives no XML element name."""
    body = _plain(triples, rdf_format)
    if nameless := re.search(rb'<oxprefix: xmlns:oxprefix="([^"]*)"', body):
        found = f"the property {nameless[1].decode()}, which RDF/XML has no name for"
        raise FormatError(Problem(found, "another format", "Take text/turtle or application/n-triples."))
    return _xml(body)


_GRAPH_WRITERS: dict[RdfFormat, Callable[[Iterable[Triple], RdfFormat], bytes]] = {
    RdfFormat.TURTLE: _turtle,
    RdfFormat.RDF_XML: _rdf_xml,
}


def _solutions(results: QuerySolutions, results_format: QueryResultsFormat, most: int) -> tuple[bytes, bool]:
    """Return the first rows, written as TSV (a line each, without loss) and converted, and whether there are more."""
    lines = _Lines(most + 1)
    with suppress(_Enough):
        results.serialize(lines, QueryResultsFormat.TSV)
    body, more = lines.first(), lines.count > lines.most
    if results_format != QueryResultsFormat.TSV:
        rows = parse_query_results(body, format=QueryResultsFormat.TSV)
        assert isinstance(rows, QuerySolutions)
        body = _bytes(rows.serialize(format=results_format))
    if results_format == QueryResultsFormat.XML:
        body = _xml(body)
    return body, more


def _xml(document: bytes) -> bytes:
    """Return a document, in which texts are unescaped, as well-formed XML; a comment says if characters were replaced.

    A carriage return becomes a character reference, because parsers take a bare one for a new line.
    """
    whole = re.sub(_NOT_IN_XML, INSTEAD.encode(), document)
    return whole.replace(b"\r", b"&#13;") + (NOTE if whole != document else b"")


def _bytes(data: bytes | None) -> bytes:
    assert data is not None
    return data


class _Enough(Exception):
    """There are more lines than are wanted."""


class _Lines(BytesIO):
    """A file for a maximum number of lines; raises _Enough when there are more."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        self.count = 0

    def write(self, data: "ReadableBuffer") -> int:
        self.count += bytes(data).count(b"\n")
        size = super().write(data)
        if self.count > self.most:
            raise _Enough
        return size

    def first(self) -> bytes:
        if self.count <= self.most:
            return self.getvalue()
        return b"".join(self.getvalue().splitlines(keepends=True)[: self.most])
