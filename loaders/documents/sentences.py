"""The sentences of a text: the units that somebody who reads a report has to account for.

A text from a PDF has its lines broken at the margin, so a line that ends well before the margin ends a paragraph or the
item of a list; a bullet begins one. Inside such a block, sentences are separated by their language's rules.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from alliancegraph.graph.model.reports import Span
from alliancegraph.graph.words.folding import BULLETS, simplified
from alliancegraph.loaders.yamlfile import read_yaml

_LINE = re.compile(r"[^\n\f]+")
_BULLET = re.compile(rf"\s*(?:[{BULLETS}]|[-–]\s|\d{{1,2}}[.)]\s)")
_ABBREVIATED = re.compile(r"\b[a-z]{1,4}\.\s*$")
_WORDS = re.compile(r"[^\W\d_]|\d\W+\d")  # a number alone is a page number or the number of an item
_RAISED = re.compile(r"\s*(?:st|nd|rd|th|er|re|e|ème|ère|º|ª|o|a)\s*")  # of an ordinal, on a line of its own
_MARGIN = 0.9
_JOINED = 1.5  # times the usual width: two lines that an extractor joined
_ALIKE = 3  # lines of a width that make it usual
_LONGEST_WORD = 40
_LANGUAGES = ("en", "fr", "de", "es", "pt", "it", "ro", "nl", "pl")
SOURCE = Path(__file__).with_name("abbreviations.yaml")


def sentences(text: str, within: Span, language: str) -> list[Span]:
    """Return the spans of the sentences inside a span, in order, without surrounding white space."""
    from sentencex import segment

    spans: list[Span] = []
    for block in _blocks(text, within):
        start = block.start
        pieces = segment(language, re.sub(r"[\n\f]", " ", simplified(text[block.start : block.end])))
        for piece in _rejoined(pieces, _abbreviations(language)):
            spans += _trimmed(text, Span(start, start + len(piece)))
            start += len(piece)
    return spans


def _rejoined(pieces: Iterable[str], abbreviations: Collection[str]) -> Iterator[str]:
    """Yield the pieces, with those joined that were divided after an abbreviation (`par. 1`)."""
    whole: list[str] = []
    for piece in pieces:
        before = whole[-1][-_LONGEST_WORD:] if whole else ""
        is_abbreviated = piece[:1].isdigit() and _ABBREVIATED.search(before)
        if whole and not (piece[:1].islower() or is_abbreviated or _last_word(before) in abbreviations):
            yield "".join(whole)
            whole = []
        whole.append(piece)
    yield "".join(whole)


def _last_word(piece: str) -> str:
    return piece.rsplit(maxsplit=1)[-1].lstrip("(„“\"'").casefold() if piece.strip() else ""


@cache
def _abbreviations(language: str) -> frozenset[str]:
    """Return the abbreviations of a language (by its tag) that end no sentence."""
    record = read_yaml(SOURCE).record(("any",), _LANGUAGES)
    names = ("any", language.split("-", maxsplit=1)[0])
    return frozenset(value.text().casefold() for name in names if name in record for value in record[name].elements())


def _blocks(text: str, within: Span) -> Iterator[Span]:
    found = _LINE.finditer(text, within.start, within.end)
    lines = [Span(line.start(), line.end()) for line in found if not line[0].isspace()]
    margin = _margin([_width(text, line) for line in lines])
    start = lines[0].start if lines else within.start
    for line, after in pairwise(lines):
        is_cell_end = "\t" in text[start : line.end] and text.count("\n", line.end, after.start) > 1
        if is_cell_end or _BULLET.match(text, after.start, after.end) or _ends_early(text, line, after, margin):
            yield Span(start, line.end)
            start = after.start
    if lines:
        yield Span(start, lines[-1].end)


def _margin(widths: Sequence[int]) -> float:
    """Return the width in characters from which a line is full: of few that are far longer, joined, none counts."""
    ordered = sorted(widths, reverse=True)
    longest = ordered[0] if ordered else 0
    for at, width in enumerate(ordered[1 : max(2, len(ordered) // 10) + 1], 1):
        is_usual = len(ordered) >= at + _ALIKE and ordered[at + _ALIKE - 1] >= _MARGIN * width
        if is_usual and ordered[at - 1] > _JOINED * width:
            longest = width
    return _MARGIN * longest


def _width(text: str, line: Span) -> int:
    return len(text[line.start : line.end].strip())


def _ends_early(text: str, line: Span, after: Span, margin: float) -> bool:
    """Return whether the next line's first word would have fitted on the line, and begins a sentence."""
    words = text[after.start : after.end].split()
    if _RAISED.fullmatch(text, line.start, line.end) and text[: line.start].rstrip()[-1:].isdigit():
        return False
    return _width(text, line) + 1 + len(words[0]) < margin and not words[0][0].islower()


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    words = text[span.start : span.end]
    if _WORDS.search(words):
        start = span.start + len(words) - len(words.lstrip())
        yield Span(start, span.start + len(words.rstrip()))
