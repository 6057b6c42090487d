"""The words that a claims file may use: the ontology's short names, and the short ids of entities."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.errors import ClaimsError, every
from alliancegraph.graph.model.reports import Entity, Fact, Term
from alliancegraph.graph.words.suggestions import near, suggestion
from alliancegraph.loaders.claims.fields import check_field, fields
from alliancegraph.loaders.claims.ids import Ids, path
from alliancegraph.loaders.form.scheme import Scheme
from alliancegraph.loaders.yamlfile import Value, canonical_language, is_language
from alliancegraph.ontology.terms import AG, RDF, XSD
from alliancegraph.ontology.vocabulary import UnknownTerm, Vocabulary

TYPE = NamedNode(RDF.type)
NOBODY = "_"
_TAG = re.compile(r"(.*\S)@([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.DOTALL)


@dataclass(frozen=True)
class Lexicon:
    """Looks words up, and turns what stands behind `key:` into facts; each miss is an error with a suggestion."""

    vocabulary: Vocabulary
    language: str
    ids: Ids
    scheme: Scheme | None = None

    def knowing(self, entities: Iterable[Entity]) -> "Lexicon":
        """This lexicon with more things."""
        ids = Ids.of([*(thing for found in self.ids.things.values() for thing in found), *entities])
        return replace(self, ids=replace(ids, whole=self.ids.whole))

    def entity(self, value: Value, word: str | None = None, cls: str | None = None) -> Entity:
        """The entity with that short id; where several have it, the only one of that class."""
        id = word or value.text()
        found = self.ids.find(id)
        fitting = (
            [entity for entity in found if cls and self.vocabulary.is_a(entity.cls.value, cls)]
            if len(found) > 1
            else found
        )
        if len(fitting) == 1:
            return fitting[0]
        raise _ambiguous(value, id, fitting or found) if found else self._unknown(value, id)

    def _unknown(self, value: Value, id: str) -> ClaimsError:
        if not self.ids.whole:
            return ClaimsError()  # the list that may name it is told of
        remedy = (
            f"{near(id, self.ids.of_the_form(id))} A new body, law or place goes into an authority list; what the "
            "claims on another report introduce is known where `things of:` names that report."
        )
        expected = "an id from the authority lists, or introduced in this file"
        return value.error(f"unknown id '{id}'", expected, remedy.strip())

    def cls(self, value: Value, word: str) -> NamedNode:
        """The class with that short name."""
        iri = self.vocabulary.classes.get(word, "")
        if not self._is_told_of(iri):
            known = [word for word, iri in self.vocabulary.classes.items() if self._is_told_of(iri)]
            raise value.error(f"unknown class '{word}'", "a class of things to tell of", suggestion(word, known))
        return NamedNode(iri)

    def _is_told_of(self, cls: str) -> bool:
        """Whether files can tell of things of that class (by IRI)."""
        return self.vocabulary.has_instances(cls) and bool(fields(cls, self.vocabulary))

    def field(self, key: Value, cls: str) -> NamedNode:
        """The property that a field's key names, for a thing of that class (by IRI)."""
        word = key.text()
        if word in self.vocabulary.properties:
            return NamedNode(self.vocabulary.prop(word))
        offer = suggestion(word, fields(cls, self.vocabulary))
        raise _unknown_word(key, word, f"a field of {self.vocabulary.short(cls)}", offer)

    def link(self, value: Value, word: str) -> NamedNode:
        """The property with that short name, where a role could stand too."""
        if word in self.vocabulary.properties:
            return NamedNode(self.vocabulary.prop(word))
        known = [*self.vocabulary.properties, *self.vocabulary.concepts(AG.Role)]
        offer = suggestion(word, known, self.vocabulary.synonyms(AG.Role))
        raise _unknown_word(value, word, "a property or role of the ontology", offer)

    def is_as_written(self, word: str) -> bool:
        """Whether that word is a property whose values are words of the report."""
        iri = self.vocabulary.properties.get(word, "")
        return self.vocabulary.is_as_written(iri)

    def is_text(self, word: str) -> bool:
        """Whether that word is a property whose values are texts."""
        return self.vocabulary.range(self.vocabulary.properties.get(word, "")) in (RDF.langString, XSD.string)

    def role(self, word: str) -> NamedNode | None:
        """The role with that word, if it is one."""
        try:
            return NamedNode(self.vocabulary.concept(AG.Role, word))
        except UnknownTerm:
            return None

    def facts(self, thing: Entity, key: Value, value: Value) -> list[Fact]:
        """What one `key: value` says of a thing; raises if its class has no place for it."""
        predicate = self.field(key, thing.cls.value)
        facts = self._facts(thing.iri, predicate, value)
        check_field(key.text(), thing.cls.value, key, self.vocabulary)
        return facts

    def object(self, predicate: NamedNode, value: Value, word: str | None = None) -> NamedNode:
        """The thing with that short id; raises unless its class is one that the property leads to."""
        wanted = self.vocabulary.range(predicate.value)
        thing = self.entity(value, word, wanted)
        if wanted and not self.vocabulary.is_a(thing.cls.value, wanted):
            found, wished = (self.vocabulary.short(cls) for cls in (thing.cls.value, wanted))
            what = f"'{word or value.text()}', which is of class {found}"
            raise value.error(what, f"something of class {wished}", "Look it up in the lists, or correct its class.")
        return thing.iri

    def _facts(self, node: NamedNode, predicate: NamedNode, value: Value) -> list[Fact]:
        if predicate.value == AG.period:
            return self._period(node, value)
        return every(lambda element: Fact(node, predicate, self._term(predicate, element)), value.some())

    def _period(self, node: NamedNode, value: Value) -> list[Fact]:
        period = value.period()
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
            return self.object(predicate, value)
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
        except UnknownTerm:
            what, known = self.vocabulary.label(kind), self.vocabulary.concepts(kind)
            remedy = near(value.text(), known, self.vocabulary.synonyms(kind))
            raise value.error(f"unknown {what} '{value.text()}'", f"one of {', '.join(known)}", remedy) from None

    def _literal(self, kind: str | None, value: Value) -> Literal:
        if kind == XSD.date:
            return _date(value.day())
        if kind == XSD.integer:
            return Literal(str(value.number()), datatype=NamedNode(XSD.integer))
        if kind == XSD.decimal:
            return Literal(f"{value.decimal():f}", datatype=NamedNode(XSD.decimal))
        return self._tagged(value) if kind == RDF.langString else Literal(value.text())

    def untagged(self, value: Value) -> str:
        """A text without its language tag."""
        return self._tagged(value).value

    def _tagged(self, value: Value) -> Literal:
        """A text in the file's language, or in its own where it ends in a language tag (`@ro`, `@sr-Latn`)."""
        text = value.text()
        own = _TAG.fullmatch(text)
        if own and not is_language(own[2]):
            remedy = f"If '@{own[2]}' belongs to the text, put its language behind it: `{text}@{self.language}`."
            raise value.error(f"'{text}' ends in '@{own[2]}', which is no language", "a tag such as @ro", remedy)
        return Literal(own[1], language=canonical_language(own[2])) if own else Literal(text, language=self.language)


def _unknown_word(value: Value, word: str, expected: str, offer: str) -> ClaimsError:
    remedy = "Put a space after the colon." if ":" in word else offer
    return value.error(f"unknown word '{word}'", expected, remedy)


def _ambiguous(value: Value, id: str, found: Iterable[Entity]) -> ClaimsError:
    places = ", ".join(f"{path(entity)}{_listed_in(entity)}" for entity in found)
    remedy = f"Write which: {' or '.join(map(path, found))}."
    return value.error(f"the id '{id}' stands for {places}", "an id of one thing", remedy)


def _listed_in(entity: Entity) -> str:
    return f" ({entity.origin[0].name}:{entity.origin[1]})" if entity.origin else ""


def _date(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=NamedNode(XSD.date))
