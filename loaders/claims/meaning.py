"""From a claims file's words to claims: every id resolved, every quote found in its section."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple, NoReturn

from alliancegraph.graph.errors import ClaimsError, Problem, both, every
from alliancegraph.graph.model.reports import Claim, Mark, Passage, Section, Span
from alliancegraph.graph.words.suggestions import suggestion
from alliancegraph.loaders.claims.factline import FactReader
from alliancegraph.loaders.claims.introductions import introducing_lines, introductions
from alliancegraph.loaders.claims.lexicon import Lexicon
from alliancegraph.loaders.claims.syntax import ClaimsFile, FactLine, Item, refuse
from alliancegraph.loaders.documents.likeness import difference, nearest_words
from alliancegraph.loaders.documents.quotes import as_quoted, cut_word, occurrences
from alliancegraph.loaders.numbers.words import NumberWords
from alliancegraph.loaders.yamlfile import Value
from alliancegraph.ontology.terms import FOAF


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
        lexicon = self.lexicon
        introduced = [thing for thing in introductions(file, lexicon) if not lexicon.ids.find(thing.id)]
        known = replace(self, lexicon=lexicon.knowing(introduced))
        first = {line.words[1]: line for line in reversed(introducing_lines(file))}
        _, (_, stated) = both(
            lambda: refuse(file.slips),
            lambda: both(
                lambda: every(lambda line: self._refuse_taken(line, first), introducing_lines(file)),
                lambda: every(known.stated, file.items),
            ),
        )
        claims: dict[str, Claim] = {}
        checks = (
            partial(_keep, claims=claims),
            partial(_refuse_reworded, wordings={}),
            partial(_refuse_reread, passages={}),
        )
        every(lambda check: every(check, (claim for said in stated for claim in said)), checks)
        return tuple(claims.values())

    def stated(self, item: Item) -> list[Claim]:
        """What an item states; its facts are looked at even where its quote cannot be placed, their wording is not."""
        passage, misquoted, astray = self.passage(item)
        reader = FactReader(
            self.report, self.text, self.lexicon, self.numbers, item, passage, self.sections[item.section.text()]
        )
        _, (_, stated) = both(
            lambda: refuse((*misquoted, *astray)),
            lambda: both(
                lambda: every(reader.check_wording, () if misquoted else item.facts),
                lambda: every(lambda line: list(reader.claims(line)), item.facts),
            ),
        )
        return [claim for claims in stated for claim in claims]

    def marks(self, file: ClaimsFile) -> tuple[Mark, ...]:
        """What the file says to state nothing."""
        return tuple(Mark(self.passage(item).passage.span, item.nothing) for item in file.items if item.nothing)

    def passage(self, item: Item) -> "_Placed":
        """The passage that an item quotes."""
        section = self.sections.get(item.section.text())
        if section is None:
            remedy = suggestion(item.section.text(), self.sections)
            raise item.section.error(f"no section '{item.section.text()}'", "a section of the form", remedy)
        stated_by = self.lexicon.entity(item.stated_by, cls=FOAF.Agent).iri if item.stated_by else None
        words, misquoted = self._words(item.quote, section)
        context, astray = self._words(item.context, section) if item.context else (None, ())
        passage = replace(words, stated_by=stated_by, reviewed_by=item.reviewed_by, context=context)
        return _Placed(passage, misquoted, astray)

    def _words(self, quote: Value, section: Section) -> tuple[Passage, tuple[Problem, ...]]:
        spans = occurrences(quote.text(), self.text, section.body)
        if len(spans) != 1 or not any(map(str.isalnum, quote.text())):
            return Passage(section.iri, quote.text(), section.body), self._unplaced(quote, section, len(spans)).problems
        return Passage(section.iri, as_quoted(quote.text(), self.text, spans[0]), spans[0]), ()

    def _unplaced(self, quote: Value, section: Section, count: int) -> ClaimsError:
        if not any(map(str.isalnum, quote.text())):
            return quote.error(f"the quote '{quote.text()}' has no word", "words of the report", "Quote a sentence.")
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

    def _refuse_taken(self, line: FactLine, first: Mapping[str, FactLine]) -> None:
        id = line.head.named(line.words[1])
        if self.lexicon.ids.find(id) or first[id] is not line:
            remedy = f"To say more of it, write `{id}: {{…}}`; for another thing, take another id."
            raise line.head.error(f"the id '{id}' is taken", "a new id", remedy)


class _Placed(NamedTuple):
    """A passage, and what is wrong with the item's quote (all of the section stands in for it) and with its context."""

    passage: Passage
    misquoted: tuple[Problem, ...]
    astray: tuple[Problem, ...]


def _keep(claim: Claim, claims: dict[str, Claim]) -> None:
    if claims.setdefault(claim.id, claim) is not claim:
        _refuse_claim(claim, "the fact is entered twice", "it once a quote", "Remove one of them.")


def _refuse_reworded(claim: Claim, wordings: dict[Span, str]) -> None:
    """Raises where another quote or context reads the same stretch of the text otherwise: a passage has one wording."""
    for words in filter(None, (claim.passage, claim.passage.context)):
        if (first := wordings.setdefault(words.span, words.quote)) != words.quote:
            found = f"the words that are quoted as '{first}' above are '{words.quote}' here"
            _refuse_claim(claim, found, "one reading of a hyphen or a line's end", "Write both alike.")


def _refuse_reread(claim: Claim, passages: dict[Span, Passage]) -> None:
    """Raises where the same words are quoted above with another context or speaker: a passage has one of each."""
    first = passages.setdefault(claim.passage.span, claim.passage)
    if (first.context, first.stated_by) != (claim.passage.context, claim.passage.stated_by):
        found = f"the quote '{claim.passage.quote}' stands above too, with another context or speaker"
        remedy = "Give both the same, or put the facts under one of them."
        _refuse_claim(claim, found, "one `context:` and one `stated by:` for the same words", remedy)


def _refuse_claim(claim: Claim, found: str, expected: str, remedy: str) -> NoReturn:
    raise ClaimsError(Problem(found, expected, remedy, *(claim.origin or ())))
