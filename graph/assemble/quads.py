"""Converts reports and authority lists to quads: the triples, and the named graph of each."""

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, Triple

from alliancegraph.graph.assemble.titles import titles
from alliancegraph.graph.model.dates import Period
from alliancegraph.graph.model.iris import AUTHORITY, DERIVED, FACTS, local_name, mint, report_graph
from alliancegraph.graph.model.members import member_facts
from alliancegraph.graph.model.pages import page_of
from alliancegraph.graph.model.reports import Claim, Entity, Fact, Passage, Report, Review, Section, Span, Term
from alliancegraph.graph.words.folding import readable
from alliancegraph.ontology.terms import AG, DC, DCTERMS, OA, PROV, RDF, SCHEMA, SKOS, XSD
from alliancegraph.ontology.vocabulary import Vocabulary

READER = mint("rule", "reader")
_REFERS_TO = NamedNode(AG.refersTo)
LEAST_AROUND = 32  # characters on each side of words that occur more than once
_INTRODUCED = "Introduced by the claims on "


class _Writer(NamedTuple):
    """Writes triples about one node into one graph."""

    graph: NamedNode
    node: NamedNode

    def triples(self, predicate: str, *objects: Term | str | int) -> Iterator[Quad]:
        """Yield a quad for each object; empty texts are left out."""
        for object in objects:
            if object != "":
                yield Quad(self.node, NamedNode(predicate), term(object), self.graph)

    def restates(self, fact: Fact, cls: str) -> Iterator[Quad]:
        """Yield the quads that make the node an rdf:Statement of the fact, of that narrower class (by IRI)."""
        yield from self.triples(RDF.type, NamedNode(RDF.Statement), NamedNode(cls))
        yield from self.triples(RDF.subject, fact.subject)
        yield from self.triples(RDF.predicate, fact.predicate)
        yield from self.triples(RDF.object, fact.object)


def term(value: Term | str | int) -> Term:
    """Return the value as an RDF term: whole numbers as xsd:integer, texts as xsd:string."""
    if isinstance(value, int):
        return Literal(str(value), datatype=NamedNode(XSD.integer))
    return Literal(value) if isinstance(value, str) else value


def authority_quads(entities: Iterable[Entity], triples: Iterable[Triple], vocabulary: Vocabulary) -> Iterator[Quad]:
    """Yield the quads of authority lists, and the vocabularies' triples as quads."""
    for entity in entities:
        yield from _with_superclasses(entity.facts, AUTHORITY, vocabulary)
    for triple in triples:
        yield Quad(triple.subject, triple.predicate, triple.object, AUTHORITY)


def report_quads(report: Report, vocabulary: Vocabulary) -> Iterator[Quad]:
    """Yield the quads of a report, its sections and passages, and of the nodes and statements of its claims."""
    yield from _report(report)
    yield from _member(report)
    for section in report.sections:
        yield from _section(report, section)
    for goal, claims in _stated(report).items():
        yield from _account(report, goal, claims)
    for title in titles(report, vocabulary):
        yield Quad(*title, report_graph(report.id))
    there = {claim_iri(report, claim) for claim in report.claims}
    for claim in report.claims:
        yield from _passage(report, claim.passage)
        yield from _voice(report, claim.passage)
        yield from _inferred(report, claim) if claim.because else _claim(report, claim, vocabulary)
        yield from _replaced(report, claim, there)


def source_fact(thing: NamedNode, report: str) -> Fact:
    """Return the source given for a listed thing that claims on a report, not in the store, introduce."""
    return Fact(thing, NamedNode(DC.source), Literal(f"{_INTRODUCED}{report}.", language="en"))


def is_source_fact(triple: Triple) -> bool:
    """Return whether a triple is such a source."""
    source = triple.object.value if isinstance(triple.object, Literal) else ""
    return triple.predicate.value == DC.source and source.startswith(_INTRODUCED)


