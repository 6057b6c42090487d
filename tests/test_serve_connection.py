"""A connection does not stay open for half a request, nor for a client that takes no answer; none makes a noise."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from alliancegraph.queries.server.connection import Connection
from alliancegraph.queries.server.endpoint import InPieces, nothing
from alliancegraph.serve import config, listen
from tests.serving import Server, served

HALVES = {
    "nothing": b"",
    "half a head": b"GET /sparql HTTP/1.1\r\nHost: localhost\r\nX-Slow",
    "half a body": b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\nhalf",
    "half a chunk": b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
}
WHOLE = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"


class Hasty(Connection):
    """One that gives up soon."""

    seconds = 0.3


class Patient(Connection):
    """One that gives up when there are too many."""

    seconds = 60
    most = 3


BODY = b"x" * 30_000_000


async def _echo(request: Request) -> Response:
    return PlainTextResponse(await request.body() or b"whole")


async def _big(_: Request) -> Response:
    return InPieces(BODY)


@contextmanager
def _hasty(connection: type[Connection] = Hasty) -> Iterator[int]:
    """Return the port of a server whose connections give up soon."""
    configured = config(
        Starlette(
            exception_handlers={ClientDisconnect: nothing},
            routes=[Route("/", _echo, methods=["GET", "POST"]), Route("/big", _big)],
        )
    )
    configured.http = connection
    server, listening = uvicorn.Server(configured), listen(0)
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(20)


def _connected(port: int, sent: bytes = b"") -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=60)
    connection.sendall(sent)
    return connection


def _rest(connection: socket.socket) -> bytes:
    """Return the bytes received until the other side closes."""
    return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize("half", HALVES)
def test_half_a_request_is_not_waited_for_for_ever(half: str) -> None:
    with _hasty() as port, _connected(port, HALVES[half]) as connection:
        said = _rest(connection)
    assert said.startswith(b"HTTP/1.1 408")
    assert b"no whole request in 0.3 seconds; expected" in said


def test_a_trickle_does_not_lengthen_the_time() -> None:
    with _hasty() as port, _connected(port, b"GET / HTTP/1.1\r\n") as connection:
        connection.settimeout(0.05)
        assert _drip(connection).startswith(b"HTTP/1.1 408")


def _drip(connection: socket.socket) -> bytes:
    """Return the bytes received while sending a header every moment."""
    for number in range(1000):
        with suppress(TimeoutError):
            return connection.recv(65536)
        connection.sendall(f"X-{number}: slow\r\n".encode())
    raise AssertionError("a request without an end is still waited for")


def _until(connection: socket.socket, end: bytes) -> bytes:
    """Return the bytes received, up to that end."""
    said = b""
    while not said.endswith(end):
        piece = connection.recv(1)
        assert piece, said
        said += piece
    return said


def test_the_second_request_of_a_connection_is_timed_too() -> None:
    with _hasty() as port, _connected(port, WHOLE) as connection:
        assert _until(connection, b"\r\n\r\nwhole").startswith(b"HTTP/1.1 200")
        connection.sendall(HALVES["half a head"])
        assert _rest(connection).startswith(b"HTTP/1.1 408")


def _served_beside(port: int) -> bool:
    with _connected(port, WHOLE) as other:
        return _until(other, b"\r\n\r\nwhole").startswith(b"HTTP/1.1 200")


def test_of_too_many_connections_the_slowest_gives_way(caplog: pytest.LogCaptureFixture) -> None:
    """It is told so, and next time is let go; whoever asks at once is answered."""
    with _hasty(Patient) as port:
        halves = [_connected(port, HALVES["half a head"]) for _ in range(3)]
        for half in halves:
            assert _served_beside(port)
            assert b"3 connections are open; expected fewer" in _rest(half)
        assert all(_served_beside(port) for _ in halves)
        for half in halves:
            half.close()
    assert caplog.records == []


def test_data_after_a_refusal_is_ignored(capfd: pytest.CaptureFixture[str]) -> None:
    with _hasty() as port, _connected(port, HALVES["nothing"]) as connection:
        assert _until(connection, b"again.\n").startswith(b"HTTP/1.1 408")
        connection.sendall(WHOLE)
        assert _rest(connection) == b""
        threading.Event().wait(0.1)
    assert capfd.readouterr().err == ""


@pytest.fixture(scope="module")
def server(build: Path) -> Iterator[Server]:
    with served(build) as running:
        yield running


def _port(server: Server) -> int:
    return int(server.address.rpartition(":")[2])


@pytest.mark.parametrize("framed", [b"Content-Length: 10000000000", b"Transfer-Encoding: chunked"])
def test_a_body_that_is_too_large_is_refused_before_it_ends(server: Server, framed: bytes) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\n" + FORM + framed + b"\r\n\r\n"
    body = b"30D40\r\nquery=" + b"x" * (200_000 - 6) if framed.endswith(b"chunked") else b""
    with _connected(_port(server), head + body) as connection:
        assert connection.recv(65536).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize(
    ("path", "media_type", "status"),
    [
        ("/sparql", FORM, 413),
        ("/notes", FORM, 413),
        ("/sparql", b"Content-Type: text/plain\r\n", 415),
        ("/", FORM, 405),
    ],
)
def test_a_client_that_sends_everything_first_gets_the_refusal(
    server: Server, path: str, media_type: bytes, status: int
) -> None:
    size = 20_000_000
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {size}\r\n".encode()
    with _connected(_port(server), head + media_type + b"\r\n" + b"x" * size) as connection:
        assert _rest(connection).startswith(f"HTTP/1.1 {status}".encode())


@pytest.mark.parametrize(
    "sent", [b"\x16\x03\x01\x02\x00", b"HELLO\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"GET /\xff HTTP/1.1\r\n\r\n"]
)
def test_a_malformed_request_is_refused_with_a_reason(server: Server, sent: bytes) -> None:
    with _connected(_port(server), sent) as connection:
        if b"\n" not in sent:
            connection.shutdown(socket.SHUT_WR)
        said = _rest(connection)
    assert said.startswith(b"HTTP/1.1 400")
    assert b"expected HTTP/1.1" in said


def test_http_1_0_and_a_connection_that_goes_on_after_an_error(server: Server) -> None:
    ask = b"GET /sparql?query=ASK%20%7B%7D HTTP/1.0\r\n\r\n"
    with _connected(_port(server), ask) as connection:
        assert _rest(connection).endswith(b'"boolean":true}')
    wrong = b"GET /sparql?query=ASK HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with _connected(_port(server), wrong) as connection:
        assert _until(connection, b"^\n").startswith(b"HTTP/1.1 400")
        connection.sendall(ask.replace(b"1.0\r\n", b"1.1\r\nHost: localhost\r\n"))
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")


BIG = b"GET /sparql?query=SELECT%20*%20%7B%20?a%20?b%20?c%20%7D HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.mark.parametrize(
    "left", [BIG, HALVES["half a head"], HALVES["half a body"].replace(b"POST /", b"POST /sparql")]
)
def test_a_client_that_disconnects_causes_no_error(build: Path, left: bytes) -> None:
    """`served` holds that nothing was complained of."""
    with served(build) as server:
        for taken in (1, 100_000):
            connection = _connected(_port(server), left)
            if left is BIG:
                connection.recv(taken)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            connection.close()
            assert server.get("ASK {}").status == 200


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (BIG, b"HTTP/1.1 200"),
        (
            HALVES["half a body"].replace(b"POST / HTTP/1.1\r\n", b"POST /sparql HTTP/1.1\r\n" + FORM),
            b"The server stops.",
        ),
        (HALVES["half a body"].replace(b"POST /", b"POST /sparql"), b"HTTP/1.1 415"),
        (BIG.replace(b"?c%20", b"?c%20.%20?d%20?e%20?f%20.%20?g%20?h%20?i%20"), b"The server stops."),
        (HALVES["half a head"], b""),
        (WHOLE, b"HTTP/1.1 200"),
    ],
    ids=[
        "an answer under way",
        "half a body",
        "half a body that is refused",
        "a query under way",
        "half a head",
        "an answer that is sent",
    ],
)
def test_a_server_stops_quietly_whatever_is_under_way(build: Path, asked: bytes, said: bytes) -> None:
    with served(build) as server, _connected(_port(server), asked) as connection:
        first = connection.recv(1) if said.startswith(b"HTTP") else b""
        assert server.get("ASK {}").status == 200
        server.process.terminate()
        assert server.process.wait(20)
        with suppress(ConnectionResetError):
            first += _rest(connection)
    assert said in first


def test_an_answer_that_nobody_takes_is_not_kept() -> None:
    with _hasty() as port, _connected(port, WHOLE.replace(b"GET /", b"GET /big")) as connection:
        threading.Event().wait(2)
        with suppress(ConnectionResetError):
            assert len(_rest(connection)) < len(BODY)
