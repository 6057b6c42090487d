"""Finds the quotes of a claims file in the report, and explains why a quote is not found, or found twice."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from alliancegraph.graph.errors import ClaimsError, Problem
from alliancegraph.graph.model.reports import Passage, Section
from alliancegraph.graph.model.states import OUTSIDE
from alliancegraph.graph.model.texts import Text
from alliancegraph.graph.words.suggestions import suggestion
from alliancegraph.loaders.documents.document import Document
from alliancegraph.loaders.documents.likeness import difference, nearest_words
from alliancegraph.loaders.documents.quotes import as_quoted, cut_word, occurrences
from alliancegraph.ontology.terms import StateWord


@dataclass(frozen=True)
class Passages:
    """Finds quotes in a report's text, section by section."""

    document: Document
    sections: Mapping[str, Section]

    @property
    def text(self) -> str:
        return self.document.text

    def section(self, code: Text, quote: Text) -> Section:
        """Return the section with that code; raise ClaimsError if the form has none.

        `outside` is the text outside the form that has the quote, the first such text if none has.
        """
        outside = [section for section in self.sections.values() if section.state == OUTSIDE]
        if outside and code == StateWord.outside:
            return next((each for each in outside if occurrences(quote, self.text, each.body)), outside[0])
        if code not in self.sections:
            raise code.error(f"no section '{code}'", "a section of the form", suggestion(code, self.sections))
        return self.sections[code]

    def find(self, quote: Text, section: Section) -> tuple[Passage, tuple[Problem, ...]]:
        """Return the passage that a quote means and no problems, or the whole section and its problems."""
        spans = occurrences(quote, self.text, section.body)
        if len(spans) != 1 or not _has_word(quote):
            problems = self._unplaced(quote, section, len(spans)).problems
            return Passage(section.iri, str(quote), section.body), problems
        return Passage(section.iri, as_quoted(quote, self.text, spans[0]), spans[0]), ()

    def find_context(self, words: Text, section: Section) -> tuple[Passage, tuple[Problem, ...]]:
        """Return the passage of words that have to be read with a quote, which may be in the form's question, too."""
        is_asked = occurrences(words, self.text, section.heading) and not occurrences(words, self.text, section.body)
        return self.find(words, replace(section, body=section.heading) if is_asked else section)

    def _unplaced(self, quote: Text, section: Section, count: int) -> ClaimsError:
        if not _has_word(quote):
            return quote.error(f"the quote '{quote}' has no word", "words of the report", "Quote a sentence.")
        if count:
            where = self._places(quote, section)
            found = f"the quote '{quote}' occurs {count} times in {section.code} ({where})"
            return quote.error(found, "exactly one place", "Quote more words, so that one place is meant.")
        if cut := cut_word(quote, self.text, section.body):
            found = f"the quote '{quote}' begins or ends inside '{cut}' in {section.code}"
            return quote.error(found, "whole words and numbers", f"Quote all of '{cut}', or leave it out.")
        found = f"the quote '{quote}' is not in {section.code}"
        return quote.error(found, "the exact words of that section", self._remedy(quote, section))

    def _remedy(self, quote: str, section: Section) -> str:
        others = [f"{code} ({where})" for code, o in self.sections.items() if (where := self._places(quote, o))]
        if others:
            return f"It occurs in {', '.join(others)}: move it there."
        nearest = nearest_words(quote, self.text[section.body.start : section.body.end])
        if not nearest:
            return "Copy the words from the report."
        where = self._places(nearest, section)
        return f"The report has: '{nearest}'{f' ({where})' if where else ''}. {difference(quote, nearest)}".strip()

    def _places(self, words: str, section: Section) -> str:
        """Return where words are in a section; empty if they are not."""
        spans = occurrences(words, self.text, section.body)
        return "; ".join(str(self.document.place(span.start)) for span in spans)


def _has_word(quote: str) -> bool:
    return any(map(str.isalnum, quote))
