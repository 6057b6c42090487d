"""Checks how many claims a report has against the range expected: an edit that loses a third of them is refused."""

from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode

from alliancegraph.graph.errors import every
from alliancegraph.graph.model.reports import Claim, Entity
from alliancegraph.graph.words.counting import how_many
from alliancegraph.graph.words.suggestions import suggestion
from alliancegraph.loaders.yamlfile import Value
from alliancegraph.ontology.terms import RDF
from alliancegraph.ontology.vocabulary import UnknownTerm, Vocabulary

CLAIMS = "claims"


def check_expectations(
    expected: Value, claims: Iterable[Claim], entities: Iterable[Entity], vocabulary: Vocabulary
) -> None:
    """Raise ClaimsError for a class (or `claims`) whose number in the report is outside the expected range.

    A thing named in claims counts once, for its class and all wider classes.
    """
    claims = list(claims)
    kinds = _kinds(claims, entities)

    def check(pair: tuple[Value, Value]) -> None:
        word, bounds = pair
        found = len(claims) if word.text() == CLAIMS else _count(_cls(word, vocabulary), kinds, vocabulary)
        _refuse_outside(word, found, _bounds(bounds))

    every(check, expected.pairs())


def _refuse_outside(word: Value, found: int, bounds: tuple[int, int]) -> None:
    least, most = bounds
    if not least <= found <= most:
        remedy = "If claims were lost, bring them back; if the report does say so, correct the two numbers."
        raise word.error(f"{word.text()}: {found}", f"at least {least} and at most {most}", remedy)


def _kinds(claims: Iterable[Claim], entities: Iterable[Entity]) -> dict[NamedNode, str]:
    """Return the class of each thing that a claim names."""
    listed = {entity.iri: entity.cls.value for entity in entities}
    kinds = {}
    for fact in (fact for claim in claims for fact in claim.facts):
        if fact.predicate.value == RDF.type and isinstance(fact.object, NamedNode):
            kinds[fact.subject] = fact.object.value
        for thing in (fact.subject, fact.object):
            if isinstance(thing, NamedNode) and thing in listed:
                kinds[thing] = listed[thing]
    return kinds


def _cls(word: Value, vocabulary: Vocabulary) -> str:
    try:
        return vocabulary.cls(word.text())
    except UnknownTerm as error:
        remedy = suggestion(word.text(), [*error.known, CLAIMS])
        raise word.error(f"unknown class '{word.text()}'", f"a class of the ontology, or {CLAIMS}", remedy) from None


def _count(cls: str, kinds: Mapping[NamedNode, str], vocabulary: Vocabulary) -> int:
    return sum(kind == cls or cls in vocabulary.ancestors(kind) for kind in kinds.values())


def _bounds(value: Value) -> tuple[int, int]:
    numbers = [element.text().number() for element in value.elements()]
    if len(numbers) != 2:
        raise value.error(f"found {how_many(len(numbers), 'number')}", "two", "Write the least and the most: [60, 90].")
    return numbers[0], numbers[1]
