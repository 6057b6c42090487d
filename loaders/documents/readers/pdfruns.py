"""Runs of characters on a page of a PDF: what one text object of the page prints, with its place and size.

Characters that PDFium makes up, blanks and line ends between objects, belong to no run.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from math import degrees
from typing import TYPE_CHECKING, Any, NamedTuple

from alliancegraph.loaders.documents.readers.plaintext import LACKED
from alliancegraph.loaders.documents.readers.symbols import as_unicode

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_HYPHENS = {0xFFFE: "\u00ad", 0x02: "\u00ad"}  # PDFium writes these for a hyphen at a line's end
_QUARTER = 90


class Box(NamedTuple):
    """A rectangle in points: from the page's left and, downwards, from its top."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, left: float, low: float, right: float, high: float) -> "Box":
        """Return the rectangle with these edges in PDFium, which counts upwards."""
        return cls(left, -high, right, -low)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


class Run(NamedTuple):
    """Characters of one object: their words, box, first and last index on the page, and the object, if the page has it.

    `is_slanted` if the text runs another way than most of its page.
    """

    words: str
    box: Box
    start: int
    end: int
    item: Any
    is_slanted: bool = False


class Characters(NamedTuple):
    """The characters of a page and their runs, in the order of the file."""

    text: str
    runs: tuple[Run, ...]


def characters(page: "PdfPage") -> Characters:
    """Return the characters of a page of PDFium."""
    text_page = page.get_textpage()
    text = _text(text_page).translate(_HYPHENS)
    spans = list(_spans(text_page, text))
    angles = [_angle(text_page, start) for start, _, _ in spans]
    turn = _main_angle(angles, spans)
    runs = (
        Run(_words(text[start:end]), _box(text_page, start, end, turn), start, end, item, abs(angle - turn) > 1)
        for (start, end, item), angle in zip(spans, angles, strict=True)
    )
    return Characters(text, tuple(runs))


def _words(text: str) -> str:
    return as_unicode(LACKED.sub("", re.sub(r"[\r\n\f\v]", " ", whole(text))))


def whole(text: str) -> str:
    """Return a text with the characters that PDFium gives in two halves, as of mathematics, put together."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _text(text_page: "PdfTextPage") -> str:
    from pypdfium2 import raw

    count = text_page.count_chars()
    text = str(text_page.get_text_range()) if count else ""
    if len(text) == count:
        return text
    return "".join(chr(min(raw.FPDFText_GetUnicode(text_page, at), sys.maxunicode)) for at in range(count))


def _spans(text_page: "PdfTextPage", text: str) -> Iterator[tuple[int, int, Any]]:
    """Yield the first and last index, and the object, of characters of one object that follow each other."""
    import ctypes

    from pypdfium2 import raw

    start, here, before = 0, None, None
    for at in range(len(text) + 1):
        item = raw.FPDFText_GetTextObject(text_page, at) if at < len(text) else None
        address = ctypes.addressof(item.contents) if item else None
        if address != here:
            if here is not None and text[start:at].strip():
                yield start, at, before
            start, here = at, address
        before = item


def _angle(text_page: "PdfTextPage", at: int) -> float:
    from pypdfium2 import raw

    return degrees(raw.FPDFText_GetCharAngle(text_page, at)) % (4 * _QUARTER)


def _main_angle(angles: Sequence[float], spans: Sequence[tuple[int, int, Any]]) -> int:
    """Return the quarter turn in which most characters of a page run."""
    weights: Counter[int] = Counter()
    for angle, (start, end, _) in zip(angles, spans, strict=True):
        weights[round(angle)] += end - start
    quarters = [(count, -angle) for angle, count in weights.items() if angle % _QUARTER == 0]
    return -max(quarters, default=(0, 0))[1]


def _box(text_page: "PdfTextPage", start: int, end: int, turn: int) -> Box:
    """Return the box of a run as whoever reads its line sees it."""
    from pypdfium2 import raw

    first, last = raw.FS_RECTF(), raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text_page, start, first)
    raw.FPDFText_GetLooseCharBox(text_page, end - 1, last)
    left, right = min(first.left, last.left), max(first.right, last.right)
    low, high = min(first.bottom, last.bottom), max(first.top, last.top)
    return {
        90: Box(-high, -right, -low, -left),
        180: Box(-right, low, -left, high),
        270: Box(low, left, high, right),
    }.get(turn, Box.of(left, low, right, high))
