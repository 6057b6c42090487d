"""What reports say of acts: their days, what they repeal, punish and protect, and the penalties."""

from alliancegraph.graph.model.reports import Passage
from alliancegraph.ontology.terms import AG, DCTERMS, ELI
from tests.bench.desk import Desk
from tests.bench.scribe import UNNAMED
from tests.bench.terms import day, english, fact, integer
from tests.bench.things import Act, Thing
from tests.bench.words import WORDS, chance


def act(desk: Desk) -> None:
    """Return one of the member's acts: since when it is in force, what of an older one it repealed, and an article."""
    number = desk.random.randrange(1, len(desk.own.acts))
    new, old = desk.own.acts[number], desk.own.acts[number - 1]
    passage = _begins(desk, new)
    _repeals(desk, new, old, passage)
    _article(desk, desk.random.choice(new.articles), passage)


def _begins(desk: Desk, new: Act) -> Passage:
    title = f"Act on safer networks of {new.begins.year - 1}"
    passage = desk.say(f"{new.thing.label}, the {title}, has been in force since {new.begins.isoformat()}.")
    desk.scribe.plain(passage, new.thing.iri, DCTERMS.title, english(title))
    desk.scribe.plain(passage, new.thing.iri, ELI.first_date_entry_in_force, day(new.begins))
    return passage


def _repeals(desk: Desk, new: Act, old: Act, context: Passage) -> None:
    article = old.articles[0]
    passage = desk.say(f"It repealed {article.label} and refers to {old.thing.label}.", context)
    desk.scribe.plain(passage, new.thing.iri, ELI.repeals, article.iri)
    desk.scribe.plain(passage, new.thing.iri, ELI.cites, old.thing.iri)
    desk.scribe.plain(passage, article.iri, ELI.date_no_longer_in_force, day(new.begins))


def _article(desk: Desk, article: Thing, context: Passage) -> None:
    random = chance(article.label)
    deed, years = random.choice(WORDS["deeds"]), random.randint(1, 9)
    printed = f"imprisonment between {years} and {years + 4} years"
    passage = desk.say(
        f"{article.label} punishes {deed} with {printed} and gives victims the right to be heard.", context
    )
    desk.scribe.plain(passage, article.iri, AG.punishes, english(f"{deed.capitalize()}."))
    desk.scribe.plain(passage, article.iri, AG.protects, english("Victims have the right to be heard."))
    desk.scribe.named(passage, article)
    facts = (
        fact(UNNAMED, AG.provision, article.iri),
        fact(UNNAMED, AG.punishment, english("imprisonment")),
        fact(UNNAMED, AG.minimumMonths, integer(12 * years)),
        fact(UNNAMED, AG.maximumMonths, integer(12 * years + 48)),
        fact(UNNAMED, AG.penaltyAsWritten, english(printed)),
    )
    desk.scribe.node(passage, AG.Penalty, *facts)
