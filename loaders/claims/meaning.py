"""Second stage of reading a claims file: ids are resolved, quotes found in their sections, and claims made.

The first stage, which reads the form of the file, is `alliancegraph.loaders.claims.syntax`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import NoReturn

from alliancegraph.graph.errors import ClaimsError, Problem, both, every
from alliancegraph.graph.model.claimsfile import ClaimsFile, FactLine, FileSection, Item
from alliancegraph.graph.model.reports import Claim, Entity, Mark, Passage, Review, Section, Span
from alliancegraph.loaders.claims.factline import FactReader
from alliancegraph.loaders.claims.introductions import introducing_lines, introductions
from alliancegraph.loaders.claims.passages import Passages
from alliancegraph.loaders.claims.reviews import Reviews, Stated, is_amended, replaced, taken_up, with_corrections
from alliancegraph.loaders.claims.syntax import refuse
from alliancegraph.loaders.claims.values import FieldReader
from alliancegraph.loaders.claims.wording import Wording
from alliancegraph.loaders.numbers.words import NumberWords
from alliancegraph.ontology.terms import FOAF


@dataclass(frozen=True)
class ClaimReader:
    """Reads the items of one claims file against its report; `review` is the default review of its claims."""

    report: str
    passages: Passages
    numbers: NumberWords
    fields: FieldReader
    review: Review

    def claims(self, file: ClaimsFile) -> tuple[Claim, ...]:
        """Return the claims that go into the graph, in order; raise one ClaimsError with all problems."""
        taken, gone = taken_up(file), replaced(file)
        introduced = list(introductions(taken, self.fields.lexicon))
        renamed = {thing.id: thing for thing in (*introduced, *introductions(gone, self.fields.lexicon))}
        now, before = self._knowing(introduced), self._knowing(renamed.values())
        _, (stated, outdated) = both(
            lambda: self._refuse_taken_ids(taken),
            lambda: both(lambda: now.stated(taken), lambda: before.outdated(gone)),
        )
        return with_corrections(_consistent([each.claim for each in stated]), outdated)

    def marks(self, file: ClaimsFile) -> tuple[Mark, ...]:
        """Return the text that the file marks as stating nothing."""
        sections = taken_up(file).sections
        return tuple(mark for section in sections for mark in self._marks(section))

    def _marks(self, written: FileSection) -> Iterator[Mark]:
        for item in written.items:
            if item.nothing:
                section = self.passages.section(written.code, item.quote)
                yield Mark(self.passages.find(item.quote, section)[0].span, str(item.nothing))

    def _knowing(self, introduced: Iterable[Entity]) -> "ClaimReader":
        """Return a reader that knows more things, except those whose ids are taken."""
        lexicon = self.fields.lexicon
        new = [thing for thing in introduced if not lexicon.ids.find(thing.id)]
        return replace(self, fields=replace(self.fields, lexicon=lexicon.knowing(new)))

    def stated(self, file: ClaimsFile) -> list[Stated]:
        """Return the claims of all items of the file, before they are compared with each other."""
        return [each for stated in every(lambda pair: self._item(*pair), file.items()) for each in stated]

    def outdated(self, file: ClaimsFile) -> list[Stated]:
        """Return the claims of a file of replaced content; the quotes of amended claims need not be in the report."""
        return [each for stated in every(lambda pair: self._outdated(*pair), file.items()) for each in stated]

    def _outdated(self, written: FileSection, item: Item) -> list[Stated]:
        if not is_amended(item):
            return self._item(written, item)
        section = self.passages.section(written.code, item.quote)
        return self._facts(section, item, self._passage(item, section)[0])

    def _item(self, written: FileSection, item: Item) -> list[Stated]:
        """Return the claims of an item; raise ClaimsError also for its facts if its quote is not found.

        Without the quote, the wording of the facts is not checked.
        """
        section = self.passages.section(written.code, item.quote)
        passage, misquoted, astray = self._passage(item, section)
        wording = Wording(self.passages.text, section, passage, self.fields, self.numbers)
        _, (_, stated) = both(
            lambda: refuse((*misquoted, *astray)),
            lambda: both(
                lambda: every(wording.check, () if misquoted else item.facts),
                lambda: self._facts(section, item, passage),
            ),
        )
        return stated

    def _facts(self, section: Section, item: Item, passage: Passage) -> list[Stated]:
        reader = FactReader(self.report, section, passage, str(item.because or ""), self.fields)
        return [each for line in every(lambda line: self._line(reader, item, line), item.facts) for each in line]

    def _line(self, reader: FactReader, item: Item, line: FactLine) -> list[Stated]:
        written, inherited = line.review or item.review, reader.section.review or self.review
        review = Reviews(self.fields.lexicon).of_fact(written, inherited)
        return [Stated(replace(claim, review=review), written) for claim in reader.claims(line)]

    def _passage(self, item: Item, section: Section) -> tuple[Passage, tuple[Problem, ...], tuple[Problem, ...]]:
        """Return the passage that an item quotes, and the problems of the quote and of its context."""
        stated_by = self.fields.lexicon.entity(item.stated_by, FOAF.Agent).iri if item.stated_by else None
        words, misquoted = self.passages.find(item.quote, section)
        context, astray = self.passages.find_context(item.context, section) if item.context else (None, ())
        by = str(item.reviewed_by or "")
        return replace(words, stated_by=stated_by, reviewed_by=by, context=context), misquoted, astray

    def _refuse_taken_ids(self, file: ClaimsFile) -> None:
        lines = introducing_lines(file)
        first = {line.words[1]: line for line in reversed(lines)}
        every(lambda line: self._refuse_taken(line, first[line.words[1]]), lines)

    def _refuse_taken(self, line: FactLine, first: FactLine) -> None:
        id = line.words[1].name()
        if self.fields.lexicon.ids.find(id) or first is not line:
            remedy = f"To add facts about it, write `{id}: {{…}}`; for something else, choose another id."
            raise line.head.error(f"the id '{id}' is already in use", "a new id", remedy)


def _consistent(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims; raise ClaimsError for repeated claims, and for words quoted in two ways."""
    kept: dict[str, Claim] = {}
    checks = (partial(_keep, claims=kept), partial(_refuse_reworded, wordings={}), partial(_refuse_reread, passages={}))
    every(lambda check: every(check, claims), checks)
    return list(kept.values())


