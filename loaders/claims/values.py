"""Converts the values of fields in facts and lists to RDF: texts, numbers, days, periods, things."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.errors import every
from alliancegraph.graph.model.claimsfile import Field
from alliancegraph.graph.model.reports import Entity, Fact, Term
from alliancegraph.graph.model.texts import Text
from alliancegraph.graph.words.languages import canonical_language, is_language
from alliancegraph.loaders.claims.fields import check_field
from alliancegraph.loaders.claims.lexicon import Lexicon
from alliancegraph.ontology.terms import AG, RDF, XSD

_TAG = re.compile(r"(.*\S)@([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.DOTALL)


@dataclass(frozen=True)
class FieldReader:
    """Converts fields with a lexicon; `language` is that of texts without a language tag.

    Printed words are in the language of the report, `printed`, where that is another one.
    """

    lexicon: Lexicon
    language: str
    printed: str = ""

    def tagged(self, predicate: str, text: Text) -> Literal:
        """Return a text as the value of a property (by IRI), in its language."""
        as_written = self.lexicon.vocabulary.is_as_written(predicate)
        return tagged(text, self.printed if self.printed and as_written else self.language)

    def facts(self, thing: Entity, field: Field) -> list[Fact]:
        """Return the facts about a thing in one field; raise ClaimsError if its class does not have that field."""
        predicate = self.lexicon.field(field.key, thing.cls.value)
        facts = self._facts(thing.iri, predicate, field)
        check_field(field.key, thing.cls.value, self.lexicon.vocabulary)
        return facts

    def _facts(self, node: NamedNode, predicate: NamedNode, field: Field) -> list[Fact]:
        if self.lexicon.vocabulary.is_period(predicate.value):
            return _period(node, predicate, field.text())
        if field.key in self.lexicon.vocabulary.days_after:
            return every(lambda text: Fact(node, predicate, _day_before(text)), field.values)
        return every(lambda text: Fact(node, predicate, self._term(predicate, text)), field.values)

    def _term(self, predicate: NamedNode, text: Text) -> Term:
        vocabulary = self.lexicon.vocabulary
        kind = vocabulary.range(predicate.value)
        if kind == AG.OperationalGoal:
            return self.lexicon.goal(text)
        if kind is not None and kind in vocabulary.concept_classes():
            return self._concept(predicate, kind, text)
        if text.startswith(("https://", "http://")) and kind is None:
            return _outside(text)
        if vocabulary.is_object_property(predicate.value):
            return self.lexicon.object(predicate, text)
        return self._literal(predicate, kind, text)

    def _concept(self, predicate: NamedNode, kind: str, text: Text) -> NamedNode:
        if self.lexicon.vocabulary.is_as_written(predicate.value):
            return self.lexicon.worded(kind, text)
        return self.lexicon.concept(kind, text)

    def _literal(self, predicate: NamedNode, kind: str | None, text: Text) -> Literal:
        if kind == XSD.date:
            return _date(text.day())
        if kind == XSD.integer:
            return Literal(str(text.number()), datatype=NamedNode(XSD.integer))
        if kind == XSD.decimal:
            return Literal(f"{text.decimal():f}", datatype=NamedNode(XSD.decimal))
        return self.tagged(predicate.value, text) if kind == RDF.langString else Literal(str(text))


def tagged(text: Text, language: str) -> Literal:
    """Return a text in that language, or in the language of the tag at its end (`@ro`, `@sr-Latn`)."""
    own = _TAG.fullmatch(text)
    if own and not is_language(own[2]):
        remedy = f"If '@{own[2]}' belongs to the text, put its language after it: `{text}@{language}`."
        raise text.error(f"'{text}' ends in '@{own[2]}', which is not a language", "a tag such as @ro", remedy)
    return Literal(own[1], language=canonical_language(own[2])) if own else Literal(str(text), language=language)


def _period(node: NamedNode, predicate: NamedNode, text: Text) -> list[Fact]:
    """Return the period, and the days that bound it if a thing takes place in it."""
    period = text.period()
    days = {AG.earliest: period.earliest, AG.latest: period.latest} if predicate.value == AG.period else {}
    bounds = [Fact(node, NamedNode(bound), _date(day)) for bound, day in days.items() if day]
    return [Fact(node, predicate, Literal(period.text)), *bounds]


def _outside(text: Text) -> NamedNode:
    """Return the IRI of a thing that the graph does not describe."""
    try:
        return NamedNode(text)
    except ValueError as error:
        raise text.error(f"'{text}' is not an IRI ({error})", "an IRI", "Copy it whole.") from None


def _day_before(text: Text) -> Literal:
    day = text.day()
    if day == date.min:
        raise text.error(f"'{text}' has no day before it", "a later day", "Look it up in the text.")
    return _date(day - timedelta(days=1))


def _date(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=NamedNode(XSD.date))
