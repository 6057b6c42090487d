"""Converts reports and authority lists to quads: the triples, and the named graph of each."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, Triple

from alliancegraph.graph.model.dates import Period
from alliancegraph.graph.model.iris import AUTHORITY, DERIVED, FACTS, local_name, mint, report_graph
from alliancegraph.graph.model.members import member_facts
from alliancegraph.graph.model.reports import Claim, Entity, Fact, Passage, Report, Review, Section, Span, Term
from alliancegraph.graph.words.folding import readable
from alliancegraph.ontology.terms import AG, DCTERMS, OA, PROV, RDF, SCHEMA, SKOS, XSD
from alliancegraph.ontology.vocabulary import Vocabulary

READER = mint("rule", "reader")
LEAST_AROUND = 32  # characters on each side of words that stand more than once
_INTRODUCED = "Introduced by the claims on "


class _Writer(NamedTuple):
    """Writes triples about one node into one graph."""

    graph: NamedNode
    node: NamedNode

    def says(self, predicate: str, *objects: Term | str | int) -> Iterator[Quad]:
        """A quad for each object; empty texts are left out."""
        for object in objects:
            if object != "":
                yield Quad(self.node, NamedNode(predicate), term(object), self.graph)

    def restates(self, fact: Fact, cls: str) -> Iterator[Quad]:
        """The node as a statement of that fact, of that narrower class (by IRI)."""
        yield from self.says(RDF.type, NamedNode(RDF.Statement), NamedNode(cls))
        yield from self.says(RDF.subject, fact.subject)
        yield from self.says(RDF.predicate, fact.predicate)
        yield from self.says(RDF.object, fact.object)


def term(value: Term | str | int) -> Term:
    """The value as an RDF term: whole numbers as xsd:integer, texts as xsd:string."""
    if isinstance(value, int):
        return Literal(str(value), datatype=NamedNode(XSD.integer))
    return Literal(value) if isinstance(value, str) else value


def authority_quads(entities: Iterable[Entity], triples: Iterable[Triple], vocabulary: Vocabulary) -> Iterator[Quad]:
    """What the authority lists and the vocabularies' own files say."""
    for entity in entities:
        yield from _with_superclasses(entity.facts, AUTHORITY, vocabulary)
    for triple in triples:
        yield Quad(triple.subject, triple.predicate, triple.object, AUTHORITY)


def report_quads(report: Report, vocabulary: Vocabulary) -> Iterator[Quad]:
    """A report, its sections and passages, and the nodes and statements that its claims make."""
    yield from _report(report)
    yield from _member(report)
    for section in report.sections:
        yield from _section(report, section)
    for goal, claims in _stated(report).items():
        yield from _account(report, goal, claims)
    for claim in report.claims:
        yield from _passage(report, claim.passage)
        yield from _voice(report, claim.passage)
        yield from _inferred(report, claim) if claim.because else _claim(report, claim, vocabulary)


def source_fact(thing: NamedNode, report: str) -> Fact:
    """The source of what lists say of a thing that the claims on a report introduce, while that report is not there."""
    return Fact(thing, NamedNode(DCTERMS.source), Literal(f"{_INTRODUCED}{report}."))


def is_source_fact(triple: Triple) -> bool:
    """Whether a triple names the source of such a thing."""
    source = triple.object.value if isinstance(triple.object, Literal) else ""
    return triple.predicate.value == DCTERMS.source and source.startswith(_INTRODUCED)


def _report(report: Report) -> Iterator[Quad]:
    source, says = report.source, _Writer(report_graph(report.id), report.iri).says
    text = Literal(source.text, language=source.language)
    yield from says(RDF.type, NamedNode(SCHEMA.Report))
    yield from says(SKOS.prefLabel, Literal(f"{report.member.label} {report.year}", language="en"))
    yield from says(DCTERMS.title, Literal(source.title, language=source.language))
    yield from says(AG.member, report.member.iri)
    yield from says(AG.year, report.year)
    yield from says(AG.scheme, report.scheme)
    yield from says(AG.text, text)
    yield from says(AG.sha256, source.sha256)
    yield from says(DCTERMS.language, source.language)
    yield from says(AG.readingState, report.reading)
    yield from says(AG.recordedBy, report.recorded_by)
    yield from says(AG.reviewedBy, report.reviewed_by)
    yield from _review(report.review, _Writer(report_graph(report.id), report.iri))
    yield from says(DCTERMS.rights, source.rights)
    yield from says(DCTERMS.bibliographicCitation, source.citation)
    yield from _as_of(report)


