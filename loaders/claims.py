"""From a claims file's words to claims: every id resolved, every quote found in its section."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from graph.errors import ClaimsError, Problem
from graph.iris import mint
from graph.model import Claim, Entity, Mark, Passage, Section, Span
from graph.suggestions import suggestion
from loaders.claimsfile import ClaimsFile, FactLine, Item
from loaders.factline import FactReader
from loaders.lexicon import Lexicon
from loaders.likeness import difference, nearest_words
from loaders.numberwords import NumberWords
from loaders.quotes import as_quoted, cut_word, occurrences
from loaders.yamlfile import Value


@dataclass(frozen=True)
class ClaimReader:
    """Reads the items of one claims file against the text and sections of its report."""

    report: str
    text: str
    sections: Mapping[str, Section]
    lexicon: Lexicon
    numbers: NumberWords

    def claims(self, file: ClaimsFile) -> tuple[Claim, ...]:
        """The claims, in order; raises one ClaimsError that lists all problems."""
        known = self._with_introduced(file)
        claims: dict[str, Claim] = {}
        problems: list[Problem] = []
        wordings: dict[Span, str] = {}
        for item in file.items:
            passage, unplaced = known.passage(item)
            problems += unplaced or _reworded(item, passage, wordings)
            reader = FactReader(self.report, self.text, known.lexicon, self.numbers, item, passage, known.goal(item))
            for line in item.facts:
                try:
                    for claim in reader.claims(line):
                        _refuse_repetition(claim, claims, line)
                        claims[claim.id] = claim
                except ClaimsError as error:
                    problems += error.problems
        if problems:
            raise ClaimsError(*problems)
        return tuple(claims.values())

    def marks(self, file: ClaimsFile) -> tuple[Mark, ...]:
        """What the file says to state nothing."""
        return tuple(Mark(self.passage(item)[0].span, item.nothing) for item in file.items if item.nothing)

    def goal(self, item: Item) -> NamedNode:
        """The goal of the section that an item stands in."""
        return self.sections[item.section.text()].goal

    def passage(self, item: Item) -> tuple[Passage, tuple[Problem, ...]]:
        """The passage that an item quotes, or a stand-in (all of the section) and what is wrong with the quote."""
        section = self.sections.get(item.section.text())
        if section is None:
            remedy = suggestion(item.section.text(), self.sections)
            raise item.section.error(f"no section '{item.section.text()}'", "a section of the form", remedy)
        stated_by = self.lexicon.entity(item.stated_by).iri if item.stated_by else None
        words, unplaced = self._words(item.quote, section)
        context, astray = self._words(item.context, section) if item.context else (None, ())
        return replace(words, stated_by=stated_by, reviewed_by=item.reviewed_by, context=context), unplaced + astray

    def _words(self, quote: Value, section: Section) -> tuple[Passage, tuple[Problem, ...]]:
        spans = occurrences(quote.text(), self.text, section.body)
        if len(spans) != 1:
            return Passage(section.iri, quote.text(), section.body), self._unplaced(quote, section, len(spans)).problems
        return Passage(section.iri, as_quoted(quote.text(), self.text, spans[0]), spans[0]), ()

    def _unplaced(self, quote: Value, section: Section, count: int) -> ClaimsError:
        if count:
            found = f"the quote '{quote.text()}' stands {count} times in {section.code}"
            return quote.error(found, "it once", "Quote more words, so that one place is meant.")
        if cut := cut_word(quote.text(), self.text, section.body):
            found = f"the quote '{quote.text()}' begins or ends inside '{cut}' in {section.code}"
            return quote.error(found, "whole words and numbers", f"Quote all of '{cut}', or leave it out.")
        found = f"the quote '{quote.text()}' is not in {section.code}"
        return quote.error(found, "the exact words of that section", self._remedy(quote.text(), section))

    def _remedy(self, quote: str, section: Section) -> str:
        others = [c for c, other in self.sections.items() if occurrences(quote, self.text, other.body)]
        if others:
            return f"It stands in {', '.join(others)}: move it there."
        nearest = nearest_words(quote, self.text[section.body.start : section.body.end])
        if not nearest:
            return "Copy the words from the report."
        return f"The report has: '{nearest}'. {difference(quote, nearest)}".strip()

    def _with_introduced(self, file: ClaimsFile) -> "ClaimReader":
        """This reader, knowing also the entities that the file introduces."""
        entities = dict(self.lexicon.entities)
        for line in (line for item in file.items for line in item.facts):
            if len(line.words) == 2:
                id = line.head.named(line.words[1])
                if id in entities:
                    remedy = f"To say more of it, write `{id}: {{…}}`; for another thing, take another id."
                    raise line.head.error(f"the id '{id}' is taken", "a new id", remedy)
                entities[id] = self._introduced(line)
        return replace(self, lexicon=replace(self.lexicon, entities=entities))

    def _introduced(self, line: FactLine) -> Entity:
        cls, id = line.words
        iri = self.lexicon.cls(line.head, cls)
        return Entity(mint(self.lexicon.vocabulary.segment(iri.value), f"{self.report}-{id}"), iri)


def _reworded(item: Item, passage: Passage, wordings: dict[Span, str]) -> Iterator[Problem]:
    """What is wrong where another quote reads the same stretch of the text otherwise: a passage has one wording."""
    for value, words in ((item.quote, passage), (item.context, passage.context)):
        if item.facts and value and words and (first := wordings.setdefault(words.span, words.quote)) != words.quote:
            found = f"the words that are quoted as '{first}' above are '{words.quote}' here"
            yield from value.error(found, "one reading of a hyphen or a line's end", "Write both alike.").problems


def _refuse_repetition(claim: Claim, claims: Mapping[str, Claim], line: FactLine) -> None:
    if claim.id in claims:
        raise line.head.error("the fact is entered twice", "it once a quote", "Remove one of them.")
