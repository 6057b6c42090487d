"""The project itself: its load, which derives links and counts too, and its store."""

from importlib.metadata import version
from pathlib import Path

from graph.bulk import load_nquads
from graph.store import Store
from tests.bench.engines import Data, peak_of
from tests.bench.engines.raw import rows


class Engine:
    """A store on disk, where a build would have it."""

    def __init__(self, folder: Path) -> None:
        self._store = Store.create(folder / "store")

    def version(self) -> str:
        return f"alliancegraph {version('alliancegraph')}"

    def load(self, data: Data) -> None:
        load_nquads(self._store, data.nquads)
        self._store.flush()

    def ask(self, sparql: str) -> int:
        return rows(self._store.query(sparql))

    def peak(self) -> int:
        return peak_of("self")

    def close(self) -> None:
        del self._store