def _as_of(report: Report) -> Iterator[Quad]:
    if not report.source.as_of:
        return
    says = _Writer(report_graph(report.id), report.iri).says
    period = Period.parse(report.source.as_of)
    yield from says(AG.asOf, period.text)
    for predicate, day in ((AG.earliest, period.earliest), (AG.latest, period.latest)):
        if day:
            yield from says(predicate, Literal(day.isoformat(), datatype=NamedNode(XSD.date)))


def _member(report: Report) -> Iterator[Quad]:
    yield from (Quad(*fact, AUTHORITY) for fact in member_facts(report.member))
    yield from _Writer(AUTHORITY, report.member.iri).says(AG.memberType, report.source.member_type)


def _section(report: Report, section: Section) -> Iterator[Quad]:
    says = _Writer(report_graph(report.id), section.iri).says
    yield from says(RDF.type, NamedNode(AG.Section))
    yield from says(AG.report, report.iri)
    yield from says(AG.goal, section.goal)
    yield from says(AG.sectionLabel, section.label)
    yield from says(SKOS.notation, section.code)
    yield from says(AG.state, section.state)
    yield from says(AG.readingState, section.reading)
    yield from _review(section.review, _Writer(report_graph(report.id), section.iri))
    yield from says(AG.startsAt, section.body.start)
    yield from says(AG.endsBefore, section.body.end)
    text = report.source.text[section.heading.start : section.heading.end]
    heading = Passage(section.iri, readable(text), section.heading)
    yield from says(AG.heading, passage_iri(report.id, heading))
    yield from _passage(report, heading)


def _stated(report: Report) -> dict[NamedNode, list[Claim]]:
    """The claims that make nodes, by the goals that they name, or else by the goal of their section."""
    goals = {section.iri: section.goal for section in report.sections}
    stated: dict[NamedNode, list[Claim]] = {goal: [] for goal in goals.values()}
    for claim in report.claims:
        if claim.node is not None and not claim.because:
            named = [goal for goal in claim.objects(AG.goal) if isinstance(goal, NamedNode)]
            for goal in named or [goals[claim.passage.section]]:
                stated.setdefault(goal, []).append(claim)
    return stated


def _account(report: Report, goal: NamedNode, claims: list[Claim]) -> Iterator[Quad]:
    graph = report_graph(report.id)
    iri = mint("account", f"{report.id}-{local_name(goal.value)}")
    says = _Writer(graph, iri).says
    yield from _Writer(graph, report.iri).says(AG.account, iri)
    yield from says(RDF.type, NamedNode(AG.Account))
    yield from says(AG.report, report.iri)
    yield from says(AG.onGoal, goal)
    yield from says(AG.states, *(claim.node for claim in claims if claim.node))
    contributions = [claim for claim in claims if NamedNode(AG.Contribution) in claim.objects(RDF.type)]
    yield from says(AG.names, *_each_once(contributions, AG.actor))
    yield from says(AG.tellsOf, *_each_once(contributions, AG.initiative))


def _each_once(claims: Iterable[Claim], predicate: str) -> Iterable[Term]:
    """What the claims say by that property."""
    return dict.fromkeys(value for claim in claims for value in claim.objects(predicate))


def passage_iri(report: str, passage: Passage) -> NamedNode:
    """The name of a passage: its report and offsets."""
    return mint("passage", f"{report}-{passage.span.start}-{passage.span.end}")


def _passage(report: Report, passage: Passage) -> Iterator[Quad]:
    graph, iri = report_graph(report.id), passage_iri(report.id, passage)
    selector = mint("selector", f"{report.id}-{passage.span.start}-{passage.span.end}")
    says = _Writer(graph, iri).says
    yield from says(RDF.type, NamedNode(OA.SpecificResource))
    yield from says(OA.hasSource, report.iri)
    yield from says(AG.section, passage.section)
    yield from says(AG.quote, Literal(passage.quote, language=report.source.language))
    yield from says(OA.hasSelector, selector)
    yield from _selector(report.source.text, passage.span, _Writer(graph, selector))


