"""A report as `alliancegraph look` shows it: what each stretch of the print was taken for, and why."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from alliancegraph.graph.errors import AllianceGraphError, FormError
from alliancegraph.graph.model.looks import (
    ANSWER,
    FURNITURE,
    HEADING,
    OUTSIDE,
    UNKNOWN,
    Answered,
    Box,
    Look,
    Page,
    Piece,
    Warned,
)
from alliancegraph.graph.model.notices import Notice
from alliancegraph.graph.model.pages import PAGE_BREAK
from alliancegraph.graph.model.reports import Span
from alliancegraph.loaders.documents.document import Document, read_document
from alliancegraph.loaders.form.about import About, read_about
from alliancegraph.loaders.form.filledform import left_out, template_named
from alliancegraph.loaders.form.fit import Fitted, fit
from alliancegraph.loaders.form.layout import Block
from alliancegraph.loaders.form.members import doubts, find_member, find_year
from alliancegraph.loaders.form.sections import Form, FormSection, read_form, recognise
from alliancegraph.loaders.form.template import Template


def look(path: Path, form_name: str = "") -> Look:
    """Return how the report in a document is read, with or without claims, whether a form fits it or not.

    Raise InputError if the document, its about file or the template cannot be read.
    """
    document = read_document(path)
    about = read_about(document)
    template = template_named(form_name, about)
    try:
        template = template or recognise(document)
        form = read_form(document, template, left_out(about, template))
    except FormError as error:
        return _unread(document, template, error)
    return _read(form, about)


def _unread(document: Document, template: Template | None, error: FormError) -> Look:
    """Return the look of a document in which nothing is known: its text, its furniture, and the reason."""
    whole = Piece(OUTSIDE, "", 1)
    expected = fit(document, template).expected if template else ()
    return Look(
        file=document.path.name,
        form=template.id if template else "",
        pages=_pages(document, [(Span(0, len(document.text)), whole)]),
        warnings=(*map(_warned, document.warnings), *map(_missed, expected)),
        refused=tuple(map(str, error.problems)),
    )


def _missed(heading: Fitted) -> Warned:
    """Return the warning for a heading that was not found: which line is nearest to it."""
    what = f"{heading.name} is missing: '{heading.printed}'"
    near = heading.nearest
    if near is None:
        return Warned("heading-missing", what, "No line is like it.", None, None)
    remedy = f"The nearest line is {near.likeness}% alike: '{near.words}'."
    return Warned("heading-missing", what, remedy, near.place.page, near.place.line)


def _read(form: Form, about: About) -> Look:
    document = form.document
    checks = (lambda: find_member(about, form), lambda: find_year(about, form))
    return Look(
        file=document.path.name,
        form=form.template.id,
        pages=_pages(document, list(_stretches(form))),
        sections=tuple(_answered(document, section) for section in form.sections),
        warnings=tuple(map(_warned, (*document.warnings, *doubts(about, form), *form.notices))),
        refused=tuple(message for check in checks for message in _refusal(check)),
    )


def _refusal(check: Callable[[], object]) -> Iterator[str]:
    """Yield the messages of the error that a check raises."""
    try:
        check()
    except AllianceGraphError as error:
        yield from map(str, error.problems)


def _warned(notice: Notice) -> Warned:
    return Warned(notice.code, notice.what, notice.remedy, notice.page, notice.line)


def _answered(document: Document, section: FormSection) -> Answered:
    answer = document.text[section.body.start : section.body.end]
    place = document.place(document.begin(section.body) if answer.strip() else section.body.start)
    return Answered(
        code=section.code,
        goal=section.goal.words,
        state=section.state,
        kind=section.kind,
        refers=section.refers,
        boxes=tuple(Box(choice.label, choice.is_ticked) for choice in section.choices),
        values=section.values,
        page=place.page,
        line=place.line,
        characters=len(answer.strip()),
    )


def _stretches(form: Form) -> Iterator[tuple[Span, Piece]]:
    """Yield every stretch of the text in order, with a piece that says what it is."""
    codes = {section.body: section.code for section in form.sections}
    yield form.layout.preamble, Piece(OUTSIDE, "", 1)
    for block in form.layout.blocks:
        yield block.heading, _heading(form, block)
        code = codes.get(block.body)
        yield block.body, Piece(OUTSIDE if code is None else ANSWER, "", 1, code or "")


def _heading(form: Form, block: Block) -> Piece:
    match = block.match
    if match is None:
        return Piece(UNKNOWN, "", 1)
    place, candidate = form.template.outline.places[match.place], match.candidate
    return Piece(HEADING, "", 1, place.code, place.heading.level, round(100 * candidate.worth), candidate.doubt)


def _pages(document: Document, stretches: Sequence[tuple[Span, Piece]]) -> tuple[Page, ...]:
    """Return the pages of the print, each with its pieces; a single page ends with a page break (`Document.page`)."""
    has_pages = PAGE_BREAK in document.text
    numbered = list(_numbered(_with_furniture(document, stretches)))
    pages = groupby(numbered, key=lambda each: each[0])
    found = tuple(
        Page(number if has_pages else None, tuple(piece for _, piece in own if piece.text.strip()))
        for number, own in pages
    )
    is_single = len(found) == 2 and not found[-1].pieces
    return found[:1] if is_single else found


def _with_furniture(document: Document, stretches: Sequence[tuple[Span, Piece]]) -> Iterator[Piece]:
    """Yield the pieces of the print in order: the stretches of the text, divided by the furniture between them."""
    rest = list(document.furniture)
    for span, piece in stretches:
        start = span.start
        while rest and rest[0].at < span.end:
            item = rest.pop(0)
            yield _with(piece, document.text[start : item.at])
            yield Piece(FURNITURE, item.text, 1, of=item.kind)
            start = item.at
        yield _with(piece, document.text[start : span.end])
    yield from (Piece(FURNITURE, item.text, 1, of=item.kind) for item in rest)


def _numbered(pieces: Iterator[Piece]) -> Iterator[tuple[int, Piece]]:
    """Yield each piece with the number of its page, divided where pages end, and with its line."""
    page, line = 1, 1
    for piece in pieces:
        for number, part in enumerate(piece.text.split(PAGE_BREAK)):
            page, line = (page + 1, 1) if number else (page, line)
            before = part[: len(part) - len(part.lstrip())].count("\n")
            yield page, _with(piece, part.strip("\n"), line + before)
            line += part.count("\n")


def _with(piece: Piece, text: str, line: int = 1) -> Piece:
    return replace(piece, text=text, line=line)
