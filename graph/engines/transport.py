"""HTTP to remote graph servers: time limits, retries when a server is busy, and what refusals mean."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from alliancegraph.graph.errors import EndpointError, Problem

if TYPE_CHECKING:
    import httpx

BUSY = (429, 503)  # Too Many Requests, Service Unavailable: RFC 6585, RFC 9110
TRIES = 5
FIRST, LONGEST = 0.25, 30.0  # seconds


@dataclass(frozen=True)
class Words:
    """The texts of errors: what the server and its answer should be, and what to do if it is down, slow or refuses."""

    server: str
    unreachable: str
    slow: str
    answer: str
    refused: str
    refusals: Mapping[int, str] = field(default_factory=dict)


class Transport:
    """HTTP requests to one address; `seconds` limit each read, and a busy server is asked again."""

    def __init__(self, address: str, seconds: float, words: Words) -> None:
        self.address, self.seconds, self._words = address, seconds, words
        self.client = client(seconds)

    def close(self) -> None:
        """Close the connections."""
        self.client.close()

    def send(self, method: str, **request: Any) -> "httpx.Response":  # noqa: ANN401 (httpx's own keywords)
        """Return the whole response, whatever its status; raise EndpointError if there is none, or only a part."""
        for tries in range(1, TRIES + 1):
            response = self._sent(method, request)
            if response.status_code not in BUSY:
                break
            if tries < TRIES:
                time.sleep(waits(response.headers, tries))
        return response

    def refusal(self, status: int, reason: str) -> EndpointError:
        """Return the error for a response of that status, with the server's own words."""
        remedy = self._words.refusals.get(status, self._words.refused)
        return self.error(f"answers {status}{reason}", self._words.answer, remedy)

    def error(self, found: str, expected: str, remedy: str) -> EndpointError:
        """Return an error that names the server."""
        return EndpointError(Problem(f"{self.address} {found}", expected, remedy))

    def part(self, found: str) -> EndpointError:
        """Return the error for an incomplete answer."""
        remedy = "Narrow the question, or ask for pieces with ORDER BY and LIMIT."
        return self.error(found, "the whole answer", remedy)

    def _sent(self, method: str, request: dict[str, Any]) -> "httpx.Response":
        import httpx

        try:
            with self.client.stream(method, self.address, **request) as response:
                self._read(response)
                return response
        except httpx.TimeoutException:
            found = f"no answer within {self.seconds:g} seconds"
            raise self.error(found, "one in time", self._words.slow) from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            found = f"cannot be reached ({error})"
            raise self.error(found, self._words.server, self._words.unreachable) from None

    def _read(self, response: "httpx.Response") -> None:
        import httpx

        try:
            response.read()
        except httpx.RemoteProtocolError:
            raise self.part(f"breaks off after {response.num_bytes_downloaded} bytes") from None


def client(seconds: float) -> "httpx.Client":
    """Return a new HTTP client that keeps no connections; tests replace this function."""
    import httpx

    return httpx.Client(timeout=seconds, follow_redirects=True, limits=httpx.Limits(max_keepalive_connections=0))


def waits(headers: Mapping[str, str], tries: int) -> float:
    """Return the seconds to wait after that many tries: `Retry-After`, else twice as long each time.

    >>> [waits({}, tries) for tries in (1, 2, 3)], waits({"Retry-After": "7"}, 1)
    ([0.25, 0.5, 1.0], 7.0)
    """
    asked = headers.get("Retry-After", "")
    seconds = float(asked) if asked.isdecimal() else FIRST * 2 ** (tries - 1)
    return min(seconds, LONGEST)
