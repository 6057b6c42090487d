"""Takes the query from a request, by the SPARQL 1.1 Protocol (sections 2.1 and 2.2); updates are refused."""

import codecs
import re
from email.message import Message
from typing import NamedTuple
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from alliancegraph.graph.errors import InputError
from alliancegraph.graph.files.textfile import decode

MARK = "\ufeff"  # some editors put it first
_FORM, _QUERY, _UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_LINE_END = re.compile(r"[\r\n]+")
_LIST = "text/uri-list"  # RFC 2483
_READ_ONLY = "an update; expected a query, since this endpoint only reads. `alliancegraph build` makes the graph anew."
_REFUSED = {
    "update": (403, _READ_ONLY),
    "using-graph-uri": (403, _READ_ONLY),
    "using-named-graph-uri": (403, _READ_ONLY),
    "default-graph-uri": (
        400,
        "default-graph-uri; expected none. Use `GRAPH <…> { … }` for one of the store's graphs.",
    ),
    "named-graph-uri": (
        400,
        "named-graph-uri; expected none. All of the store's graphs are there for `GRAPH ?g { … }`.",
    ),
}


class Asked(NamedTuple):
    """A query, and the maximum of rows that the client wants; 0 for all."""

    sparql: str
    first: int


async def asked(request: Request, longest: int) -> Asked | None:
    """Return the query, None for a GET without one; raise HTTPException if it is malformed or too long."""
    address = request.scope["query_string"]
    if len(address) > longest:
        raise HTTPException(414, _too_long(longest))
    pairs = [*_pairs(_decoded(address)), *await _posted(request, longest)]
    for name, _ in pairs:
        if name in _REFUSED:
            status, problem = _REFUSED[name]
            raise HTTPException(status, problem)
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) > 1 or (not queries and request.method == "POST"):
        raise HTTPException(400, f"{len(queries)} queries; expected one. Give it as `query`.")
    return Asked(_readable(queries[0]), _first(dict(pairs).get("first", "0"))) if queries else None


async def things(request: Request, longest: int) -> list[str]:
    """Return the IRIs that a request posts, one a line; raise HTTPException for what is no such list, or too long."""
    media_type, _ = _content_type(request.headers.get("content-type", ""))
    if media_type != _LIST:
        raise HTTPException(415, f"'{media_type}'; expected {_LIST}. Post one IRI a line.")
    return _LINE_END.split(_decoded(await _body(request, longest)))


def _readable(sparql: str) -> str:
    if "\0" in sparql:
        raise HTTPException(400, "a NUL character in the query; expected a text in UTF-8. Is it UTF-16?")
    return sparql.removeprefix(MARK)


def _first(number: str) -> int:
    if not (number.isascii() and number.isdecimal()):
        raise HTTPException(400, f"first={number}; expected a whole number of rows. Leave it out for all.")
    return int(number)


async def _posted(request: Request, longest: int) -> list[tuple[str, str]]:
    if request.method != "POST":
        return []
    media_type, charset = _content_type(request.headers.get("content-type", ""))
    if media_type == _UPDATE:
        raise HTTPException(403, _READ_ONLY)
    if media_type not in (_FORM, _QUERY):
        raise HTTPException(415, f"'{media_type}'; expected {_FORM} or {_QUERY}.")
    if not _is_utf_8(charset):
        raise HTTPException(415, f"charset={charset}; expected UTF-8. Send the query so.")
    text = _decoded(await _body(request, longest))
    return [("query", text)] if media_type == _QUERY else _pairs(text)


async def _body(request: Request, longest: int) -> bytes:
    if int(request.headers.get("content-length", 0)) > longest:
        raise HTTPException(413, _too_long(longest))
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > longest:
            raise HTTPException(413, _too_long(longest))
    return bytes(body)


def _content_type(header: str) -> tuple[str, str]:
    """Return the media type and the character set in the header."""
    message = Message()
    message["Content-Type"] = header
    return message.get_content_type() if header else "", message.get_content_charset("utf-8")


def _is_utf_8(charset: str) -> bool:
    try:
        return codecs.lookup(charset).name in ("utf-8", "ascii")
    except LookupError:
        return False


def _pairs(text: str) -> list[tuple[str, str]]:
    pairs = parse_qsl(text, keep_blank_values=True, errors="surrogateescape")
    return [(name, _decoded(value.encode(errors="surrogateescape"))) for name, value in pairs]


def _decoded(data: bytes) -> str:
    try:
        return decode(data)
    except InputError as error:
        [slip] = error.problems
        place = f"line {slip.line} of the query" if slip.line else "the query"
        raise HTTPException(400, f"{place} {slip.found}; expected {slip.expected}. {slip.remedy}") from None


def _too_long(longest: int) -> str:
    return f"a request of more than {longest} bytes; expected a shorter query. Ask for less at a time."
