"""Resolves the short ids of claims and lists."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.model.reports import Entity
from alliancegraph.ontology.terms import DATA


@dataclass(frozen=True)
class Ids:
    """Things by their short ids, and by the end of their IRIs (`place/malta`), which tells apart those of one id.

    They are not `whole` where a list cannot be read: what it would name is then unknown.
    """

    things: Mapping[str, tuple[Entity, ...]]
    whole: bool = True

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> "Ids":
        """The ids of those things, a thing that is listed several times counted once."""
        things: dict[str, dict[NamedNode, Entity]] = defaultdict(dict)
        for entity in entities:
            for id in (entity.id, path(entity)):
                things[id].setdefault(entity.iri, entity)
        return cls({id: tuple(found.values()) for id, found in things.items()})

    def find(self, id: str) -> tuple[Entity, ...]:
        """All things that the id may mean."""
        return self.things.get(id, ())

    def texts(self) -> set[str]:
        """All texts that lists say of things: their names, what they are for."""
        facts = (fact for found in self.things.values() for entity in found for fact in entity.facts)
        return {fact.object.value for fact in facts if isinstance(fact.object, Literal)}

    def of_the_form(self, id: str) -> list[str]:
        """All ids that are written as that one is, with a kind or without."""
        return [known for known in self.things if ("/" in known) == ("/" in id)]


def path(entity: Entity) -> str:
    """The end of a thing's IRI: its kind and its name there, as in `organization/ro-cocd`."""
    return entity.iri.value.removeprefix(DATA)
