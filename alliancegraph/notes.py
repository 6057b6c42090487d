"""What is unsure when a build is made: in each report, and in what its reports say together. Nothing is wrong then."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from pyoxigraph import NamedNode

from alliancegraph.graph.assemble.canonical import groups
from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import local_name, report_graph
from alliancegraph.graph.model.notices import Notice
from alliancegraph.graph.model.reports import Claim, Report
from alliancegraph.ontology.terms import AG, FOAF, RDF, SKOS
from alliancegraph.ontology.vocabulary import Vocabulary


def told(store: Store, reports: Sequence[Report]) -> Iterator[str]:
    """Yield lines about what is unsure in these reports: one for each kind of it, and one for each in all together."""
    yield from grouped([notice for report in reports for notice in report.notices])
    yield from (f"warning: {notice}" for notice in _together(store, reports))


def grouped(notices: Iterable[Notice]) -> Iterator[str]:
    """Yield a line for each kind of notice: the first of them, how many more there are, and where these are listed."""
    kinds: dict[str, list[Notice]] = {}
    for notice in notices:
        kinds.setdefault(notice.code, []).append(notice)
    for code, (first, *others) in kinds.items():
        more = f" ({code}: {len(others)} more, listed in warnings.csv)" if others else ""
        yield f"warning: {first}{more}"


def _together(store: Store, reports: Sequence[Report]) -> Iterator[Notice]:
    """Yield notices about what these reports name and introduce, in a store that holds them, without repetition."""
    for number, report in enumerate(reports):
        yield from _without_report(store, report)
        later = {report_graph(other.id) for other in reports[number:]}
        yield from _twins(store, report, _graphs(store, report) - later)
    yield from _contradicted(store, reports)


def _without_report(store: Store, report: Report) -> Iterator[Notice]:
    """Yield a warning for each thing that the claims on a missing report introduce."""
    for thing in report.entities:
        if thing.report and not Update(store).introduces(thing.iri):
            what = (
                f"{report.id} names {thing.id}, and {thing.report}, whose claims introduce it, is not in the build: of "
                "the thing it knows the class and the label alone"
            )
            yield Notice("report-missing", what, "Add that report.")


def _contradicted(store: Store, reports: Sequence[Report]) -> Iterator[Notice]:
    """Yield a warning for each judgement that two things are not the same, where other judgements join them."""
    places = {entity.iri: entity.origin for report in reports for entity in report.entities}
    for group in groups(store):
        for judgement in group.against:
            others = ", ".join(local_name(other.value) for other in group.because)
            what = (
                f"{local_name(judgement.value)} says that two things are not the same, which other judgements "
                f"({others}) join: none of them is taken to be one with another"
            )
            yield Notice("judgements-contradict", what, "Correct one of these.", *places.get(judgement) or ())


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
