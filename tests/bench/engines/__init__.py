"""The engines that are compared: a module each, whose class `Engine` does the same things with another library."""

import shutil
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, Protocol, cast


class Peer(NamedTuple):
    """What the table calls an engine, and the library or program without which it is left out."""

    title: str
    needs: str

    def is_here(self) -> bool:
        """Return whether it can be started on this machine."""
        return bool(find_spec(self.needs) or shutil.which(self.needs))


ENGINES = {
    "ours": Peer("alliancegraph", "graph"),
    "raw": Peer("pyoxigraph, raw", "pyoxigraph"),
    "by_virtuoso": Peer("Virtuoso", "virtuoso-t"),
    "by_maplib": Peer("maplib", "maplib"),
    "by_rdflib": Peer("rdflib", "rdflib"),
}


BUILD = "build"  # the folder in an engine's own that holds its `store`


@dataclass(frozen=True)
class Data:
    """The same triples twice: as N-Quads, and without their graphs as N-Triples for engines that read no quads."""

    nquads: Path
    triples: Path


class Engine(Protocol):
    """A store that is filled and asked in a process of its own, and keeps its files in a folder of its own."""

    def __init__(self, folder: Path) -> None: ...

    def version(self) -> str:
        """Return the library and its version."""

    def load(self, data: Data) -> None:
        """Add triples: an alliance, and later, to peers, what ours derives from it."""

    def ask(self, sparql: str) -> int:
        """Return the number of rows of the answer, all of them read."""

    def peak(self) -> int:
        """Return the most memory that it ever took, in kB."""

    def close(self) -> None:
        """Let go of everything."""


def engine(name: str, folder: Path) -> Engine:
    """Return the engine of that module."""
    return cast(Engine, import_module(f"tests.bench.engines.{name}").Engine(folder))


def peak_of(process: str) -> int:
    """Return the most memory that a process (by its number, or `self`) ever took, in kB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0])
