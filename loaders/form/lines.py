"""The lines of a text, and what can be seen from them: where a page begins, and whether a sentence runs through."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from alliancegraph.graph.model.pages import PAGE_BREAK
from alliancegraph.graph.model.reports import Span
from alliancegraph.loaders.form.words import Words

_LINE = re.compile(r"[^\n\f]+")
_CLOSED = re.compile(r"[.!?:;…。][\"'”’»)\]]*$|[\W_]$|\d$")
_WORD = re.compile(r"[^\W\d_]+")
_FULL = 0.75  # of the longest lines, from which on a line may have been wrapped
_SENTENCE = 3  # words of a line that may be one, at least
NARROW = 40  # characters of a line that is never full
_AFTER_CODE = re.compile(r"\s*[)\].:–—-]?\s*(?:$|[:.–—-]\s*\S|[^\W\d_a-zß-öø-ÿ])")


@dataclass(frozen=True)
class Line:
    """A line with its number among the lines that are not blank, without white space at its ends."""

    number: int
    start: int
    end: int


class Lines:
    """The lines of a text that are not blank."""

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self._words = words
        printed = (found for found in _LINE.finditer(text) if not found[0].isspace())
        stripped = (_stripped(text, found.start(), found.end()) for found in printed)
        self._lines = [Line(number, *edges) for number, edges in enumerate(stripped)]
        self._starts = [line.start for line in self._lines]

    def __iter__(self) -> Iterator[Line]:
        return iter(self._lines)

    def of(self, line: Line | None) -> str:
        """Return the text of a line; empty for none."""
        return self.text[line.start : line.end] if line else ""

    def before(self, line: Line) -> Line | None:
        """Return the line before; None for the first."""
        return self._lines[line.number - 1] if line.number else None

    def after(self, offset: int) -> Line | None:
        """Return the first line that begins at or after the offset; None if there is none."""
        at = bisect_right(self._starts, offset - 1)
        return self._lines[at] if at < len(self._lines) else None

    def is_page_top(self, line: Line) -> bool:
        """Return whether a page begins right before the line."""
        before = self.before(line)
        return before is not None and PAGE_BREAK in self.text[before.end : line.start]

    def is_apart(self, line: Line) -> bool:
        """Return whether a blank line, a page break or the end of a sentence is before the line."""
        before = self.before(line)
        gap = self.text[before.end : line.start] if before else PAGE_BREAK
        return gap.count("\n") > 1 or PAGE_BREAK in gap or self.of(before)[-1:] in ".!?"

    def is_open(self, line: Line | None) -> bool:
        """Return whether the line may go on in the next one: it ends with a letter or a comma."""
        return line is not None and not _CLOSED.search(self.of(line).rstrip(","))

    def hangs(self, line: Line) -> bool:
        """Return whether the line before this one ends with a comma, or with a word that ends no sentence."""
        *_, cell = self.of(self.before(line)).split("\t")
        words = cell.casefold().split()
        return len(words) > 1 and (words[-1].endswith(",") or words[-1] in self._words["links"])

    def runs_through(self, line: Line, end: int) -> bool:
        """Return whether a sentence runs from the line before this one through the words up to the offset."""
        if self.hangs(line):
            return True
        before = self.before(line)
        rest = self.text[end : line.end].strip() if end < line.end else self.of(self.after(end))
        return before is not None and self.is_open(before) and rest[:1].islower() and self._is_full(before)

    def interrupts(self, line: Line, end: int) -> bool:
        """Return whether the words up to the offset interrupt a sentence."""
        before = self.before(line)
        is_text = len(self.of(before).split()) >= _SENTENCE and "\t" not in self.of(line)
        return is_text and self.is_open(before) and self.of(self.after(end))[:1].islower()

    def goes_on(self, end: int) -> bool:
        """Return whether the words up to the offset are marked as a continuation, `(continued)`."""
        following = _WORD.search(self.text, end, end + 30)
        return following is not None and following[0].casefold() in self._words["continued"]

    def with_mark(self, span: Span) -> Span:
        """Return the span of a heading with the mark of a continuation behind it."""
        following = self.after(span.end)
        end = following.start if following else len(self.text)
        return Span(span.start, span.end + len(self.text[span.end : end].rstrip())) if self.goes_on(span.end) else span

    def opens_something(self, line: Line, code: int) -> bool:
        """Return whether a line with a code that ends at the offset can be a heading rather than a sentence."""
        rest = self.text[code : line.end]
        if not _AFTER_CODE.match(rest) or self.runs_through(line, line.end):
            return False
        return not (self.is_open(self.before(line)) and self.of(self.after(line.end))[:1].islower())

    def _is_full(self, line: Line) -> bool:
        return is_full(line.end - line.start, self._width)

    @cached_property
    def _width(self) -> int:
        return usual_width(line.end - line.start for line in self._lines)


def usual_width(lengths: Iterable[int]) -> int:
    """Return the length of long lines, one in ten left out; 0 without lines."""
    ordered = sorted(lengths)
    return ordered[len(ordered) * 9 // 10] if ordered else 0


def is_full(length: int, width: int) -> bool:
    """Return whether a line of that length may have been wrapped, where long lines are that wide."""
    return length >= max(_FULL * width, NARROW)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
