"""maplib: columns in memory. It reads no N-Quads, so it gets the triples without their graphs."""

from importlib.metadata import version
from pathlib import Path

import maplib
from polars import DataFrame

from tests.bench.engines import Data, peak_of


class Engine:
    """A model in memory."""

    def __init__(self, _: Path) -> None:
        self._model = maplib.Model()

    def version(self) -> str:
        return f"maplib {version('maplib')}"

    def load(self, data: Data) -> None:
        self._model.read(str(data.triples), format="ntriples", parallel=True, checked=False)

    def ask(self, sparql: str) -> int:
        """Return the rows stay columns: none is turned into Python objects."""
        answer = self._model.query(sparql)
        frames = answer if isinstance(answer, list) else [answer]
        return sum(len(frame) for frame in frames if isinstance(frame, DataFrame))

    def peak(self) -> int:
        return peak_of("self")

    def close(self) -> None:
        del self._model
