"""Virtuoso 7, a server of its own, asked over HTTP as every client asks it."""

import re
import subprocess
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

from tests.bench.engines import Data, peak_of
from tests.bench.engines.raw import rows
from tests.engines import empty_virtuoso
from tests.programs import program

LIMIT = 10  # seconds for a question
BUFFERS = 170_000  # of 8 kB: what its makers advise for 2 GB of memory


class Engine:
    """A server that lives as long as this object."""

    def __init__(self, folder: Path) -> None:
        self._open, self._folder = ExitStack(), folder
        self._address, self._sql = self._open.enter_context(empty_virtuoso(folder.parent, folder, BUFFERS))

    def version(self) -> str:
        told = subprocess.run([program("virtuoso-t"), "-?"], capture_output=True, text=True, check=False)
        return "Virtuoso " + (told.stdout + told.stderr).partition("Version ")[2].split()[0]

    def load(self, data: Data) -> None:
        folder, name = data.nquads.parent, data.nquads.name
        self._sql(f"ld_dir ('{folder}', '{name}', 'urn:any'); rdf_loader_run (); checkpoint;")

    def ask(self, sparql: str) -> int:
        """Return the number of rows or triples; raise TimeoutError with the limit."""
        answer = self._answer(sparql)
        if answer.lstrip().startswith(b"{"):
            return rows(parse_query_results(answer, format=QueryResultsFormat.JSON))
        return sum(1 for _ in parse(answer, format=RdfFormat.N_TRIPLES))

    def peak(self) -> int:
        lock = (self._folder / "virtuoso.lck").read_text(encoding="utf-8")
        return peak_of(lock.partition("VIRT_PID=")[2].split()[0])

    def close(self) -> None:
        self._open.close()

    def _answer(self, sparql: str) -> bytes:
        accept = "text/plain" if re.search(r"^CONSTRUCT\b", sparql, re.MULTILINE) else "application/sparql-results+json"
        request = Request(self._address, urlencode({"query": sparql}).encode(), {"Accept": accept})
        try:
            with urlopen(request, timeout=LIMIT) as answer:
                return bytes(answer.read())
        except TimeoutError:
            raise TimeoutError(LIMIT) from None
