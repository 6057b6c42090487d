"""One fact line of a claims file, read: a role makes a contribution, a class a thing, a property a plain fact."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.errors import ClaimsError, Problem, both, every, problems_of, sifted
from alliancegraph.graph.model.iris import mint
from alliancegraph.graph.model.reports import Claim, Entity, Fact, Origin, Passage, Section, Span, claim_id
from alliancegraph.loaders.claims.fields import check_field
from alliancegraph.loaders.claims.ids import Ids
from alliancegraph.loaders.claims.lexicon import NOBODY, TYPE, Lexicon
from alliancegraph.loaders.claims.syntax import FactLine, Item
from alliancegraph.loaders.documents.quotes import cut_word, occurrences
from alliancegraph.loaders.documents.surroundings import surroundings
from alliancegraph.loaders.numbers.figures import check_figure
from alliancegraph.loaders.numbers.printed import Print, check_numbers, check_scale, check_unit
from alliancegraph.loaders.numbers.words import NumberWords
from alliancegraph.loaders.yamlfile import Value
from alliancegraph.ontology.terms import AG

_UNNAMED = NamedNode("urn:unnamed")


@dataclass(frozen=True)
class FactReader:
    """Reads the fact lines behind one quote of a section."""

    report: str
    text: str
    lexicon: Lexicon
    numbers: NumberWords
    item: Item
    passage: Passage
    section: Section

    def claims(self, line: FactLine) -> Iterator[Claim]:
        """The claims that a line makes, each with where it is written; raises ClaimsError for what cannot be read."""
        for claim in list(self._claims(line)):
            if self.item.because and claim.node:
                remedy = "Infer plain facts only: `id word id`, or `id: {field: value}`."
                raise line.head.error("a contribution or a thing that is only implied", "a plain fact", remedy)
            yield replace(claim, because=self.item.because, origin=(line.head.file, line.head.line))

    def _claims(self, line: FactLine) -> Iterator[Claim]:
        words = line.words
        if not 1 <= len(words) <= 3:
            raise _misshapen(line)
        if len(words) == 3 and (role := self.lexicon.role(words[1])):
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
            lambda: every(lambda end: (end[0], self._end(line, *end)), named.items()),
            lambda: both(lambda: self._fields(Entity(_UNNAMED, cls), line), lambda: self._require_status(line)),
        )
        return self._node(cls, line, [*ends, (AG.role, role)])

    def _end(self, line: FactLine, predicate: str, word: str) -> NamedNode:
        return self.lexicon.entity(line.head, word, self.lexicon.vocabulary.range(predicate)).iri

    def _fields(self, thing: Entity, line: FactLine) -> list[Fact]:
        """What the fields behind a head say of a thing."""
        fields = [(key, value) for key, value in line.fields if not _is_no_goal(key, value)]
        return [fact for facts in every(lambda field: self.lexicon.facts(thing, *field), fields) for fact in facts]

    def _introduction(self, line: FactLine) -> Claim:
        cls, id = [*line.words, ""][:2]
        iri = self.lexicon.cls(line.head, cls)
        node = mint(self.lexicon.vocabulary.segment(iri.value), f"{self.report}-{id}") if id else None
        return self._node(iri, line, [], node)

    def _node(
        self, cls: NamedNode, line: FactLine, said: Iterable[tuple[str, NamedNode]], iri: NamedNode | None = None
    ) -> Claim:
        """A claim about a node of its own; without an IRI, its claim's id names it."""
        unnamed = iri or _UNNAMED
        facts = (Fact(unnamed, TYPE, cls), *self._about(Entity(unnamed, cls), line, said))
        id = self._id(facts)
        node = iri or mint(self.lexicon.vocabulary.segment(cls.value), f"{self.report}-{id}")
        return Claim(id, self.passage, tuple(fact._replace(subject=node) for fact in facts), node)

    def _about(self, thing: Entity, line: FactLine, said: Iterable[tuple[str, NamedNode]]) -> Iterator[Fact]:
        node = thing.iri
        yield from (Fact(node, NamedNode(predicate), object) for predicate, object in said)
        yield from self._fields(thing, line)
        if not line.has("goal"):
            yield Fact(node, NamedNode(AG.goal), self.section.goal)
        if (figure := line.field("value")) and not line.has("valueAsWritten"):
            yield Fact(node, NamedNode(AG.valueAsWritten), Literal(figure.text()))

    def _plain_link(self, line: FactLine) -> Claim:
        subject, word, object = line.words
        predicate = self.lexicon.link(line.head, word)
        if line.fields:
            raise line.head.error("fields behind a plain fact", "none", f"Only roles take fields; {word} does not.")
        vocabulary = self.lexicon.vocabulary
        thing, other = both(
            lambda: self.lexicon.entity(line.head, subject, vocabulary.domain(predicate.value)),
            lambda: self.lexicon.object(predicate, line.head, object),
        )
        check_field(word, thing.cls.value, line.head, vocabulary)
        return self._plain(Fact(thing.iri, predicate, other))

    def _more(self, line: FactLine) -> Iterator[Claim]:
        thing = self.lexicon.entity(line.head)
        if not line.fields:
            raise line.head.error("nothing is said of it", "`id: {field: value}` or three words", "Say it.")
        for facts in every(lambda field: self.lexicon.facts(thing, *field), line.fields):
            yield from map(self._plain, facts)

    def _plain(self, fact: Fact) -> Claim:
        return Claim(self._id((fact,)), self.passage, (fact,))

    def _id(self, facts: tuple[Fact, ...]) -> str:
        return claim_id(self.report, self.item.section.text(), self.passage.quote, facts)

    def _require_status(self, line: FactLine) -> None:
        if not line.has("status"):
            statuses = ", ".join(self.lexicon.vocabulary.concepts(AG.Status))
            raise line.head.error("no status", f"`status:` with one of {statuses}", "Say what the text says.")

    def check_wording(self, line: FactLine) -> None:
        """Raises ClaimsError unless the report's own words stand in the quote, and figures are those that it prints."""
        for key, value in line.fields:
            if self.lexicon.is_text(key.text()):
                self._refuse_split(value)
            if self.lexicon.is_as_written(key.text()):
                for element in value.elements():
                    self._check_words(element, "Write it as printed.")
        if figure := line.field("value"):
            self._check_words(
                line.field("valueAsWritten") or figure, "Write the figure as printed in `valueAsWritten: …`."
            )
        self._check_numbers(line, line.field("onTrust"))

    def _check_numbers(self, line: FactLine, on_trust: Value | None) -> None:
        """The numbers of a line are those that the report prints, or else the reader says why they are right."""
        _, errors = sifted(self._held, [line])
        if errors and on_trust is None:
            raise ClaimsError(*problems_of(errors))
        if on_trust is not None and not errors:
            remedy = "Remove it." if line.has("value") else "Remove it, or the number is missing."
            figure = line.field("value")
            printed = line.field("valueAsWritten") or figure
            what = (
                f"{figure.text()} taken on trust, which is what {printed.text()} means"
                if figure and printed
                else ("'onTrust' beside no number, or beside those that are printed")
            )
            raise on_trust.error(what, "`onTrust` only where nobody can tell from the print", remedy)

    def _held(self, line: FactLine) -> None:
        """Raises ClaimsError unless all numbers of a line are printed."""
        quotes = surroundings(self.passage, self.text)
        contexts = (surroundings(self.passage.context, self.text),) if self.passage.context else ()
        check_numbers(line, Print((quotes, *contexts), self._question(), self.numbers))
        if figure := line.field("value"):
            printed = line.field("valueAsWritten") or figure
            check_figure(figure, printed, quotes, self.numbers)
            unit = line.field("unit")
            check_scale(unit, figure, printed, quotes, self.numbers)
            if unit:
                check_unit(unit, printed, quotes, self.numbers)

    def _question(self) -> str:
        """What the form asks in the section: of the year before, say."""
        return self.text[self.section.heading.start : self.section.heading.end]

    def _refuse_split(self, value: Value) -> None:
        """Raises ClaimsError where brackets make two texts of one with a comma that the report or a list has."""
        for whole in value.split():
            refuse_split(whole, (value.file, value.line), self.text, self.lexicon.ids)

    def _check_words(self, value: Value, remedy: str) -> None:
        words = self.lexicon.untagged(value)
        if occurrences(words, self.text, self.passage.span):
            return
        if cut := cut_word(words, self.text, self.passage.span):
            remedy = f"It stands inside '{cut}' only. {remedy}"
        raise value.error(f"'{words}' is not in the quote", "words of the quote, as the report prints them", remedy)


def refuse_split(whole: str, place: Origin, text: str, ids: Ids) -> None:
    """Raises ClaimsError if the report or a list has the text with a comma of which brackets, there, make two."""
    if occurrences(whole, text, Span(0, len(text))) or whole in ids.texts():
        remedy = f'Write ["{whole}"] for the one, or put each of the two in quotation marks.'
        found = f"two texts in brackets, where the report or a list has '{whole}'"
        raise ClaimsError(Problem(found, "one or two", remedy, *place))


def _misshapen(line: FactLine) -> ClaimsError:
    remedy = "Write ids, not names: an id is one word, such as save-the-children."
    expected = "three words (`id word id`), two (`Class id`) or one (`id` or `Class`)"
    return line.head.error(f"found {len(line.words)} words", expected, remedy)


def _is_no_goal(key: Value, value: Value) -> bool:
    return key.text() == "goal" and value.is_text and value.text() == "none"
