"""What is unsure when a build is made: in each report, and in what its reports say together. Nothing is wrong then."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

from alliancegraph.graph.assemble.canonical import groups
from alliancegraph.graph.assemble.dataset import describe, described_triples
from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import local_name, report_graph
from alliancegraph.graph.model.notices import Notice
from alliancegraph.graph.model.reports import Claim, Report
from alliancegraph.ontology.terms import AG, FOAF, RDF, SKOS
from alliancegraph.ontology.vocabulary import Vocabulary

_MISSING = "and {}, whose claims introduce it, is not in the build"


class Noted(NamedTuple):
    """What is unsure of a report only in a build with others."""

    report: Report
    notice: Notice


def note(store: Store, reports: Sequence[Report]) -> list[str]:
    """Add to each report's graph what is unsure of it beside the others; return lines about all that is unsure.

    That is one line for each kind of notice in the reports, and one for each notice in all together.
    """
    together, settled = list(_together(store, reports)), list(_settled(store, reports))
    if together or settled:
        described = described_triples(store) - len(store)
        store.remove(settled)
        store.add(
            Quad(each.report.iri, NamedNode(AG.warning), Literal(each.notice.written), report_graph(each.report.id))
            for each in together
        )
        describe(store, described + len(store))
    lines = grouped([notice for report in reports for notice in report.notices])
    return [*lines, *(f"warning: {each.notice}" for each in together)]


def grouped(notices: Iterable[Notice]) -> Iterator[str]:
    """Yield a line for each kind of notice: the first of them, how many more there are, and where these are listed."""
    kinds: dict[str, list[Notice]] = {}
    for notice in notices:
        kinds.setdefault(notice.code, []).append(notice)
    for code, (first, *others) in kinds.items():
        more = f" ({code}: {len(others)} more, listed in warnings.csv)" if others else ""
        yield f"warning: {first}{more}"


def _together(store: Store, reports: Sequence[Report]) -> Iterator[Noted]:
    """Yield what is unsure of the names and things of these reports, in a store that holds them, without repetition."""
    for number, report in enumerate(reports):
        yield from (Noted(report, notice) for notice in _without_report(store, report))
        later = {report_graph(other.id) for other in reports[number:]}
        yield from (Noted(report, notice) for notice in _twins(store, report, _graphs(store, report) - later))
    yield from _contradicted(store, reports)


def _settled(store: Store, reports: Sequence[Report]) -> Iterator[Quad]:
    """Yield the warnings of other reports that one of these is not in the build."""
    missing = [_MISSING.format(report.id) for report in reports]
    for quad in store.match(predicate=AG.warning):
        if isinstance(quad.object, Literal) and any(what in quad.object.value for what in missing):
            yield quad


def _without_report(store: Store, report: Report) -> Iterator[Notice]:
    """Yield a warning for each thing that the claims on a missing report introduce."""
    for thing in report.entities:
        if thing.report and not Update(store).introduces(thing.iri):
            missing = _MISSING.format(thing.report)
            what = f"{report.id} names {thing.id}, {missing}: of the thing it knows the class and the label alone"
            yield Notice("report-missing", what, "Add that report.")


def _contradicted(store: Store, reports: Sequence[Report]) -> Iterator[Noted]:
    """Yield a warning for each judgement that two things are not the same, where other judgements join them."""
    places = {entity.iri: (report, entity.origin) for report in reversed(reports) for entity in report.entities}
    for group in groups(store):
        for judgement in group.against:
            others = ", ".join(local_name(other.value) for other in group.because)
            what = (
                f"{local_name(judgement.value)} says that two things are not the same, which other judgements "
                f"({others}) join: none of them is taken to be one with another"
            )
            report, origin = places.get(judgement) or (reports[0], None)
            yield Noted(report, Notice("judgements-contradict", what, "Correct one of these.", *origin or ()))


def _graphs(store: Store, report: Report) -> set[NamedNode]:
    """Return the graphs of all reports of the member."""
    reports = (quad.subject for quad in store.match(None, AG.member, report.member.iri))
    return {report_graph(local_name(each.value)) for each in reports if isinstance(each, NamedNode)}


def _twins(store: Store, report: Report, graphs: set[NamedNode]) -> Iterator[Notice]:
    """Yield a warning for each thing with the class and name of one that another report introduces."""
    for claim in filter(_introduces, report.claims):
        for label, graph in product(claim.objects(SKOS.prefLabel), sorted(graphs, key=str)):
            for twin in (quad.subject for quad in store.match(None, SKOS.prefLabel, label, graph)):
                classes = {quad.object for quad in store.match(twin, RDF.type)}
                if isinstance(twin, NamedNode) and classes.issuperset(claim.objects(RDF.type)):
                    yield _twin(claim, local_name(twin.value), local_name(graph.value))


def _introduces(claim: Claim) -> bool:
    """Return whether the claim introduces a body or an initiative, which other reports may name too."""
    wide = (ancestor for cls in claim.objects(RDF.type) for ancestor in Vocabulary.load().ancestors(cls.value))
    return not {AG.Initiative, FOAF.Agent}.isdisjoint(wide)


def _twin(claim: Claim, twin: str, report: str) -> Notice:
    what = f"the claims on {report} introduce a thing of this class and label too, and the graph has two"
    remedy = f"If they are one, write `things of: [{report}]` above, and {twin} here."
    return Notice("introduced-twice", what, remedy, *claim.origin or ())
