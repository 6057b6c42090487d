"""Whole alliances from N-Quads: the engine reads the file while a second process derives, report by report.

The engine takes the links while it still reads the file.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from pyoxigraph import NamedNode, Quad

from graph.checks import refuse_without_readings
from graph.derive import Tally, derive_lines, rule_quads
from graph.errors import InputError, Problem
from graph.iris import AUTHORITY, DERIVED, FACTS
from graph.store import Store
from graph.tallies import forget_counts, tally_quads
from graph.updates import Update
from ontology.names import LABELS
from ontology.terms import AG, PROV, RDF

_SHARED = {str(graph).encode() for graph in (AUTHORITY, FACTS, DERIVED)}
LINKS, COUNTS = "links.nq", "counts.nq"
Runs = list[tuple[int, int]]


def load_nquads(store: Store, path: Path) -> None:
    """Loads a file of reports' graphs into an empty store, with all that the rules derive from them.

    It starts a process, so a script that calls it needs a `__main__` guard. Raises InputError, with the line, where the
    file is no N-Quads, and where its reports give no accounts or reading states, which most questions need.
    """
    with (
        TemporaryDirectory() as name,
        ThreadPoolExecutor(1) as first,
        ProcessPoolExecutor(1, get_context("spawn")) as second,
    ):
        folder = Path(name)
        reading = first.submit(store.load_file, path)
        deriving = second.submit(write_derived, path, folder)
        if deriving.exception():
            reading.result()  # says which line is wrong, if one is
        predicates = deriving.result()
        store.load_file(folder / LINKS)
        reading.result()
        forget_counts(store)
        store.load_file(folder / COUNTS)
    _leave_stated_links(store, predicates)
    name_things(store)
    _refuse_without_accounts(store, path)
    refuse_without_readings(store, path)


def _leave_stated_links(store: Store, predicates: set[str]) -> None:
    """Removes links that are derived and stated from the derived ones: a triple stands once."""
    for stated in (quad for name in predicates for quad in store.match(predicate=name, graph=FACTS)):
        store.remove([Quad(stated.subject, stated.predicate, stated.object, DERIVED)])


def name_things(store: Store) -> None:
    """Chooses a name for whatever has a label and no name: other programs write none."""
    labelled = {quad.subject for label in LABELS for quad in store.match(predicate=label)}
    named = {quad.subject for quad in store.match(predicate=AG.displayName)}
    Update(store).name(labelled - named)


def _refuse_without_accounts(store: Store, path: Path) -> None:
    claimed, told = (any(store.match(None, RDF.type, NamedNode(cls))) for cls in (AG.Contribution, AG.Account))
    if claimed and not told:
        remedy = "Build the reports anew, and export them again."
        raise InputError(
            Problem("contributions, and no accounts", "an account for each goal of a report", remedy, path)
        )


def write_derived(path: Path, folder: Path) -> set[str]:
    """Writes what the rules derive from the reports in an N-Quads file: links and counts, each as N-Quads.

    Returns the links' properties.
    """
    counts: Counter[Tally] = Counter()
    written: set[Quad] = set()
    predicates: set[str] = set()
    with path.open("rb") as source, (folder / LINKS).open("w", encoding="utf-8") as out:
        out.writelines(f"{quad} .\n" for quad in rule_quads())
        for runs in report_runs(path).values():
            derived = derive_lines(b"".join(_read(source, runs)))
            counts.update(derived.counts)
            predicates |= {link.predicate.value for link in derived.links}
            claims = {quad for quad in derived.statements if quad.predicate.value == PROV.wasDerivedFrom}
            links = {*derived.links, *derived.statements} - claims - written
            written |= links
            out.writelines(f"{quad} .\n" for quad in claims | links)
    with (folder / COUNTS).open("w", encoding="utf-8") as out:
        out.writelines(f"{quad} .\n" for tally, count in counts.items() for quad in tally_quads(tally, count))
    return predicates


def report_runs(path: Path) -> dict[bytes, Runs]:
    """Where the lines of each report's graph stand in the file: starts and ends in bytes, runs of lines joined."""
    runs: dict[bytes, Runs] = defaultdict(list)
    graph, tail, start, end = b"", b"\0", 0, 0
    with path.open("rb") as lines:
        for line in lines:
            if not line.endswith(tail):
                runs[graph].append((start, end))
                graph, start = _graph(line), end
                tail = b" " + graph + b" .\n"
            end += len(line)
    runs[graph].append((start, end))
    return {graph: found for graph, found in runs.items() if graph and graph not in _SHARED}


def _graph(line: bytes) -> bytes:
    """The graph that a line of N-Quads names, if it does."""
    parts = line.rsplit(maxsplit=2)
    return parts[1] if len(parts) == 3 and parts[1].startswith(b"<") else b""


def _read(source: BinaryIO, runs: Runs) -> Iterator[bytes]:
    for start, end in runs:
        source.seek(start)
        yield source.read(end - start)
