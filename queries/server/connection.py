"""Connections with a time limit: half a request, or an answer that nobody reads, does not hold one for ever."""

from asyncio import BaseTransport, TimerHandle, Transport
from collections.abc import Callable
from http import HTTPStatus
from math import inf
from typing import cast

import h11
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

LONGEST_HEAD = (
    400_000  # bytes of a request before its body: a query in an address takes three for each escaped character
)
_UNREADABLE = (
    f"no HTTP request, or one with a head of more than {LONGEST_HEAD} bytes; expected HTTP/1.1 and a shorter one"
)


class Connection(H11Protocol):
    """uvicorn's connection with a time limit for a request and for each piece of an answer.

    If more than `most` are open, the one that has kept the server waiting longest is closed.
    """

    seconds: float = 10
    most = 256
    _deadline: TimerHandle | None = None
    _refused = False

    def connection_made(self, transport: BaseTransport) -> None:
        """Start the time limit for the request; close the slowest connection if there are too many."""
        assert isinstance(transport, Transport)
        super().connection_made(transport)
        self._wait(self._give_up_request)
        if len(self.connections) > self.most:
            slowest = min(cast(set[Connection], self.connections), key=lambda each: each.deadline)
            found = f"{self.most} connections are open"
            slowest.give_up(HTTPStatus.SERVICE_UNAVAILABLE, f"{found}; expected fewer. Ask later.")

    @property
    def deadline(self) -> float:
        """The time limit, in seconds of the loop's clock; infinite while the request is processed."""
        return self._deadline.when() if self._deadline else inf

    def data_received(self, data: bytes) -> None:
        """Receive data; the time limit goes on until the request is complete, however slowly it arrives."""
        if self._refused:
            return
        super().data_received(data)
        if self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
            self._wait(None)
        elif not self._deadline:
            self._wait(self._give_up_request)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the time limit."""
        self._wait(None)
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """Close the connection as the server stops: with a reason if an answer is awaited, at once if one has begun."""
        if self.conn.our_state is h11.SEND_BODY or self.transport.get_write_buffer_size():
            self.transport.abort()
            return
        if self.conn.our_state is h11.SEND_RESPONSE and not self._refused:
            self._say(HTTPStatus.SERVICE_UNAVAILABLE, "The server stops.")
        self.transport.close()

    def pause_writing(self) -> None:
        """Start the time limit for the client to read what was sent."""
        super().pause_writing()
        self._wait(self.transport.abort)

    def resume_writing(self) -> None:
        """Stop the time limit, because the client reads."""
        super().resume_writing()
        self._wait(None)

    def send_400_response(self, msg: str) -> None:
        """Refuse a malformed request with a message of our own."""
        assert msg
        self._refuse(HTTPStatus.BAD_REQUEST, f"{_UNREADABLE}. Post a long query.")

    def give_up(self, status: HTTPStatus, words: str) -> None:
        """Close the connection, with a reason if no answer has begun."""
        if self._refused or self.conn.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            self.transport.abort()
        else:
            self._refuse(status, words)

    def _wait(self, or_else: Callable[[], None] | None) -> None:
        if self._deadline:
            self._deadline.cancel()
        self._deadline = self.loop.call_later(self.seconds, or_else) if or_else else None

    def _give_up_request(self) -> None:
        found = f"no whole request in {self.seconds} seconds"
        self.give_up(HTTPStatus.REQUEST_TIMEOUT, f"{found}; expected all of it by then. Send it again.")

    def _refuse(self, status: HTTPStatus, words: str) -> None:
        """Send the reason and ignore further data; closing while the client sends would discard the reason."""
        self._say(status, words)
        self.transport.write_eof()
        self._refused = True
        self._wait(self.transport.abort)

    def _say(self, status: HTTPStatus, words: str) -> None:
        body = f"{words}\n".encode()
        head = (
            f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close"
        )
        self.transport.write(f"{head}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)


class ToTheEnd:
    """Reads a request to its end after an early answer, because most clients read only after sending all."""

    def __init__(self, application: ASGIApp) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        heard = scope["type"] != "http"

        async def hear() -> Message:
            nonlocal heard
            message = await receive()
            heard = not message.get("more_body")
            return message

        async def say(message: Message) -> None:
            last = message["type"] == "http.response.body" and not message.get("more_body")
            if last and not heard:
                await send({**message, "more_body": True})
                while not heard:
                    await hear()
                message = {"type": message["type"]}
            await send(message)

        await self._application(scope, hear, say)
