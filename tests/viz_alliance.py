"""An invented report of about 150 items, the same each time, as a graph, for the tests of the pages."""

import random
from itertools import cycle

from pyoxigraph import Literal, NamedNode, Quad

from alliancegraph.graph.assemble.quads import term
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import AUTHORITY, DERIVED, FACTS
from alliancegraph.graph.model.reports import Term
from alliancegraph.ontology.names import names
from alliancegraph.ontology.terms import AG, ELI, OA, ORG, PROV, RDF, SCHEMA, SKOS
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.views.alliance import Views

BASE = "https://w3id.org/alliancegraph/id/"
GOALS = {"1.1": "More victims identified", "2.1": "Laws that reach offenders", "2.2": "Joint investigations",
         "3.1": "Public awareness", "3.2": "Sharing what works", "4.1": "Industry finds and removes",
         "4.2": "Faster takedown"}  # fmt: skip
BLANK = {"2.1/C", "2.2/B", "3.2/A", "4.1/B", "4.1/C", "4.2/A", "4.2/B"}
STATUSES = ["done", "done", "ongoing", "ended", "under-development", "planned", "pending", "postponed", "willing"]
ROLES = ["leads", "delivers", "supports", "partners", "funds", "hosts", "takesPart", "broadcasts"]
KINDS = {"actor": ["PublicOrganisation", "NGO", "Company", "MediaOutlet", "OrganizationalCollaboration"],
         "initiative": ["Measure", "Project", "Service", "Publication", "Campaign"],
         "event": ["Meeting", "Training", "Visit", "Workshop"], "law": ["LegalResource"],
         "place": ["Place"]}  # fmt: skip
NAMES = {"actor": "Directorate for Countering Organised Matters of the Kind",
         "initiative": "Guide on a safer internet for schools, volume",
         "event": "General Advisory Board Assembly meeting", "law": "Law no. 286/2009 art.",
         "place": "Town"}  # fmt: skip
COUNTS = {"actor": 52, "initiative": 46, "event": 16, "law": 16, "place": 9}
REPORT = f"{BASE}report/freedonia-2014"
MEMBER = f"{BASE}member/freedonia"
RULE = f"{BASE}rule/test"
VOCABULARY = Vocabulary.load()
CONCLUSIONS = {"done": AG.contributesTo, "ongoing": AG.contributesTo, "planned": AG.plansToContributeTo}


class Alliance:
    """A graph that grows by what reports say; all things are given by IRI."""

    def __init__(self) -> None:
        said = tuple(VOCABULARY.triples())
        self._quads = [Quad(fact.subject, fact.predicate, fact.object, AUTHORITY) for fact in (*said, *names(said))]
        self._claims = 0
        self._starts: dict[str, int] = {}

    def views(self) -> Views:
        """Return what the page is made from."""
        store = Store.memory()
        store.load(self._quads)
        return Views(store)

    def says(self, subject: str, *said: tuple[str, Term | str | int], graph: NamedNode = AUTHORITY) -> None:
        """Put properties of a thing into the graph; a text that is an IRI names a thing."""
        for predicate, value in said:
            object = (
                NamedNode(value)
                if isinstance(value, str) and value.startswith(("http://", "https://"))
                else term(value)
            )
            self._quads.append(Quad(NamedNode(subject), NamedNode(predicate), object, graph))

    def report(self, name: str = "Freedonia", reading: str = "read", as_of: str = "", iri: str = REPORT) -> None:
        """Add a report of 2014 of the member of that name."""
        member = MEMBER if iri == REPORT else f"{iri}-member"
        self.says(member, (AG.displayName, name), (SKOS.notation, "FRE"))
        self.says(
            iri, (RDF.type, SCHEMA.Report), (AG.member, member), (AG.year, 2014), (AG.displayName, f"{name} 2014")
        )
        self.says(iri, (AG.readingState, VOCABULARY.concept(AG.ReadingState, reading)))
        if as_of:
            self.says(iri, (AG.asOf, as_of))

    def section(self, goal: str, letter: str, state: str, reading: str) -> None:
        """Add a section of the report's form."""
        iri = _section(f"{goal}/{letter}")
        self.says(
            iri,
            (RDF.type, AG.Section),
            (AG.report, REPORT),
            (AG.goal, f"{BASE}goal/{goal}"),
            (AG.startsAt, ord(letter)),
        )
        self.says(iri, (SKOS.notation, f"{goal}/{letter}"), (AG.state, VOCABULARY.concept(AG.SectionState, state)))
        self.says(iri, (AG.readingState, VOCABULARY.concept(AG.ReadingState, reading)))

    def node(self, group: str, name: str, kind: str, label: str | Literal, number: str = "", short: str = "",
             names: str = "") -> str:  # fmt: skip
        """Add a thing of the class of that short name; its IRI is returned."""
        iri, cls = f"{BASE}{group}/{name}", VOCABULARY.classes[kind]
        self.says(iri, *((RDF.type, one) for one in (cls, *VOCABULARY.ancestors(cls))), (AG.displayName, label))
        self.says(iri, *((SKOS.altLabel, name) for name in names.split("|") if name))
        self.says(iri, *((SKOS.notation, number),) * bool(number), *((AG.briefName, short),) * bool(short))
        return iri

    def claim(self, section: str, subject: str, predicate: str, target: str, quote: str = "") -> str:
        """Add a plain fact with its statement and sentence; the claim's id is returned."""
        self.says(subject, (predicate, target), graph=FACTS)
        statement = f"{BASE}statement/{self._claims}"
        self.says(statement, (RDF.type, AG.StatedFact), (RDF.subject, subject), (RDF.predicate, predicate))
        self.says(statement, (RDF.object, target))
        return self.proved(statement, section, quote)

    def contribution(self, goal: str, actor: str, role: str, initiative: str, status: str, quote: str = "",
                     context: str = "", **more: str | int) -> str:  # fmt: skip
        """Add a contribution with its sentence, and what a rule draws from it; "" as actor names nobody."""
        iri, section = f"{BASE}contribution/{self._claims}", f"{goal}/A"
        self.says(iri, (RDF.type, AG.Contribution), (AG.section, _section(section)), (AG.goal, f"{BASE}goal/{goal}"))
        self.says(
            iri, (AG.initiative, initiative), (AG.role, VOCABULARY.concept(AG.Role, role)), (AG.period, "2013/..")
        )
        self.says(iri, (AG.status, VOCABULARY.concept(AG.Status, status)))
        self.says(iri, *((getattr(AG, name), value) for name, value in more.items()))
        claim = self.proved(iri, section, quote, context)
        if actor:
            self.says(iri, (AG.actor, actor))
        if actor and status in CONCLUSIONS:
            self.inferred(actor, CONCLUSIONS[status], f"{BASE}goal/{goal}", iri)
        return claim

    def inferred(self, subject: str, predicate: str, target: str, basis: str) -> None:
        """Add what a rule infers from a contribution or statement."""
        iri, triple = f"{BASE}derived/{len(self._quads)}", ((RDF.subject, subject), (RDF.predicate, predicate))
        self.says(iri, (RDF.type, AG.DerivedStatement), *triple, (RDF.object, target), graph=DERIVED)
        self.says(iri, (AG.rule, RULE), (PROV.wasDerivedFrom, basis), graph=DERIVED)
        self.says(subject, (predicate, target), graph=DERIVED)

    def proved(self, node: str, section: str, quote: str, context: str = "") -> str:
        """Let a sentence prove a node; the claim's id is returned."""
        claim = f"c{self._claims:04d}"
        self._claims += 1
        self.says(node, (AG.claimId, claim), (AG.evidence, self.passage(section, quote, context)))
        return claim

    def passage(self, section: str, quote: str, context: str = "") -> str:
        """Add a passage of its own, but for a quote that is given, which stands once; its IRI is returned."""
        number = self._claims
        iri = f"{BASE}passage/{quote.replace(' ', '-').encode().hex() or number}"
        words = quote or f"sentence number {number} of the report says this"
        self.says(
            iri,
            (AG.section, _section(section)),
            (AG.statedBy, MEMBER),
            (AG.quote, words),
            (OA.hasSelector, f"{iri}-selector"),
        )
        start = self._starts.setdefault(words, 100 * number)
        self.says(f"{iri}-selector", (OA.start, start), (OA.end, start + 60))
        if context:
            self.says(iri, (AG.context, self.passage(section, context)))
        return iri


