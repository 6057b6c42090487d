"""Sentences of a report and what they state: each scene is a sentence or two on one matter."""

from collections.abc import Callable, Mapping, Sequence

from pyoxigraph import NamedNode

from alliancegraph.ontology.terms import AG, DCTERMS, ORG, SCHEMA
from tests.bench.acts import act
from tests.bench.desk import Desk
from tests.bench.scribe import UNNAMED
from tests.bench.terms import concept, decimal, english, fact, is_event, period, vocabulary
from tests.bench.things import Thing
from tests.bench.words import WORDS, drawn

AUDIENCES = vocabulary.concepts(AG.Audience)


def activity(desk: Desk) -> None:
    """Something new: what it is part of, for whom, who does it, what it is about."""
    random, scribe, kind = desk.random, desk.scribe, drawn(desk.random, "introduced")
    whole, topic, place, when = desk.initiative(), desk.words("topics"), random.choice(desk.own.places), desk.month()
    audience, status, cls = random.choice(AUDIENCES), drawn(random, "status"), vocabulary.cls(kind)
    label, actors = f"{kind} {random.randint(1, 9999)} on {topic}", [desk.body(), *desk.bodies(2)]
    how = f"part of {whole.names[-1]} in {place.label} and meant for {audience}, {WORDS['verbs'][status]}"
    passage = desk.say(f"{label}, {how} by {listed(actors)} in {when}.")
    facts = [fact(UNNAMED, DCTERMS.isPartOf, whole.iri), fact(UNNAMED, AG.audience, concept(AG.Audience, audience))]
    if is_event(cls):
        facts += [fact(UNNAMED, SCHEMA.location, place.iri), *period(UNNAMED, when)]
    made = scribe.introduce(passage, cls, label, *facts)
    for actor in actors:
        desk.contribute(passage, actor, made, status, *period(UNNAMED, when))
    scribe.named(passage, actors[0])
    scribe.plain(passage, made, AG.topic, english(topic))
    if random.random() < 0.4:
        desk.count(made, label, passage)


def shared_work(desk: Desk) -> None:
    """Work on an initiative of the lists, who does it, what it is for."""
    initiative, actors, status = desk.initiative(), [desk.body(), *desk.bodies(2)], drawn(desk.random, "status")
    purpose, trait = desk.words("purposes"), desk.words("descriptions")
    passage = desk.say(f"{initiative.names[0]} {WORDS['verbs'][status]} by {listed(actors)}: {purpose}. {trait}.")
    for actor in actors:
        desk.contribute(passage, actor, initiative.iri, status)
    desk.scribe.named(passage, initiative, actors[0])
    desk.scribe.plain(passage, initiative.iri, AG.purpose, english(f"{purpose}."))
    if desk.random.random() < 0.5:
        desk.scribe.plain(passage, initiative.iri, DCTERMS.description, english(f"{trait}."))


def figures(desk: Desk) -> None:
    """Return numbers about an initiative."""
    initiative = desk.initiative()
    desk.count(initiative.iri, initiative.names[0])


def listed(things: Sequence[Thing]) -> str:
    """Their names in one phrase."""
    return " with ".join(thing.names[0] for thing in things)


def measured(desk: Desk, goal: NamedNode, what: str, unit: str) -> None:
    """Return the number by which the goal itself is measured."""
    number, when = f"{desk.random.randint(0, 30)}", f"{desk.year - 1}"
    passage = desk.say(f"In {when}, the {what} was {number} {unit}.")
    facts = (
        fact(UNNAMED, AG.counted, english(what)),
        fact(UNNAMED, AG.value, decimal(number)),
        fact(UNNAMED, AG.valueAsWritten, english(number)),
        fact(UNNAMED, AG.unit, english(unit)),
        fact(UNNAMED, AG.measures, goal),
        *period(UNNAMED, when),
    )
    desk.scribe.node(passage, AG.Statistic, *facts)


def bodies(desk: Desk) -> None:
    """Return which body works with, belongs to, or is a unit of which."""
    one, other = desk.random.sample(desk.own.bodies, 2)
    board = desk.random.choice(desk.common.bodies)
    passage = desk.say(f"{one.names[0]} works together with {other.names[0]} and is a member of {board.names[0]}.")
    desk.scribe.plain(passage, one.iri, AG.cooperatesWith, other.iri)
    desk.scribe.plain(passage, one.iri, ORG.memberOf, board.iri)
    facts = (fact(UNNAMED, ORG.member, one.iri), fact(UNNAMED, ORG.organization, board.iri))
    desk.scribe.introduce(passage, ORG.Membership, f"Membership of {one.label} in {board.label}", *facts)
    desk.scribe.named(passage, board)
    unit, ministry = desk.own.bodies[4], desk.own.bodies[0]
    desk.scribe.plain(
        desk.say(f"{unit.names[0]} is a unit of {ministry.names[0]}."), unit.iri, ORG.subOrganizationOf, ministry.iri
    )


def implied(desk: Desk) -> None:
    """Return what the reader takes from a sentence that does not say it in so many words."""
    one, board = desk.own.bodies[desk.random.randint(0, 7)], desk.own.boards[0]
    passage = desk.say(f"{one.names[0]} spoke for {board.names[0]} in {desk.month()}.")
    because = "Who speaks for a board is taken to belong to it."
    desk.scribe.plain(passage, one.iri, ORG.memberOf, board.iri, because)


def view(desk: Desk) -> None:
    """Return what the report thinks of something."""
    initiative, words = desk.initiative(), desk.words("views")
    passage = desk.say(f"{initiative.names[0]} is seen as {words}.")
    facts = (
        fact(UNNAMED, AG.about, initiative.iri),
        fact(UNNAMED, AG.words, english(words)),
        fact(UNNAMED, AG.statedBy, desk.member),
    )
    desk.scribe.node(passage, AG.Assessment, *facts)


def odd(desk: Desk) -> None:
    """Something odd in the text, and the reader's notes on it."""
    initiative = desk.initiative()
    passage = desk.say(f"Of {initiative.names[0]} more is told in a list of {desk.random.randint(3, 90)}.")
    desk.scribe.named(passage, initiative)
    for note in desk.random.sample(WORDS["oddities"], desk.random.randint(1, 3)):
        facts = (fact(UNNAMED, AG.about, initiative.iri), fact(UNNAMED, AG.note, english(f"Here {note}.")))
        desk.scribe.node(passage, AG.SourceNote, *facts)


SCENES: Mapping[str, Callable[[Desk], None]] = {
    "activity": activity,
    "shared work": shared_work,
    "figures": figures,
    "act": act,
    "bodies": bodies,
    "implied": implied,
    "view": view,
    "odd": odd,
}