def _report(report: Report) -> Iterator[Quad]:
    source, triples = report.source, _Writer(report_graph(report.id), report.iri).triples
    text = Literal(source.text, language=source.language)
    yield from triples(RDF.type, NamedNode(SCHEMA.Report))
    yield from triples(SKOS.prefLabel, Literal(f"{report.member.label} {report.year}", language="en"))
    yield from triples(DCTERMS.title, Literal(source.title, language=source.language))
    yield from triples(AG.member, report.member.iri)
    yield from triples(AG.year, report.year)
    yield from triples(AG.scheme, report.scheme)
    yield from triples(AG.text, text)
    yield from triples(AG.sha256, source.sha256)
    yield from triples(DCTERMS.language, source.language)
    yield from triples(AG.readingState, report.reading)
    yield from triples(AG.recordedBy, report.recorded_by)
    yield from triples(AG.reviewedBy, report.reviewed_by)
    yield from _review(report.review, _Writer(report_graph(report.id), report.iri))
    yield from triples(DCTERMS.rights, source.rights)
    yield from triples(DCTERMS.bibliographicCitation, source.citation)
    yield from triples(AG.warning, *(notice.written for notice in report.notices))
    yield from _as_of(report)


def _as_of(report: Report) -> Iterator[Quad]:
    if not report.source.as_of:
        return
    triples = _Writer(report_graph(report.id), report.iri).triples
    period = Period.parse(report.source.as_of)
    yield from triples(AG.asOf, period.text)
    for predicate, day in ((AG.earliest, period.earliest), (AG.latest, period.latest)):
        if day:
            yield from triples(predicate, Literal(day.isoformat(), datatype=NamedNode(XSD.date)))


def _member(report: Report) -> Iterator[Quad]:
    yield from (Quad(*fact, AUTHORITY) for fact in member_facts(report.member))
    yield from _Writer(AUTHORITY, report.member.iri).triples(AG.memberType, report.source.member_type)


def _section(report: Report, section: Section) -> Iterator[Quad]:
    triples = _Writer(report_graph(report.id), section.iri).triples
    yield from triples(RDF.type, NamedNode(AG.Section))
    yield from triples(AG.report, report.iri)
    yield from triples(AG.goal, section.goal or "")
    yield from triples(AG.sectionLabel, section.label)
    yield from triples(SKOS.notation, section.code)
    yield from triples(AG.state, section.state)
    yield from triples(AG.kind, mint("kind", section.kind) if section.kind else "")
    yield from triples(AG.refersTo, *_unstated(report, section))
    yield from triples(AG.ticked, *_ticked(report, section))
    yield from triples(AG.readingState, section.reading)
    yield from _review(section.review, _Writer(report_graph(report.id), section.iri))
    yield from triples(AG.startsAt, section.body.start)
    yield from triples(AG.endsBefore, section.body.end)
    text = report.source.text[section.heading.start : section.heading.end]
    heading = Passage(section.iri, readable(text), section.heading)
    yield from triples(AG.heading, passage_iri(report.id, heading))
    if section is next(other for other in report.sections if other.heading == section.heading):
        yield from _passage(report, heading)  # once, where one heading opens several sections


def _ticked(report: Report, section: Section) -> Iterator[Literal]:
    for choice in section.choices:
        if choice.is_ticked and choice.label:
            words = f"{choice.label}: {choice.mark}" if choice.mark else choice.label
            yield Literal(words, language=report.source.language)


def _unstated(report: Report, section: Section) -> list[NamedNode]:
    """Return the sections that a section refers to, without those of which a claim states it."""
    stated = {fact.object for claim in report.claims for fact in claim.facts if fact[:2] == (section.iri, _REFERS_TO)}
    return [other for other in section.refers if other not in stated]


