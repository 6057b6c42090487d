"""pyoxigraph alone: its own bulk load, its own queries over the union of the graphs."""

from pathlib import Path

import pyoxigraph as ox

from tests.bench.engines import BUILD, Data, peak_of


class Engine:
    """A store on disk, opened for reading as ours is."""

    def __init__(self, folder: Path) -> None:
        self._path = str(folder / BUILD / "store")
        (folder / BUILD).mkdir(exist_ok=True)
        ox.Store(self._path)
        self._store = ox.Store.read_only(self._path)

    def version(self) -> str:
        return f"pyoxigraph {ox.__version__}"

    def load(self, data: Data) -> None:
        store = ox.Store(self._path)
        store.bulk_load(path=str(data.nquads), format=ox.RdfFormat.N_QUADS)
        store.flush()
        self._store = ox.Store.read_only(self._path)

    def ask(self, sparql: str) -> int:
        return rows(self._store.query(sparql, use_default_graph_as_union=True))

    def peak(self) -> int:
        return peak_of("self")

    def close(self) -> None:
        del self._store


def rows(results: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean) -> int:
    """Return how many rows or triples there are, each read."""
    return 1 if isinstance(results, ox.QueryBoolean) else sum(1 for row in results if tuple(row))