def _selector(text: str, span: Span, writer: _Writer) -> Iterator[Quad]:
    """A span by its offsets, and by its words as they stand there: with those around where they stand elsewhere too."""
    prefix, suffix = around(text, span)
    yield from writer.says(RDF.type, NamedNode(OA.TextQuoteSelector), NamedNode(OA.TextPositionSelector))
    yield from writer.says(OA.exact, text[span.start : span.end])
    yield from writer.says(OA.prefix, prefix)
    yield from writer.says(OA.suffix, suffix)
    yield from writer.says(OA.start, span.start)
    yield from writer.says(OA.end, span.end)


def around(text: str, span: Span) -> tuple[str, str]:
    """So much of what stands before and behind a span that the whole stands once in the text; nothing if it does."""
    start, end, length = span.start, span.end, LEAST_AROUND
    while text.find(text[start:end]) != text.rfind(text[start:end]):
        start, end, length = max(0, span.start - length), span.end + length, 2 * length
    return text[start : span.start], text[span.end : end]


def _voice(report: Report, passage: Passage) -> Iterator[Quad]:
    """Whose words a passage gives, and who else has checked what was made of them."""
    says = _Writer(report_graph(report.id), passage_iri(report.id, passage)).says
    yield from says(AG.statedBy, passage.stated_by or report.member.iri)
    yield from says(AG.reviewedBy, passage.reviewed_by)
    if passage.context:
        yield from says(AG.context, passage_iri(report.id, passage.context))
        yield from _passage(report, passage.context)


def _inferred(report: Report, claim: Claim) -> Iterator[Quad]:
    """What the reader of the report infers from a passage that only implies it."""
    for fact in claim.facts:
        yield Quad(*fact, DERIVED)
        writer = _Writer(DERIVED, mint("derived", f"{report.id}-{claim.id}"))
        yield from writer.restates(fact, AG.DerivedStatement)
        yield from writer.says(AG.rule, READER)
        yield from writer.says(AG.reason, Literal(claim.because, language="en"))
        yield from writer.says(PROV.wasDerivedFrom, passage_iri(report.id, claim.passage))
        yield from _standing(claim, writer)


def _claim(report: Report, claim: Claim, vocabulary: Vocabulary) -> Iterator[Quad]:
    graph = report_graph(report.id)
    if claim.node is not None:
        yield from _with_superclasses(claim.facts, graph, vocabulary)
        yield from _evidence(report, claim, _Writer(graph, claim.node))
        yield from _Writer(graph, claim.node).says(AG.section, claim.passage.section)
        return
    for fact in claim.facts:
        yield Quad(*fact, graph if fact.subject in report.nodes else FACTS)
        yield from _statement(report, claim, fact)


def _statement(report: Report, claim: Claim, fact: Fact) -> Iterator[Quad]:
    writer = _Writer(report_graph(report.id), mint("statement", f"{report.id}-{claim.id}"))
    yield from writer.restates(fact, AG.StatedFact)
    yield from writer.says(AG.report, report.iri)
    yield from _evidence(report, claim, writer)


def _evidence(report: Report, claim: Claim, writer: _Writer) -> Iterator[Quad]:
    yield from writer.says(AG.evidence, passage_iri(report.id, claim.passage))
    yield from writer.says(AG.claimId, claim.id)
    yield from _standing(claim, writer)


def _standing(claim: Claim, writer: _Writer) -> Iterator[Quad]:
    """How far a claim has come, if not as far as the others of its section, and which claims it corrects."""
    yield from writer.says(AG.corrects, *claim.corrects)
    yield from _review(claim.review, writer)


def _review(review: Review | None, writer: _Writer) -> Iterator[Quad]:
    """The review state of a claim, or of all claims on a section or a report, where it is said there."""
    if review:
        yield from writer.says(AG.reviewState, review.state)
        yield from writer.says(AG.reviewNote, *([Literal(review.note, language="en")] if review.note else []))
        if review.on:
            yield from writer.says(AG.reviewedOn, Literal(review.on.isoformat(), datatype=NamedNode(XSD.date)))


def _with_superclasses(facts: Iterable[Fact], graph: NamedNode, vocabulary: Vocabulary) -> Iterator[Quad]:
    for fact in facts:
        yield Quad(*fact, graph)
        if fact.predicate.value == RDF.type and isinstance(fact.object, NamedNode):
            for ancestor in sorted(vocabulary.ancestors(fact.object.value)):
                yield Quad(fact.subject, fact.predicate, NamedNode(ancestor), graph)
