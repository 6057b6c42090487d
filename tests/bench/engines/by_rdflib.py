"""rdflib's own engine, in memory."""

import signal
from importlib.metadata import version
from pathlib import Path
from types import FrameType

from rdflib import Graph

from tests.bench.engines import Data, peak_of

LIMIT = 3  # seconds for a question


class Engine:
    """A graph in memory: quads would cost rdflib more."""

    def __init__(self, _: Path) -> None:
        self._graph = Graph()
        signal.signal(signal.SIGALRM, _give_up)

    def version(self) -> str:
        return f"rdflib {version('rdflib')}"

    def load(self, data: Data) -> None:
        self._graph.parse(data.triples, format="nt")

    def ask(self, sparql: str) -> int:
        signal.alarm(LIMIT)
        try:
            return sum(1 for _ in self._graph.query(sparql))
        finally:
            signal.alarm(0)

    def peak(self) -> int:
        return peak_of("self")

    def close(self) -> None:
        del self._graph


def _give_up(_: int, __: FrameType | None) -> None:
    raise TimeoutError(LIMIT)
