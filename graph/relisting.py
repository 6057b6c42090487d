"""What lists, goals and vocabularies say anew of things that a store knows already."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode, Triple

from graph.errors import InputError, Problem, every
from graph.iris import AUTHORITY, local_name, report_graph
from graph.model import Report
from graph.rdf import authority_quads
from graph.updates import NAMES, SHARED, Update
from ontology.terms import AG, DATA
from ontology.vocabulary import Vocabulary


def renew(update: Update, reports: Sequence[Report]) -> list[str]:
    """Takes back what the store's lists say of things that the reports' lists no longer say; returns those things.

    What is said in addition needs no such step. Raises InputError for a thing that a report in the store names which is
    not among these: that report was read with the list as it was, or with a list that means something else.
    """
    outdated = {thing: gone for thing, now in _described(reports).items() if (gone := _gone(update, thing, now))}
    put_in = {report_graph(report.id) for report in reports}
    every(lambda thing: _refuse_others(update, thing, outdated[thing], put_in), outdated)
    for gone in outdated.values():
        update.take_back(gone)
    return [_path(thing) for thing in outdated]


def _described(reports: Iterable[Report]) -> dict[NamedNode, set[Triple]]:
    """What the reports' lists, goals and vocabularies say of each thing; of members many sources speak."""
    vocabulary = Vocabulary.load()
    said: dict[NamedNode, set[Triple]] = defaultdict(set)
    for report in reports:
        listed = [entity for entity in report.entities if entity.cls.value != AG.Member and not entity.report]
        for quad in authority_quads(listed, (*vocabulary.triples(), *report.goals), vocabulary):
            if isinstance(quad.subject, NamedNode):
                said[quad.subject].add(quad.triple)
    return said


def _gone(update: Update, thing: NamedNode, now: set[Triple]) -> set[Triple]:
    """What the store's lists say of a thing and the lists now do not; its chosen names follow from its labels."""
    known = {quad.triple for quad in update.store.match(thing, graph=AUTHORITY)}
    return {triple for triple in known - now if triple.predicate.value not in NAMES}


def _refuse_others(update: Update, thing: NamedNode, gone: set[Triple], put_in: set[NamedNode]) -> None:
    graphs = {quad.graph_name for quad in update.store.match(None, None, thing)}
    others = sorted(local_name(graph.value) for graph in graphs - put_in - {*SHARED} if isinstance(graph, NamedNode))
    if others:
        short = Vocabulary.load().short
        said = ", ".join(sorted(f"{short(t.predicate.value)} {t.object}" for t in gone))
        found = f"the build says of {_path(thing)}: {said}; the lists of the reports that come in do not"
        remedy = (
            f"If the list was corrected, put in the reports that name it together with these ({', '.join(others[:5])}"
            f"{', …' if len(others) > 5 else ''}), or build anew; if these are two things, give each country's lists a "
            "`prefix:` of their own."
        )
        raise InputError(Problem(found, "what reports in the build were read with", remedy))


def _path(thing: NamedNode) -> str:
    return thing.value.removeprefix(DATA)
