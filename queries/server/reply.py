"""The result of a task: an HTTP status, a media type and a body, and its form in a pipe."""

import json
from asyncio import StreamReader
from dataclasses import dataclass


@dataclass(frozen=True)
class Reply:
    """A body with its media type; `cut` is the number of rows if more were left out, else 0."""

    status: int
    media_type: str
    body: bytes
    cut: int = 0

    @classmethod
    def text(cls, status: int, text: str) -> "Reply":
        """Return a reply of plain text."""
        return cls(status, "text/plain", f"{text}\n".encode())

    def framed(self) -> bytes:
        """Return a line of JSON with the length of the body, and the body."""
        head = {"status": self.status, "media_type": self.media_type, "cut": self.cut, "size": len(self.body)}
        return json.dumps(head).encode() + b"\n" + self.body


def began(seconds: float) -> bytes:
    """Return a line with the processor time of the process when it began a task."""
    return f"{seconds}\n".encode()


async def read_began(pipe: StreamReader) -> float:
    """Return the seconds of such a line; raise asyncio.IncompleteReadError if the pipe ends before."""
    return float(await pipe.readuntil())


async def read_reply(pipe: StreamReader) -> Reply:
    """Return the next reply; raise asyncio.IncompleteReadError if the pipe ends before."""
    head = json.loads(await pipe.readuntil())
    body = await pipe.readexactly(head.pop("size"))
    return Reply(body=body, **head)
