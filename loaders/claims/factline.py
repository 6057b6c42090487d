"""Reads one fact line of a claims file: a role makes a contribution, a class a thing, a property a plain fact."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from alliancegraph.graph.errors import ClaimsError, both, every
from alliancegraph.graph.model.claimsfile import FactLine, Field
from alliancegraph.graph.model.iris import mint
from alliancegraph.graph.model.reports import Claim, Entity, Fact, Passage, Section, claim_id
from alliancegraph.graph.model.texts import Text
from alliancegraph.loaders.claims.fields import check_field
from alliancegraph.loaders.claims.lexicon import NOBODY, TYPE
from alliancegraph.loaders.claims.values import FieldReader
from alliancegraph.ontology.terms import AG

_UNNAMED = NamedNode("urn:unnamed")


@dataclass(frozen=True)
class FactReader:
    """Reads the fact lines of one quote; `because` is the reader's reason if the facts are only implied."""

    report: str
    section: Section
    passage: Passage
    because: str
    fields: FieldReader

    def claims(self, line: FactLine) -> Iterator[Claim]:
        """Yield the claims of a line, with its place; raise ClaimsError if it cannot be read."""
        for claim in list(self._claims(line)):
            if self.because and claim.node:
                remedy = "Infer plain facts only: `id word id`, or `id: {field: value}`."
                raise line.head.error("a contribution or a thing that is only implied", "a plain fact", remedy)
            yield replace(claim, because=self.because, origin=line.head.origin)

    def _claims(self, line: FactLine) -> Iterator[Claim]:
        words = line.words
        if not 1 <= len(words) <= 3:
            raise _misshapen(line)
        if len(words) == 3 and (role := self.fields.lexicon.role(words[1])):
            yield self._contribution(line, role)
        elif len(words) == 3:
            yield self._plain_link(line)
        elif len(words) == 2 or words[0][:1].isupper():
            yield self._introduction(line)
        else:
            yield from self._more(line)

    def _contribution(self, line: FactLine, role: NamedNode) -> Claim:
        actor, _, initiative = line.words
        cls = NamedNode(AG.Contribution)
        named = {AG.initiative: initiative} if actor == NOBODY else {AG.actor: actor, AG.initiative: initiative}
        ends, _ = both(
            lambda: every(lambda end: (end[0], self._end(*end)), named.items()),
            lambda: both(lambda: self._field_facts(Entity(_UNNAMED, cls), line), lambda: self._require_status(line)),
        )
        return self._node(cls, line, [*ends, (AG.role, role)])

    def _end(self, predicate: str, id: Text) -> NamedNode:
        lexicon = self.fields.lexicon
        return lexicon.entity(id, lexicon.vocabulary.range(predicate)).iri

    def _field_facts(self, thing: Entity, line: FactLine) -> list[Fact]:
        """Return the facts about a thing in the fields of a line."""
        fields = [field for field in line.fields if not _is_no_goal(field)]
        return [fact for facts in every(lambda field: self.fields.facts(thing, field), fields) for fact in facts]

    def _introduction(self, line: FactLine) -> Claim:
        cls, *ids = line.words
        iri = self.fields.lexicon.cls(cls)
        return self._node(iri, line, [], self._mint(iri, ids[0]) if ids else None)

    def _node(
        self, cls: NamedNode, line: FactLine, others: Iterable[tuple[str, NamedNode]], iri: NamedNode | None = None
    ) -> Claim:
        """Return a claim about a node of its own; without an IRI, the node is named by the claim's id."""
        unnamed = iri or _UNNAMED
        facts = (Fact(unnamed, TYPE, cls), *self._about(Entity(unnamed, cls), line, others))
        id = self._id(facts)
        node = iri or self._mint(cls, id)
        return Claim(id, self.passage, tuple(fact._replace(subject=node) for fact in facts), node)

    def _mint(self, cls: NamedNode, id: str) -> NamedNode:
        return mint(self.fields.lexicon.vocabulary.segment(cls.value), f"{self.report}-{id}")

    def _about(self, thing: Entity, line: FactLine, others: Iterable[tuple[str, NamedNode]]) -> Iterator[Fact]:
        node = thing.iri
        yield from (Fact(node, NamedNode(predicate), object) for predicate, object in others)
        yield from self._field_facts(thing, line)
        if not line.field("goal"):
            yield Fact(node, NamedNode(AG.goal), self._goal(line))
        if (figure := line.text("value")) and not line.field("valueAsWritten"):
            yield Fact(node, NamedNode(AG.valueAsWritten), self.fields.tagged(AG.valueAsWritten, figure))

    def _goal(self, line: FactLine) -> NamedNode:
        """Return the goal of the section; raise ClaimsError outside the form, where text is about none."""
        if self.section.goal is None:
            remedy = "Name the goal that the words are about: `goal: 1.1`."
            raise line.words[0].error(f"no goal in {self.section.code}", "a goal, as outside the form", remedy)
        return self.section.goal

    def _plain_link(self, line: FactLine) -> Claim:
        subject, word, object = line.words
        lexicon = self.fields.lexicon
        predicate = lexicon.link(word)
        if line.fields:
            raise line.head.error("fields after a plain fact", "none", f"Only roles take fields; {word} does not.")
        thing, other = both(
            lambda: lexicon.entity(subject, lexicon.vocabulary.domain(predicate.value)),
            lambda: lexicon.object(predicate, object),
        )
        check_field(word, thing.cls.value, lexicon.vocabulary)
        return self._plain(Fact(thing.iri, predicate, other))

    def _more(self, line: FactLine) -> Iterator[Claim]:
        thing = self.fields.lexicon.entity(line.head)
        if not line.fields:
            raise line.head.error(
                "a line without a fact", "`id: {field: value}` or three words", "Write the fact, or remove the line."
            )
        for facts in every(lambda field: self.fields.facts(thing, field), line.fields):
            yield from map(self._plain, facts)

    def _plain(self, fact: Fact) -> Claim:
        return Claim(self._id((fact,)), self.passage, (fact,))

    def _id(self, facts: tuple[Fact, ...]) -> str:
        return claim_id(self.report, self.section.code, self.passage.quote, facts)

    def _require_status(self, line: FactLine) -> None:
        if not line.field("status"):
            statuses = ", ".join(self.fields.lexicon.vocabulary.concepts(AG.Status))
            raise line.head.error("no status", f"`status:` with one of {statuses}", "Write what the text says.")


def _misshapen(line: FactLine) -> ClaimsError:
    remedy = "Write ids, not names: an id is one word, such as save-the-children."
    expected = "three words (`id word id`), two (`Class id`) or one (`id` or `Class`)"
    return line.head.error(f"found {len(line.words)} words", expected, remedy)


def _is_no_goal(field: Field) -> bool:
    return field.key == "goal" and not field.is_list and field.text() == "none"
