"""Real SPARQL engines for the tests: Oxigraph's server and Virtuoso, each on a port and in a folder of its own."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pyoxigraph as ox
import rdflib

from alliancegraph.graph.engines.queryable import Queryable, Results
from alliancegraph.graph.engines.store import Store
from tests.programs import program

VIRTUOSO_INI = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = {sql_port}
DisableUnixSocket = 1
DirsAllowed = {folder}, {data}
NumberOfBuffers = {buffers}
[HTTPServer]
ServerPort = {port}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 1000000
"""


@contextmanager
def oxigraph(turtle: Path, folder: Path) -> Iterator[str]:
    """Return the address of an Oxigraph server that holds the Turtle file."""
    command = Path(sys.executable).with_name("oxigraph")
    port = _free_port()
    subprocess.run([command, "load", "--location", folder, "--file", turtle], check=True, capture_output=True)
    server = [command, "serve-read-only", "--location", folder, "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with _running([str(part) for part in server], f"http://127.0.0.1:{port}/query") as address:
        yield address


@contextmanager
def empty_oxigraph(folder: Path) -> Iterator[str]:
    """Yield the address of an empty Oxigraph server (/store for graphs, /update and /query)."""
    command = Path(sys.executable).with_name("oxigraph")
    port = _free_port()
    server = [command, "serve", "--location", folder, "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with _running([str(part) for part in server], f"http://127.0.0.1:{port}/query") as address:
        yield address.removesuffix("/query")


class RdflibEngine(Queryable):
    """rdflib's own engine over the triples of a store."""

    def __init__(self, store: Store) -> None:
        data = ox.serialize(store.triples(), format=ox.RdfFormat.N_TRIPLES)
        self._graph = rdflib.Graph().parse(data=data, format="nt")

    def query(self, sparql: str, prefixes: Mapping[str, str] | None = None) -> Results:
        """Return the answer, through SPARQL JSON or Turtle."""
        result = self._graph.query(sparql, initNs=dict(prefixes or {}))
        if result.type == "CONSTRUCT":
            store = ox.Store()
            store.load(result.serialize(format="turtle"), format=ox.RdfFormat.TURTLE)
            return store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        return ox.parse_query_results(result.serialize(format="json"), format=ox.QueryResultsFormat.JSON)


@contextmanager
def virtuoso(turtle: Path, folder: Path) -> Iterator[str]:
    """Return the address of a Virtuoso server that holds the Turtle file."""
    data = turtle.resolve()
    with empty_virtuoso(data.parent, folder) as (address, sql):
        sql(f"DB.DBA.TTLP (file_to_string_output ('{data}'), '', 'urn:test', 0); checkpoint;")
        yield address


@contextmanager
def empty_virtuoso(data: Path, folder: Path, buffers: int = 20_000) -> Iterator[tuple[str, Callable[[str], None]]]:
    """Return the address of an empty Virtuoso server that may read the files in `data`, and what runs SQL on it."""
    command, isql = program("virtuoso-t"), program("isql-vt")
    port, sql_port = _free_port(), _free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(VIRTUOSO_INI.format(folder=folder, data=data, port=port, sql_port=sql_port, buffers=buffers))

    def sql(statements: str) -> None:
        run = [isql, f"127.0.0.1:{sql_port}", "dba", "dba", f"EXEC={statements}"]
        done = subprocess.run(run, check=True, capture_output=True, text=True)
        assert "Error" not in done.stdout, done.stdout

    with _running([command, "+foreground", "+configfile", str(ini)], f"http://127.0.0.1:{port}/sparql") as address:
        yield address, sql


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _running(command: list[str], address: str) -> Iterator[str]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(30)


def _wait(address: str, server: "subprocess.Popen[bytes]") -> None:
    ask = Request(f"{address}?query=ASK%20%7B%7D")
    for _ in range(600):
        try:
            urlopen(ask, timeout=5).close()
            return
        except (URLError, ConnectionError, TimeoutError):
            assert server.poll() is None, "the server stopped"
            time.sleep(0.1)
    raise TimeoutError(address)
