"""The authority lists of a made-up alliance: those that all members share, and each member's own.

A member's lists last for ten years; then bodies and acts of other names follow, so that what one of them is reported to
do does not grow with the number of years.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from alliancegraph.graph.model.iris import slug
from alliancegraph.graph.model.reports import Entity, Member
from alliancegraph.ontology.terms import AG, FOAF, ORG
from tests.bench.terms import fact, vocabulary
from tests.bench.things import Act, Thing, acts, judgements, places, things
from tests.bench.words import WORDS, chance, land

FIRST_YEAR = 2014
LASTS = 10


@dataclass(frozen=True)
class Lists:
    """What reports can speak of, and the entities that say so."""

    bodies: Sequence[Thing]
    boards: Sequence[Thing]
    initiatives: Sequence[Thing]
    places: Sequence[Thing]
    acts: Sequence[Act]
    entities: tuple[Entity, ...]


@lru_cache(maxsize=1)
def common_lists(seed: int) -> Lists:
    """Return what all members share."""
    named = list(things(WORDS["common"], "", chance(seed, "common")))
    bodies, boards = _kind(named, FOAF.Agent), _kind(named, ORG.OrganizationalCollaboration)
    return Lists(bodies, boards, _kind(named, AG.Initiative), [], [], tuple(thing.entity() for thing in named))


def own_lists(seed: int, member: int, year: int) -> Lists:
    """Return a member's own lists as they are in that year."""
    return _since(seed, member, year - (year - FIRST_YEAR) % LASTS)


@lru_cache(maxsize=4)
def _since(seed: int, member: int, since: int) -> Lists:
    random, home = chance(seed, member, "lists", since), f"{slug(land(member))}-since-{since}"
    named = list(things(WORDS["own"], home, random, land=f"{land(member)} since {since}"))
    towns, laws = list(places(home, random)), list(acts(home, land(member), since, random))
    bodies, initiatives = _kind(named, FOAF.Agent), _kind(named, AG.Initiative)
    entities = (
        *(body.entity(fact(body.iri, AG.ofMember, Member(land(member), "").iri)) for body in bodies),
        *(thing.entity() for thing in (*initiatives, *towns)),
        *(entity for law in laws for entity in law.entities()),
        *judgements(home, bodies, random),
    )
    return Lists(bodies, _kind(named, ORG.OrganizationalCollaboration), initiatives, towns, laws, entities)


def _kind(named: Sequence[Thing], wider: str) -> list[Thing]:
    return [thing for thing in named if wider in {thing.cls, *vocabulary.ancestors(thing.cls)}]
