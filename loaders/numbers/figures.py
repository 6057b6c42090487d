"""Figures as reports print them, and what they can mean: 32.000.000, 6,500, 0.125, 38.5 %, 2.5 million, two hundred.

Two numbers with a word such as `to` between them may share what multiplies the second: 2 and 3 million.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise, product, takewhile
from math import prod

from alliancegraph.graph.model.reports import Span
from alliancegraph.graph.model.texts import Text
from alliancegraph.loaders.documents.quotes import occurrences
from alliancegraph.loaders.documents.surroundings import Quoted
from alliancegraph.loaders.numbers.parts import Part, are_joined, parts
from alliancegraph.loaders.numbers.reckoning import reckon
from alliancegraph.loaders.numbers.words import NumberWords

_LONGEST = 24  # parts of a number
_HYPHEN = re.compile(r"[-‐‑]\s?(?P<word>[^\W\d_]+)")
_NEAR = 40  # letters of a word before a hyphen
_SCALING = ("times", "number or times", "before times", "percent")
_TENS = 20  # from here on, a smaller number may follow
_COMPOUND = re.compile(r"(?:[-‐‑]\w+)+")
_LEAD = re.compile(r"[^\W\d_]+[-‐‑]\Z")
_ON_TRUST = "If it is right all the same, say why: `onTrust: …`, the reader's reason."


@dataclass(frozen=True)
class Figure:
    """A number in a text, at its full length, and all its possible values: none if it cannot be read.

    It has several starts or ends if a sign, or a word that may be a unit, can be left out. `shared_rate` is the percent
    sign or word of the next number, which it may share.
    """

    starts: frozenset[int]
    ends: frozenset[int]
    readings: frozenset[Fraction]
    parts: tuple[Part, ...]
    factors: tuple[Part, ...]
    shared_rate: str = ""

    @property
    def rate(self) -> str:
        """The sign or word for percent after it; empty if there is none."""
        return self.parts[-1].text if self.parts[-1].kind == "percent" else ""

    @property
    def span(self) -> Span:
        return Span(min(self.starts), max(self.ends))

    def is_at(self, span: Span) -> bool:
        """Return whether the span is from one of its starts to one of its ends."""
        return span.start in self.starts and span.end in self.ends

    def holds(self, span: Span) -> bool:
        """Return whether it contains the span."""
        return self.span.start <= span.start and span.end <= self.span.end

    def sharing(self, after: "Figure") -> "Figure":
        """Return the number with the multiplier of the next: needed if they then rise, as in 2 and 3 million."""
        own = [part.value for part in self.factors]
        rest = after.factors[len(own) :]
        if self.parts[-1].kind == "percent" or own != [part.value for part in after.factors[: len(own)]] or not rest:
            return self
        multiplied = {reading * prod(part.value for part in rest) for reading in self.readings}
        rises = multiplied and max(multiplied) < max(after.readings)
        alone = set() if rises and all(part.kind == "times" for part in rest) else self.readings
        return replace(self, readings=frozenset(multiplied | alone), factors=after.factors)


@lru_cache(maxsize=64)
def figures(text: str, words: NumberWords) -> tuple[Figure, ...]:
    """Return all numbers in a text, in order; the last results are cached."""
    return tuple(_shared(text, _unshared(text, words), words))


def check_figure(value: Text, printed: Text, quotes: Sequence[Quoted], words: NumberWords) -> None:
    """Raise ClaimsError unless the printed number is whole in the quote and can mean the value.

    Quotes are one quote in each way in which its text may go on.
    """
    for quoted in quotes:
        _check(value, printed, quoted, words)


def check_range(value: Text, upper: Text, printed: Text, quotes: Sequence[Quoted], words: NumberWords) -> None:
    """Raise ClaimsError unless the quote prints the range, from a number that can mean the value to one for the other.

    Quotes are one quote in each way in which its text may go on.
    """
    ends = Fraction(value.decimal()), Fraction(upper.decimal())
    for quoted in quotes:
        ranges = _ranges(printed, quoted, words)
        if not any(ends[0] in first.readings and ends[1] in last.readings for first, last in ranges):
            read = [f"{_either(first.readings)} to {_either(last.readings)}" for first, last in ranges]
            remedy = f"Here it is read as {' and '.join(read) or 'no range'}. {_ON_TRUST}"
            found = f"the range from {value} to {upper} for a printed '{printed}'"
            raise printed.error(found, "both ends in `valueAsWritten`, with the word between them: eight to 12", remedy)


def upper_end(printed: Text, quoted: Quoted, words: NumberWords) -> Text:
    """Return the upper end of a range as the quote prints it; empty if there is none."""
    ends = (quoted.text[min(last.starts) : min(last.ends)] for _, last in _ranges(printed, quoted, words))
    return Text(next(ends, ""), printed.origin)


def _ranges(printed: Text, quoted: Quoted, words: NumberWords) -> list[tuple[Figure, Figure]]:
    """Return the two numbers of each range that the quote prints so."""
    spans = occurrences(printed, *quoted)
    return [
        (first, last)
        for first, last in pairwise(figures(quoted.text, words))
        if any(span.start in first.starts and span.end in last.ends for span in spans)
        and any(words.joins(quoted.text[max(first.ends) : start]) for start in last.starts)
    ]


def means(value: Text, printed: Text, quotes: Sequence[Quoted], words: NumberWords) -> bool:
    """Return whether the printed number, whole in the quote, can mean the value."""
    number = Fraction(value.decimal())
    return all(any(number in figure.readings for figure in printed_so(printed, quoted, words)) for quoted in quotes)


def printed_so(printed: Text, quoted: Quoted, words: NumberWords) -> list[Figure]:
    """Return the numbers of the quote that are printed so."""
    spans = occurrences(printed, *quoted)
    return [figure for figure in figures(quoted.text, words) if any(figure.is_at(span) for span in spans)]


def _check(value: Text, printed: Text, quoted: Quoted, words: NumberWords) -> None:
    if means(value, printed, [quoted], words):
        return
    found = printed_so(printed, quoted, words)
    if not found:
        _refuse_piece(printed, quoted, words)
    if not any(figure.readings for figure in found):
        raise printed.error(f"'{printed}' cannot be read as a number", "one number, and no other words", _ON_TRUST)
    other = _known(printed_so(printed, quoted, words.undecided())) - (read := _known(found))
    doubt = (
        f", for so the report's language has it; with its mark for the other it is {_either(other)}" if other else ""
    )
    remedy = (
        "Correct one of them: a value has no mark between thousands and is written out, 21500 for 21,500, "
        f"2500000 for 2.5 million. Here {printed} is read as {_either(read)}{doubt}. {_ON_TRUST}"
    )
    raise value.error(f"the value {value} for a printed {printed}", "the same number", remedy)


def _known(found: Iterable[Figure]) -> set[Fraction]:
    """Return all possible values of the numbers."""
    return {reading for figure in found for reading in figure.readings}


def _either(readings: Iterable[Fraction]) -> str:
    return " or ".join(map(_plainly, sorted(readings)))


def _plainly(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{float(number):.9g}"


def _refuse_piece(printed: Text, quoted: Quoted, words: NumberWords) -> None:
    spans = occurrences(printed, *quoted)
    for figure in figures(quoted.text, words):
        if any(figure.holds(span) for span in spans):
            whole = quoted.text[figure.span.start : figure.span.end]
            remedy = f"Quote all of it, and write `valueAsWritten: {whole}`. {_ON_TRUST}"
            raise printed.error(f"'{printed}' is only a part of '{whole}'", "the whole number as printed", remedy)


def _unshared(text: str, words: NumberWords) -> list[Figure]:
    """Return all numbers in a text, without regard to their neighbours."""
    pieces, found, at = list(parts(text, words)), list[Figure](), 0
    while at < len(pieces):
        figure, length = _longest(text, pieces[at : at + _LONGEST], words)
        end = found[-1].span.end if found else -1
        if figure and end <= pieces[at].start:
            found.append(_whole(text, figure, words, end != pieces[at].start - 1))
        at += length
    return found


def _longest(text: str, pieces: Sequence[Part], words: NumberWords) -> tuple[Figure | None, int]:
    """Return the longest number at the beginning of the parts, and how many parts it takes."""
    if not pieces[0].kind:
        return None, 1
    joined = _joined(text, pieces)
    for length in range(joined, 0, -1):
        if readings := _readings(pieces[:length], words):
            more = _ordinal_length(pieces[:joined], length)
            return _figure(text, pieces[: length + more], set() if more else readings), length + more
    return _figure(text, pieces[:1], set()) if pieces[0].kind == "digits" else None, 1


def _ordinal_length(pieces: Sequence[Part], length: int) -> int:
    """Return how many parts after a number make it an ordinal or a fraction: 25 th, twenty first, 3 quarters."""
    last, more = pieces[length - 1], pieces[length : length + 2]
    kinds = [part.kind for part in more]
    if kinds[:1] in (["ordinal"], ["part"]):
        return 1
    is_high = last.multiplies or (last.kind == "number" and last.value >= _TENS)
    if is_high and kinds[:1] == ["which"]:
        return 1
    return 2 if is_high and kinds in (["and", "which"], ["tens and", "which"]) else 0


def _whole(text: str, figure: Figure, words: NumberWords, begins: bool) -> Figure:
    """Return the number; if a hyphen makes it part of a longer word (COVID-19, one-off), the word without values."""
    lead = _LEAD.search(text, max(0, figure.span.start - _NEAR), figure.span.start) if begins else None
    after = _HYPHEN.match(text, figure.span.end) if figure.parts[-1].kind not in ("digits", "percent") else None
    is_longer = after and not (words.is_measure(after["word"]) or words.meaning(after["word"])[0])
    rest = _COMPOUND.match(text, figure.span.end) if is_longer else None
    if not (lead or rest):
        return figure
    start, end = lead.start() if lead else figure.span.start, rest.end() if rest else figure.span.end
    return replace(figure, starts=frozenset({start}), ends=frozenset({end}), readings=frozenset())


def _joined(text: str, pieces: Sequence[Part]) -> int:
    """Return how many of the parts may belong to one number."""
    for at, (part, after) in enumerate(pairwise(pieces), 1):
        if not are_joined(text, part, after):
            return at
    return len(pieces)


def _readings(pieces: Sequence[Part], words: NumberWords) -> set[Fraction]:
    """Return all possible values of the parts together; none if they are no number."""
    last = pieces[-1]
    shorter = _readings(pieces[:-1], words) if last.kind == "unit or times" and len(pieces) > 1 else set()
    kinds = ["times" if part.kind == "unit or times" else part.kind for part in pieces]
    scaled = [kind in _SCALING for kind in kinds[1:]] + [False]
    values = (part.values(before, words) for part, before in zip(pieces, scaled, strict=True))
    sums = (reckon(list(zip(kinds, chosen, strict=True))) for chosen in product(*values))
    return shorter | {sum for sum in sums if sum is not None}


def _figure(text: str, pieces: Sequence[Part], readings: set[Fraction]) -> Figure:
    first, last = pieces[0], pieces[-1]
    counted = [part for part in pieces if part.kind not in ("percent", "before times")]
    optional = len(pieces) > 1 and last.kind in ("unit or times", "percent")
    starts = {*range(first.start, first.bare + 1), pieces[first.kind == "minus" and len(pieces) > 1].start}
    ends = {last.end, (pieces[-2] if last.multiplies else counted[-1]).end if optional else last.end}
    if last.multiplies and text[last.end : last.end + 1] in (".", ")", "]"):
        ends.add(last.end + 1)
    return Figure(frozenset(starts), frozenset(ends), frozenset(readings), tuple(pieces), _factors(pieces))


def _factors(pieces: Sequence[Part]) -> tuple[Part, ...]:
    """Return what multiplies a number, at its end; none if more follows: two thousand and fifty, a dozen."""
    counted = [part for part in pieces if part.kind not in ("percent", "of", "before times")]
    last = tuple(takewhile(lambda part: part.multiplies, reversed(counted)))[::-1]
    is_all = len(last) == sum(part.multiplies for part in counted)
    return last if is_all and counted[0].kind != "one" else ()


def _shared(text: str, found: Sequence[Figure], words: NumberWords) -> list[Figure]:
    """Return the numbers, with the multiplier of the next if they may share it, as in 2, 3 or 4 million."""
    shared = list(found)
    for at in range(len(found) - 2, -1, -1):
        figure, after = shared[at : at + 2]
        between = [text[max(figure.ends) : start] for start in after.starts]
        if any(map(words.joins, between)) or (after is not found[at + 1] and "," in map(str.strip, between)):
            rate = after.rate or after.shared_rate
            shared[at] = replace(figure.sharing(after), shared_rate="" if figure.rate else rate)
    return shared
