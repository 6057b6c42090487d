"""The text beside a quote, where a number at its edge may continue: as printed, and without page furniture.

Page furniture is: blank lines, page numbers, running headers and footers (lines that recur in the text, digits aside),
footnotes and their marks. Nothing leaves the text here: the ways to read an edge are compared, so what might be
furniture is left out of one of them, on less evidence than `furniture` asks for; texts without pages have it too.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from alliancegraph.graph.model.pages import PAGE_BREAK
from alliancegraph.graph.model.reports import Passage, Span
from alliancegraph.graph.words.folding import readable

_NEAR = 400  # characters beside a quote in which a number may go on
_PAGE = 2000  # the same, with footnotes and headers between
_MARKS = r"(?:[¹²³⁰-₉*†‡]+|\s?\[\d{1,3}\]|\s?\(\d{1,2}\))"
_NOTE = re.compile(rf"\s*{_MARKS}")
_LETTER = re.compile(r"[^\W\d_]")


class Quoted(NamedTuple):
    """A text and the quoted span in it; a number at an edge of the span may go on outside."""

    text: str
    span: Span

    @classmethod
    def of(cls, lead: str, quote: str, tail: str) -> "Quoted":
        """Return a quote between two texts, on one line."""
        before = readable(lead) + lead[-1:].isspace() * " "
        after = tail[:1].isspace() * " " + readable(tail)
        before, after = before[-_NEAR:], after[:_NEAR]
        return cls(before + quote + after, Span(len(before), len(before) + len(quote)))


@lru_cache(maxsize=16)
def surroundings(passage: Passage, text: str) -> tuple[Quoted, ...]:
    """Return the quote of a passage with the text beside it, in each way in which that can be read."""
    start, end = passage.span.start, passage.span.end
    lead, tail = text[max(0, start - _PAGE) : start], text[end : end + _PAGE]
    shapes = _shapes(text)
    bare = _without_furniture(lead, shapes, last=True), _without_furniture(tail, shapes, last=False)
    ways = ((lead, tail), bare, (lead, bare[1]), (bare[0], tail))
    return tuple(dict.fromkeys(Quoted.of(before, passage.quote, after) for before, after in ways))


def _without_furniture(stretch: str, shapes: Mapping[str, int], *, last: bool) -> str:
    """Return text beside a quote without page furniture; its line at the quote loses footnote marks only."""
    pages = [_lines(page) for page in stretch.split(PAGE_BREAK)]
    own = pages[-1].pop() if last else pages[0].pop(0)
    kept = "\n".join(line for page in pages for line in page if not _is_furniture(line, shapes))
    if last:
        return f"{kept}\n{re.sub(rf'{_MARKS}(?=[.,]?$)', '', own)}"
    return f"{re.sub(rf'^{_MARKS}', '', own)}\n{kept}"


def _lines(page: str) -> list[str]:
    """Return the lines of a page without its footnotes; the lines beside the quote are kept."""
    first, *others = page.split("\n")
    note = next((at for at, line in enumerate(others) if _NOTE.match(line)), len(others))
    return [first, *others[:note], *(others[-1:] if note < len(others) else [])]


def _is_furniture(line: str, shapes: Mapping[str, int]) -> bool:
    return not _LETTER.search(line) or shapes[_shape(line)] > 1


@lru_cache(maxsize=8)
def _shapes(text: str) -> Mapping[str, int]:
    """Return how often each line occurs in a text, with all numbers taken as equal."""
    return Counter(map(_shape, re.split(r"[\n\f]", text)))


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())
