"""What was unsure when a document was read as a form: one notice for each, with its line."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from alliancegraph.graph.model.notices import Notice
from alliancegraph.graph.model.reports import Span
from alliancegraph.loaders.documents.document import Document
from alliancegraph.loaders.form.alignment import AGAIN, BACK, LOST, Match, opened_by
from alliancegraph.loaders.form.candidates import MISNUMBERED, OTHER, SENTENCE
from alliancegraph.loaders.form.layout import Layout
from alliancegraph.loaders.form.outline import GOAL, SECTION, TARGET
from alliancegraph.loaders.form.pointers import YEAR, is_guess
from alliancegraph.loaders.form.template import Template
from alliancegraph.loaders.form.wording import shown
from alliancegraph.loaders.form.words import Words

_MARK = 5  # characters of a tick or a number typed by hand, such as "X" or "IV."
_EMPTY_PAGE = re.compile(r"\f\s*?(?=\f)")
_DOUBTS = {
    OTHER: (
        "heading-other-words",
        "has other words than the form",
        "Add this wording to the template if it is the form's own.",
    ),
    MISNUMBERED: (
        "heading-other-number",
        "has another number than in the form",
        "Correct the number in the template or the goals file if it is the form's own.",
    ),
    SENTENCE: (
        "heading-in-sentence",
        "may be part of a sentence",
        "Look whether it is a heading; if it is none, the text under it belongs to the answer above.",
    ),
}
_EXPECTED = {
    "number": "a number",
    "date": "a date",
    "choice": "one of several choices",
    "row": "the row of a table",
}
_STEPS = {
    BACK: ("heading-reordered", "is before its place in the form", "Look whether the sections are the right ones."),
    AGAIN: (
        "heading-doubled",
        "occurs twice",
        "Both answers are kept apart; look whether a heading between the two was lost.",
    ),
}


def notices(document: Document, template: Template, layout: Layout, left_out: Collection[str]) -> Iterator[Notice]:
    """Yield a notice for each heading that is missing, out of order, doubtful, or none of the form."""
    yield from _unknown_language(document, template)
    yield from _of_matches(document, template, layout.matches)
    yield from _missing(document, template, layout.matches, left_out)
    yield from _unknown(document, template, layout)


def _unknown_language(document: Document, template: Template) -> Iterator[Notice]:
    """Yield a notice if no words are known with which answers in the form's language decline."""
    if not template.words.kinds and not template.states:
        what = f"no words are known with which answers decline ({', '.join(template.languages)}): all count as answered"
        remedy = "Write such phrases under `states` in the template, or a file for the language in loaders/form/words."
        yield Notice("declines-unknown", what, remedy, document.path)


def outside(document: Document, spans: Iterable[Span]) -> Iterator[Notice]:
    """Yield a notice for each stretch of text outside the form."""
    for span in spans:
        if _text(document.text, span).strip():
            what = f"text outside the sections: '{_shown(document.text, span)}'"
            remedy = "Quote it under `outside` if it states something."
            yield document.notice("outside", what, remedy, document.begin(span))


def unread(document: Document, answers: Iterable[tuple[str, Span]]) -> Iterator[Notice]:
    """Yield a notice for each blank section (by its code) that has a mark, or a page without text such as a picture."""
    for code, body in answers:
        mark = document.text[body.start : body.end].strip()
        if len(mark) <= _MARK and any(map(str.isalnum, mark)):
            what, remedy = f"section {code} is taken as blank, and has '{mark}'", "Look whether that is its answer."
            yield document.notice("blank-with-mark", what, remedy, document.text.index(mark, body.start))
        if page := _EMPTY_PAGE.search(document.text, body.start, body.end):
            what = f"section {code} is blank, and the page under its heading has no text"
            remedy = "Look whether that page is a picture: then recognise its text first (ocrmypdf)."
            yield document.notice("blank-page", what, remedy, page.end())


