"""What things are called, and which kind of thing each is, in a whole store."""

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.model.iris import local_name
from alliancegraph.ontology.terms import AG, RDF
from alliancegraph.ontology.vocabulary import Vocabulary

_NAMES = f"""
SELECT ?thing ?name WHERE {{
  ?thing <{AG.displayName}>|<{AG.counted}>|<{AG.words}>|<{AG.note}>|<{AG.penaltyAsWritten}> ?name
}} ORDER BY ?thing ?name"""
_TYPES = f"SELECT DISTINCT ?thing ?type WHERE {{ ?thing <{RDF.type}> ?type }}"
_CONTRIBUTIONS = f"""
SELECT ?thing ?actor ?role ?initiative WHERE {{
  ?thing a <{AG.Contribution}> ; <{AG.role}>/<{AG.displayName}> ?role ; <{AG.initiative}> ?initiative .
  OPTIONAL {{ ?thing <{AG.actor}> ?actor }}
}}"""


@dataclass(frozen=True)
class Labels:
    """Names and classes by IRI; all things and classes are given by IRI."""

    names: dict[str, str]
    types: dict[str, set[str]]
    vocabulary: Vocabulary

    @classmethod
    def read(cls, store: Queryable) -> "Labels":
        """All names and kinds that the store gives.

        A contribution is named by its actor, role and initiative; a statistic by what it counts; an assessment, a
        source note and a penalty by their words.
        """
        names = {row["thing"].value: row["name"].value for row in store.select(_NAMES)}
        types: dict[str, set[str]] = defaultdict(set)
        for row in store.select(_TYPES):
            types[row["thing"].value].add(row["type"].value)
        for row in store.select(_CONTRIBUTIONS):
            actor = names.get(row["actor"].value, "") if row["actor"] else "(nobody named)"
            names[row["thing"].value] = f"{actor} {row['role'].value}: {names.get(row['initiative'].value, '')}"
        return cls(names, types, Vocabulary.load())

    def name(self, thing: str) -> str:
        """The name of a thing; its local name if it has none, and an empty text for none."""
        return self.names.get(thing) or local_name(thing)

    def text(self, term: NamedNode | Literal) -> str:
        """The name of a thing, or a literal's own text."""
        return term.value if isinstance(term, Literal) else self.name(term.value)

    def kind(self, thing: str) -> str:
        """The short name of the narrowest class of a thing; empty if it has none of the ontology's."""
        return self.vocabulary.short(narrowest) if (narrowest := self.narrowest(thing)) else ""

    def is_a(self, thing: str, cls: str) -> bool:
        """Whether the thing is of that class."""
        return cls in self.types.get(thing, ())

    def narrowest(self, thing: str) -> str:
        """The narrowest class of a thing; empty if it has none."""
        types = self.types.get(thing, set())
        wider = {ancestor for cls in types for ancestor in self.vocabulary.ancestors(cls)}
        return min(types - wider, default="")
