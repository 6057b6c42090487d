"""Resolves the short ids of claims and lists."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.model.reports import Entity
from alliancegraph.ontology.terms import DATA


@dataclass(frozen=True)
class Ids:
    """Things by their short ids, and by kind and id (`place/malta`), which distinguishes things of the same id.

    They are not `whole` if a list cannot be read, so that an unknown id may be in that list.
    """

    things: Mapping[str, tuple[Entity, ...]]
    whole: bool = True

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> "Ids":
        """Return the ids of those things; a thing that is listed several times counts once."""
        things: dict[str, dict[NamedNode, Entity]] = defaultdict(dict)
        for entity in entities:
            for id in (entity.id, path(entity)):
                things[id].setdefault(entity.iri, entity)
        return cls({id: tuple(found.values()) for id, found in things.items()})

    def find(self, id: str) -> tuple[Entity, ...]:
        """Return all things that the id may mean."""
        return self.things.get(id, ())

    def texts(self) -> set[str]:
        """Return all texts in the facts of the lists, such as names and descriptions."""
        facts = (fact for found in self.things.values() for entity in found for fact in entity.facts)
        return {fact.object.value for fact in facts if isinstance(fact.object, Literal)}

    def of_the_form(self, id: str) -> list[str]:
        """Return all known ids with a kind if the id has one, else all without."""
        return [known for known in self.things if ("/" in known) == ("/" in id)]


def path(entity: Entity) -> str:
    """Return the end of a thing's IRI: its kind and local name, as in `organization/ro-cocd`."""
    return entity.iri.value.removeprefix(DATA)