def not_of_its_kind(document: Document, answers: Iterable[tuple[str, Span, str]]) -> Iterator[Notice]:
    """Yield a notice for each answer (by its section's code) that gives nothing of the kind that is asked for."""
    for code, body, kind in answers:
        if kind in _EXPECTED:
            found = _shown(document.text, body).strip()
            what = f"section {code}: expected {_EXPECTED[kind]}, found '{found}'"
            remedy = "Look at the answer; if the question asks for words, its kind in the template is text."
            yield document.notice("answer-other-kind", what, remedy, document.begin(body))


def pointers(document: Document, words: Words, answers: Iterable[tuple[str, Span, Sequence[str]]]) -> Iterator[Notice]:
    """Yield a notice for each answer that points at no section of the report, or at one beside it by a guess.

    Answers are given by the code of their section, where they are, and the sections at which they point.
    """
    for code, body, targets in answers:
        answer, offset = _text(document.text, body), document.begin(body)
        shown = _shown(document.text, body)
        if not targets:
            year = YEAR.search(answer)
            where = f"to {year[0]}, not to a section of this report" if year else "to no section that could be found"
            remedy = "Look up what is meant; what that other text says is not taken over."
            yield document.notice("pointer-elsewhere", f"section {code} refers {where}: '{shown}'", remedy, offset)
        elif is_guess(answer, words):
            what = f"section {code} is taken to refer to {', '.join(targets)}: '{shown}'"
            yield document.notice("pointer-guessed", what, "Look whether that is the answer which is meant.", offset)


def _of_matches(document: Document, template: Template, matches: Sequence[Match]) -> Iterator[Notice]:
    seen: set[int] = set()
    lost: set[str] = set()
    for match in matches:
        place, offset = template.outline.places[match.place], match.candidate.span.start
        step = AGAIN if match.place in seen else match.step
        seen.add(match.place)
        words = _shown(document.text, match.candidate.span)
        for known, key in ((_STEPS, step), (_DOUBTS, match.candidate.doubt)):
            if key in known:
                code, what, remedy = known[key]
                yield document.notice(code, f"the heading of {place.name}, '{words}', {what}", remedy, offset)
        if step == LOST and place.goal not in lost:
            lost.add(place.goal)
            what = f"section {place.code} is under no heading of goal {place.goal}"
            remedy = (
                "Look whether the goal's heading before this line was lost; these sections are taken for that goal's."
            )
            yield document.notice("heading-lost", what, remedy, offset)


def _missing(
    document: Document, template: Template, matches: Sequence[Match], left_out: Collection[str]
) -> Iterator[Notice]:
    """Yield a notice for each place of the form without a heading; one for a goal with all of its sections.

    Each is where the last heading is that was found and is before it in the form's order.
    """
    places = template.outline.places
    opened = [places[number] for match in matches for number in opened_by(match, template.outline)]
    found = {place.code for place in opened}
    goals = {place.goal for place in opened if place.heading.level != TARGET}
    starts = {match.place: match.candidate.span.start for match in matches}
    for number, place in enumerate(places):
        is_lost_goal = place.heading.level == GOAL and place.goal in goals
        under_missing = place.heading.level == SECTION and place.goal not in goals
        named = {place.code, place.goal, f"{place.goal}/{place.heading.key}"} & set(left_out)
        if place.code in found or place.optional or named or is_lost_goal or under_missing:
            continue
        what = f"{place.name} is missing"
        remedy = (
            "Look after this line whether its heading was lost or reworded; if this member's form has none, write "
            f"`left out: [{place.code}]` into {document.path.with_suffix('.yaml').name}."
        )
        last_before = max((at for at in starts if at < number), default=-1)
        yield document.notice("heading-missing", what, remedy, starts.get(last_before, 0))


def _unknown(document: Document, template: Template, layout: Layout) -> Iterator[Notice]:
    """Yield a notice for each heading that is none of the form, and that the template does not name."""
    for block in layout.blocks:
        if block.match is None and not template.passes_over(_text(document.text, block.heading)):
            what = f"'{_shown(document.text, block.heading)}' is no heading of the form"
            remedy = (
                "The text under it is outside the form; name it under `headings` in the template if it carries nothing."
            )
            yield document.notice("heading-unknown", what, remedy, block.heading.start)


def _text(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _shown(text: str, span: Span) -> str:
    return shown(_text(text, span))
