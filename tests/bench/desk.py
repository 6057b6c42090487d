"""Where a report is written: what it can speak of, and the small draws that its sentences share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from pyoxigraph import NamedNode

from alliancegraph.graph.model.reports import Fact, Passage
from alliancegraph.ontology.terms import AG
from tests.bench.form import SCHEME
from tests.bench.lists import Lists
from tests.bench.scribe import UNNAMED, Scribe
from tests.bench.terms import concept, decimal, english, fact, period, term, vocabulary
from tests.bench.things import Thing
from tests.bench.words import WORDS, drawn


@dataclass(frozen=True)
class Desk:
    """Writes into the section that is open."""

    scribe: Scribe
    random: Random
    year: int
    member: NamedNode
    common: Lists
    own: Lists

    def say(self, sentence: str, context: Passage | None = None) -> Passage:
        """Return a sentence; some give a body's words, not the member's, some are read with the one before."""
        stated_by = self.body().iri if drawn(self.random, "quoted") == "body" else None
        if drawn(self.random, "read") == "with the one before":
            context = context or self.scribe.paper.last
        return self.scribe.paper.say(sentence, stated_by, context)

    def words(self, kind: str) -> str:
        """Return one of the words of that kind."""
        return str(self.random.choice(WORDS[kind]))

    def body(self) -> Thing:
        """Return a body, mostly one of the member's own."""
        return self.random.choice(self._lists().bodies)

    def initiative(self) -> Thing:
        """Return an initiative of the lists."""
        return self.random.choice(self._lists().initiatives)

    def bodies(self, most: int) -> Sequence[Thing]:
        """Return some of the member's bodies, or none."""
        return self.random.sample(self.own.bodies, self.random.randint(0, most))

    def month(self) -> str:
        """Return a month or a year before the report, as an ISO period."""
        year = self.year - self.random.randint(0, 1)
        return self.random.choice([f"{year}", f"{year}-{self.random.randint(1, 12):02}"])

    def contribute(self, passage: Passage, actor: Thing, through: NamedNode, status: str, *facts: Fact) -> None:
        """Return a contribution in some role; a quarter of the sentences name nobody."""
        named = actor if drawn(self.random, "unnamed") == "named" else None
        says = fact(UNNAMED, AG.status, concept(AG.Status, status))
        self.scribe.contribution(passage, named, drawn(self.random, "role"), through, says, *self._beyond(), *facts)

    def count(self, about: NamedNode, words: str, context: Passage | None = None) -> None:
        """Return one to three numbers that a sentence gives about something."""
        when, units = self.month(), self.random.sample(WORDS["units"], self.random.choice((1, 1, 2, 3)))
        numbers = [(f"{self.random.randint(2, 60_000):,}", drawn(self.random, "qualifier"), unit) for unit in units]
        printed = " and ".join(f"{qualifier} {number} {unit}".strip() for number, qualifier, unit in numbers)
        passage = self.say(f"Counted for {words} in {when}: {printed}.", context)
        for number, qualifier, unit in numbers:
            facts = [
                fact(UNNAMED, AG.counted, english(f"{unit} of {words}")),
                fact(UNNAMED, AG.value, decimal(number)),
                fact(UNNAMED, AG.valueAsWritten, english(number)),
                fact(UNNAMED, AG.unit, english(unit)),
                fact(UNNAMED, AG.initiative, about),
                *period(UNNAMED, when),
                *self._counted(qualifier),
            ]
            self.scribe.node(passage, AG.Statistic, *facts)

    def _counted(self, qualifier: str) -> Iterator[Fact]:
        if qualifier:
            yield fact(UNNAMED, AG.qualifier, term(vocabulary.worded(AG.Qualifier, qualifier)))
        if self.random.random() < 0.1:
            yield fact(UNNAMED, AG.source, self.body().iri)

    def _lists(self) -> Lists:
        return self.own if self.random.random() < 0.85 else self.common

    def _beyond(self) -> Iterator[Fact]:
        """Yield a law on which it rests, another goal that it serves: rarely."""
        if drawn(self.random, "goals") == "two":
            yield fact(UNNAMED, AG.goal, self.random.choice(SCHEME.goals).iri)
        if self.random.random() < 0.05:
            yield fact(UNNAMED, AG.underLaw, self.random.choice(self.own.acts).thing.iri)
