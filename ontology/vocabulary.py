"""The words of the ontology and its schemes, as its Turtle files define them, with their IRIs."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, parse

from alliancegraph.ontology.index import Index
from alliancegraph.ontology.terms import AG, OWL, RDF, RDFS, SCHEMA, SKOS

ROOM = Path(__file__).parent
FILES = (ROOM / "alliance.ttl", ROOM / "vocabularies.ttl")
_PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property)


class UnknownTerm(KeyError):
    """A word that the ontology does not have; `known` are the words of the same kind."""

    def __init__(self, word: str, known: Iterable[str]) -> None:
        super().__init__(word)
        self.word = word
        self.known = sorted(known)


@dataclass(frozen=True)
class Vocabulary:
    """Looks up words and IRIs; a miss raises UnknownTerm.

    >>> vocabulary = Vocabulary.load()
    >>> vocabulary.prop("articleOf")
    'http://data.europa.eu/eli/ontology#is_part_of'
    >>> vocabulary.segment(vocabulary.cls("Meeting"))
    'event'
    """

    paths: tuple[Path, ...]
    read: tuple[Triple, ...]
    index: Index
    classes: Mapping[str, str]
    properties: Mapping[str, str]
    days_after: Mapping[str, str]
    schemes: Mapping[str, Mapping[str, str]]
    wider: Mapping[str, frozenset[str]]

    @staticmethod
    def load(goal_files: Iterable[Path] = ()) -> "Vocabulary":
        """Return the ontology, its schemes and the goals in those files; the same files are read once a process."""
        return _load((*FILES, *goal_files))

    def knowing(self, triples: Iterable[Triple]) -> "Vocabulary":
        """Return this vocabulary with the roles, audiences and classes of bodies that an alliance's triples add."""
        return _extended(self.paths, tuple(triples))

    def files(self) -> list[Path]:
        """Return the Turtle files that belong in the graph."""
        return list(self.paths)

    def triples(self) -> tuple[Triple, ...]:
        """Return the triples of those files."""
        return self.read

    def cls(self, word: str) -> str:
        """Return the IRI of the class with that short name."""
        return _look_up(self.classes, word)

    def prop(self, word: str) -> str:
        """Return the IRI of the property with that short name, or whose value is the day before that of the word."""
        return _look_up({**self.days_after, **self.properties}, word)

    def concept(self, cls: str, word: str) -> str:
        """Return the IRI of the concept of that class (by IRI) with that word as its notation."""
        return _look_up(self.schemes.get(cls, {}), word)

    def concepts(self, cls: str) -> list[str]:
        """Return the words of the concepts of that class (by IRI), in the order of the files."""
        return list(self.schemes.get(cls, ()))

    def synonyms(self, cls: str) -> dict[str, str]:
        """Return the synonyms (`skos:altLabel`) of the concepts of that class (by IRI), with the word of each."""
        words = self.schemes.get(cls, {}).items()
        return {other: word for word, iri in words for other in self.index.all(iri, SKOS.altLabel)}

    def worded(self, cls: str, word: str) -> str:
        """Return the IRI of the concept of that class (by IRI) with that label, in any case; raise UnknownTerm."""
        labels = (SKOS.notation, SKOS.prefLabel, SKOS.altLabel)
        concepts = self.schemes.get(cls, {}).values()
        named = ((label, iri) for iri in concepts for kind in labels for label in self.index.all(iri, kind))
        return _look_up({label.casefold(): iri for label, iri in named}, word.casefold())

    def concept_classes(self) -> frozenset[str]:
        """Return the classes that have concepts: statuses, roles, states, verdicts; goals if files were given."""
        return frozenset(self.schemes)

    def short(self, iri: str) -> str:
        """Return the short name of a term; of anything else, its local name."""
        return _short(self.index, iri)

    def label(self, iri: str) -> str:
        """Return the English label of a term or a concept."""
        return self.index.first(iri, RDFS.label) or self.index.first(iri, SKOS.prefLabel)

    def segment(self, cls: str) -> str:
        """Return the kind in the IRIs of a class's instances: its own or that of its nearest superclass."""
        if not self.has_instances(cls):
            raise UnknownTerm(cls, self.classes)
        return self._segments(cls)[0]

    def has_instances(self, cls: str) -> bool:
        """Return whether the graph can have things of a class (by IRI), whose IRIs then have a kind."""
        return bool(self._segments(cls))

    def _segments(self, cls: str) -> list[str]:
        lineage = [cls, *self.index.above(cls, RDFS.subClassOf)]
        return [segment for each in lineage if (segment := self.index.first(each, AG.iriSegment))]

    def segments(self) -> frozenset[str]:
        """Return the kinds in the IRIs of all instances."""
        return frozenset(segment for cls in self.classes.values() for segment in self.index.all(cls, AG.iriSegment))

    def ancestors(self, cls: str) -> frozenset[str]:
        """Return all superclasses of a class, without itself."""
        return self.wider.get(cls, frozenset())

    def narrowest(self, classes: Collection[str]) -> str:
        """Return the narrowest of the classes of a thing; empty if there are none."""
        wider = {ancestor for cls in classes for ancestor in self.ancestors(cls)}
        return min(set(classes) - wider, default="")

    def is_a(self, cls: str, wider: str) -> bool:
        """Return whether a class is the other one or narrower."""
        return cls == wider or wider in self.ancestors(cls)

    def range(self, prop: str) -> str | None:
        """Return the class or datatype of a property's values in this graph; None if the ontology gives none."""
        return self.index.first(prop, RDFS.range) or self.index.first(prop, SCHEMA.rangeIncludes) or None

    def domain(self, prop: str) -> str | None:
        """Return the class of a property's subjects; None if the ontology gives none."""
        return self.index.first(prop, RDFS.domain) or None

    def is_as_written(self, prop: str) -> bool:
        """Return whether a property's values are the words of a report (O19)."""
        return self.index.first(prop, AG.wording) == "as written"

    def is_period(self, prop: str) -> bool:
        """Return whether a property's values are periods (O19)."""
        return self.index.first(prop, AG.wording) == "period"

    def is_object_property(self, prop: str) -> bool:
        """Return whether a property's values are things, not texts, numbers or dates."""
        return OWL.ObjectProperty in self.index.all(prop, RDF.type)


