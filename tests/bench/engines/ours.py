"""The project itself: its load, which derives links and counts too, and its store."""

from importlib.metadata import version
from pathlib import Path

import pyoxigraph as ox

from graph.derive import derived_quads
from graph.store import Store
from tests.bench.engines import Data, peak_of
from tests.bench.engines.raw import rows


class Engine:
    """A store on disk, where a build would have it."""

    def __init__(self, folder: Path) -> None:
        self._store = Store(ox.Store(str(folder / "store")))

    def version(self) -> str:
        return f"alliancegraph {version('alliancegraph')}"

    def load(self, data: Data) -> None:
        self._store._engine.bulk_load(path=str(data.nquads), format=ox.RdfFormat.N_QUADS)  # noqa: SLF001
        self._store.load(derived_quads(self._store))
        self._store.flush()

    def ask(self, sparql: str) -> int:
        return rows(self._store.query(sparql))

    def peak(self) -> int:
        return peak_of("self")

    def close(self) -> None:
        del self._store
