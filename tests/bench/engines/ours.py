"""The project itself: `alliancegraph load`, which derives links and counts too, and the store of the build it makes."""

import resource
from importlib.metadata import version
from pathlib import Path

from alliancegraph.build import load
from alliancegraph.graph.engines.store import Store
from tests.bench.engines import BUILD, Data, peak_of
from tests.bench.engines.raw import rows


class Engine:
    """A build, asked as readers ask it."""

    def __init__(self, folder: Path) -> None:
        self._build = folder / BUILD
        if self._build.exists():
            self._store = Store.open(self._build / "store")

    def version(self) -> str:
        return f"alliancegraph {version('alliancegraph')}"

    def load(self, data: Data) -> None:
        load(data.nquads, self._build, lambda _: None)
        self._store = Store.open(self._build / "store")

    def ask(self, sparql: str) -> int:
        return rows(self._store.query(sparql))

    def peak(self) -> int:
        """Return of this process, and of the largest that it started to derive."""
        return peak_of("self") + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss

    def close(self) -> None:
        del self._store
