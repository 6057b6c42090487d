"""New descriptions, by lists, goals, vocabularies or claims, of things that the store already describes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode, Triple

from alliancegraph.graph.assemble.quads import authority_quads, source_fact
from alliancegraph.graph.assemble.updates import NAMES, Update
from alliancegraph.graph.errors import InputError, Problem, every
from alliancegraph.graph.model.iris import AUTHORITY, local_name, report_graph
from alliancegraph.graph.model.reports import Origin, Report, Term
from alliancegraph.ontology.terms import AG, DATA, DC, RDF, SKOS
from alliancegraph.ontology.vocabulary import Vocabulary


def renew(update: Update, reports: Sequence[Report]) -> list[str]:
    """Remove from the store's lists what the reports' lists no longer say; return the paths of the things concerned.

    Additions need no such step. Raise InputError for a changed thing that another report in the store names: that
    report was read with the former list, or with a list that means something else by the name.
    """
    outdated = {thing: gone for thing, now in _described(reports).items() if (gone := _gone(update, thing, now))}
    put_in = {report_graph(report.id) for report in reports}
    every(lambda thing: _refuse_others(update, thing, outdated[thing], put_in), outdated)
    for gone in outdated.values():
        update.take_back(gone)
    return [_path(thing) for thing in outdated]


def _described(reports: Iterable[Report]) -> dict[NamedNode, set[Triple]]:
    """Return the triples about each thing in the reports' lists, goals and vocabularies; members are left out."""
    described: dict[NamedNode, set[Triple]] = defaultdict(set)
    for report in reports:
        vocabulary = Vocabulary.load().knowing(report.goals)
        listed = [entity for entity in report.entities if entity.cls.value != AG.Member and not entity.report]
        for quad in authority_quads(listed, vocabulary.triples(), vocabulary):
            if isinstance(quad.subject, NamedNode):
                described[quad.subject].add(quad.triple)
    return described


def _gone(update: Update, thing: NamedNode, now: set[Triple]) -> set[Triple]:
    """Return the triples about a thing in the store's lists that are not in `now`, except for chosen names."""
    known = {quad.triple for quad in update.store.match(thing, graph=AUTHORITY)}
    return {triple for triple in known - now if triple.predicate.value not in NAMES}


def _refuse_others(update: Update, thing: NamedNode, gone: set[Triple], put_in: set[NamedNode]) -> None:
    if others := _others(update, thing, put_in):
        short = Vocabulary.load().short
        facts = ", ".join(sorted(f"{short(t.predicate.value)} {t.object}" for t in gone))
        found = f"the build says of {_path(thing)}: {facts}; the lists of the added reports do not"
        remedy = (
            f"If the list was corrected, add the reports that name it together with these ({', '.join(others[:5])}"
            f"{', …' if len(others) > 5 else ''}), or build again; if these are two things, give each country's "
            "lists a `prefix:` of their own."
        )
        raise InputError(Problem(found, "the description with which the build's reports were read", remedy))


def refuse_orphans(update: Update, reports: Iterable[Report]) -> None:
    """Raise InputError where another report in the store names a thing that these reports no longer introduce.

    A thing that another report names must stay described, with the class that it had when that report was read.
    """
    reports = list(reports)
    put_in = {report_graph(report.id) for report in reports}
    every(
        lambda report: every(lambda thing: _refuse_orphan(update, report, thing, put_in), _known(update, report)),
        reports,
    )


def _known(update: Update, report: Report) -> list[NamedNode]:
    """Return the things that claims on a report introduced, as far as the store knows them."""
    claimed = update.store.match(None, AG.claimId, graph=report_graph(report.id))
    missed = update.store.match(None, DC.source, source_fact(report.iri, report.id).object, AUTHORITY)
    things = {quad.subject for quad in (*claimed, *missed)}
    return sorted((thing for thing in things if isinstance(thing, NamedNode)), key=str)


def _refuse_orphan(update: Update, report: Report, thing: NamedNode, put_in: set[NamedNode]) -> None:
    now = [term for claim in report.claims if claim.node == thing for term in claim.objects(RDF.type)]
    classes = {quad.object for quad in update.store.match(thing, RDF.type)}
    others = [] if now and classes == _with_ancestors(now, report) else _others(update, thing, put_in)
    if others:
        what, naming = "introduce as something else" if now else "no longer introduce", ", ".join(others)
        found = f"the claims on {report.id} {what} {_path(thing)}, which those on {naming} name"
        remedy = f"Keep its id and class, or correct the claims on {naming} and add all of these reports together."
        place = _place(update, report, thing)
        raise InputError(Problem(found, "the description with which the build's reports were read", remedy, *place))


def _with_ancestors(classes: Iterable[Term], report: Report) -> set[Term]:
    vocabulary = Vocabulary.load().knowing(report.goals)
    return {*classes, *(NamedNode(a) for cls in classes for a in vocabulary.ancestors(cls.value))}


def _place(update: Update, report: Report, thing: NamedNode) -> Origin | tuple[()]:
    """Return where the claims introduce the thing, or another of the same label; else where the first claim is."""
    labels = {quad.object for quad in update.store.match(thing, SKOS.prefLabel)}
    own = [c for c in report.claims if c.node == thing or (c.node and labels.intersection(c.objects(SKOS.prefLabel)))]
    return next((claim.origin for claim in (*own, *report.claims[:1]) if claim.origin), ())


def _others(update: Update, thing: NamedNode, put_in: set[NamedNode]) -> list[str]:
    """Return the ids of the reports in the store that name a thing, without those that are being put in."""
    return sorted(local_name(graph.value) for graph in update.naming(thing) - put_in)


def _path(thing: NamedNode) -> str:
    return thing.value.removeprefix(DATA)
