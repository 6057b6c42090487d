"""Finds a quote in a text, through the noise that PDF extractors and typesetters leave.

Both are folded, so that their characters compare (see `alliancegraph.graph.words.folding`). White space is free where
the quote has any. A line may break inside a word (superscripts on a line of their own), with or without a hyphen, and a
soft hyphen may be one. A quote consists of whole words and whole numbers. Any other difference counts.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from unicodedata import category

from alliancegraph.graph.model.reports import Span
from alliancegraph.graph.words.folding import SOFT_HYPHEN, Folded, fold, readable

_LETTER = re.compile(r"[^\s\-\u00ad]")
_STEP = re.compile(r"(?:\u00ad*-\u00ad*|\u00ad+)\s*\n\s*|\s*\n\s*|\u00ad+|\s+|-")
_MOST_STEPS = 6  # hyphens and blanks between two letters; where there are more, no word goes on
_NUMBER = re.compile(r"\d+(?:[.,']\d+)+|(?<!\w)\d{1,3}(?: \d{3})+(?!\w)")
_LONGEST_NUMBER = 24
_WITHOUT_BLANKS = re.compile(  # scripts: Thai to Khmer, Tai, kana, Chinese characters
    r"[\u0e00-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u2e80-\u2fdf\u3005-\u3007\u3021-\u30ff\u31f0-\u31ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uaa60-\uaadf\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
_Stretch = tuple[int, int]  # of the folded text
_NOTHING = frozenset({""})


def occurrences(quote: str, text: str, within: Span) -> list[Span]:
    """Return each place of the text, inside the span, where the quote occurs as whole words."""
    printed = _read(text)
    return [printed.span(stretch) for stretch in _stretches(quote, printed, within) if not printed.cut_word(stretch)]


def cut_word(quote: str, text: str, within: Span) -> str:
    """Return the first word or number that the quote would cut; empty if there is none."""
    printed = _read(text)
    return next(filter(None, map(printed.cut_word, _stretches(quote, printed, within))), "")


def as_quoted(quote: str, text: str, span: Span) -> str:
    """Return the words of a span where the quote occurs, as people read them, without footnote marks.

    Where the print leaves open how a word goes on (a hyphen at a line's end, a soft hyphen), the quote decides.
    """
    on_one_line = collapsed(quote)
    if on_one_line.isascii() and on_one_line == collapsed(text[span.start : span.end]):
        return readable(on_one_line)
    printed, typed = _read(text), _Letters.of(on_one_line)
    first = bisect_left(printed.starts, span.start)
    parts = [printed.letter(first)]
    for at in range(1, len(typed.letters)):
        reading = min(printed.readings(first + at) & typed.readings(at))
        parts.append(printed.gap(first + at, reading) + printed.letter(first + at))
    return readable("".join(parts))


def collapsed(text: str) -> str:
    """Return the text on one line, its white space collapsed."""
    return " ".join(text.split())


@dataclass(frozen=True)
class _Letters:
    """A text's letters (all but white space and hyphens), their places in the folded text and starts in the text."""

    text: str
    folded: Folded
    letters: str
    places: "array[int]"
    starts: "array[int]"

    @classmethod
    def of(cls, text: str) -> "_Letters":
        plain = fold(text)
        places = array("l", (letter.start() for letter in _LETTER.finditer(plain.text)))
        starts = array("l", (plain.starts[place] for place in places))
        return cls(text, plain, "".join(plain.text[place] for place in places), places, starts)

    def span(self, stretch: _Stretch) -> Span:
        """Return the span of the text for a stretch of the folded text."""
        return Span(self.folded.starts[stretch[0]], self.folded.ends[stretch[1] - 1])

    def letter(self, number: int) -> str:
        """Return a letter as in the text; empty if it is part of the one before (a ligature)."""
        return self._original(self.places[number], self.places[number] + 1)

    def readings(self, number: int) -> frozenset[str]:
        """Return what can be read between a letter and the one before."""
        if self._is_next(number):
            return _NOTHING
        return _readings(self._between(number), self.letters[number - 1 : number + 1].isdecimal())

    def gap(self, number: int, reading: str) -> str:
        """Return the text between a letter and the one before, or the reading if the text has more than that."""
        if self._is_next(number) and not reading:
            return reading
        is_printed = _on_one_line(self._between(number)) == reading
        return self._original(self.places[number - 1] + 1, self.places[number]) if is_printed else reading

    def _is_next(self, number: int) -> bool:
        """Return whether nothing is between a letter and the one before."""
        return self.places[number] == self.places[number - 1] + 1

    def _between(self, number: int) -> str:
        return self.folded.text[self.places[number - 1] + 1 : self.places[number]]

    def cut_word(self, stretch: _Stretch) -> str:
        """Return the word or number that an end of the stretch cuts; empty if it cuts none."""
        return next((self._word(edge) for edge in stretch if self._goes_on(edge)), "")

    def _original(self, start: int, end: int) -> str:
        whole = (at for at in range(start, end) if not self.folded.is_split(at))
        return "".join(self.text[self.folded.starts[at] : self.folded.ends[at]] for at in whole)

    def _word(self, at: int) -> str:
        start = end = at
        while self._goes_on(start):
            start -= 1
        while self._goes_on(end):
            end += 1
        return readable(self._original(start, end))

    def _goes_on(self, at: int) -> bool:
        """Return whether a place is inside a word or a number."""
        plain = self.folded.text
        return 0 < at < len(plain) and (self.folded.is_split(at) or _is_in_number(plain, at) or _is_in_word(plain, at))


@lru_cache(maxsize=256)
def _read(text: str) -> _Letters:
    return _Letters.of(text)


def _stretches(quote: str, printed: _Letters, within: Span) -> Iterator[_Stretch]:
    """Yield each stretch of the folded text that reads as the quote, even if it cuts words at its ends."""
    typed = _read(quote)
    first, end = (bisect_left(printed.starts, edge) for edge in (within.start, within.end))
    while typed.letters and (first := printed.letters.find(typed.letters, first, end)) >= 0:
        stretch = printed.places[first], printed.places[first + len(typed.letters) - 1] + 1
        if _reads_as(typed, printed, first):
            yield stretch
        first += 1


def _reads_as(typed: _Letters, printed: _Letters, first: int) -> bool:
    """Return whether the text between the letters can be read as in the quote."""
    return all(typed.readings(at) & printed.readings(first + at) for at in range(1, len(typed.letters)))


@lru_cache(maxsize=4096)
def _readings(gap: str, is_in_number: bool) -> frozenset[str]:
    """Return the possible readings of the text between two letters, or two digits of one number."""
    steps = _STEP.findall(gap)
    if len(steps) > _MOST_STEPS:
        return frozenset({_on_one_line(gap)})
    choices = [_choices(step, is_in_number or number > 0) for number, step in enumerate(steps)]
    return frozenset(_on_one_line("".join(read)) for read in product(*choices))


def _on_one_line(gap: str) -> str:
    return re.sub(r"\s+", " ", gap)


def _choices(step: str, is_whole: bool) -> tuple[str, ...]:
    """Return the possible readings of a hyphen, blank or line's end; in a whole word the last two divide it."""
    if "\n" not in step:
        return (" ",) if step.isspace() else ("-",) if step == "-" else ("", "-", "- ")
    if step.isspace():
        return (" ",) if is_whole else ("", " ")
    return ("-", "- ") if is_whole else ("", "-", "- ")


def _is_in_number(plain: str, at: int) -> bool:
    if not any(character.isdecimal() for character in plain[at - 1 : at + 1]):
        return False
    numbers = _NUMBER.finditer(plain, max(0, at - _LONGEST_NUMBER), at + _LONGEST_NUMBER)
    return any(number.start() < at < number.end() for number in numbers)


def _is_in_word(plain: str, at: int) -> bool:
    """Return whether letters, digits or their marks are on both sides, a soft hyphen left out."""
    before = plain[max(0, at - 2) : at].rstrip(SOFT_HYPHEN)[-1:]
    behind = plain[at : at + 2].lstrip(SOFT_HYPHEN)[:1]
    if _WITHOUT_BLANKS.search(before + behind) or (SOFT_HYPHEN in plain[at - 1 : at + 1] and _is_dash(before, behind)):
        return False
    return _is_of_word(before) and _is_of_word(behind)


def _is_dash(before: str, behind: str) -> bool:
    """Return whether a soft hyphen there is a printed dash: numbers are not hyphenated."""
    return before.isdecimal() and behind.isdecimal()


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_" or (character != "" and category(character)[0] == "M")
