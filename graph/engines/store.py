"""The embedded store, Oxigraph, in memory or on disk. Queries see the union of the named graphs."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pyoxigraph as ox

from alliancegraph.graph.engines.queryable import Queryable, Results
from alliancegraph.graph.errors import Problem, StoreError
from alliancegraph.graph.files.locks import Hold
from alliancegraph.graph.files.nearby import no_build
from alliancegraph.graph.sparql.depth import refuse_deep
from alliancegraph.graph.sparql.guard import refuse_outside
from alliancegraph.graph.sparql.starred import spelt_out

__all__ = ["Object", "Results", "Store", "Subject"]

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
Object = Subject | ox.Literal


class Store(Queryable):
    """A graph that can be asked and, where it was opened for that, changed."""

    def __init__(self, engine: ox.Store, hold: Hold | None = None) -> None:
        self._engine = engine
        self._hold = hold

    @classmethod
    def memory(cls) -> "Store":
        """An empty store that is gone with the process."""
        return cls(ox.Store())

    @classmethod
    def create(cls, path: Path) -> "Store":
        """An empty store in a new folder."""
        return cls(ox.Store(str(path)))

    @classmethod
    def open(cls, path: Path) -> "Store":
        """The store in that folder, as it stands now, for reading; raises StoreError if there is none.

        A link on the way is followed once, and what it showed then stays while the store is read.
        """
        with _readable(path):
            real, hold = _held(path)
            return cls(ox.Store.read_only(str(real)), hold)

    @classmethod
    def changed_copy(cls, source: Path, target: Path) -> "Store":
        """A copy of a store, to be changed; what the two have in common stays on disk once, where links are allowed.

        The engine never changes a finished file (`.sst`) of its own; raises StoreError if there is no store.
        """
        cls.open(source)
        target.mkdir()
        for file in source.resolve().iterdir():
            (_link if file.suffix == ".sst" else _copy)(file, target / file.name)
        with _readable(target):
            return cls(ox.Store(str(target)))

    def in_memory(self) -> "Store":
        """A copy that is gone with the process; much asked, it answers in half the time."""
        copy = Store.memory()
        copy.load(self.quads())
        return copy

    @property
    def engine(self) -> ox.Store:
        """The engine itself, for libraries that know it."""
        return self._engine

    def __len__(self) -> int:
        return len(self._engine)

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """Adds many quads at once."""
        self._engine.bulk_extend(quads)

    def load_file(self, path: Path) -> None:
        """Adds the quads of an N-Quads file; raises SyntaxError, with the line, where it is none."""
        self._engine.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)

    def load_lines(self, lines: bytes) -> None:
        """Adds quads given as N-Quads that are known to be well-formed; they are not looked at again."""
        self._engine.bulk_load(lines, format=ox.RdfFormat.N_QUADS, lenient=True)

    def add(self, quads: Iterable[ox.Quad]) -> int:
        """Adds a few quads, all or none; returns how many are new."""
        new = {quad for quad in quads if quad not in self._engine}
        self._engine.extend(new)
        return len(new)

    def remove(self, quads: Iterable[ox.Quad]) -> int:
        """Removes quads; returns how many there were."""
        old = {quad for quad in quads if quad in self._engine}
        for quad in old:
            self._engine.remove(quad)
        return len(old)

    def graphs(self) -> list[ox.NamedNode]:
        """The names of the graphs that hold something."""
        return [name for name in self._engine.named_graphs() if isinstance(name, ox.NamedNode)]

    def clear(self, graph: ox.NamedNode) -> None:
        """Removes all quads of a graph."""
        self._engine.remove_graph(graph)

    def compact(self) -> None:
        """Joins the engine's files. A store that is only read is never joined otherwise, and is slower to ask."""
        self._engine.optimize()

    def flush(self) -> None:
        """Writes everything to disk."""
        self._engine.flush()

    def __contains__(self, quad: ox.Quad) -> bool:
        return quad in self._engine

    def dump(self, path: Path) -> None:
        """Writes all quads to a file, as N-Quads."""
        self._engine.dump(str(path), ox.RdfFormat.N_QUADS)

    def lines(self, graph: ox.NamedNode) -> bytes:
        """A graph's triples as N-Triples, sorted."""
        return b"".join(sorted(self._ntriples_of(graph).splitlines(keepends=True)))

    def ntriples(self) -> set[bytes]:
        """The distinct triples as lines of N-Triples; graphs are read in parallel, because reading takes longest."""
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor() as readers:
            texts = readers.map(self._ntriples_of, self.graphs())
            return {line for text in texts for line in text.splitlines(keepends=True)}

    def _ntriples_of(self, graph: ox.NamedNode) -> bytes:
        text = self._engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph)
        assert text is not None
        return text

    def quads(self) -> Iterator[ox.Quad]:
        """All quads."""
        return iter(self._engine)

    def match(
        self,
        subject: Subject | None = None,
        predicate: str | None = None,
        object: Object | None = None,
        graph: ox.NamedNode | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads with those parts."""
        wanted = ox.NamedNode(predicate) if predicate else None
        return self._engine.quads_for_pattern(subject, wanted, object, graph)

    def triples(self) -> set[ox.Triple]:
        """The distinct triples of all graphs."""
        return {quad.triple for quad in self._engine}

    def value(self, subject: ox.NamedNode, predicate: str) -> ox.NamedNode | ox.Literal | None:
        """One object of that subject and predicate, the least where there are several; None where there is none."""
        return min((quad.object for quad in self.match(subject, predicate)), key=str, default=None)  # type: ignore[return-value]

    def query(self, sparql: str, prefixes: Mapping[str, str] | None = None) -> Results:
        """The engine's answer over the union of the graphs; `prefixes` are known to the query beside its own.

        Raises SparqlError if it is no query, or leaves the store.
        """
        refuse_outside(sparql)
        refuse_deep(sparql)
        try:
            return self._answered(sparql, dict(prefixes or {}))
        except SyntaxError as error:
            from alliancegraph.graph.sparql.slips import refusal

            raise refusal(sparql, str(error), prefixes or {}) from None

    def _answered(self, sparql: str, prefixes: dict[str, str]) -> Results:
        """The engine works only as rows are fetched, so that asking it twice costs little."""
        results = self._engine.query(sparql, prefixes=prefixes, use_default_graph_as_union=True)
        if not isinstance(results, ox.QuerySolutions) or "*" not in sparql:
            return results
        spelt = spelt_out(sparql, (variable.value for variable in results.variables))
        return self._engine.query(spelt, prefixes=prefixes, use_default_graph_as_union=True)


def _held(path: Path) -> tuple[Path, Hold]:
    """The folder that the path names now, and a hold on it; looks again if it is removed meanwhile."""
    while True:
        real = path.resolve(strict=True)
        with suppress(FileNotFoundError):
            return real, Hold(real)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:
        if not path.exists():
            raise StoreError(no_build(path.parent)) from None
        found = f"a store that cannot be read ({error})"
        remedy = "Run `alliancegraph build` again."
        raise StoreError(Problem(found, "a built graph", remedy, path)) from None


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        _copy(source, target)


def _copy(source: Path, target: Path) -> None:
    from shutil import copyfile

    copyfile(source, target)
