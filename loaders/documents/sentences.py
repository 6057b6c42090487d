"""The sentences of a text: the units that somebody who reads a report has to account for.

A text from a PDF has its lines broken at the margin, so a line that ends well before the margin ends a paragraph or the
item of a list; a bullet begins one. Inside such a block, sentences are separated by their language's rules.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from alliancegraph.graph.model.reports import Span
from alliancegraph.graph.words.folding import BULLETS, simplified

_LINE = re.compile(r"[^\n\f]*\S[^\n\f]*")
_BULLET = re.compile(rf"\s*(?:[{BULLETS}]|[-–]\s|\d{{1,2}}[.)]\s)")
_ABBREVIATED = re.compile(r"\b[a-z]{1,4}\.\s*$")
_WORDS = re.compile(r"[^\W\d_]|\d\W+\d")  # a number alone is a page number or the number of an item
_MARGIN = 0.9


def sentences(text: str, within: Span, language: str) -> list[Span]:
    """Return the spans of the sentences inside a span, in order, without surrounding white space."""
    from sentencex import segment

    spans: list[Span] = []
    for block in _blocks(text, within):
        start = block.start
        pieces = segment(language, re.sub(r"[\n\f]", " ", simplified(text[block.start : block.end])))
        for piece in _rejoined(pieces):
            spans += _trimmed(text, Span(start, start + len(piece)))
            start += len(piece)
    return spans


def _rejoined(pieces: Iterable[str]) -> list[str]:
    """Return the pieces, with those joined that were divided after an abbreviation (`par. 1`)."""
    whole: list[str] = []
    for piece in pieces:
        if whole and (piece[:1].islower() or (piece[:1].isdigit() and _ABBREVIATED.search(whole[-1]))):
            whole[-1] += piece
        else:
            whole.append(piece)
    return whole


def _blocks(text: str, within: Span) -> Iterator[Span]:
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text, within.start, within.end)]
    margin = _MARGIN * max((_width(text, line) for line in lines), default=0)
    start = lines[0].start if lines else within.start
    for line, after in pairwise(lines):
        if _BULLET.match(text, after.start, after.end) or _ends_early(text, line, after, margin):
            yield Span(start, line.end)
            start = after.start
    if lines:
        yield Span(start, lines[-1].end)


def _width(text: str, line: Span) -> int:
    return len(text[line.start : line.end].strip())


def _ends_early(text: str, line: Span, after: Span, margin: float) -> bool:
    """Return whether the next line's first word would have fitted on the line, and begins a sentence."""
    words = text[after.start : after.end].split()
    return _width(text, line) + 1 + len(words[0]) < margin and not words[0][0].islower()


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    words = text[span.start : span.end]
    if _WORDS.search(words):
        start = span.start + len(words) - len(words.lstrip())
        yield Span(start, span.start + len(words.rstrip()))
