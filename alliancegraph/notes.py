"""Notes for whoever makes a build: claims left out, reports missing, numbers taken on trust. Nothing is wrong then."""

from collections.abc import Iterator, Sequence
from itertools import product

from pyoxigraph import NamedNode

from alliancegraph.graph.assemble.canonical import groups
from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import local_name, report_graph
from alliancegraph.graph.model.reports import Claim, Report
from alliancegraph.loaders.numbers.words import has_number_words
from alliancegraph.ontology.terms import AG, FOAF, RDF, SKOS
from alliancegraph.ontology.vocabulary import Vocabulary

_NUMBERS = (AG.value, AG.representatives)


def notes(store: Store, reports: Sequence[Report]) -> Iterator[str]:
    """Yield warnings about what these reports name and introduce, in a store that holds them, without repetition."""
    for number, report in enumerate(reports):
        yield from _without_report(store, report)
        yield from _on_trust(report)
        yield from left_out(report)
        later = {report_graph(other.id) for other in reports[number:]}
        yield from _twins(store, report, _graphs(store, report) - later)
    yield from _contradicted(store, reports)


def _without_report(store: Store, report: Report) -> Iterator[str]:
    """Yield a warning for each thing that the claims on a missing report introduce."""
    for thing in report.entities:
        if thing.report and not Update(store).introduces(thing.iri):
            yield (
                f"warning: {report.id} names {thing.id}, and {thing.report}, whose claims introduce it, is not in the "
                "build: of the thing it knows the class and the label alone. Add that report"
            )


def _on_trust(report: Report) -> Iterator[str]:
    """Yield a warning for the numbers of a report in a language without known number words."""
    numbers = [c for c in report.claims if any(map(c.objects, _NUMBERS)) and not c.objects(AG.onTrust)]
    if numbers and not has_number_words(report.source.language):
        places = ", ".join(dict.fromkeys(":".join(map(str, claim.origin or ())) for claim in numbers))
        yield (
            f"warning: no number words are known for {report.id} (language: {report.source.language}): what a word "
            "after a number means (2 million), and whether 2.500 is 2500 or 2.5, is taken on trust. Look at "
            f"{places}, or write a file for the language in loaders/numbers/languages"
        )


def _contradicted(store: Store, reports: Sequence[Report]) -> Iterator[str]:
    """Yield a warning for each judgement that two things are not the same, where other judgements join them."""
    places = {entity.iri: entity.origin for report in reports for entity in report.entities}
    for group in groups(store):
        for judgement in group.against:
            place = ":".join(map(str, places.get(judgement) or (judgement.value,)))
            others = ", ".join(local_name(other.value) for other in group.because)
            yield (
                f"warning: {place}: {local_name(judgement.value)} says that two things are not the same, which other "
                f"judgements ({others}) join: none of them is taken to be one with another. Correct one of these"
            )


def left_out(report: Report) -> Iterator[str]:
    """Yield a line for each part of a report's claims file that is not in the graph."""
    for out in report.left_out:
        state = Vocabulary.load().label(out.state.value)
        yield f"not taken up: {':'.join(map(str, out.origin or ()))}: '{out.words}' is {state}"


def _graphs(store: Store, report: Report) -> set[NamedNode]:
    """Return the graphs of all reports of the member."""
    reports = (quad.subject for quad in store.match(None, AG.member, report.member.iri))
    return {report_graph(local_name(each.value)) for each in reports if isinstance(each, NamedNode)}


def _twins(store: Store, report: Report, graphs: set[NamedNode]) -> Iterator[str]:
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


def _twin(claim: Claim, twin: str, report: str) -> str:
    return (
        f"warning: {':'.join(map(str, claim.origin or ()))}: the claims on {report} introduce a thing of this class "
        f"and label too, and the graph has two. If they are one, write `things of: [{report}]` above, and {twin} here"
    )
