"""How a template fits reports: each of its headings found or not, what it lacks, and what of it nobody uses."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from alliancegraph.graph.errors import FormError
from alliancegraph.graph.model.notices import Notice
from alliancegraph.graph.model.pages import Place
from alliancegraph.graph.words.folding import folded, readable
from alliancegraph.loaders.documents.document import Document
from alliancegraph.loaders.form.alignment import Match, opened_by
from alliancegraph.loaders.form.layout import lay_out
from alliancegraph.loaders.form.sections import read_form
from alliancegraph.loaders.form.template import Template
from alliancegraph.loaders.form.wording import ALIKE, shown

_LEAST = 40  # per cent of likeness below which a line is not worth showing
_WRAPPED = 3  # lines of a heading
_UNEXPECTED = ("heading-unknown", "outside", "heading-doubled", "heading-reordered", "heading-lost")


class Nearest(NamedTuple):
    """The line that is most alike to a heading that was not found, in per cent."""

    place: Place
    words: str
    likeness: int


class Fitted(NamedTuple):
    """A heading of the form: where it was found and how alike it is, or else the nearest line, if any is alike."""

    name: str
    printed: str
    optional: bool
    place: Place | None = None
    likeness: int = 0
    doubt: str = ""
    nearest: Nearest | None = None


class Fit(NamedTuple):
    """How a template fits a document; `unexpected` are notices about headings and text that the form lacks."""

    document: Document
    expected: tuple[Fitted, ...]
    unexpected: tuple[Notice, ...]

    @property
    def found(self) -> int:
        """The number of headings found."""
        return sum(heading.place is not None for heading in self.expected)


def fit(document: Document, template: Template) -> Fit:
    """Return how the template fits the document, whether a heading is found or not."""
    try:
        form = read_form(document, template)
    except FormError:
        return Fit(document, _expected(document, template, lay_out(document.text, template).matches), ())
    unexpected = tuple(notice for notice in form.notices if notice.code in _UNEXPECTED)
    return Fit(form.document, _expected(form.document, template, form.layout.matches), unexpected)


def _expected(document: Document, template: Template, matches: Sequence[Match]) -> tuple[Fitted, ...]:
    places, found = template.outline.places, dict[int, Match]()
    for match in matches:
        for number in opened_by(match, template.outline):
            found.setdefault(number, match)
    stretches = _stretches(document, matches)
    return tuple(_one(document, template, number, found.get(number), stretches) for number in range(len(places)))


def _one(
    document: Document, template: Template, number: int, match: Match | None, stretches: Sequence[tuple[int, str]]
) -> Fitted:
    place = template.outline.places[number]
    printed = shown(place.heading.printed)
    if match is None:
        nearest = _nearest(document, place.heading.printed, stretches)
        return Fitted(place.name, printed, place.optional, nearest=nearest)
    candidate = match.candidate
    where = document.place(candidate.span.start)
    return Fitted(place.name, printed, place.optional, where, round(100 * candidate.worth), candidate.doubt)


def _stretches(document: Document, matches: Sequence[Match]) -> list[tuple[int, str]]:
    """Return the offset and the words of each line that opens no heading found, with the lines behind it."""
    taken = {match.candidate.line.start for match in matches}
    lines, offset = [], 0
    for line in document.text.splitlines(keepends=True):
        start = offset + len(line) - len(line.lstrip())
        lines += [(start, readable(line))] if line.strip() else []
        offset += len(line)
    wrapped = [" ".join(words for _, words in lines[at : at + _WRAPPED]) for at in range(len(lines))]
    return [(start, words) for (start, _), words in zip(lines, wrapped, strict=True) if start not in taken]


def _nearest(document: Document, printed: str, stretches: Sequence[tuple[int, str]]) -> Nearest | None:
    openings = [folded(words[: len(printed)]).casefold() for _, words in stretches]
    best = process.extractOne(folded(printed).casefold(), openings, scorer=fuzz.ratio, score_cutoff=_LEAST)
    if best is None:
        return None
    start, words = stretches[best[2]]
    return Nearest(document.place(start), shown(words[: len(printed)]), round(best[1]))


def unused(template: Template, documents: Sequence[Document]) -> Iterator[str]:
    """Yield what a template has that none of the documents prints: titles, phrases, wordings, lines to ignore."""
    texts = [folded(document.text).casefold() for document in documents]
    for what, words in _phrases(template):
        wanted = folded(words).casefold()
        if not any(wanted in text for text in texts):
            yield f"{what} '{shown(words)}'"
    titles = [title.replace("{year}", "") for title in template.titles]
    if not any(fuzz.partial_ratio(folded(t).casefold(), text) >= ALIKE for t in titles for text in texts):
        yield f"title '{shown(template.title)}': without it, the year has to stand in each about file"


def _phrases(template: Template) -> Iterator[tuple[str, str]]:
    yield from ((f"phrase of {state.notation}", phrase) for state in template.states for phrase in state.phrases)
    yield from (("line to ignore", words) for words in template.ignored)
    yield from (("heading that carries nothing", words.strip("* ")) for words in template.passed_over)
    for heading in template.headings:
        yield from ((f"wording of {heading.level} {heading.key}", words) for words in heading.wordings[1:])
