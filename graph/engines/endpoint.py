"""A remote SPARQL 1.1 endpoint, queried through SPARQLWrapper."""

import re
import warnings
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import pyoxigraph as ox

from alliancegraph.graph.engines.parts import counting, is_suspect, most_rows, partial
from alliancegraph.graph.engines.queryable import Queryable, Results
from alliancegraph.graph.engines.transport import Transport, Words
from alliancegraph.graph.sparql.depth import refuse_deep
from alliancegraph.graph.sparql.guard import form, refuse_outside
from alliancegraph.graph.sparql.slips import refusal_of

if TYPE_CHECKING:
    from SPARQLWrapper import SPARQLWrapper

SECONDS = 60
BAD_REQUEST = 400
_TRIPLES = ("CONSTRUCT", "DESCRIBE")
_PATHS = "Check the path: Oxigraph's is /query, Virtuoso's and ours /sparql."
_WORDS = Words(
    server="a SPARQL endpoint",
    unreachable="Check the address, and that the server runs.",
    slow="Ask for less, or wait longer with --seconds.",
    answer="an answer",
    refused="Try again later, or ask whoever runs it.",
    refusals={
        401: "It wants a name and a password; ask whoever runs it.",
        403: "Ask whoever runs it for access.",
        404: _PATHS,
        405: _PATHS,
        429: "It is busy: wait a while.",
        503: "It is busy: wait a while.",
        504: "It ran out of time: ask for less.",
        507: "The answer is too large for it, or takes too much memory: ask for less.",
    },
)


class _Refused(Exception):
    """The server rejects the query."""


class Endpoint(Queryable):
    """A remote SPARQL endpoint; waits `seconds` for an answer, and asks again while the server is busy."""

    def __init__(self, address: str, seconds: int = SECONDS) -> None:
        self.address, self.seconds = address, seconds

    @cached_property
    def _transport(self) -> Transport:
        return Transport(self.address, self.seconds, _WORDS)

    def query(self, sparql: str, prefixes: Mapping[str, str] | None = None) -> Results:
        """Return the endpoint's answer, in the same types as a store's.

        Raise SparqlError if it rejects the query; EndpointError if it is down, busy or slow, or if the answer is
        malformed or incomplete.
        """
        refuse_outside(sparql)
        refuse_deep(sparql)
        try:
            request = self._request(_with_prefixes(sparql, prefixes or {}))
            content, most = self._answer(request)
        except _Refused as refused:
            raise refusal_of(self.address, sparql, str(refused), prefixes or {}) from None
        read = _triples if request.queryType in _TRIPLES else _results
        try:
            self._refuse_part(request, _size(read(content)), most)
            return read(content)
        except (SyntaxError, ValueError, UnicodeDecodeError):
            start = content[:60].decode("utf-8", "replace")
            raise self._transport.error(
                f"answers '{start}…'", "SPARQL results", "Is it the address of a SPARQL endpoint?"
            ) from None

    def _refuse_part(self, request: "SPARQLWrapper", size: int, most: int) -> None:
        """Raise EndpointError if rows are missing: at the server's limit, or, for a round number, by counting them."""
        if most and size >= most:
            raise self._transport.part(f"gives no more than {most} rows")
        if request.queryType == "SELECT" and is_suspect(size):
            counted = next(iter(self.select(counting(request.queryString))))[0].value
            if int(counted) > size:
                raise self._transport.part(f"gives {size} of {counted} rows")

    def _request(self, sparql: str) -> "SPARQLWrapper":
        from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper

        request = SPARQLWrapper(self.address)
        with warnings.catch_warnings(action="ignore"):
            request.setQuery(sparql)
        request.queryType = form(sparql)
        if not request.queryType:
            raise _Refused("not a query")
        request.setMethod(POST)
        request.setTimeout(self.seconds)
        request.setReturnFormat(TURTLE if request.queryType in _TRIPLES else JSON)
        return request

    def _answer(self, request: "SPARQLWrapper") -> tuple[bytes, int]:
        """Return the content that the endpoint sends, and its limit of rows, 0 if it gives none."""
        asked = request._createRequest()  # noqa: SLF001 (the request as SPARQLWrapper words it; it cannot be had otherwise)
        response = self._transport.send(asked.get_method(), content=asked.data, headers=dict(asked.header_items()))
        if response.is_error:
            reason = _first_line(response.text)
            refused = _Refused(reason) if response.status_code == BAD_REQUEST else None
            raise refused or self._transport.refusal(response.status_code, f": {reason}")
        if broken_off := partial(response.status_code, response.headers):
            raise self._transport.part(f"breaks off ({broken_off})")
        return response.content, most_rows(response.headers)


def _with_prefixes(sparql: str, prefixes: Mapping[str, str]) -> str:
    """Return the query with declarations of those of the prefixes that it uses."""
    used = set(re.findall(r"([A-Za-z][\w-]*):", sparql)) & set(prefixes)
    return "".join(f"PREFIX {name}: <{prefixes[name]}>\n" for name in sorted(used)) + sparql


def _results(content: bytes) -> ox.QuerySolutions | ox.QueryBoolean:
    return ox.parse_query_results(content, format=ox.QueryResultsFormat.JSON)


def _triples(content: bytes) -> ox.QueryTriples:
    """Return the triples in the type in which a local store gives them."""
    store = ox.Store()
    store.load(content, format=ox.RdfFormat.TURTLE)
    triples = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert isinstance(triples, ox.QueryTriples)
    return triples


def _size(results: Results) -> int:
    return 0 if isinstance(results, ox.QueryBoolean) else sum(1 for _ in results)


def _first_line(text: str) -> str:
    return next(
        (line[:200] for line in text.splitlines() if line.strip() and not line.startswith("<")), "no reason given"
    )
