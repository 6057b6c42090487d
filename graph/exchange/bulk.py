"""Loads whole alliances from N-Quads: the engine reads the file while a second process applies the rules.

The second process parses the file too, to learn which graph a quad is in. The engine takes the inferred links
while it is still reading the file.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from alliancegraph.graph.assemble.canonical import canonise
from alliancegraph.graph.assemble.checks import refuse_without_readings
from alliancegraph.graph.assemble.dataset import missing_triples
from alliancegraph.graph.assemble.derive import UNREAD, derive_lines, listed_properties, rule_quads
from alliancegraph.graph.assemble.tallies import leave_tallies
from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import InputError, Problem
from alliancegraph.graph.exchange.nquads import NQuads
from alliancegraph.graph.model.iris import AUTHORITY, CANONICAL, DERIVED, FACTS
from alliancegraph.graph.model.literals import REMEDY, Rewritten
from alliancegraph.ontology.names import LABELS
from alliancegraph.ontology.terms import AG, PROV, RDF, SCHEMA, SKOS

_SHARED = {graph.value for graph in (AUTHORITY, FACTS, DERIVED, CANONICAL)}
REPORTS, WORDS, LISTED, LINKS, COUNTS = "reports.nq", "words.nq", "listed.nq", "links.nq", "counts.nq"
_OF_WORDS = {AG.entails, SKOS.broader}  # what rules read of statuses and roles, an alliance's own among them
Runs = list[tuple[int, int]]
_IRI = re.compile(rb"<[^>]*>")


class Written(NamedTuple):
    """The result of deriving: the links' properties, and the literals that the engine stores in another form."""

    predicates: set[str]
    rewritten: Rewritten


def load_nquads(store: Store, path: Path) -> list[Problem]:
    """Load a file of reports' graphs into an empty store, with all that the rules derive from them.

    Return warnings: the literals that the engine stores by value. It starts a process, so a script that calls it needs
    a `__main__` guard. Raise InputError, with the line, if the file is not N-Quads or holds what a build cannot keep,
    if its reports are to no alliance or to several, and if reports lack the accounts or reading states that most
    questions need.
    """
    with (
        TemporaryDirectory() as name,
        ThreadPoolExecutor(1) as first,
        ProcessPoolExecutor(1, get_context("spawn")) as second,
    ):
        folder = Path(name)
        file = NQuads.of(path, folder)
        reading = first.submit(store.load_file, file.place)
        written = second.submit(write_derived, file, folder).result()
        store.load_file(folder / LINKS)
        with file.slips():
            reading.result()
        leave_tallies(store, set(parse(path=folder / COUNTS, format=RdfFormat.N_QUADS)))
        store.load_file(folder / COUNTS)
        _leave_stated_links(store, written.predicates)
        name_things(store)
        canonise(Update(store))
        _refuse_mixture(store, path)
        _refuse_part(store, path)
        _refuse_without_accounts(store, path)
        refuse_without_readings(store, path)
        return list(_warnings(file, written.rewritten))


def _leave_stated_links(store: Store, predicates: set[str]) -> None:
    """Remove derived links that are also stated: a triple is stored once."""
    for stated in (quad for name in predicates for quad in store.match(predicate=name, graph=FACTS)):
        store.remove([Quad(stated.subject, stated.predicate, stated.object, DERIVED)])


def name_things(store: Store) -> None:
    """Choose a display name for each thing that has a label and no name: files of other programs have none."""
    labelled = {quad.subject for label in LABELS for quad in store.match(predicate=label)}
    named = {quad.subject for quad in store.match(predicate=AG.displayName)}
    Update(store).name(labelled - named)


def _refuse_part(store: Store, path: Path) -> None:
    """Raise InputError if the file has fewer triples than its description says."""
    if missing := missing_triples(store):
        found = f"{missing} triples fewer than the file says that it holds (void:triples)"
        remedy = "Export it again; if it was shortened on purpose, take out its description (void:Dataset)."
        raise InputError(Problem(found, "the whole of it", remedy, path))