def _stated(report: Report) -> dict[NamedNode, list[Claim]]:
    """Return the claims that make nodes, by the goals that they name, else by the goal of their section."""
    goals = {section.iri: section.goal for section in report.sections if section.goal}
    stated: dict[NamedNode, list[Claim]] = {goal: [] for goal in goals.values()}
    for claim in report.claims:
        if claim.node is not None and not claim.because:
            named = [goal for goal in claim.objects(AG.goal) if isinstance(goal, NamedNode)]
            for goal in named or filter(None, [goals.get(claim.passage.section)]):
                stated.setdefault(goal, []).append(claim)
    return stated


def _account(report: Report, goal: NamedNode, claims: list[Claim]) -> Iterator[Quad]:
    graph = report_graph(report.id)
    iri = mint("account", f"{report.id}-{local_name(goal.value)}")
    triples = _Writer(graph, iri).triples
    yield from _Writer(graph, report.iri).triples(AG.account, iri)
    yield from triples(RDF.type, NamedNode(AG.Account))
    yield from triples(AG.report, report.iri)
    yield from triples(AG.onGoal, goal)
    yield from triples(AG.states, *(claim.node for claim in claims if claim.node))
    contributions = [claim for claim in claims if NamedNode(AG.Contribution) in claim.objects(RDF.type)]
    yield from triples(AG.names, *_each_once(contributions, AG.actor))
    yield from triples(AG.tellsOf, *_each_once(contributions, AG.initiative))


def _each_once(claims: Iterable[Claim], predicate: str) -> Iterable[Term]:
    """Return the distinct values of that property in the claims, in their order."""
    return dict.fromkeys(value for claim in claims for value in claim.objects(predicate))


def passage_iri(report: str, passage: Passage) -> NamedNode:
    """Return the IRI of a passage, made of its report and offsets."""
    return mint("passage", f"{report}-{passage.span.start}-{passage.span.end}")


def _passage(report: Report, passage: Passage) -> Iterator[Quad]:
    graph, iri = report_graph(report.id), passage_iri(report.id, passage)
    selector = mint("selector", f"{report.id}-{passage.span.start}-{passage.span.end}")
    triples = _Writer(graph, iri).triples
    yield from triples(RDF.type, NamedNode(OA.SpecificResource))
    yield from triples(OA.hasSource, report.iri)
    yield from triples(AG.section, passage.section)
    yield from triples(AG.quote, Literal(passage.quote, language=report.source.language))
    if (page := page_of(report.source.text, passage.span.start)) is not None:
        yield from triples(AG.page, page)
    yield from triples(OA.hasSelector, selector)
    yield from _selector(report.source.text, passage.span, _Writer(graph, selector))


def _selector(text: str, span: Span, writer: _Writer) -> Iterator[Quad]:
    """Yield a span as offsets and as its exact words, with a prefix and a suffix where the words occur again."""
    prefix, suffix = around(text, span)
    yield from writer.triples(RDF.type, NamedNode(OA.TextQuoteSelector), NamedNode(OA.TextPositionSelector))
    yield from writer.triples(OA.exact, text[span.start : span.end])
    yield from writer.triples(OA.prefix, prefix)
    yield from writer.triples(OA.suffix, suffix)
    yield from writer.triples(OA.start, span.start)
    yield from writer.triples(OA.end, span.end)


def around(text: str, span: Span) -> tuple[str, str]:
    """Return as much text before and after a span as makes the whole unique; two empty texts if the span is."""
    start, end, length = span.start, span.end, LEAST_AROUND
    while text.find(text[start:end]) != text.rfind(text[start:end]):
        start, end, length = max(0, span.start - length), span.end + length, 2 * length
    return text[start : span.start], text[span.end : end]


def _voice(report: Report, passage: Passage) -> Iterator[Quad]:
    """Yield whose words a passage gives, who reviewed its claims, and its context."""
    triples = _Writer(report_graph(report.id), passage_iri(report.id, passage)).triples
    yield from triples(AG.statedBy, passage.stated_by or report.member.iri)
    yield from triples(AG.reviewedBy, passage.reviewed_by)
    if passage.context:
        yield from triples(AG.context, passage_iri(report.id, passage.context))
        yield from _passage(report, passage.context)


