"""Makes claims of sentences as a claims file's lines do: a node of its own, or one plain fact."""

from collections import Counter
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from alliancegraph.graph.model.iris import mint, slug
from alliancegraph.graph.model.reports import Claim, Fact, Passage, Term, claim_id
from alliancegraph.ontology.terms import AG, SKOS
from tests.bench.paper import Paper
from tests.bench.terms import concept, english, fact, is_a, segment
from tests.bench.things import Thing

UNNAMED = NamedNode("urn:unnamed")


@dataclass
class Scribe:
    """Keeps the claims on one report."""

    paper: Paper
    claims: dict[str, Claim] = field(default_factory=dict)
    introduced: Counter[str] = field(default_factory=Counter)

    def node(self, passage: Passage, cls: str, *facts: Fact, iri: NamedNode = UNNAMED) -> NamedNode:
        """Return a claim about a node of that class (by IRI) for the section's goal, by default named by its id."""
        section = self.paper.section
        goals = (fact(iri, AG.goal, section.goal),) if section.goal else ()
        said = (is_a(iri, cls), *(f._replace(subject=iri) for f in facts), *goals)
        id = self._id(passage, said)
        node = mint(segment(cls), f"{self.paper.report}-{id}") if iri is UNNAMED else iri
        self._keep(Claim(id, passage, tuple(f._replace(subject=node) for f in said), node))
        return node

    def introduce(self, passage: Passage, cls: str, label: str, *facts: Fact) -> NamedNode:
        """Return a claim about a thing that the report introduces under a name; repeated names are numbered."""
        self.introduced[label] += 1
        own = f"{label} {self.introduced[label]}" if self.introduced[label] > 1 else label
        iri = mint(segment(cls), f"{self.paper.report}-{slug(own)}")
        return self.node(passage, cls, fact(iri, SKOS.prefLabel, english(label)), *facts, iri=iri)

    def contribution(self, passage: Passage, actor: Thing | None, role: str, through: NamedNode, *facts: Fact) -> None:
        """Claim that somebody, or nobody named, has a role in an initiative; the facts hold its status."""
        said = [fact(UNNAMED, AG.actor, actor.iri)] if actor else []
        said += [fact(UNNAMED, AG.role, concept(AG.Role, role)), fact(UNNAMED, AG.initiative, through)]
        self.node(passage, AG.Contribution, *said, *facts)

    def plain(self, passage: Passage, subject: NamedNode, predicate: str, value: Term, because: str = "") -> None:
        """Return a claim of one plain fact; `because` is the reader's reason where the passage only implies it."""
        facts = (fact(subject, predicate, value),)
        self._keep(Claim(self._id(passage, facts), passage, facts, because=because))

    def named(self, passage: Passage, *things: Thing) -> None:
        """Claim the names of things as the passage writes them, in full if it does."""
        for thing in things:
            name = next(name for name in thing.names if name in passage.quote)
            self.plain(passage, thing.iri, AG.nameAsWritten, english(name))

    def _id(self, passage: Passage, facts: tuple[Fact, ...]) -> str:
        return claim_id(self.paper.report, self.paper.section.code, passage.quote, facts)

    def _keep(self, claim: Claim) -> None:
        self.claims.setdefault(claim.id, claim)
