"""The HTTP side of the endpoint: who may ask, what is asked, and how the reply is sent."""

import asyncio
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from alliancegraph.queries.answers.titles import titles
from alliancegraph.queries.library import all_questions
from alliancegraph.queries.server.capped import GRAPHS
from alliancegraph.queries.server.description import description
from alliancegraph.queries.server.limits import Limits
from alliancegraph.queries.server.negotiation import best
from alliancegraph.queries.server.protocol import asked, things
from alliancegraph.queries.server.reply import Reply

PATH = "/sparql"
CUT = "X-Rows-Cut-At"
_PAGE = "text/html"
_PIECE = 1 << 18  # bytes of a body that are sent at a time
_LEFT = 499
_ASTRAY = {
    404: "nothing is at {0.url.path}; expected the page at /, or the endpoint at " + PATH + ". Check the address.",
    405: "{0.method} at {0.url.path}; expected one of {1}. Ask so.",
}
_WAIT = "2"  # seconds after which one may ask again


class EndpointApp:
    """Answers SPARQL queries, and requests of the page for questions, with the pool of engines in the state."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def routes(self) -> list[Route]:
        """Return the paths of the endpoint."""
        return [
            Route(PATH, self._sparql, methods=["GET", "POST"]),
            Route(PATH, self._options, methods=["OPTIONS"]),
            Route("/questions/{name}", self._question),
            Route("/questions/{name}/{parameter}", self._check),
            Route("/answers/{name}.{format}", self._file_of_question),
            Route("/query.{format}", self._file_of_query, methods=["GET", "POST"]),
            Route("/notes", self._notes, methods=["POST"]),
            Route("/reports", self._reports),
            Route("/words", self._words),
            Route("/values/{type}", self._values),
            Route("/names", self._names, methods=["POST"]),
            Route("/titles", _titles),
        ]

    async def _sparql(self, request: Request) -> Response:
        query = await asked(request, self._limits.characters)
        accept = ",".join(request.headers.getlist("accept"))
        if query is None:
            return self._description(request, accept)
        return await self._reply(request, {"do": "query", "accept": accept, **query._asdict()})

    async def _options(self, _: Request) -> Response:
        return Response(status_code=204, headers={"Allow": "GET, HEAD, POST, OPTIONS"})

    async def _question(self, request: Request) -> Response:
        return await self._reply(request, {"do": "bind", **_asked_question(request)})

    async def _file_of_question(self, request: Request) -> Response:
        task = {"do": "file of question", "format": request.path_params["format"], **_asked_question(request)}
        return await self._reply(request, task)

    async def _check(self, request: Request) -> Response:
        value, name = request.query_params.get("value", ""), request.path_params["parameter"]
        task = {"do": "check", "question": request.path_params["name"], "parameter": name, "value": value}
        return await self._reply(request, task)

    async def _file_of_query(self, request: Request) -> Response:
        query = await asked(request, self._limits.characters)
        task = {"do": "file of query", "format": request.path_params["format"], "sparql": query.sparql if query else ""}
        return await self._reply(request, task)

    async def _notes(self, request: Request) -> Response:
        query = await asked(request, self._limits.characters)
        return await self._reply(request, {"do": "notes", "sparql": query.sparql if query else ""})

    async def _words(self, request: Request) -> Response:
        return await self._reply(request, {"do": "words"})

    async def _values(self, request: Request) -> Response:
        return await self._reply(request, {"do": "values", "type": request.path_params["type"]})

    async def _names(self, request: Request) -> Response:
        return await self._reply(request, {"do": "names", "things": await things(request, self._limits.characters)})

    async def _reports(self, request: Request) -> Response:
        return await self._reply(request, {"do": "reports"})

    def _description(self, request: Request, accept: str) -> Response:
        media_type = best(accept, [*GRAPHS, _PAGE])
        if media_type == _PAGE:
            return RedirectResponse("/", 303)
        if media_type is None:
            raise HTTPException(406, f"no such description: {accept}; expected one of {', '.join(GRAPHS)}")
        endpoint = str(request.url.replace(query=""))
        return Response(description(endpoint, media_type, self._limits), media_type=media_type)

    async def _reply(self, request: Request, task: Mapping[str, Any]) -> Response:
        """Return the pool's reply; the query is cancelled if its connection is closed."""
        asked = asyncio.ensure_future(request.state.pool.reply(task))
        gone = asyncio.ensure_future(_gone(request))
        try:
            await asyncio.wait([asked, gone], return_when=asyncio.FIRST_COMPLETED)
            return self._response(asked.result()) if asked.done() else Response(status_code=_LEFT)
        finally:
            asked.cancel()
            gone.cancel()

    def _response(self, reply: Reply) -> Response:
        headers = {"Vary": "Accept"}
        if reply.cut:
            headers[CUT] = str(reply.cut)
        if reply.status == 503:
            headers["Retry-After"] = _WAIT
        return InPieces(reply.body, reply.status, headers, reply.media_type)


def _asked_question(request: Request) -> Mapping[str, Any]:
    """Return the question that a request names, and its values; an empty value is none."""
    values = {name: value for name, value in request.query_params.items() if value}
    return {"question": request.path_params["name"], "values": values}


async def _titles(request: Request) -> Response:
    """Return the titles of the columns of an answer: those of the library's `question` first."""
    asked_for = request.query_params.get("question", "")
    own = next((question.titles for question in all_questions() if question.name == asked_for), {})
    return JSONResponse(titles(request.query_params.getlist("column"), own))


class InPieces(Response):
    """A response that sends the next piece only when the client has taken the one before."""

    async def __call__(self, _: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        for start in range(0, len(self.body), _PIECE):
            await send({"type": "http.response.body", "body": self.body[start : start + _PIECE], "more_body": True})
            await asyncio.sleep(0)  # lets the server hear that the client has left
        await send({"type": "http.response.body"})


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def in_words(request: Request, error: Exception) -> Response:
    """Return an HTTP error as plain text."""
    assert isinstance(error, HTTPException)
    words, ways = error.detail, (error.headers or {}).get("Allow", "").split(", ")
    if words == HTTPStatus(error.status_code).phrase:  # the framework's own
        words = _ASTRAY[error.status_code].format(request, ", ".join(sorted(ways)))
    return PlainTextResponse(f"{words}\n", error.status_code, error.headers)


async def nothing(_: Request, __: Exception) -> Response:
    """Return an empty response, for a client that disconnected during its request."""
    return Response(status_code=_LEFT)
