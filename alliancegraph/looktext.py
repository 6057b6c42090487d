"""A report as it is read, as text for the terminal; what colours say, signs and words say too."""

from collections.abc import Callable, Iterator

from alliancegraph.graph.model.looks import ANSWER, FURNITURE, HEADING, OUTSIDE, UNKNOWN, Answered, Look, Piece
from alliancegraph.graph.model.pages import Place
from alliancegraph.graph.words.counting import how_many
from alliancegraph.queries.answers.wrapping import padded, screen, visible, wrapped

Paint = Callable[[str, str], str]
_SIGNS = {HEADING: "#", ANSWER: "|", OUTSIDE: "?", FURNITURE: "~", UNKNOWN: "!"}
_COLOURS = {HEADING: "1;34", ANSWER: "0", OUTSIDE: "33", FURNITURE: "2", UNKNOWN: "1;33"}
_LEGEND = "# heading of the form   | answer   ? outside the form   ! heading that the form lacks   ~ page furniture"
_LABEL = 16  # cells before the text of a line


def look_lines(look: Look, paint: Paint) -> Iterator[str]:
    """Yield the lines; `paint` gives a text the colours of an ANSI code, or leaves it as it is."""
    yield _summary(look)
    yield from (paint(f"  refused: {message}", "1;31") for message in look.refused)
    yield f"  {_LEGEND}"
    for page in look.pages:
        yield paint(f"\n── page {page.number} {'─' * 40}", "1") if page.number else ""
        for piece in page.pieces:
            yield from _piece(piece, paint)
    yield from _sections(look)
    yield from _warnings(look)


def _summary(look: Look) -> str:
    form = f"read with the form {look.form}" if look.form else "of no known form"
    counts = (how_many(len(look.sections), "section"), how_many(len(look.warnings), "warning"))
    pages = [how_many(len(look.pages), "page")] if look.pages and look.pages[0].number else []
    return f"{visible(look.file)}, {form}: {', '.join((*pages, *counts))}"


def _piece(piece: Piece, paint: Paint) -> Iterator[str]:
    label = padded(f"{piece.line:>5} {_SIGNS[piece.kind]} {_label(piece)}", _LABEL)
    for line in piece.text.splitlines():
        for part in wrapped(visible(line), max(screen() - _LABEL - 1, 20)):
            if part:
                yield f"{label} {paint(part, _COLOURS[piece.kind])}".rstrip()
                label = padded(f"      {_SIGNS[piece.kind]}", _LABEL)
    if piece.doubt:
        yield f"{' ' * _LABEL} ({piece.doubt})"


def _label(piece: Piece) -> str:
    if piece.kind == HEADING:
        return f"{piece.code} {piece.likeness}%"
    return piece.code or piece.of


def _sections(look: Look) -> Iterator[str]:
    if look.sections:
        size = max(len(section.code) for section in look.sections)
        yield "\nSections"
        yield from (f"  {padded(section.code, size)}  {_section(section)}" for section in look.sections)


def _section(section: Answered) -> str:
    said = [section.state, section.kind, f"see {', '.join(section.refers)}" if section.refers else ""]
    boxes = [f"[{'x' if box.ticked else ' '}] {visible(box.label)}" for box in section.boxes]
    values = [f"'{visible(value)}'" for value in section.values if not boxes]
    length = how_many(section.characters, "character")
    return f"{', '.join(filter(None, (*said, *boxes, *values)))} ({Place(section.page, section.line)}, {length})"


def _warnings(look: Look) -> Iterator[str]:
    if look.warnings:
        yield "\nWarnings"
    for warning in look.warnings:
        where = f"{place}: " if any(place := Place(warning.page, warning.line or 0)) else ""
        yield f"  {where}{visible(warning.what)}. {visible(warning.remedy)} ({warning.code})"
