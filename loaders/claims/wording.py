"""Checks a fact against the print: quoted words must be in the quote, and numbers must be those printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from alliancegraph.graph.errors import ClaimsError, Problem, problems_of, sifted
from alliancegraph.graph.model.claimsfile import FactLine, Field
from alliancegraph.graph.model.reports import Origin, Passage, Section, Span
from alliancegraph.graph.model.texts import Text
from alliancegraph.loaders.claims.ids import Ids
from alliancegraph.loaders.claims.values import FieldReader, tagged
from alliancegraph.loaders.documents.quotes import cut_word, occurrences
from alliancegraph.loaders.documents.surroundings import Quoted, surroundings
from alliancegraph.loaders.numbers.figures import check_figure, check_range, upper_end
from alliancegraph.loaders.numbers.printed import Print, check_numbers, check_rate, check_scale, check_unit, has_numbers
from alliancegraph.loaders.numbers.words import NumberWords
from alliancegraph.ontology.terms import RDF, XSD


@dataclass(frozen=True)
class Wording:
    """Checks facts that rest on one passage of a report's text, with the number words of its language."""

    text: str
    section: Section
    passage: Passage
    fields: FieldReader
    numbers: NumberWords

    def check(self, line: FactLine) -> None:
        """Raise ClaimsError unless quoted words are in the quote, and figures are those that the report prints."""
        vocabulary = self.fields.lexicon.vocabulary
        for field in line.fields:
            iri = vocabulary.properties.get(field.key, "")
            if vocabulary.range(iri) in (RDF.langString, XSD.string):
                self._refuse_split(field)
            if vocabulary.is_as_written(iri):
                for text in field.values:
                    self._check_words(text, "Write it as printed.")
        if figure := line.text("value"):
            printed = line.text("valueAsWritten") or figure
            self._check_words(printed, "Write the figure as printed in `valueAsWritten: …`.")
        self._check_numbers(line, line.text("onTrust"))

    def _check_numbers(self, line: FactLine, on_trust: Text | None) -> None:
        """Raise ClaimsError if a number is not printed and has no `onTrust`, or is printed and has it."""
        _, errors = sifted(self._check_printed, [line])
        if errors and on_trust is None:
            raise ClaimsError(*problems_of(errors))
        if on_trust is not None and not errors:
            raise _trusted_for_nothing(line, on_trust)

    def _check_printed(self, line: FactLine) -> None:
        """Raise ClaimsError unless all numbers of a line are printed."""
        if not has_numbers(line):
            return
        quotes = surroundings(self.passage, self.text)
        contexts = (surroundings(self.passage.context, self.text),) if self.passage.context else ()
        check_numbers(line, Print((quotes, *contexts), self._question(), self.numbers))
        if figure := line.text("value"):
            self._check_figure(figure, line, quotes)

    def _check_figure(self, figure: Text, line: FactLine, quotes: Sequence[Quoted]) -> None:
        printed, unit = line.text("valueAsWritten") or figure, line.text("unit")
        if upper := line.text("upperValue"):
            check_range(figure, upper, printed, quotes, self.numbers)
            printed = upper_end(printed, quotes[0], self.numbers)
        else:
            check_figure(figure, printed, quotes, self.numbers)
            check_scale(unit, figure, printed, quotes, self.numbers)
        if unit:
            check_rate(unit, printed, quotes, self.numbers)
        if unit and not line.field("outOf"):
            check_unit(unit, printed, quotes, self.numbers)

    def _question(self) -> str:
        """Return the question of the form in the section, which may name a year."""
        return self.text[self.section.heading.start : self.section.heading.end]

    def _refuse_split(self, field: Field) -> None:
        """Raise ClaimsError where brackets divide a text with a comma that the report or a list has."""
        for whole in field.split:
            refuse_split(whole, field.origin, self.text, self.fields.lexicon.ids)

    def _check_words(self, text: Text, remedy: str) -> None:
        words = tagged(text, self.fields.language).value
        if occurrences(words, self.text, self.passage.span):
            return
        if cut := cut_word(words, self.text, self.passage.span):
            remedy = f"It occurs only inside '{cut}'. {remedy}"
        raise text.error(f"'{words}' is not in the quote", "words of the quote, as the report prints them", remedy)


def refuse_split(whole: str, place: Origin | None, text: str, ids: Ids) -> None:
    """Raise ClaimsError if the report or a list has the text with a comma that brackets divide there."""
    if occurrences(whole, text, Span(0, len(text))) or whole in ids.texts():
        remedy = f'Write ["{whole}"] for the one, or put each of the two in quotation marks.'
        found = f"two texts in brackets, where the report or a list has '{whole}'"
        raise ClaimsError(Problem(found, "one or two", remedy, *(place or ())))


def _trusted_for_nothing(line: FactLine, on_trust: Text) -> ClaimsError:
    figure = line.text("value")
    what, remedy = (
        "'onTrust' beside no number, or beside those that are printed",
        "Remove it, or the number is missing.",
    )
    if figure:
        printed = line.text("valueAsWritten") or figure
        what, remedy = f"{figure} taken on trust, which is what {printed} means", "Remove it."
    return on_trust.error(what, "`onTrust` only where nobody can tell from the print", remedy)