def _keep(claim: Claim, claims: dict[str, Claim]) -> None:
    if claims.setdefault(claim.id, claim) is not claim:
        _refuse_claim(claim, "the fact is entered twice", "it once for each quote", "Remove one of them.")


def _refuse_reworded(claim: Claim, wordings: dict[Span, str]) -> None:
    """Raise ClaimsError if another quote or context has the same place in other words."""
    for words in filter(None, (claim.passage, claim.passage.context)):
        if (first := wordings.setdefault(words.span, words.quote)) != words.quote:
            found = f"the words that are quoted as '{first}' above are '{words.quote}' here"
            _refuse_claim(claim, found, "one reading of a hyphen or a line's end", "Write both alike.")


def _refuse_reread(claim: Claim, passages: dict[Span, Passage]) -> None:
    """Raise ClaimsError if the same words are quoted above with another context or speaker."""
    first = passages.setdefault(claim.passage.span, claim.passage)
    if (first.context, first.stated_by) != (claim.passage.context, claim.passage.stated_by):
        found = f"the quote '{claim.passage.quote}' is used above with another context or speaker"
        remedy = "Give both the same, or put the facts under one of them."
        _refuse_claim(claim, found, "one `context:` and one `stated by:` for the same words", remedy)


def _refuse_claim(claim: Claim, found: str, expected: str, remedy: str) -> NoReturn:
    raise ClaimsError(Problem(found, expected, remedy, *(claim.origin or ())))
