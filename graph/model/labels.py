"""The names of things, and their classes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from alliancegraph.graph.model.iris import local_name
from alliancegraph.ontology.terms import AG, RDF
from alliancegraph.ontology.vocabulary import Vocabulary

_WORDS = (AG.counted, AG.words, AG.note, AG.penaltyAsWritten)  # by which a thing without a name is called


class Unnamed(NamedTuple):
    """A contribution, which is named by its parts; the actor is empty if the text names nobody."""

    iri: str
    actor: str
    role_name: str
    initiative: str


@dataclass(frozen=True)
class Labels:
    """Names and classes of things; things and classes are given by IRI."""

    names: Mapping[str, str]
    classes: Mapping[str, Collection[str]]
    vocabulary: Vocabulary
    _narrowest: dict[str, str] = field(default_factory=dict)  # found so far: a thing is asked for in many rows

    @classmethod
    def of(
        cls, names: Iterable[tuple[str, str]], classes: Iterable[tuple[str, str]], contributions: Iterable[Unnamed]
    ) -> "Labels":
        """Return labels from pairs of thing and name (the last wins) and of thing and class, and from contributions."""
        named = dict(names)
        for each in contributions:
            actor = named.get(each.actor, "") if each.actor else "(nobody named)"
            named[each.iri] = f"{actor} {each.role_name}: {named.get(each.initiative, '')}"
        by_thing = defaultdict(set)
        for thing, kind in classes:
            by_thing[thing].add(kind)
        return cls(named, by_thing, Vocabulary.load())

    @classmethod
    def of_triples(cls, triples: Iterable[Triple]) -> "Labels":
        """Return the labels in the triples; of several names of a thing, the last in alphabetical order."""
        statements = [
            (subject.value, predicate.value, value.value)
            for subject, predicate, value in triples
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal)
        ]
        words = sorted((thing, name) for thing, predicate, name in statements if predicate in _WORDS)
        named = sorted((thing, name) for thing, predicate, name in statements if predicate == AG.displayName)
        names = dict([*words, *named])
        classes = [(thing, kind) for thing, predicate, kind in statements if predicate == RDF.type]
        ends = {(thing, predicate): value for thing, predicate, value in statements}
        contributions = (
            Unnamed(
                iri=thing,
                actor=ends.get((thing, AG.actor), ""),
                role_name=names.get(ends.get((thing, AG.role), ""), ""),
                initiative=ends.get((thing, AG.initiative), ""),
            )
            for thing, kind in classes
            if kind == AG.Contribution
        )
        return cls.of(names.items(), classes, contributions)

    def name(self, thing: str) -> str:
        """Return the name of a thing; its local name if it has none, and an empty text for an empty IRI."""
        return self.names.get(thing) or local_name(thing)

    def text(self, term: NamedNode | Literal) -> str:
        """Return the name of a thing, or the text of a literal."""
        return term.value if isinstance(term, Literal) else self.name(term.value)

    def kind(self, thing: str) -> str:
        """Return the short name of the narrowest class of a thing; empty if it has none of the ontology's."""
        return self.vocabulary.short(narrowest) if (narrowest := self.narrowest(thing)) else ""

    def is_a(self, thing: str, cls: str) -> bool:
        """Return whether the thing has that class."""
        return cls in self.classes.get(thing, ())

    def narrowest(self, thing: str) -> str:
        """Return the narrowest class of a thing; empty if it has none."""
        if thing not in self._narrowest:
            self._narrowest[thing] = self.vocabulary.narrowest(self.classes.get(thing, ()))
        return self._narrowest[thing]
