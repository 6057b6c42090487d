"""The query in a request, as the SPARQL 1.1 Protocol has it (sections 2.1 and 2.2); updates are refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from graph.errors import InputError
from graph.textfile import decode

MARK = "\ufeff"  # some editors put it first
_FORM, _QUERY, _UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
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


async def query_of(request: Request, longest: int) -> str | None:
    """The query, None if a GET has none; raises HTTPException for what is no query, or longer than so many bytes."""
    pairs = [*_pairs(request.url.query), *await _posted(request, longest)]
    for name, _ in pairs:
        if name in _REFUSED:
            status, problem = _REFUSED[name]
            raise HTTPException(status, problem)
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) > 1 or (not queries and request.method == "POST"):
        raise HTTPException(400, f"{len(queries)} queries; expected one. Give it as `query`.")
    return queries[0].removeprefix(MARK) if queries else None


async def _posted(request: Request, longest: int) -> list[tuple[str, str]]:
    if request.method != "POST":
        return []
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == _UPDATE:
        raise HTTPException(403, _READ_ONLY)
    if media_type not in (_FORM, _QUERY):
        raise HTTPException(415, f"'{media_type}'; expected {_FORM} or {_QUERY}.")
    text = await _text(request, longest)
    return [("query", text)] if media_type == _QUERY else _pairs(text)


def _pairs(form: str) -> list[tuple[str, str]]:
    with _refusing():
        return parse_qsl(form, keep_blank_values=True, errors="strict")


async def _text(request: Request, longest: int) -> str:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > longest:
            raise HTTPException(413, f"a request of more than {longest} bytes; expected a shorter query.")
    with _refusing():
        return decode(bytes(body))


@contextmanager
def _refusing() -> Iterator[None]:
    """What is no UTF-8 is refused, percent-encoded or not: a character in its place would be another query."""
    try:
        yield
    except (InputError, UnicodeDecodeError) as error:
        raise HTTPException(400, f"no text ({error}); expected UTF-8.") from None
