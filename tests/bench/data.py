"""The files that engines load: an alliance, and what ours derives from it."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from tests.bench.alliance import Alliance, write
from tests.bench.engines import Data
from tests.bench.ledger import SHARED


def alliance_data(alliance: Alliance, folder: Path) -> Data:
    """Return what an alliance states."""
    data = Data(folder / "alliance.nq", folder / "alliance.nt")
    write(alliance, data.nquads)
    with data.nquads.open(encoding="utf-8") as quads, data.triples.open("w", encoding="utf-8") as triples:
        triples.writelines(f"{quad[: quad.rindex(' <')]} .\n" for quad in quads)
    return data


def derived_data(ours: Path, raw: Path, folder: Path) -> Data:
    """Return what ours has derived: what its store holds more than one of the same alliance that derives nothing."""
    data = Data(folder / "derived.nq", folder / "derived.nt")
    with data.nquads.open("w", encoding="utf-8") as quads, data.triples.open("w", encoding="utf-8") as triples:
        for quad in _added(ox.Store.read_only(str(ours)), ox.Store.read_only(str(raw))):
            quads.write(f"{quad} .\n")
            triples.write(f"{quad.triple} .\n")
    return data


def _added(ours: ox.Store, raw: ox.Store) -> Iterator[ox.Quad]:
    for graph in SHARED:
        yield from (quad for quad in ours.quads_for_pattern(None, None, None, graph) if quad not in raw)
