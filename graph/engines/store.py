"""The embedded store, Oxigraph, in memory or on disk. Queries see the union of the named graphs."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """A graph that can be queried and, if it was opened for that, changed."""

    def __init__(self, engine: ox.Store, hold: Hold | None = None) -> None:
        self._engine = engine
        self._hold = hold

    @classmethod
    def memory(cls) -> "Store":
        """Return an empty store in memory."""
        return cls(ox.Store())

    @classmethod
    def create(cls, path: Path) -> "Store":
        """Return an empty store in a new folder."""
        return cls(ox.Store(str(path)))

    @classmethod
    def open(cls, path: Path) -> "Store":
        """Return the store in that folder, for reading; raise StoreError if there is none.

        Symbolic links are resolved once, so that the folder that is read stays the same.
        """
        with _readable(path):
            real, hold = _held(path)
            return cls(ox.Store.read_only(str(real)), hold)

    @classmethod
    def changed_copy(cls, source: Path, target: Path) -> "Store":
        """Return a copy of a store, to be changed; unchanged files are shared with hard links if possible.

        The engine never changes a finished file (`.sst`). Raise StoreError if there is no store.
        """
        cls.open(source)
        target.mkdir()
        for file in source.resolve().iterdir():
            (_link if file.suffix == ".sst" else _copy)(file, target / file.name)
        with _readable(target):
            return cls(ox.Store(str(target)))

    def in_memory(self) -> "Store":
        """Return a copy in memory, which answers in half the time."""
        copy = Store.memory()
        copy.load(self.quads())
        return copy

    @property
    def engine(self) -> ox.Store:
        """The Oxigraph store itself, for libraries that use it directly."""
        return self._engine

    def __len__(self) -> int:
        return len(self._engine)

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """Add many quads at once."""
        self._engine.bulk_extend(quads)

    def load_file(self, path: Path) -> None:
        """Add the quads of an N-Quads file; raise SyntaxError, with the line, if it is malformed."""
        self._engine.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)

    def load_lines(self, lines: bytes) -> None:
        """Add quads given as N-Quads that are known to be well-formed, without checking them."""
        self._engine.bulk_load(lines, format=ox.RdfFormat.N_QUADS, lenient=True)

    def add(self, quads: Iterable[ox.Quad]) -> int:
        """Add a few quads in one transaction; return how many are new."""
        new = {quad for quad in quads if quad not in self._engine}
        self._engine.extend(new)
        return len(new)

    def remove(self, quads: Iterable[ox.Quad]) -> int:
        """Remove quads; return how many of them were in the store."""
        old = {quad for quad in quads if quad in self._engine}
        for quad in old:
            self._engine.remove(quad)
        return len(old)

    def graphs(self) -> list[ox.NamedNode]:
        """Return the IRIs of the graphs that are not empty."""
        return [name for name in self._engine.named_graphs() if isinstance(name, ox.NamedNode)]

    def clear(self, graph: ox.NamedNode) -> None:
        """Remove all quads of a graph."""
        self._engine.remove_graph(graph)

    def compact(self) -> None:
        """Merge the engine's files, so that queries are faster; the engine never does so on its own while reading."""
        self._engine.optimize()

    def flush(self) -> None:
        """Write everything to disk."""
        self._engine.flush()

    def __contains__(self, quad: ox.Quad) -> bool:
        return quad in self._engine

    def dump(self, path: Path) -> None:
        """Write all quads to a file, as N-Quads."""
        self._engine.dump(str(path), ox.RdfFormat.N_QUADS)

    def nquads(self) -> bytes:
        """Return all quads, as N-Quads."""
        return self._engine.dump(format=ox.RdfFormat.N_QUADS) or b""

    def lines(self, graph: ox.NamedNode) -> bytes:
        """Return a graph's triples as N-Triples, sorted."""
        return b"".join(sorted(self._ntriples_of(graph).splitlines(keepends=True)))

    def ntriples(self) -> set[bytes]:
        """Return the distinct triples as lines of N-Triples; graphs are read in parallel to save time."""
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor() as readers:
            texts = readers.map(self._ntriples_of, self.graphs())
            return {line for text in texts for line in text.splitlines(keepends=True)}

    def _ntriples_of(self, graph: ox.NamedNode) -> bytes:
        text = self._engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph)
        assert text is not None
        return text

    def quads(self) -> Iterator[ox.Quad]:
        """Return all quads."""
        return iter(self._engine)

    def match(
        self,
        subject: Subject | None = None,
        predicate: str | None = None,
        object: Object | None = None,
        graph: ox.NamedNode | None = None,
    ) -> Iterator[ox.Quad]:
        """Return the quads with those parts; None matches any."""
        wanted = ox.NamedNode(predicate) if predicate else None
        return self._engine.quads_for_pattern(subject, wanted, object, graph)

    def triples(self) -> set[ox.Triple]:
        """Return the distinct triples of all graphs."""
        return {quad.triple for quad in self._engine}

    def value(self, subject: ox.NamedNode, predicate: str) -> ox.NamedNode | ox.Literal | None:
        """Return the least object of that subject and predicate; None if there is none."""
        return min((quad.object for quad in self.match(subject, predicate)), key=str, default=None)  # type: ignore[return-value]

    def query(self, sparql: str, prefixes: Mapping[str, str] | None = None) -> Results:
        """Return the engine's answer over the union of the graphs; `prefixes` need not be declared in the query.

        Raise SparqlError if the query is malformed, or leaves the store.
        """
        refuse_outside(sparql)
        refuse_deep(sparql)
        try:
            return self._answered(sparql, dict(prefixes or {}))
        except SyntaxError as error:
            from alliancegraph.graph.sparql.slips import refusal

            raise refusal(sparql, str(error), prefixes or {}) from None

    def _answered(self, sparql: str, prefixes: dict[str, str]) -> Results:
        """Return the answer; for `SELECT *` the query is run again with its columns in order (rows are lazy)."""
        results = self._asked(sparql, prefixes)
        if not isinstance(results, ox.QuerySolutions) or "*" not in sparql:
            return results
        return self._asked(spelt_out(sparql, (variable.value for variable in results.variables)), prefixes)

    def _asked(self, sparql: str, prefixes: dict[str, str]) -> Results:
        return self._engine.query(sparql, prefixes=prefixes, use_default_graph_as_union=True)

    def part(self, own: ox.NamedNode, *others: ox.NamedNode) -> "Store":
        """Return this store as far as those named graphs go; itself, if it has no graph `own`."""
        return _Part(self._engine, self._hold, (own, *others)) if any(self.match(graph=own)) else self


class _Part(Store):
    """A store of which queries see only some named graphs."""

    def __init__(self, engine: ox.Store, hold: Hold | None, graphs: Sequence[ox.NamedNode]) -> None:
        super().__init__(engine, hold)
        self._graphs: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = list(graphs)

    def _asked(self, sparql: str, prefixes: dict[str, str]) -> Results:
        return self._engine.query(sparql, prefixes=prefixes, default_graph=self._graphs)


def _held(path: Path) -> tuple[Path, Hold]:
    """Return the folder that the path resolves to, with a hold on it; try again if it is removed meanwhile."""
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
