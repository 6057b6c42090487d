"""Footnotes of plain text: marks behind words, and the notes at the foot of the page that explain them."""

import re
from collections.abc import Iterator, Sequence

from alliancegraph.loaders.documents.prints import Kind, PrintLine, Stretch

_BEHIND_WORD = r"(?<=[^\W\d_][^\W\d_]|\w[.,;:)”\"’»])"
_NOTE = re.compile(
    r"\s*(?P<mark>[⁰¹²³⁴-⁹]{1,3}|[*†‡]{1,3}(?=\s)|\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}(?=\s+[^\W\d_a-z]))\s*\S"
)
_LINE_END = re.compile(r"(?<=[^\W\d_][^\W\d_A-Z])\d{1,2}\n[^\S\n\f]*(?=[,;.:)])")  # a raised mark that ended a line
MOST = 15  # lines of notes on a page


def footnotes(text: str, pages: Sequence[Sequence[PrintLine]]) -> Iterator[Stretch]:
    """Yield raised marks that ended a line, and the notes at the foot of pages with their marks."""
    for mark in _LINE_END.finditer(text):
        yield Stretch(*mark.span(), Kind.FOOTNOTE_MARK)
    for page in pages if len(pages) > 1 else ():
        yield from _notes(text, page)


def _notes(text: str, page: Sequence[PrintLine]) -> Iterator[Stretch]:
    """Yield the notes of a page from the first with a mark behind a word above it."""
    for at in range(max(1, len(page) - MOST), len(page)):
        note = _NOTE.match(text, page[at].start, page[at].end)
        mark = note and _mark(note["mark"], text, page[0].start, page[at].start)
        if mark:
            yield Stretch(*mark, Kind.FOOTNOTE_MARK)
            yield from (_later(text, page, at))
            yield Stretch(page[at].start, page[-1].end, Kind.FOOTNOTE)
            return


def _later(text: str, page: Sequence[PrintLine], first: int) -> Iterator[Stretch]:
    for line in page[first + 1 :]:
        note = _NOTE.match(text, line.start, line.end)
        mark = note and _mark(note["mark"], text, page[0].start, page[first].start)
        if mark:
            yield Stretch(*mark, Kind.FOOTNOTE_MARK)


def _mark(mark: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the place of a note's mark behind a word; None if there is none."""
    blank = r"\s?" if mark.startswith("[") else ""
    found = re.compile(rf"{_BEHIND_WORD}{blank}{re.escape(mark)}(?![\w⁰¹²³⁴-⁹])").search(text, start, end)
    return found.span() if found else None
