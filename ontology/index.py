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
        """What those triples say of things that have an IRI, and what each is called for short (`ag:displayName`)."""
        values: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        read = tuple(triples)
        for subject, predicate, object in (*read, *names(read)):
            if isinstance(subject, NamedNode) and isinstance(object, NamedNode | Literal):
                said = values[subject.value]
                said[predicate.value] = (*said.get(predicate.value, ()), object.value)
        return cls(dict(values))

    def all(self, iri: str, predicate: str) -> tuple[str, ...]:
        """All values; none for a thing without triples."""
        return self.values.get(iri, {}).get(predicate, ())

    def first(self, iri: str, predicate: str) -> str:
        """The first value, or an empty text."""
        return next(iter(self.all(iri, predicate)), "")

    def instances(self, *types: str) -> Iterator[str]:
        """The things that bear one of those types."""
        return (iri for iri in self.values if set(types) & set(self.all(iri, RDF.type)))

    def above(self, iri: str, predicate: str) -> list[str]:
        """What is reached by following the predicate again and again, nearest first, the start left out."""
        found: list[str] = []
        level = [iri]
        while level:
            reached = dict.fromkeys(value for each in level for value in self.all(each, predicate))
            level = [value for value in reached if value not in found and value != iri]
            found += level
        return found
