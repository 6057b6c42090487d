"""Assembles reports into one graph, and checks each report on its own."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from pyoxigraph import Quad

from alliancegraph.graph.assemble.canonical import canonise
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
    """Load vocabularies, authority lists, reports, and what the rules derive from them, into an empty store.

    A triple is stored once: a fact that an authority list gives and a report states stays in the authority graph, and
    its statement there proves it too; a fact that one report states and another implies stays among the stated facts.
    """
    portions, update = list(portions), Update(store)
    store.load_lines(b"".join(portion.own.lines() for portion in portions))
    update.share(chain(_common(), *(_shared(update, portion) for portion in portions)))
    update.name_all()
    store.load_lines(b"".join(portion.tallies.lines() for portion in portions))
    update.balance = len(store)
    finish(update)


def finish(update: Update) -> None:
    """Add what follows from all reports in a store together: the canonical things, and the graph's description."""
    canonise(update)
    describe(update.store, update.balance)


def put_report(update: Update, portion: Portion) -> None:
    """Put a report into a store, with the vocabulary, lists and goals that it uses."""
    update.place(_common())
    _put(update, portion)


def _put(update: Update, portion: Portion) -> None:
    update.place(_lists(update, portion.report))
    update.put(portion)


def _shared(update: Update, portion: Portion) -> Iterator[Quad]:
    """Yield what a report has in the graphs that reports share, and what lists say of the things that it names."""
    yield from _lists(update, portion.report)
    yield from portion.shared.unpacked()


def _lists(update: Update, report: Report) -> Iterator[Quad]:
    """Return the quads of a report's goals and lists, without the things that reports in the store introduce."""
    listed = [entity for entity in report.entities if not (entity.report and update.introduces(entity.iri))]
    return _listed(report, listed)


def check(portion: Portion) -> None:
    """Raise ShapeError with everything in a report, its lists and its goals that does not fit the model.

    Each report is checked alone: things that another report describes are checked with that report.
    """
    report = portion.report
    said = (quads.unpacked() for quads in (portion.own, portion.shared, portion.tallies))
    quads = chain(*said, _common(), _listed(report, report.entities))
    triples = {quad.triple for quad in quads}
    elsewhere = {entity.iri for entity in report.entities if entity.report}
    if found := findings(triples.union(names(triples)), Origins.of(report), elsewhere):
        raise ShapeError(*found)


def _common() -> Iterator[Quad]:
    """Return the quads that every graph has: the rules and the vocabularies."""
    vocabulary = Vocabulary.load()
    yield from rule_quads()
    yield from authority_quads((), vocabulary.triples(), vocabulary)


def _listed(report: Report, entities: Sequence[Entity]) -> Iterator[Quad]:
    """Return the quads of the goals and own words of a report's alliance, and of its authority lists."""
    return authority_quads(entities, report.goals, Vocabulary.load().knowing(report.goals))
