"""Reads N-Quads that others wrote: quads with their graph, errors with their line."""

import gzip
import shutil
import zlib
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

import pyoxigraph as ox

from alliancegraph.graph.errors import InputError, Problem

GZIP = b"\x1f\x8b"
LONGEST = 16 << 20  # bytes of a line: the engine's parser takes no more
_REFUSED: dict[type, tuple[str, str]] = {
    ox.DefaultGraph: ("a triple without a graph", "Name its report's graph: a build keeps each report apart."),
    ox.BlankNode: ("a blank node", "Give it an IRI: it would be another thing each time that it is loaded."),
    ox.Triple: ("a triple in a triple", "Say it with an rdf:Statement: few tools read more than RDF 1.1."),
    ox.Literal: ("a text with a direction", "Leave the direction out: few tools read more than RDF 1.1."),
}
_LINE = "a subject, a predicate, an object, a graph and a full stop"


class NQuads(NamedTuple):
    """An N-Quads file: the name that the user gave, and the path from which it can be read repeatedly."""

    name: Path
    place: Path

    @classmethod
    def of(cls, name: Path, folder: Path) -> "NQuads":
        """Return the file, or a copy in the folder if it is a pipe, gzip, or begins with a byte-order mark.

        Raise InputError if it cannot be decompressed.
        """
        place = name.resolve()
        if not name.is_file():
            with name.open("rb") as pipe:
                place = _copied(pipe, folder / "piped.nq")
        if _start(place).startswith(GZIP):
            with _unpacking(name), gzip.open(place) as packed:
                place = _copied(packed, folder / "unpacked.nq")
        if _start(place) == BOM_UTF8:
            with place.open("rb") as marked:
                marked.seek(len(BOM_UTF8))
                place = _copied(marked, folder / "unmarked.nq")
        return cls(name, place)

    def quads(self) -> Iterator[ox.Quad]:
        """Yield the quads in the order of the lines, checked only for what a build cannot hold.

        IRIs and tags are checked by the engine as it loads the file. Raise InputError, with the line, for what a build
        cannot hold.
        """
        with self.slips():
            for quad in ox.parse(path=self.place, format=ox.RdfFormat.N_QUADS, lenient=True):
                if not _is_plain(quad):
                    raise InputError(self._refusal(quad))
                yield quad

    @contextmanager
    def slips(self) -> Iterator[None]:
        """Turn the errors of the engine's parser into InputError, with the line."""
        try:
            yield
        except SyntaxError as error:
            found = f"not N-Quads ({error.msg})"
            raise InputError(Problem(found, _LINE, "Mend it.", self.name, error.lineno)) from None
        except MemoryError:
            found, remedy = f"a line of more than {LONGEST >> 20} MiB", "Leave the text out, or divide it."
            line = self._first(lambda text: len(text) > LONGEST)
            raise InputError(Problem(found, "lines that a parser can hold", remedy, self.name, line)) from None

    def line_of(self, part: ox.Quad | ox.Literal) -> int | None:
        """Return the number of the first line that has the quad or the literal; None if there is none."""
        return self._first(lambda text: any(part in (quad, quad.object) for quad in _parsed(text)))

    def _first(self, has: Callable[[bytes], bool]) -> int | None:
        with self.place.open("rb") as lines:
            return next((number for number, text in enumerate(lines, 1) if has(text)), None)

    def _refusal(self, quad: ox.Quad) -> Problem:
        found, remedy = next(words for kind, words in _REFUSED.items() if any(isinstance(part, kind) for part in quad))
        return Problem(found, "IRIs and texts, and an IRI for the graph", remedy, self.name, self.line_of(quad))


def _parsed(line: bytes) -> Iterator[ox.Quad]:
    return ox.parse(line, format=ox.RdfFormat.N_QUADS, lenient=True)


def _is_plain(quad: ox.Quad) -> bool:
    """Return whether the quad has a named graph and nothing that a build refuses."""
    subject, _, value, graph = quad
    named = isinstance(subject, ox.NamedNode) and isinstance(graph, ox.NamedNode)
    if isinstance(value, ox.Literal):
        return named and value.direction is None
    return named and isinstance(value, ox.NamedNode)


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(BOM_UTF8))


def _copied(source: IO[bytes] | gzip.GzipFile, target: Path) -> Path:
    with target.open("wb") as out:
        shutil.copyfileobj(source, out)
    return target


@contextmanager
def _unpacking(name: Path) -> Iterator[None]:
    try:
        yield
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError(
            Problem(f"gzip that cannot be unpacked ({error})", "a whole file", "Fetch it again.", name)
        ) from None
