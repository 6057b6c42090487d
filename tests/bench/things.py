"""What authority lists name, made up: bodies, initiatives, places; acts with their articles; judgements on names."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from random import Random
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.model.iris import mint, slug
from alliancegraph.graph.model.reports import Entity, Fact
from alliancegraph.ontology.terms import AG, DC, ELI, SCHEMA, SKOS
from tests.bench.terms import concept, day, english, fact, integer, is_a, segment, term, vocabulary
from tests.bench.words import WORDS, drawn

SOURCE = fact(NamedNode("urn:any"), DC.source, english("Made up for a benchmark."))


class Thing(NamedTuple):
    """An entity: its label, and the names under which reports write it."""

    iri: NamedNode
    cls: str
    label: str
    names: Sequence[str]

    def entity(self, *facts: Fact) -> Entity:
        """Return what an authority list says of it."""
        said = (is_a(self.iri, self.cls), fact(self.iri, SKOS.prefLabel, english(self.label)), *facts)
        names = (fact(self.iri, SKOS.altLabel, english(name)) for name in self.names if name != self.label)
        return Entity(self.iri, term(self.cls), (*said, *names, SOURCE._replace(subject=self.iri)))


class Act(NamedTuple):
    """An act, the day on which it comes into force, and its articles."""

    thing: Thing
    begins: date
    articles: Sequence[Thing]

    def entities(self) -> Iterator[Entity]:
        """Yield what an authority list says of it and of its articles."""
        act = self.thing.iri
        number = Literal(self.thing.label.split()[2])
        yield self.thing.entity(fact(act, ELI.number, number), fact(act, AG.yearOfAct, integer(self.begins.year - 1)))
        for article in self.articles:
            yield article.entity(fact(article.iri, ELI.is_part_of, act))


def things(patterns: Mapping[str, Sequence[str]], home: str, random: Random, **words: str) -> Iterator[Thing]:
    """Yield a thing for each pattern, by class; `home` tells those of one list from those of another."""
    for cls, names in patterns.items():
        for name in names:
            place, topic = random.choice(WORDS["places"]), random.choice(WORDS["topics"])
            yield _thing(home, vocabulary.cls(cls), name.format(place=place, topic=topic, **words))


def places(home: str, random: Random) -> Iterator[Thing]:
    """Six places."""
    for name in random.sample(WORDS["places"], 6):
        yield _thing(home, SCHEMA.Place, name)


def acts(home: str, land: str, since: int, random: Random) -> Iterator[Act]:
    """Acts of the years around the one in which the lists begin, the oldest first."""
    for number in range(WORDS["acts"]):
        year = since - 2 + number
        law = f"Act no. {random.randint(10, 400)}/{year - 1} of {land}"
        articles = [f"{law} art. {article}" for article in sorted(random.sample(range(1, 90), WORDS["articles"]))]
        yield Act(
            _thing(home, ELI.LegalResource, law),
            date(year, random.randint(1, 12), random.randint(1, 28)),
            [_thing(home, ELI.LegalResourceSubdivision, article) for article in articles],
        )


def judgements(home: str, bodies: Sequence[Thing], random: Random) -> Iterator[Entity]:
    """Yield what somebody judged of two bodies and the next two, whether they are one."""
    for one, other in list(pairwise(bodies))[:3]:
        iri = mint("judgement", f"{home}-{slug(one.label)}-or-{slug(other.label)}")
        facts = (
            is_a(iri, AG.Judgement),
            fact(iri, AG.judges, one.iri),
            fact(iri, AG.judges, other.iri),
            fact(iri, AG.verdict, concept(AG.Verdict, drawn(random, "verdict"))),
            fact(iri, AG.reason, english(f"Both have been called {one.names[-1]}.")),
            fact(iri, AG.judgedBy, Literal("a benchmark")),
            fact(iri, AG.judgedOn, day(date(2026, 1, 1))),
        )
        yield Entity(iri, term(AG.Judgement), facts)


def _thing(home: str, cls: str, names: str) -> Thing:
    label, *others = names.split("|")
    local = f"{home}-{slug(label)}" if home else slug(label)
    return Thing(mint(segment(cls), local), cls, label, (label, *others))
