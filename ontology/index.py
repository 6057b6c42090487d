"""The triples of Turtle files, by subject and predicate."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from alliancegraph.ontology.names import names
from alliancegraph.ontology.terms import RDF


@dataclass(frozen=True)
class Index:
    """Values by subject and predicate: IRIs and texts alike as plain strings, in the order of the files."""

    values: Mapping[str, Mapping[str, tuple[str, ...]]]

    @classmethod
    def of(cls, triples: Iterable[Triple]) -> "Index":
        """Return the values in those triples of things with an IRI, with their names (`ag:displayName`)."""
        values: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        read = tuple(triples)
        for subject, predicate, object in (*read, *names(read)):
            if isinstance(subject, NamedNode) and isinstance(object, NamedNode | Literal):
                properties = values[subject.value]
                properties[predicate.value] = (*properties.get(predicate.value, ()), object.value)
        return cls(dict(values))

    def all(self, iri: str, predicate: str) -> tuple[str, ...]:
        """Return all values; none for a thing without triples."""
        return self.values.get(iri, {}).get(predicate, ())

    def first(self, iri: str, predicate: str) -> str:
        """Return the first value, or an empty text."""
        return next(iter(self.all(iri, predicate)), "")

    def instances(self, *types: str) -> Iterator[str]:
        """Return the things with one of those types."""
        return (iri for iri in self.values if set(types) & set(self.all(iri, RDF.type)))

    def above(self, iri: str, predicate: str) -> list[str]:
        """Return what is reached by following the predicate repeatedly, nearest first, without the start."""
        found: list[str] = []
        level = [iri]
        while level:
            reached = dict.fromkeys(value for each in level for value in self.all(each, predicate))
            level = [value for value in reached if value not in found and value != iri]
            found += level
        return found
