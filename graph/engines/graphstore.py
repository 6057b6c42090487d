"""Writes whole graphs to a server: by the Graph Store Protocol or, if it has none, by SPARQL 1.1 Update."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Self

from pyoxigraph import NamedNode, QueryTriples, RdfFormat, Triple, parse

from alliancegraph.graph.engines.endpoint import Endpoint
from alliancegraph.graph.engines.transport import Transport, Words
from alliancegraph.graph.errors import AllianceGraphError

if TYPE_CHECKING:
    import httpx

SECONDS = 300.0
AT_ONCE = 5000  # triples in one update: Virtuoso takes no more than some 10,000
LINES = {"Content-Type": "application/n-triples"}
UPDATE = {"Content-Type": "application/sparql-update"}
MISSING = (404, 405, 415, 501)  # what servers answer to PUT where they do not speak the protocol
UNAUTHORIZED, GONE = 401, 404
_ADDRESSES = (
    "Give the address where it takes graphs: Oxigraph's is /store, Virtuoso's /sparql-graph-crud-auth, Fuseki's /data."
)
_WORDS = Words(
    server="a server that holds graphs",
    unreachable="Check the address, and that the server runs; then publish again: what is there stays.",
    slow="Publish again later: what is there stays.",
    answer="that it takes the graph",
    refused=_ADDRESSES,
    refusals={
        401: "Give the name with --user, and the password in ALLIANCEGRAPH_PASSWORD.",
        403: "The name has no right to write there: ask whoever runs it.",
        413: "It takes no request so large: ask whoever runs it to raise its limit.",
        429: "It stays busy: publish again later; what is there stays.",
        503: "It stays busy: publish again later; what is there stays.",
    },
)


class GraphStore:
    """A server that stores graphs, with a name and a password if it needs them; a context manager."""

    def __init__(self, address: str, user: str = "", password: str = "") -> None:
        self.address, self.user, self.password = address, user, password
        self._transport = Transport(address, SECONDS, _WORDS)
        self._write = self._put

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._transport.close()

    def put(self, graph: NamedNode, lines: bytes) -> None:
        """Replace the graph's content by those N-Triples; without any, remove the graph. Raise EndpointError."""
        self._write(graph, lines)

    def get(self, graph: NamedNode) -> list[Triple]:
        """Return the graph's triples; none if there is no such graph, or if the server does not show it."""
        response = self._ask("GET", headers={"Accept": "application/n-triples"}, params={"graph": graph.value})
        if response.is_success and "triples" in response.headers.get("Content-Type", ""):
            return [quad.triple for quad in parse(response.content, format=RdfFormat.N_TRIPLES)]
        return list(self._queried(graph))

    def _queried(self, graph: NamedNode) -> Iterator[Triple]:
        """Yield the graph's triples from a server that takes queries at the same address."""
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
        try:
            found = Endpoint(self.address).query(query)
        except AllianceGraphError:
            return
        assert isinstance(found, QueryTriples)
        yield from found

    def _put(self, graph: NamedNode, lines: bytes) -> None:
        method = "PUT" if lines else "DELETE"
        response = self._ask(method, params={"graph": graph.value}, content=lines, headers=LINES)
        if method == "PUT" and response.status_code in MISSING:
            self._write = self._update
            self._update(graph, lines)
        elif not response.is_success and response.status_code != GONE:
            raise self._transport.refusal(response.status_code, f" {response.reason_phrase}")

    def _update(self, graph: NamedNode, lines: bytes) -> None:
        for update in _updates(graph, lines.decode().splitlines()):
            response = self._ask("POST", content=update.encode(), headers=UPDATE)
            if not response.is_success:
                raise self._transport.refusal(response.status_code, f" {response.reason_phrase}")

    def _ask(self, method: str, **request: Any) -> "httpx.Response":  # noqa: ANN401 (httpx's own keywords)
        response = self._transport.send(method, **request)
        if response.status_code == UNAUTHORIZED and self.user and not self._transport.client.auth:
            self._transport.client.auth = self._credentials(response)
            response = self._transport.send(method, **request)
        return response

    def _credentials(self, response: "httpx.Response") -> "httpx.Auth":
        import httpx

        digest = response.headers.get("WWW-Authenticate", "").casefold().startswith("digest")
        return (httpx.DigestAuth if digest else httpx.BasicAuth)(self.user, self.password)


def _updates(graph: NamedNode, lines: list[str]) -> Iterator[str]:
    """Yield SPARQL updates that replace the graph's content by the lines: a single, atomic one unless it is long."""
    update = f"DROP SILENT GRAPH {graph}"
    for start in range(0, len(lines), AT_ONCE):
        insert = f"INSERT DATA {{ GRAPH {graph} {{ {' '.join(lines[start : start + AT_ONCE])} }} }}"
        yield f"{update} ; {insert}" if update else insert
        update = ""
    if update:
        yield update
