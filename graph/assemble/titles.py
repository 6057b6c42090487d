"""Titles of contributions and statistics, so that any browser of linked data can show what they are."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.model.iris import local_name
from alliancegraph.graph.model.members import member_facts
from alliancegraph.graph.model.reports import Claim, Fact, Report
from alliancegraph.ontology.names import chosen
from alliancegraph.ontology.terms import AG, DCTERMS, RDF, SKOS
from alliancegraph.ontology.vocabulary import Vocabulary

NOBODY = "somebody who is not named"


def titles(report: Report, vocabulary: Vocabulary) -> Iterator[Fact]:
    """Yield the `dcterms:title` of each contribution and statistic that a report's claims make, in English.

    "Save the Children wins Sigur.info" for a contribution; "cases of referral to court: 2" for a statistic.
    """
    described = [*(entity.facts for entity in report.entities), *(claim.facts for claim in report.claims)]
    names = _names(fact for facts in (member_facts(report.member), *described) for fact in facts)
    for claim in report.claims:
        kinds = {kind.value for kind in claim.objects(RDF.type)}
        if claim.node and not claim.because and (title := _title(claim, kinds, names, vocabulary)):
            yield Fact(claim.node, NamedNode(DCTERMS.title), Literal(title, language="en"))


def _title(claim: Claim, kinds: set[str], names: dict[NamedNode, str], vocabulary: Vocabulary) -> str:
    if AG.Contribution in kinds:
        actor = _named(claim, AG.actor, names) or NOBODY
        roles = ", ".join(vocabulary.label(role.value) for role in claim.objects(AG.role))
        return f"{actor} {roles} {_named(claim, AG.initiative, names)}"
    if AG.Statistic in kinds:
        return f"{_words(claim, AG.counted)}: {_words(claim, AG.valueAsWritten)}"
    return ""


def _named(claim: Claim, predicate: str, names: dict[NamedNode, str]) -> str:
    things = (thing for thing in claim.objects(predicate) if isinstance(thing, NamedNode))
    return ", ".join(names.get(thing, local_name(thing.value)) for thing in things)


def _words(claim: Claim, predicate: str) -> str:
    return ", ".join(term.value for term in claim.objects(predicate))


def _names(facts: Iterable[Fact]) -> dict[NamedNode, str]:
    """Return the label of each thing in the preferred language."""
    labels: dict[NamedNode, list[Literal]] = {}
    for subject, predicate, label in facts:
        if predicate.value == SKOS.prefLabel and isinstance(label, Literal):
            labels.setdefault(subject, []).append(label)
    return {thing: name.value for thing, said in labels.items() if (name := chosen(said))}
