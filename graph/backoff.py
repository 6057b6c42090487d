"""How long to wait before a server that is busy is asked again."""

from collections.abc import Mapping

BUSY = (429, 503)  # Too Many Requests, Service Unavailable: RFC 6585, RFC 9110
TRIES = 5
FIRST, LONGEST = 0.25, 30.0  # seconds


def waits(headers: Mapping[str, str], tries: int) -> float:
    """Seconds to wait after so many tries: what the server asks for in `Retry-After`, else twice as long each time.

    >>> [waits({}, tries) for tries in (1, 2, 3)], waits({"Retry-After": "7"}, 1)
    ([0.25, 0.5, 1.0], 7.0)
    """
    asked = headers.get("Retry-After", "")
    seconds = float(asked) if asked.isdecimal() else FIRST * 2 ** (tries - 1)
    return min(seconds, LONGEST)
