"""What comes of a task: an HTTP status, a media type and a body, and how it goes through a pipe."""

import json
from asyncio import StreamReader
from dataclasses import dataclass


@dataclass(frozen=True)
class Reply:
    """A body with its media type; `cut` if it holds only the first rows of the answer."""

    status: int
    media_type: str
    body: bytes
    cut: bool = False

    @classmethod
    def text(cls, status: int, text: str) -> "Reply":
        """A reply in words."""
        return cls(status, "text/plain", f"{text}\n".encode())

    def framed(self) -> bytes:
        """A line of JSON that says how long the body is, and the body."""
        head = {"status": self.status, "media_type": self.media_type, "cut": self.cut, "size": len(self.body)}
        return json.dumps(head).encode() + b"\n" + self.body


async def read_reply(pipe: StreamReader) -> Reply:
    """The next reply; raises asyncio.IncompleteReadError if the pipe ends before it does."""
    head = json.loads(await pipe.readuntil())
    body = await pipe.readexactly(head.pop("size"))
    return Reply(body=body, **head)