def _section(code: str) -> str:
    return f"{BASE}section/freedonia-2014-{code.replace('/', '-')}"


def alliance() -> Alliance:
    """Return the whole invented report."""
    made = bare("read", "2014-05-31/2014-12-31")
    _content(made, random.Random(7))
    return made


def unread() -> Alliance:
    """Return a report of which nothing has been read yet."""
    return bare("not-yet")


def bare(reading: str, as_of: str = "") -> Alliance:
    """Return a report from which no fact has been taken, each of its answered sections as far read."""
    made = Alliance()
    made.report(reading=reading, as_of=as_of)
    made.says(RULE, (AG.displayName, "a done step contributes"))
    for target in "1234":
        made.node(
            "goal", target, "PolicyTarget", f"Policy target {target} in its full wording", target, f"Target {target}"
        )
    for number, short in GOALS.items():
        goal = made.node("goal", number, "OperationalGoal", f"{short}, in the full wording of the form", number, short)
        made.says(goal, (SKOS.broader, f"{BASE}goal/{number[0]}"))
        for letter in "ABC":
            state = "blank" if f"{number}/{letter}" in BLANK else "answered"
            made.section(number, letter, state, reading if state == "answered" else "read")
    return made


def _content(made: Alliance, dice: random.Random) -> None:
    items = {group: _items(made, group, count, dice) for group, count in COUNTS.items()}
    weights = [6, 3, 2, 9, 5, 3, 1]
    serves = {item: dice.choices(list(GOALS), weights)[0] for item in items["initiative"] + items["event"]}
    laws = dict(zip(items["initiative"], items["law"], strict=False))
    homes = {actor: dice.choices(list(GOALS), weights)[0] for actor in items["actor"]}
    for item in items["initiative"] + items["event"]:
        near = [actor for actor, goal in homes.items() if goal == serves[item]] or items["actor"]
        for actor in sorted({dice.choice(near), dice.choice(near), dice.choice(items["actor"][:6])}):
            under = {"underLaw": laws[item]} if item in laws else {}
            made.contribution(serves[item], actor, dice.choice(ROLES), item, dice.choice(STATUSES), **under)
    for actor in items["actor"][8:]:
        made.claim("3.1/A", actor, ORG.subOrganizationOf, dice.choice(items["actor"][:8]))
    for law in items["law"][1:5]:
        made.claim("2.1/B", items["law"][0], ELI.repeals, law)
    for event, place in zip(items["event"], cycle(items["place"]), strict=False):
        made.claim("3.2/B", event, SCHEMA.location, place)
        made.claim("3.2/B", event, AG.dateAsWritten, "26/09/2012")
    made.contribution("3.1", "", "organises", items["event"][0], "done")


def _items(made: Alliance, group: str, count: int, dice: random.Random) -> list[str]:
    names = [(f"{group}-{number}", f"{NAMES[group]} {number}") for number in range(count)]
    return [made.node(group, name, dice.choice(KINDS[group]), label) for name, label in names]
