"""A SPARQL 1.1 endpoint somewhere else, asked through SPARQLWrapper."""

import re
import time
import warnings
from ast import literal_eval
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException, IncompleteRead
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError

import pyoxigraph as ox

from graph.backoff import BUSY, TRIES, waits
from graph.closed import form, refuse_outside
from graph.depth import refuse_deep
from graph.errors import EndpointError, Problem
from graph.parts import counting, is_suspect, most_rows, partial
from graph.queryable import Queryable, Results
from graph.slips import refusal_of

if TYPE_CHECKING:
    from SPARQLWrapper import SPARQLWrapper

SECONDS = 60
BAD_REQUEST = 400
_TRIPLES = ("CONSTRUCT", "DESCRIBE")
_REMEDIES = {
    401: "It wants a name and a password; ask whoever runs it.",
    403: "Ask whoever runs it for access.",
    404: "Check the path: Oxigraph's is /query, Virtuoso's and ours /sparql.",
    405: "Check the path: Oxigraph's is /query, Virtuoso's and ours /sparql.",
    429: "It is busy: wait a while.",
    503: "It is busy: wait a while.",
    504: "It ran out of time: ask for less.",
    507: "The answer is too large for it, or takes too much memory: ask for less.",
}


class _Refused(Exception):
    """The server finds fault with the query."""


class Endpoint(Queryable):
    """An endpoint by its address; it has `seconds` for each answer, and is asked again while it says it is busy."""

    def __init__(self, address: str, seconds: int = SECONDS) -> None:
        self.address, self.seconds = address, seconds

    def query(self, sparql: str, prefixes: Mapping[str, str] | None = None) -> Results:
        """The endpoint's answer, in the same types as a store's.

        Raises SparqlError if it refuses the query; EndpointError if it is down, busy or slow, or answers nonsense or
        a part.
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
            raise self._error(
                f"answers '{start}…'", "SPARQL results", "Is it the address of a SPARQL endpoint?"
            ) from None

    def _refuse_part(self, request: "SPARQLWrapper", size: int, most: int) -> None:
        """A server that says how many rows it gives at the most is believed; others count, where a number is round."""
        if most and size >= most:
            raise self._part(f"gives no more than {most} rows")
        if request.queryType == "SELECT" and is_suspect(size):
            counted = next(iter(self.select(counting(request.queryString))))[0].value
            if int(counted) > size:
                raise self._part(f"gives {size} of {counted} rows")

    def _part(self, found: str) -> EndpointError:
        return self._error(found, "the whole answer", "Narrow the question, or ask for pieces with ORDER BY and LIMIT.")

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
        """What the endpoint sends, and how many rows it sends at the most, if it says so."""
        for tries in range(1, TRIES + 1):
            try:
                with _opened(request) as response:
                    if broken_off := partial(response.status, response.headers):
                        raise self._part(f"breaks off ({broken_off})")
                    return bytes(response.read()), most_rows(response.headers)
            except HTTPError as error:
                if error.code not in BUSY or tries == TRIES:
                    raise self._refusal(error) from None
                time.sleep(waits(dict(error.headers), tries))
            except TimeoutError:
                found = f"no answer within {self.seconds} seconds"
                raise self._error(found, "one in time", "Ask for less, or wait longer with --seconds.") from None
            except IncompleteRead as error:
                raise self._part(f"breaks off after {len(error.partial)} bytes") from None
            except (URLError, HTTPException, OSError) as error:
                found = f"cannot be reached ({getattr(error, 'reason', error)})"
                raise self._error(found, "a SPARQL endpoint", "Check the address, and that the server runs.") from None
        raise AssertionError("the last try returns or raises")

    def _refusal(self, error: HTTPError) -> EndpointError | _Refused:
        said = _first_line(error.msg)
        if error.code == BAD_REQUEST:
            return _Refused(said)
        remedy = _REMEDIES.get(error.code, "Try again later, or ask whoever runs it.")
        return self._error(f"answers {error.code}: {said}", "an answer", remedy)

    def _error(self, found: str, expected: str, remedy: str) -> EndpointError:
        return EndpointError(Problem(f"{self.address} {found}", expected, remedy))


@contextmanager
def _opened(request: "SPARQLWrapper") -> Iterator[Any]:
    """The server's response; a refusal is an HTTPError with the server's words, whoever raises it."""
    from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

    try:
        with request.query().response as response:
            yield response
    except HTTPError as error:
        said = error.read().decode("utf-8", "replace")
        raise HTTPError(error.url, error.code, said, error.headers, None) from None
    except SPARQLWrapperException as error:
        refused = error.__context__
        assert isinstance(refused, HTTPError)
        body = literal_eval(str(error).partition("Response:\n")[2] or "b''")
        raise HTTPError(refused.url, refused.code, body.decode("utf-8", "replace"), refused.headers, None) from None


def _with_prefixes(sparql: str, prefixes: Mapping[str, str]) -> str:
    """The query with those of the prefixes declared that it uses."""
    used = set(re.findall(r"([A-Za-z][\w-]*):", sparql)) & set(prefixes)
    return "".join(f"PREFIX {name}: <{prefixes[name]}>\n" for name in sorted(used)) + sparql


def _results(content: bytes) -> ox.QuerySolutions | ox.QueryBoolean:
    return ox.parse_query_results(content, format=ox.QueryResultsFormat.JSON)


def _triples(content: bytes) -> ox.QueryTriples:
    """The triples in the type in which a store of our own gives them."""
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
