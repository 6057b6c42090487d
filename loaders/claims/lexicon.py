"""The words that a claims file may use: the ontology's short names, and the short ids of entities."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from alliancegraph.graph.errors import ClaimsError
from alliancegraph.graph.model.reports import Entity
from alliancegraph.graph.model.texts import Text
from alliancegraph.graph.words.suggestions import near, suggestion
from alliancegraph.loaders.claims.fields import can_be_introduced, fields
from alliancegraph.loaders.claims.ids import Ids, path
from alliancegraph.loaders.form.scheme import Scheme
from alliancegraph.ontology.terms import AG, RDF
from alliancegraph.ontology.vocabulary import UnknownTerm, Vocabulary

TYPE = NamedNode(RDF.type)
NOBODY = "_"


@dataclass(frozen=True)
class Lexicon:
    """Looks up words; an unknown word is an error at its place, with a suggestion."""

    vocabulary: Vocabulary
    ids: Ids
    scheme: Scheme | None = None

    def knowing(self, entities: Iterable[Entity]) -> "Lexicon":
        """Return a lexicon that has these things too."""
        ids = Ids.of([*(thing for found in self.ids.things.values() for thing in found), *entities])
        return replace(self, ids=replace(ids, whole=self.ids.whole))

    def entity(self, id: Text, cls: str | None = None) -> Entity:
        """Return the entity with that short id; if several have it, the only one of that class."""
        found = self.ids.find(id)
        fitting = found
        if len(found) > 1:
            fitting = tuple(each for each in found if cls and self.vocabulary.is_a(each.cls.value, cls))
        if len(fitting) == 1:
            return fitting[0]
        raise _ambiguous(id, fitting or found) if found else self._unknown(id)

    def _unknown(self, id: Text) -> ClaimsError:
        if not self.ids.whole:
            return ClaimsError()  # the list that may have it has an error of its own
        remedy = (
            f"{near(id, self.ids.of_the_form(id))} A new body, law or place goes into an authority list; what the "
            "claims on another report introduce is known where `things of:` names that report."
        )
        expected = "an id from the authority lists, or introduced in this file"
        return id.error(f"unknown id '{id}'", expected, remedy.strip())

    def object(self, predicate: NamedNode, id: Text) -> NamedNode:
        """Return the thing with that short id; raise ClaimsError if its class is not in the property's range."""
        wanted = self.vocabulary.range(predicate.value)
        thing = self.entity(id, wanted)
        if wanted and not self.vocabulary.is_a(thing.cls.value, wanted):
            found, wished = (self.vocabulary.short(cls) for cls in (thing.cls.value, wanted))
            what = f"'{id}', which is of class {found}"
            raise id.error(what, f"something of class {wished}", "Look it up in the lists, or correct its class.")
        return thing.iri

    def cls(self, word: Text) -> NamedNode:
        """Return the class with that short name."""
        iri = self.vocabulary.classes.get(word, "")
        if not can_be_introduced(iri, self.vocabulary):
            classes = self.vocabulary.classes.items()
            known = [word for word, iri in classes if can_be_introduced(iri, self.vocabulary)]
            raise word.error(f"unknown class '{word}'", "a class that facts can be about", suggestion(word, known))
        return NamedNode(iri)

    def field(self, word: Text, cls: str) -> NamedNode:
        """Return the property that a field's key names, for a thing of that class (by IRI)."""
        try:
            return NamedNode(self.vocabulary.prop(word))
        except UnknownTerm:
            offer = suggestion(word, fields(cls, self.vocabulary))
            raise _unknown_word(word, f"a field of {self.vocabulary.short(cls)}", offer) from None

    def link(self, word: Text) -> NamedNode:
        """Return the property with that short name; an error also suggests roles, which have the same place."""
        if word in self.vocabulary.properties:
            return NamedNode(self.vocabulary.prop(word))
        known = [*self.vocabulary.properties, *self.vocabulary.concepts(AG.Role)]
        offer = suggestion(word, known, self.vocabulary.synonyms(AG.Role))
        raise _unknown_word(word, "a property or role of the ontology", offer)

    def role(self, word: str) -> NamedNode | None:
        """Return the role with that word; None if it is no role."""
        try:
            return NamedNode(self.vocabulary.concept(AG.Role, word))
        except UnknownTerm:
            return None

    def concept(self, cls: str, word: Text) -> NamedNode:
        """Return the concept of that class (by IRI) with that word."""
        try:
            return NamedNode(self.vocabulary.concept(cls, word))
        except UnknownTerm:
            what, known = self.vocabulary.label(cls), self.vocabulary.concepts(cls)
            remedy = near(word, known, self.vocabulary.synonyms(cls))
            raise word.error(f"unknown {what} '{word}'", f"one of {', '.join(known)}", remedy) from None

    def worded(self, cls: str, words: Text) -> NamedNode:
        """Return the concept of that class (by IRI) whose words a report uses."""
        try:
            return NamedNode(self.vocabulary.worded(cls, words))
        except UnknownTerm as error:
            what = f"'{words}' is no known {self.vocabulary.label(cls)}"
            remedy = f"{near(words, error.known)} A new one is an entry in ontology/vocabularies.ttl."
            raise words.error(what, f"one of {', '.join(error.known)}", remedy.strip()) from None

    def goal(self, number: Text) -> NamedNode:
        """Return the goal with that number."""
        goal = self.scheme.goal(number) if self.scheme else None
        if goal is None:
            numbers = [goal.number for goal in self.scheme.goals] if self.scheme else []
            raise number.error(f"no goal '{number}'", "the number of a goal", suggestion(number, numbers))
        return goal.iri


def _unknown_word(word: Text, expected: str, offer: str) -> ClaimsError:
    remedy = "Put a space after the colon." if ":" in word else offer
    return word.error(f"unknown word '{word}'", expected, remedy)


def _ambiguous(id: Text, found: Iterable[Entity]) -> ClaimsError:
    places = ", ".join(f"{path(entity)}{_listed_in(entity)}" for entity in found)
    remedy = f"Write which: {' or '.join(map(path, found))}."
    return id.error(f"the id '{id}' is that of {places}", "an id of one thing", remedy)


def _listed_in(entity: Entity) -> str:
    return f" ({entity.origin[0].name}:{entity.origin[1]})" if entity.origin else ""