@cache
def _load(paths: tuple[Path, ...]) -> Vocabulary:
    return _vocabulary(paths, tuple(q.triple for path in paths for q in parse(path=path, format=RdfFormat.TURTLE)))


@lru_cache(maxsize=8)
def _extended(paths: tuple[Path, ...], triples: tuple[Triple, ...]) -> Vocabulary:
    return _vocabulary(paths, (*_load(paths).read, *triples))


def _vocabulary(paths: tuple[Path, ...], triples: tuple[Triple, ...]) -> Vocabulary:
    index = Index.of(triples)
    classes, properties = _by_word(index, OWL.Class), _by_word(index, *_PROPERTIES)
    return Vocabulary(
        paths,
        triples,
        index,
        classes,
        properties,
        _days_after(index, properties.values()),
        _schemes(index, classes.values()),
        _wider(index),
    )


def _wider(index: Index) -> dict[str, frozenset[str]]:
    """Return all superclasses of each class that has any."""
    return {cls: frozenset(above) for cls in index.values if (above := index.above(cls, RDFS.subClassOf))}


def _by_word(index: Index, *types: str) -> dict[str, str]:
    return {_short(index, iri): iri for iri in index.instances(*types)}


def _days_after(index: Index, properties: Iterable[str]) -> dict[str, str]:
    return {word: iri for iri in properties for word in index.all(iri, AG.dayAfter)}


def _schemes(index: Index, classes: Iterable[str]) -> dict[str, dict[str, str]]:
    concepts = (cls for cls in classes if SKOS.Concept in index.all(cls, RDFS.subClassOf))
    schemes = {cls: {index.first(i, SKOS.notation): i for i in index.instances(cls)} for cls in concepts}
    return {cls: words for cls, words in schemes.items() if words}


def _short(index: Index, iri: str) -> str:
    return index.first(iri, AG.shortName) or iri[max(iri.rfind("/"), iri.rfind("#")) + 1 :]


def _look_up(words: Mapping[str, str], word: str) -> str:
    if word not in words:
        raise UnknownTerm(word, words)
    return words[word]
