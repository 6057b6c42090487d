"""A real `alliancegraph serve` for the tests, on a port of its own."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

FORM = "application/x-www-form-urlencoded"
CROSS_JOIN = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@dataclass(frozen=True)
class Heard:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def media_type(self) -> str:
        return self.headers["content-type"].partition(";")[0]


@dataclass(frozen=True)
class Server:
    """A running server."""

    address: str
    process: "subprocess.Popen[str]"
    patience: float = 60

    def send(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Heard:
        """Return a request as it stands."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(HTTPConnection(urlsplit(self.address).netloc, timeout=self.patience)) as connection:
            connection.request(method, path, body, named)
            response = connection.getresponse()
            fields = {name.lower(): value for name, value in response.getheaders()}
            return Heard(response.status, fields, response.read())

    def get(self, sparql: str, accept: str = "*/*") -> Heard:
        """Return a query by GET."""
        return self.send("GET", f"/sparql?{urlencode({'query': sparql})}", Accept=accept)

    def post(self, sparql: str, accept: str = "*/*") -> Heard:
        """Return a query by POST, as a form."""
        return self.send("POST", "/sparql", urlencode({"query": sparql}).encode(), Accept=accept, Content_Type=FORM)


@contextmanager
def served(build: Path, *options: object) -> Iterator[Server]:
    """Return a server for that build, stopped when the block ends; it must have had nothing to complain of."""
    command = [sys.executable, "-m", "alliancegraph", "serve", "--port", "0", "--build", build, *options]
    with subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        try:
            yield Server(process.stdout.readline().partition("/ ")[0], process)
        finally:
            process.terminate()
            complaints = process.stderr.read()
        assert complaints == "", complaints
