"""The words that a claims file may use: the ontology's short names, and the short ids of entities."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal, NamedNode

from graph.dates import Period
from graph.errors import ClaimsError, every, near, suggestion
from graph.iris import mint
from graph.model import Entity, Fact, Term
from loaders.ids import Ids, path
from loaders.scheme import Scheme
from loaders.yamlfile import Value
from ontology.terms import AG, RDF, XSD
from ontology.vocabulary import UnknownTerm, Vocabulary

TYPE = NamedNode(RDF.type)
NOBODY = "_"
_TAG = re.compile(r"(.*\S)@([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.DOTALL)


@dataclass(frozen=True)
class Lexicon:
    """Looks words up, and turns what stands behind `key:` into facts; each miss is an error with a suggestion."""

    vocabulary: Vocabulary
    language: str
    ids: Ids
    scheme: Scheme | None = None

    def knowing(self, entities: Iterable[Entity]) -> "Lexicon":
        """This lexicon with more things."""
        return replace(self, ids=Ids.of([*(thing for found in self.ids.things.values() for thing in found), *entities]))

    def entity(self, value: Value, word: str | None = None, cls: str | None = None) -> Entity:
        """The entity with that short id; where several have it, the only one of that class."""
        id = word or value.text()
        found = self.ids.find(id)
        fitting = [entity for entity in found if cls and self._is_a(entity, cls)] if len(found) > 1 else found
        if len(fitting) == 1:
            return fitting[0]
        raise _ambiguous(value, id, fitting or found) if found else self._unknown(value, id)

    def _is_a(self, entity: Entity, cls: str) -> bool:
        return cls in (entity.cls.value, *self.vocabulary.ancestors(entity.cls.value))

    def _unknown(self, value: Value, id: str) -> ClaimsError:
        remedy = (
            f"{near(id, self.ids.of_the_form(id))} A new body, law or place goes into an authority list; what the "
            "claims on another report introduce is known where `things of:` names that report."
        )
        expected = "an id from the authority lists, or introduced in this file"
        return value.error(f"unknown id '{id}'", expected, remedy.strip())

    def cls(self, value: Value, word: str) -> NamedNode:
        """The class with that short name."""
        try:
            return NamedNode(self.vocabulary.cls(word))
        except UnknownTerm as error:
            raise value.error(
                f"unknown class '{word}'", "a class of the ontology", suggestion(word, error.known)
            ) from None

    def mint(self, value: Value, cls: NamedNode, local: str) -> NamedNode:
        """The IRI of a thing of that class; raises ClaimsError for a class too wide to have things of its own."""
        try:
            return mint(self.vocabulary.segment(cls.value), local)
        except UnknownTerm:
            word = self.vocabulary.short(cls.value)
            raise value.error(f"nothing is just of the class {word}", "a narrower class", "Say what it is.") from None

    def property(self, value: Value, word: str) -> NamedNode:
        """The property with that short name."""
        try:
            return NamedNode(self.vocabulary.prop(word))
        except UnknownTerm as error:
            words = {*error.known, *self.vocabulary.concepts(AG.Role)}
            remedy = "Put a space after the colon." if ":" in word else suggestion(word, words)
            raise value.error(f"unknown word '{word}'", "a property or role of the ontology", remedy) from None

    def is_as_written(self, word: str) -> bool:
        """Whether that word is a property whose values are words of the report."""
        iri = self.vocabulary.properties.get(word, "")
        return self.vocabulary.is_as_written(iri)

    def role(self, word: str) -> NamedNode | None:
        """The role with that word, if it is one."""
        try:
            return NamedNode(self.vocabulary.concept(AG.Role, word))
        except UnknownTerm:
            return None

    def facts(self, node: NamedNode, key: Value, value: Value) -> list[Fact]:
        """What one `key: value` says of a node."""
        predicate = self.property(key, key.text())
        if predicate.value == AG.period:
            return self._period(node, value)
        return every(lambda element: Fact(node, predicate, self._term(predicate, element)), value.elements())

    def _period(self, node: NamedNode, value: Value) -> list[Fact]:
        try:
            period = Period.parse(value.text())
        except ValueError:
            expected = "2013, 2014-02, 2013-06-27, 2012-09-26/2012-09-28, 2013/.. or ../2014-05-31"
            raise value.error(f"'{value.text()}' is no period", expected, "Put the earlier date first.") from None
        facts = [Fact(node, NamedNode(AG.period), Literal(period.text))]
        if period.earliest:
            facts.append(Fact(node, NamedNode(AG.earliest), _date(period.earliest)))
        if period.latest:
            facts.append(Fact(node, NamedNode(AG.latest), _date(period.latest)))
        return facts

    def _term(self, predicate: NamedNode, value: Value) -> Term:
        kind = self.vocabulary.range(predicate.value)
        if kind == AG.OperationalGoal:
            return self._goal(value)
        if kind is not None and kind in self.vocabulary.concept_classes():
            return self._concept(kind, value)
        if value.text().startswith(("https://", "http://")) and kind is None:
            return self._outside(value)
        if self.vocabulary.is_object_property(predicate.value):
            return self.entity(value, cls=kind).iri
        return self._literal(kind, value)

    def _outside(self, value: Value) -> NamedNode:
        """A thing of somebody else's, by its IRI."""
        try:
            return NamedNode(value.text())
        except ValueError as error:
            raise value.error(f"'{value.text()}' is no IRI ({error})", "an IRI", "Copy it whole.") from None

    def _goal(self, value: Value) -> NamedNode:
        goal = self.scheme.goal(value.text()) if self.scheme else None
        if goal is None:
            numbers = [g.number for g in self.scheme.goals] if self.scheme else []
            raise value.error(f"no goal '{value.text()}'", "the number of a goal", suggestion(value.text(), numbers))
        return goal.iri

    def _concept(self, kind: str, value: Value) -> NamedNode:
        try:
            return NamedNode(self.vocabulary.concept(kind, value.text()))
        except UnknownTerm as error:
            what = self.vocabulary.short(kind).lower()
            remedy = suggestion(value.text(), error.known)
            raise value.error(f"unknown {what} '{value.text()}'", f"a {what}", remedy) from None

    def _literal(self, kind: str | None, value: Value) -> Literal:
        text = value.text()
        try:
            if kind == XSD.date:
                return _date(date.fromisoformat(text))
            if kind == XSD.integer:
                return Literal(str(int(text)), datatype=NamedNode(XSD.integer))
            if kind == XSD.decimal:
                return Literal(f"{Decimal(text).normalize():f}", datatype=NamedNode(XSD.decimal))
        except (ValueError, InvalidOperation):
            what = kind.rpartition("#")[2] if kind else "value"
            raise value.error(f"'{text}' is no {what}", f"a {what}", "Dates are written 2014-02-01.") from None
        return self._tagged(text) if kind == RDF.langString else Literal(text)

    def untagged(self, text: str) -> str:
        """A text without its language tag."""
        return self._tagged(text).value

    def _tagged(self, text: str) -> Literal:
        """A text in the file's language, or in its own where it ends in a language tag (`@ro`, `@sr-Latn`)."""
        own = _TAG.fullmatch(text)
        return Literal(own[1], language=own[2]) if own else Literal(text, language=self.language)


def _ambiguous(value: Value, id: str, found: Iterable[Entity]) -> ClaimsError:
    places = ", ".join(f"{path(entity)}{_listed_in(entity)}" for entity in found)
    remedy = f"Write which: {' or '.join(map(path, found))}."
    return value.error(f"the id '{id}' stands for {places}", "an id of one thing", remedy)


def _listed_in(entity: Entity) -> str:
    return f" ({entity.origin[0].name}:{entity.origin[1]})" if entity.origin else ""


def _date(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=NamedNode(XSD.date))
