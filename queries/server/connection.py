"""A connection that has to get on: whoever sends half a request, or takes no answer, does not hold it for ever."""

from asyncio import BaseTransport, TimerHandle, Transport
from collections.abc import Callable
from http import HTTPStatus

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

LONGEST_HEAD = 400_000  # bytes of a request before its body: a query in an address takes three for many a letter
_UNREADABLE = (
    f"no HTTP request, or one with a head of more than {LONGEST_HEAD} bytes; expected HTTP/1.1 and a shorter one"
)


class Connection(H11Protocol):
    """uvicorn's, which has so many seconds for a request and for each piece of an answer; `most` may be open."""

    seconds: float = 10
    most = 256
    _deadline: TimerHandle | None = None

    def connection_made(self, transport: BaseTransport) -> None:
        """Waits for the request, unless there are too many already."""
        assert isinstance(transport, Transport)
        super().connection_made(transport)
        if len(self.connections) > self.most:
            self._refuse(
                HTTPStatus.SERVICE_UNAVAILABLE, f"{self.most} connections are open; expected fewer. Ask later."
            )
        else:
            self._wait(self._give_up_request)

    def data_received(self, data: bytes) -> None:
        """Waits on while the request is not whole; a trickle does not lengthen the time."""
        super().data_received(data)
        if self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
            self._wait(None)
        elif not self._deadline:
            self._wait(self._give_up_request)

    def connection_lost(self, exc: Exception | None) -> None:
        """Waits for nothing more."""
        self._wait(None)
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Waits until the client has taken what it was sent."""
        super().pause_writing()
        self._wait(self.transport.abort)

    def resume_writing(self) -> None:
        """The client goes on taking."""
        super().resume_writing()
        self._wait(None)

    def send_400_response(self, msg: str) -> None:
        """Says in words what uvicorn says in its own."""
        assert msg
        self._refuse(HTTPStatus.BAD_REQUEST, f"{_UNREADABLE}. Post a long query.")

    def _wait(self, or_else: Callable[[], None] | None) -> None:
        if self._deadline:
            self._deadline.cancel()
        self._deadline = self.loop.call_later(self.seconds, or_else) if or_else else None

    def _give_up_request(self) -> None:
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            found = f"no whole request in {self.seconds} seconds"
            self._refuse(HTTPStatus.REQUEST_TIMEOUT, f"{found}; expected all of it by then. Send it again.")
        self.transport.close()

    def _refuse(self, status: HTTPStatus, words: str) -> None:
        body = f"{words}\n".encode()
        head = (
            f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close"
        )
        self.transport.write(f"{head}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        self.transport.close()
