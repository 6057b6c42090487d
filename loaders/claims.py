"""From a claims file's words to claims: every id resolved, every quote found in its section."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from pyoxigraph import NamedNode

from graph.errors import ClaimsError, Problem, suggestion
from graph.iris import mint
from graph.model import Claim, Entity, Fact, Passage, Section, claim_id
from loaders.claimsfile import ClaimsFile, FactLine, Item
from loaders.lexicon import NOBODY, TYPE, Lexicon
from loaders.quotes import collapsed, nearest_words, occurrences
from loaders.yamlfile import Value
from ontology.terms import AG


@dataclass(frozen=True)
class ClaimReader:
    """Reads the items of one claims file against the text and sections of its report."""

    report: str
    text: str
    sections: Mapping[str, Section]
    lexicon: Lexicon

    def claims(self, file: ClaimsFile) -> tuple[Claim, ...]:
        """The claims, in order; raises one ClaimsError that lists all problems."""
        known = self._with_introduced(file)
        claims: dict[str, Claim] = {}
        problems: list[Problem] = []
        for item in file.items:
            passage, unplaced = known.passage(item)
            problems += unplaced
            for line in item.facts:
                try:
                    for claim in _Line(known, item, passage, line).claims():
                        _refuse_repetition(claim, claims, line)
                        claims[claim.id] = claim
                except ClaimsError as error:
                    problems += error.problems
        if problems:
            raise ClaimsError(*problems)
        return tuple(claims.values())

    def passage(self, item: Item) -> tuple[Passage, tuple[Problem, ...]]:
        """The passage that an item quotes, or a stand-in and what is wrong with the quote."""
        section = self.sections.get(item.section.text())
        if section is None:
            remedy = suggestion(item.section.text(), self.sections)
            raise item.section.error(f"no section '{item.section.text()}'", "a section of the form", remedy)
        spans = occurrences(item.quote.text(), self.text, section.body)
        if len(spans) != 1:
            return Passage(section.iri, item.quote.text(), section.body), self._unplaced(item, section, len(spans))
        return Passage(section.iri, collapsed(self.text[spans[0].start : spans[0].end]), spans[0]), ()

    def _unplaced(self, item: Item, section: Section, count: int) -> tuple[Problem, ...]:
        quote, code = item.quote.text(), section.code
        if count:
            found = f"the quote '{quote}' stands {count} times in {code}"
            error = item.quote.error(found, "it once", "Quote more words, so that one place is meant.")
        else:
            found = f"the quote '{quote}' is not in {code}"
            error = item.quote.error(found, "the exact words of that section", self._remedy(quote, section))
        return error.problems

    def _remedy(self, quote: str, section: Section) -> str:
        others = [c for c, other in self.sections.items() if occurrences(quote, self.text, other.body)]
        if others:
            return f"It stands in {', '.join(others)}: move it there."
        nearest = nearest_words(quote, self.text[section.body.start : section.body.end])
        return f"The report has: '{nearest}'." if nearest else "Copy the words from the report."

    def _with_introduced(self, file: ClaimsFile) -> "ClaimReader":
        """This reader, knowing also the entities that the file introduces."""
        entities = dict(self.lexicon.entities)
        for line in (line for item in file.items for line in item.facts):
            if len(line.words) == 2:
                id = line.words[1]
                if id in entities:
                    remedy = f"To say more of it, write `{id}: {{…}}`; for another thing, take another id."
                    raise line.head.error(f"the id '{id}' is taken", "a new id", remedy)
                entities[id] = self._introduced(line)
        return replace(self, lexicon=replace(self.lexicon, entities=entities))

    def _introduced(self, line: FactLine) -> Entity:
        cls, id = line.words
        iri = self.lexicon.cls(line.head, cls)
        return Entity(mint(self.lexicon.vocabulary.segment(iri.value), f"{self.report}-{id}"), iri)


def _refuse_repetition(claim: Claim, claims: Mapping[str, Claim], line: FactLine) -> None:
    if claim.id in claims:
        raise line.head.error("the fact is entered twice", "it once a quote", "Remove one of them.")


@dataclass(frozen=True)
class _Line:
    """One fact line, being read."""

    reader: ClaimReader
    item: Item
    passage: Passage
    line: FactLine

    @cached_property
    def lexicon(self) -> Lexicon:
        return self.reader.lexicon

    @cached_property
    def code(self) -> str:
        return self.item.section.text()

    def claims(self) -> Iterator[Claim]:
        """The claims that the line makes, each with who states it and where it is written."""
        stated_by = self.lexicon.entity(self.item.stated_by).iri if self.item.stated_by else None
        for claim in self._claims():
            yield replace(claim, stated_by=stated_by, origin=(self.line.head.file, self.line.head.line))

    def _claims(self) -> Iterator[Claim]:
        words = self.line.words
        if not 1 <= len(words) <= 3:
            raise self._misshapen(len(words))
        if len(words) == 3 and (role := self.lexicon.role(words[1])):
            yield self._contribution(role)
        elif len(words) == 3:
            yield self._plain_link()
        elif len(words) == 2 or words[0][:1].isupper():
            yield self._introduction()
        else:
            yield from self._more()

    def _misshapen(self, count: int) -> ClaimsError:
        remedy = "Write ids, not names: an id is one word, such as save-the-children."
        expected = "three words (`id word id`), two (`Class id`) or one (`id` or `Class`)"
        return self.line.head.error(f"found {count} words", expected, remedy)

    def _contribution(self, role: NamedNode) -> Claim:
        actor, _, initiative = self.line.words
        for key, _value in self.line.fields:
            self.lexicon.property(key, key.text())
        self._require("status")
        said = [] if actor == NOBODY else [(AG.actor, self.lexicon.entity(self.line.head, actor).iri)]
        said += [(AG.role, role), (AG.initiative, self.lexicon.entity(self.line.head, initiative).iri)]
        return self._node(NamedNode(AG.Contribution), said)

    def _introduction(self) -> Claim:
        cls, id = [*self.line.words, ""][:2]
        iri = self.lexicon.entities[id].iri if id else None
        return self._node(self.lexicon.cls(self.line.head, cls), [], iri)

    def _node(self, cls: NamedNode, said: Iterable[tuple[str, NamedNode]], iri: NamedNode | None = None) -> Claim:
        """A claim about a node of its own; without an IRI, its claim's id names it."""
        unnamed = iri or NamedNode("urn:unnamed")
        facts = (Fact(unnamed, TYPE, cls), *self._about(unnamed, said))
        id = self._id(facts)
        node = iri or mint(self.lexicon.vocabulary.segment(cls.value), f"{self.reader.report}-{id}")
        return Claim(id, self.passage, tuple(fact._replace(subject=node) for fact in facts), node)

    def _about(self, node: NamedNode, said: Iterable[tuple[str, NamedNode]]) -> Iterator[Fact]:
        yield from (Fact(node, NamedNode(predicate), object) for predicate, object in said)
        for key, value in self.line.fields:
            if not _is_no_goal(key, value):
                yield from self.lexicon.facts(node, key, value)
        if "goal" not in self._field_names():
            yield Fact(node, NamedNode(AG.goal), self.reader.sections[self.code].goal)

    def _plain_link(self) -> Claim:
        subject, word, object = self.line.words
        predicate = self.lexicon.property(self.line.head, word)
        if self.line.fields:
            raise self.line.head.error(
                "fields behind a plain fact", "none", f"Only roles take fields; {word} does not."
            )
        ends = (self.lexicon.entity(self.line.head, end).iri for end in (subject, object))
        return self._plain(Fact(next(ends), predicate, next(ends)))

    def _more(self) -> Iterator[Claim]:
        node = self.lexicon.entity(self.line.head).iri
        if not self.line.fields:
            raise self.line.head.error("nothing is said of it", "`id: {field: value}` or three words", "Say it.")
        for key, value in self.line.fields:
            for fact in self.lexicon.facts(node, key, value):
                yield self._plain(fact)

    def _plain(self, fact: Fact) -> Claim:
        return Claim(self._id((fact,)), self.passage, (fact,))

    def _id(self, facts: tuple[Fact, ...]) -> str:
        return claim_id(self.reader.report, self.code, self.passage.quote, facts)

    def _field_names(self) -> list[str]:
        return [key.text() for key, _ in self.line.fields]

    def _require(self, name: str) -> None:
        if name not in self._field_names():
            statuses = ", ".join(self.lexicon.vocabulary.concepts(AG.Status))
            raise self.line.head.error(f"no {name}", f"`{name}:` with one of {statuses}", "Say what the text says.")


def _is_no_goal(key: Value, value: Value) -> bool:
    return key.text() == "goal" and value.is_text and value.text() == "none"