def _refuse_mixture(store: Store, path: Path) -> None:
    """Raise InputError for reports to several alliances: goals are distinguished by their numbers alone."""
    schemes = sorted({str(quad.object) for quad in store.match(predicate=AG.scheme)})
    if len(schemes) > 1:
        found = f"reports to {len(schemes)} alliances, whose goals are {' and '.join(schemes)}"
        remedy = "Load each alliance from a file of its own into a folder of its own (--out)."
        raise InputError(Problem(found, "reports to one", remedy, path))


def _refuse_without_accounts(store: Store, path: Path) -> None:
    has_reports, has_claims, has_accounts = (
        any(store.match(None, RDF.type, NamedNode(cls))) for cls in (SCHEMA.Report, AG.Contribution, AG.Account)
    )
    if not has_reports:
        raise InputError(
            Problem("no report", "the graphs of reports, as `export` writes them", "Check the file.", path)
        )
    if has_claims and not has_accounts:
        remedy = "Build the reports again, and export them again."
        raise InputError(
            Problem("contributions, and no accounts", "an account for each goal of a report", remedy, path)
        )


def _warnings(file: NQuads, rewritten: Rewritten) -> Iterator[Problem]:
    for first, found in rewritten.messages().items():
        yield Problem(found, "the form that the engine keeps", REMEDY, file.name, file.line_of(first))


def write_derived(file: NQuads, folder: Path) -> Written:
    """Write what the rules derive from the reports into the folder: links and counts, each as N-Quads."""
    written: set[Quad] = set()
    predicates: set[str] = set()
    rewritten = Rewritten()
    reports = read_reports(file, folder / REPORTS, rewritten)
    words, of_things = (folder / WORDS).read_bytes(), _by_subject(folder / LISTED)
    with (
        (folder / REPORTS).open("rb") as lines,
        (folder / LINKS).open("w", encoding="utf-8") as links,
        (folder / COUNTS).open("w", encoding="utf-8") as counts,
    ):
        links.writelines(f"{quad} .\n" for quad in rule_quads())
        for runs in reports.values():
            report = b"".join(_read(lines, runs))
            named = (of_things[thing] for thing in set(_IRI.findall(report)) if thing in of_things)
            derived = derive_lines(b"".join([words, report, *named]))
            predicates |= {link.predicate.value for link in derived.links}
            claims = {quad for quad in derived.statements if quad.predicate.value == PROV.wasDerivedFrom}
            new = {*derived.links, *derived.statements} - claims - written
            written |= new
            links.writelines(f"{quad} .\n" for quad in claims | new)
            counts.writelines(f"{quad} .\n" for quad in derived.tallies)
    return Written(predicates, rewritten)


def read_reports(file: NQuads, lines: Path, rewritten: Rewritten) -> Mapping[str, Runs]:
    """Copy the quads that rules may read, and return the byte ranges of each report's lines in the copy.

    What they read of schemes and of listed things goes into files beside it. All literals are noted in `rewritten`.
    """
    runs: dict[str, Runs] = defaultdict(list)
    current, start, end = "", 0, 0
    of_lists = listed_properties()
    with (
        lines.open("wb") as out,
        lines.with_name(WORDS).open("wb") as words,
        lines.with_name(LISTED).open("wb") as of_things,
    ):
        for quad in file.quads():
            subject, predicate, value, graph = quad
            if isinstance(value, Literal):
                rewritten.note(value)
            if graph == AUTHORITY and predicate.value in _OF_WORDS:
                words.write(f"{quad} .\n".encode())
            elif graph == AUTHORITY and predicate in of_lists:
                of_things.write(f"{quad} .\n".encode())
            elif graph.value not in _SHARED and not subject.value.startswith(UNREAD):
                if graph.value != current:
                    runs[current].append((start, end))
                    current, start = graph.value, end
                end += out.write(f"{quad} .\n".encode())
    runs[current].append((start, end))
    return {graph: found for graph, found in runs.items() if graph}


def _by_subject(file: Path) -> dict[bytes, bytes]:
    """Return the lines of N-Quads by their subjects."""
    found: dict[bytes, bytes] = defaultdict(bytes)
    for line in file.read_bytes().splitlines(keepends=True):
        found[line[: line.index(b" ")]] += line
    return found


def _read(source: BinaryIO, runs: Runs) -> Iterator[bytes]:
    for start, end in runs:
        source.seek(start)
        yield source.read(end - start)
