"""Serves the endpoint and its page on this machine's own address, for programs and people on this machine."""

import os
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from alliancegraph.files import FILES
from alliancegraph.graph.errors import AllianceGraphError, Problem
from alliancegraph.queries.server.connection import LONGEST_HEAD, Connection, ToTheEnd
from alliancegraph.queries.server.endpoint import EndpointApp, in_words, nothing
from alliancegraph.queries.server.guard import Guard
from alliancegraph.queries.server.limits import Limits
from alliancegraph.queries.server.pool import Pool
from alliancegraph.viz.console.links import Column, linked
from alliancegraph.viz.console.page import POLICY, console, console_files

_GUARDED = {"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache"}
HOST = "127.0.0.1"
TABLES = {name: words for name, words in FILES.items() if name.endswith(".csv")}


def listen(port: int) -> socket.socket:
    """Return a socket that listens on that port of this machine, 0 for any free one.

    Raise AllianceGraphError if it is taken.
    """
    listening = socket.socket(proto=socket.IPPROTO_TCP)  # named, or asyncio leaves the wait for full packets on
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except (OSError, OverflowError) as error:
        listening.close()
        remedy = "Choose another port with --port, or 0 for any that is free."
        raise AllianceGraphError(Problem(f"port {port}: {error}", "a free port", remedy)) from None
    listening.listen(128)
    return listening


def serve(build: Path, limits: Limits, listening: socket.socket) -> None:
    """Serve on that socket until the process gets a signal to stop."""
    os.environ["PYTHONSAFEPATH"] = "1"  # engines import nothing from the current folder
    uvicorn.Server(config(application(build, limits))).run([listening])


def config(application: Starlette) -> uvicorn.Config:
    """Return uvicorn's configuration; mistakes of clients are not logged."""
    return uvicorn.Config(
        application,
        http=Connection,
        ws="none",
        h11_max_incomplete_event_size=LONGEST_HEAD,
        log_level="error",
        server_header=False,
        timeout_graceful_shutdown=1,
    )


def application(build: Path, limits: Limits) -> Starlette:
    """Return the endpoint and its page as an ASGI application."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[Mapping[str, Pool]]:
        async with Pool.opened(build, limits) as pool:
            yield {"pool": pool}

    return Starlette(
        routes=[*EndpointApp(limits).routes(), *_page(limits), Route("/tables/{name}", _table_of(build))],
        lifespan=lifespan,
        middleware=[Middleware(ToTheEnd), Middleware(Guard)],
        exception_handlers={HTTPException: in_words, ClientDisconnect: nothing},
    )


def _page(limits: Limits) -> Iterator[Route]:
    yield Route("/links", _links)
    files = {"": ("text/html", console(limits, TABLES)), **console_files()}
    for name, (media_type, text) in files.items():
        yield Route(f"/{name}", _always(Response(text, headers=_GUARDED, media_type=media_type)))


async def _links(request: Request) -> Response:
    """Return the columns of an answer that are linked at first, from the page's description of them."""
    description = request.query_params
    try:
        columns = [
            Column.parse(*one) for one in zip(*map(description.getlist, ("column", "iris", "length")), strict=True)
        ]
    except ValueError:
        expected = (
            "for each `column` whether it holds `iris`, yes or no, and the `length` of its distinct cells in characters"
        )
        raise HTTPException(400, f"{request.url.query}; expected {expected}. The page asks so.") from None
    start, end, by = linked(description.get("question", ""), columns)
    return JSONResponse({"from": start, "to": end, "by": by})


def _table_of(build: Path) -> Callable[[Request], Awaitable[Response]]:
    async def table(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in TABLES:
            raise HTTPException(404, f"no table {name}; expected one of {', '.join(TABLES)}. Choose one of them.")
        if not (build / name).is_file():
            raise HTTPException(
                404, f"the build has no {name}; expected a whole build. Write it: `alliancegraph build`."
            )
        return FileResponse(build / name, headers=_GUARDED, media_type="text/csv")

    return table


def _always(response: Response) -> Callable[[Request], Awaitable[Response]]:
    async def always(_: Request) -> Response:
        return response

    return always