def claim_iri(report: Report, claim: Claim) -> NamedNode:
    """Return the IRI that a claim has in the graph: that of its node, or of the statement of its plain fact."""
    return claim.node or mint("derived" if claim.because else "statement", f"{report.id}-{claim.id}")


def _replaced(report: Report, claim: Claim, there: Container[NamedNode]) -> Iterator[Quad]:
    """Yield a node for each claim that a claim replaces, unless the same node is still `there`."""
    for old in claim.corrects:
        writer = _Writer(report_graph(report.id), claim_iri(report, old))
        if writer.node not in there:
            yield from writer.triples(RDF.type, NamedNode(AG.ReplacedClaim))
            yield from writer.triples(DCTERMS.isReplacedBy, claim_iri(report, claim))
            yield from _review(old.review, writer)


def _inferred(report: Report, claim: Claim) -> Iterator[Quad]:
    """Yield what the reader of the report infers from a passage that only implies it."""
    for fact in claim.facts:
        yield Quad(*fact, DERIVED)
        writer = _Writer(DERIVED, claim_iri(report, claim))
        yield from writer.restates(fact, AG.DerivedStatement)
        yield from writer.triples(AG.rule, READER)
        yield from writer.triples(AG.reason, Literal(claim.because, language="en"))
        yield from writer.triples(PROV.wasDerivedFrom, passage_iri(report.id, claim.passage))
        yield from _standing(claim, writer)


def _claim(report: Report, claim: Claim, vocabulary: Vocabulary) -> Iterator[Quad]:
    graph = report_graph(report.id)
    if claim.node is not None:
        yield from _with_superclasses(claim.facts, graph, vocabulary)
        yield from _evidence(report, claim, _Writer(graph, claim.node))
        yield from _Writer(graph, claim.node).triples(AG.section, claim.passage.section)
        return
    for fact in claim.facts:
        yield Quad(*fact, graph if fact.subject in report.nodes else FACTS)
        yield from _statement(report, claim, fact)


def _statement(report: Report, claim: Claim, fact: Fact) -> Iterator[Quad]:
    writer = _Writer(report_graph(report.id), claim_iri(report, claim))
    yield from writer.restates(fact, AG.StatedFact)
    yield from writer.triples(AG.report, report.iri)
    yield from _evidence(report, claim, writer)


def _evidence(report: Report, claim: Claim, writer: _Writer) -> Iterator[Quad]:
    yield from writer.triples(AG.evidence, passage_iri(report.id, claim.passage))
    yield from writer.triples(AG.claimId, claim.id)
    yield from _standing(claim, writer)


def _standing(claim: Claim, writer: _Writer) -> Iterator[Quad]:
    """Yield the review of a claim, if it differs from its section's, and the claims that it corrects."""
    yield from writer.triples(AG.corrects, *(old.id for old in claim.corrects))
    yield from _review(claim.review, writer)


def _review(review: Review | None, writer: _Writer) -> Iterator[Quad]:
    """Yield the review state of a claim, a section or a report; nothing if it has none of its own."""
    if review:
        yield from writer.triples(AG.reviewState, review.state)
        yield from writer.triples(AG.reviewNote, *([Literal(review.note, language="en")] if review.note else []))
        if review.on:
            yield from writer.triples(AG.reviewedOn, Literal(review.on.isoformat(), datatype=NamedNode(XSD.date)))


def _with_superclasses(facts: Iterable[Fact], graph: NamedNode, vocabulary: Vocabulary) -> Iterator[Quad]:
    for fact in facts:
        yield Quad(*fact, graph)
        if fact.predicate.value == RDF.type and isinstance(fact.object, NamedNode):
            for ancestor in sorted(vocabulary.ancestors(fact.object.value)):
                yield Quad(fact.subject, fact.predicate, NamedNode(ancestor), graph)
