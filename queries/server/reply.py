"""The result of a task: an HTTP status, a media type and a body, and its form in a pipe."""

import json
from asyncio import StreamReader
from dataclasses import dataclass


@dataclass(frozen=True)
class Reply:
    """A body with its media type; it holds only the first `cut` rows of the answer where that is not 0."""

    status: int
    media_type: str
    body: bytes
    cut: int = 0

    @classmethod
    def text(cls, status: int, text: str) -> "Reply":
        """A reply in words."""
        return cls(status, "text/plain", f"{text}\n".encode())

    def framed(self) -> bytes:
        """A line of JSON that says how long the body is, and the body."""
        head = {"status": self.status, "media_type": self.media_type, "cut": self.cut, "size": len(self.body)}
        return json.dumps(head).encode() + b"\n" + self.body


def began(seconds: float) -> bytes:
    """A line that says how much the process had worked when it began a task."""
    return f"{seconds}\n".encode()


async def read_began(pipe: StreamReader) -> float:
    """The seconds of such a line; raises asyncio.IncompleteReadError if the pipe ends before it does."""
    return float(await pipe.readuntil())


async def read_reply(pipe: StreamReader) -> Reply:
    """The next reply; raises asyncio.IncompleteReadError if the pipe ends before it does."""
    head = json.loads(await pipe.readuntil())
    body = await pipe.readexactly(head.pop("size"))
    return Reply(body=body, **head)
