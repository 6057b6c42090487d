"""What a member promises in one year and, if it comes back, what the next year's report says of it."""

from collections.abc import Sequence
from typing import NamedTuple

from tests.bench.lists import own_lists
from tests.bench.things import Thing
from tests.bench.words import chance, drawn


class Promise(NamedTuple):
    """Who will do what together with whom, how firmly, and what becomes of it: words of words.yaml."""

    actor: Thing
    partner: Thing
    initiative: Thing
    status: str
    fate: str
    outcome: str

    @property
    def label(self) -> str:
        return f"Next step of {self.initiative.label}"


def promises(seed: int, member: int, year: int, goals: Sequence[str]) -> dict[str, list[Promise]]:
    """Return the promises of that year's report, one or two a goal, each of an initiative of its own."""
    random, lists = chance(seed, member, year, "promises"), own_lists(seed, member, year)
    left = random.sample(lists.initiatives, len(lists.initiatives))
    made: dict[str, list[Promise]] = {}
    for goal in goals:
        made[goal] = []
        for initiative in [left.pop() for _ in range(random.randint(1, 2)) if left]:
            actor, partner = random.sample(lists.bodies, 2)
            kinds = (drawn(random, name) for name in ("promised", "fate", "outcome"))
            made[goal].append(Promise(actor, partner, initiative, *kinds))
    return made
