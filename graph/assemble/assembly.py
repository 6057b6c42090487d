"""Reports put together into one graph, and each checked as if there were no other."""

from collections.abc import Sequence

from alliancegraph.graph.assemble.checks import Origins, findings
from alliancegraph.graph.assemble.dataset import describe
from alliancegraph.graph.assemble.derive import rule_quads
from alliancegraph.graph.assemble.quads import authority_quads, report_quads
from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import ShapeError
from alliancegraph.graph.model.iris import report_graph
from alliancegraph.graph.model.reports import Report
from alliancegraph.ontology.vocabulary import Vocabulary


def populate(store: Store, reports: Sequence[Report]) -> None:
    """Loads vocabularies, authority lists, reports, and what the rules derive from them, into an empty store.

    A fact that an authority list gives too stands once, where the list put it; its statement proves it all the same. So
    does a fact that one report states and a reader infers from another passage.
    """
    update = Update(store)
    update.place(rule_quads())
    for report in reports:
        put_report(update, report)
    describe(store, update.balance)


def put_report(update: Update, report: Report) -> None:
    """Puts a report into a store, with the lists and goals that it uses."""
    vocabulary = Vocabulary.load()
    listed = [entity for entity in report.entities if not (entity.report and update.introduces(entity.iri))]
    update.place(authority_quads(listed, (*vocabulary.triples(), *report.goals), vocabulary))
    update.put(report_graph(report.id), report_quads(report, vocabulary))


def check(report: Report) -> None:
    """Raises ShapeError that lists all that does not fit the model, in a report and in its lists and goals.

    The report is looked at as if there were no other: what others say of a thing is theirs to prove.
    """
    store = Store.memory()
    populate(store, [report])
    elsewhere = {entity.iri for entity in report.entities if entity.report}
    if found := findings(set(store.quads()), Origins.of(report), elsewhere):
        raise ShapeError(*found)
