"""Promises as reports make and recall them."""

from alliancegraph.ontology.terms import AG
from tests.bench.desk import Desk
from tests.bench.promises import Promise
from tests.bench.scribe import UNNAMED
from tests.bench.terms import concept, fact, integer, period
from tests.bench.words import WORDS


def make(desk: Desk, promise: Promise) -> None:
    """Return a promise, and the contribution that it says will be made."""
    who, partner, what = promise.actor.names[0], promise.partner.names[0], promise.initiative.names[0]
    passage = desk.say(
        f"By {desk.year + 1}, a next step of {what} {WORDS['verbs'][promise.status]} by {who} with {partner}."
    )
    status = fact(UNNAMED, AG.status, concept(AG.Status, promise.status))
    facts = (
        fact(UNNAMED, AG.actor, promise.actor.iri),
        fact(UNNAMED, AG.togetherWith, promise.partner.iri),
        fact(UNNAMED, AG.initiative, promise.initiative.iri),
        status,
        *period(UNNAMED, f"{desk.year + 1}"),
    )
    desk.scribe.introduce(passage, AG.Promise, promise.label, *facts)
    desk.scribe.contribution(passage, promise.actor, "delivers", promise.initiative.iri, status)
    desk.scribe.named(passage, promise.actor)


def recall(desk: Desk, promise: Promise) -> None:
    """Return what last year's report promised and, where it says so, what became of it."""
    if promise.fate == "never":
        return
    announced = desk.say(
        f"In {desk.year - 1}, {promise.actor.names[0]} promised a next step of {promise.initiative.names[0]}."
    )
    facts = (
        fact(UNNAMED, AG.actor, promise.actor.iri),
        fact(UNNAMED, AG.initiative, promise.initiative.iri),
        fact(UNNAMED, AG.announcedIn, integer(desk.year - 1)),
    )
    made = desk.scribe.introduce(announced, AG.AnnouncedMeasure, f"{promise.label}, as announced", *facts)
    if promise.fate == "outcome":
        passage = desk.say(
            f"The next step of {promise.initiative.names[0]} {WORDS['verbs'][promise.outcome]}.", announced
        )
        desk.scribe.plain(passage, made, AG.outcome, concept(AG.Status, promise.outcome))
        desk.contribute(passage, promise.actor, promise.initiative.iri, promise.outcome)
