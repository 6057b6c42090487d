"""The main operations: build a graph from reports, add reports to a build, load a build from N-Quads."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import NamedNode

from alliancegraph.belongings import checksums
from alliancegraph.files import FILES, write_files
from alliancegraph.graph.assemble.assembly import finish, populate, put_report
from alliancegraph.graph.assemble.checks import refuse_without_readings
from alliancegraph.graph.assemble.dataset import describe, described_triples, forget_description
from alliancegraph.graph.assemble.portion import Portion
from alliancegraph.graph.assemble.relisting import refuse_orphans, renew
from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import InputError, Problem, both
from alliancegraph.graph.model.reports import Report
from alliancegraph.graph.words.counting import how_many
from alliancegraph.notes import note
from alliancegraph.ontology.terms import AG, RDF, SCHEMA
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.views.alliance import Views
from alliancegraph.swap import fresh_folder
from alliancegraph.terminal import Tell


class Built(NamedTuple):
    """The views of the graph, the lines about what is unsure, and the checksums of the files."""

    views: Views
    warnings: Sequence[str]
    sums: Mapping[Path, str]


def build(portions: Sequence[Portion], out: Path, tell: Tell) -> Built:
    """Write graph, tables, store and page of checked reports."""
    with fresh_folder(out, tell) as folder:
        views, lines = _build_in(folder, portions, tell)
        built = Built(views, lines, checksums(folder))
    tell(f"written: {out}")
    _tell_all(lines, tell)
    return built


def _build_in(folder: Path, portions: Sequence[Portion], tell: Tell) -> tuple[Views, list[str]]:
    """Fill a new folder. The store is closed on return, because the folder is moved afterwards."""
    graph = Store.memory()
    populate(graph, portions)
    tell(f"graph made: {len(graph)} triples")
    lines = note(graph, [portion.report for portion in portions])
    with ThreadPoolExecutor(1) as engine:
        stored = engine.submit(_store, graph, folder / "store")
        views = write_files(graph, folder)
        stored.result()
    return views, lines


def _store(graph: Store, path: Path) -> None:
    """Write a graph to disk, in the engine alone: other threads run meanwhile."""
    store = Store.create(path)
    store.load_lines(graph.nquads())
    store.flush()


def add(portions: Sequence[Portion], out: Path, tell: Tell) -> None:
    """Add checked reports to the build, each in place of an older version, and write its other files again.

    The store takes time for the added reports only; the files, if the build has any, for the whole alliance. Raise
    InputError, and write nothing, for a report of another alliance, for a list that contradicts what reports in the
    build name, and for a thing that those name and these no longer introduce.
    """
    with fresh_folder(out, tell) as folder:
        lines = _add_in(folder, portions, out, tell)
    tell(f"written: {out}")
    _tell_all(lines, tell)


def _add_in(folder: Path, portions: Sequence[Portion], out: Path, tell: Tell) -> list[str]:
    """Fill a new folder with the build and the reports; return the lines about what is unsure in these."""
    store = Store.changed_copy(out / "store", folder / "store")
    reports = [portion.report for portion in portions]
    _refuse_other_alliance(store, reports)
    refuse_without_readings(store, out)
    update = Update(store, described_triples(store))
    renewed, _ = both(lambda: renew(update, reports), lambda: refuse_orphans(update, reports))
    for thing in renewed:
        tell(f"description replaced by that of the lists: {thing}")
    for portion in portions:
        put_report(update, portion)
        report = portion.report
        tell(f"added: {report.member.label} {report.year}, {_reading(report)}")
    finish(update)
    lines = note(store, reports)
    if names := [name for name in FILES if (out / name).exists()]:
        write_files(store.in_memory(), folder, names)
    store.flush()
    return lines


def _reading(report: Report) -> str:
    return Vocabulary.load().label(report.reading.value)


def _tell_all(lines: Sequence[str], tell: Tell) -> None:
    for line in lines:
        tell(line)


def _refuse_other_alliance(store: Store, reports: Sequence[Report]) -> None:
    """Raise InputError for a report to another alliance: goals are distinguished by numbers alone."""
    there = {quad.object for quad in store.match(predicate=AG.scheme)}
    for report in reports:
        if there - {report.scheme}:
            found = f"{report.member.label} {report.year} reports to another alliance than the build's reports"
            remedy = "Build it into a folder of its own (--out); the Turtle files can be merged."
            raise InputError(Problem(found, "a report to the same alliance", remedy))


def load(path: Path, out: Path, tell: Tell) -> None:
    """Make a build of the reports' graphs in an N-Quads file; it has a store, and no tables or page."""
    with fresh_folder(out, tell) as folder:
        _load_in(folder, path, tell)
    tell(f"written: {out}")


def _load_in(folder: Path, path: Path, tell: Tell) -> None:
    from alliancegraph.graph.exchange.bulk import load_nquads

    store = Store.create(folder / "store")
    tell(f"loading {path}")
    for warning in load_nquads(store, path):
        tell(f"warning: {warning}")
    forget_description(store)
    describe(store, len(store))
    tell("joining the engine's files")
    store.compact()
    store.flush()
    count = sum(1 for _ in store.match(predicate=RDF.type, object=NamedNode(SCHEMA.Report)))
    tell(f"loaded: {how_many(count, 'report')}")
