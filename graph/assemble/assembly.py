"""Assembles reports into one graph, and checks each report on its own."""

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Quad

from alliancegraph.graph.assemble.checks import Origins, findings
from alliancegraph.graph.assemble.dataset import describe
from alliancegraph.graph.assemble.derive import rule_quads
from alliancegraph.graph.assemble.portion import Portion
from alliancegraph.graph.assemble.quads import authority_quads
from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import ShapeError
from alliancegraph.graph.model.reports import Entity, Report
from alliancegraph.ontology.names import names
from alliancegraph.ontology.vocabulary import Vocabulary


def populate(store: Store, portions: Iterable[Portion]) -> None:
    """Loads vocabularies, authority lists, reports, and what the rules derive from them, into an empty store.

    A fact that an authority list gives too stands once, where the list put it; its statement proves it all the same. So
    does a fact that one report states and a reader infers from another passage.
    """
    update = Update(store)
    update.place(_common())
    for portion in portions:
        _put(update, portion)
    describe(store, update.balance)


def put_report(update: Update, portion: Portion) -> None:
    """Puts a report into a store, with the vocabulary, lists and goals that it uses."""
    update.place(_common())
    _put(update, portion)


def _put(update: Update, portion: Portion) -> None:
    report = portion.report
    listed = [entity for entity in report.entities if not (entity.report and update.introduces(entity.iri))]
    update.place(_listed(report, listed))
    update.put(portion)


def check(portion: Portion) -> None:
    """Raises ShapeError that lists all that does not fit the model, in a report and in its lists and goals.

    The report is looked at as if there were no other: what others say of a thing is theirs to prove.
    """
    report = portion.report
    quads = {*portion.own, *portion.shared, *portion.tallies, *_common(), *_listed(report, report.entities)}
    triples = {quad.triple for quad in quads}
    elsewhere = {entity.iri for entity in report.entities if entity.report}
    if found := findings(triples.union(names(triples)), Origins.of(report), elsewhere):
        raise ShapeError(*found)


def _common() -> Iterator[Quad]:
    """What every graph holds: the rules and the vocabularies."""
    vocabulary = Vocabulary.load()
    yield from rule_quads()
    yield from authority_quads((), vocabulary.triples(), vocabulary)


def _listed(report: Report, entities: Sequence[Entity]) -> Iterator[Quad]:
    """The goals of a report's alliance, and what its lists say."""
    return authority_quads(entities, report.goals, Vocabulary.load())
