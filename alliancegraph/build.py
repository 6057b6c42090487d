"""The main job: reports in, graph, tables and page out."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from alliancegraph.folder import fresh_folder
from graph.checks import findings
from graph.claimrows import ClaimRow, claim_rows
from graph.dataset import dataset_quads
from graph.derive import derived_quads
from graph.errors import InputError, Problem, ShapeError
from graph.iris import DERIVED, FACTS
from graph.labels import Labels
from graph.model import Entity, Report
from graph.rdf import authority_quads, report_quads
from graph.store import Store
from graph.tables import (
    ContributionRow,
    InferredRow,
    SectionRow,
    StatisticRow,
    contribution_rows,
    inferred_rows,
    section_rows,
    statistic_rows,
    to_csv,
)
from graph.turtle import turtle
from loaders.report import read_report, shipped_reports
from ontology.vocabulary import Vocabulary

Tell = Callable[[str], None]


def read_reports(paths: Sequence[Path], claims: Path | None, form: str, tell: Tell) -> list[Report]:
    """The reports in those documents, by default the ones that ship with the project."""
    if claims and len(paths) != 1:
        found = f"{len(paths)} reports with --claims"
        raise InputError(Problem(found, "one report", "Name the one report that the claims file is about."))
    reports: dict[str, Report] = {}
    for path in paths or shipped_reports():
        report = read_report(path, claims, form)
        if report.id in reports:
            raise InputError(Problem(f"a second report of {report.id}", "one a year", "Leave one out.", path))
        reports[report.id] = report
        tell(f"read {path.name}: {len(report.sections)} sections, {len(report.claims)} claims")
    _refuse_mixture(list(reports.values()))
    return list(reports.values())


def _refuse_mixture(reports: Sequence[Report]) -> None:
    """Goals are told apart by their numbers, so a build holds one alliance; entities by their names, so each is one."""
    schemes = sorted({report.scheme.value for report in reports})
    if len(schemes) > 1:
        remedy = "Build each alliance into a folder of its own (--out); their Turtle files can be merged."
        raise InputError(Problem(f"reports to {len(schemes)} alliances", "reports to one", remedy))
    entities: dict[NamedNode, Entity] = {}
    for entity in (entity for report in reports for entity in report.entities):
        if entities.setdefault(entity.iri, entity) != entity:
            remedy = "Give each country's authority lists a `prefix:` of their own."
            raise InputError(Problem(f"two things are named {entity.iri.value}", "one", remedy))


def build(reports: Sequence[Report], out: Path, tell: Tell) -> None:
    """Writes the graph, the tables, the store and the page; raises ShapeError, and writes nothing, if a check fails."""
    from viz.explorer import write_explorer

    with fresh_folder(out) as folder:
        store = Store.create(folder / "store")
        populate(store, reports)
        tell(f"graph made: {len(store.triples())} triples")
        _check(store, reports)
        tell("checked: all of it fits the model")
        (folder / "alliance.ttl").write_text(turtle(store.triples()), encoding="utf-8")
        _write_tables(store, folder)
        write_explorer(store, folder / "explorer.html")
        store.flush()
        tell(f"written: {out}")


def populate(store: Store, reports: Sequence[Report]) -> None:
    """Loads vocabularies, authority lists, reports, and what the rules derive from them.

    A fact that an authority list gives too stands once, where the list put it; its statement proves it all the same. So
    does a fact that one report states and a reader infers from another passage.
    """
    vocabulary = Vocabulary.load()
    triples = {*vocabulary.triples(), *(triple for report in reports for triple in report.goals)}
    entities = {entity.iri: entity for report in reports for entity in report.entities}
    store.load(authority_quads(entities.values(), triples, vocabulary))
    quads = [quad for report in reports for quad in report_quads(report, vocabulary)]
    _load_new(store, (quad for quad in quads if quad.graph_name != DERIVED))
    _load_new(store, (quad for quad in quads if quad.graph_name == DERIVED))
    store.load(derived_quads(store))
    store.load(dataset_quads(reports, store))


def _load_new(store: Store, quads: Iterable[Quad]) -> None:
    """Loads the quads, facts only if they do not stand in the store yet."""
    known = store.triples()
    store.load(quad for quad in quads if quad.graph_name not in (FACTS, DERIVED) or quad.triple not in known)


def _check(store: Store, reports: Sequence[Report]) -> None:
    claims = (claim for report in reports for claim in report.claims)
    origins = {claim.node: claim.origin for claim in claims if claim.node and claim.origin}
    problems = findings(store.quads(), Labels.read(store), origins)
    if problems:
        raise ShapeError(*problems)


def _write_tables(store: Store, folder: Path) -> None:
    tables = {
        "claims.csv": to_csv(claim_rows(store), ClaimRow),
        "sections.csv": to_csv(section_rows(store), SectionRow),
        "contributions.csv": to_csv(contribution_rows(store), ContributionRow),
        "statistics.csv": to_csv(statistic_rows(store), StatisticRow),
        "inferred.csv": to_csv(inferred_rows(store), InferredRow),
    }
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")
