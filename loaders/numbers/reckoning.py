"""Computes the value of a printed number: two hundred and fifty thousand, 2.5 million, one and a half.

A part is `digits`; a `number`, `times` or `part` of the words of numbers, or `number or times`, which means its
number if nothing smaller precedes it; `one`, an article that means one; `and`, or `tens and`, which follows
tens too; `of`; `before times`; `vulgar`, ½ or 1/2; `minus`, a word for the sign; or `percent`, which leaves the number
as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

_FOLLOWERS = {
    "": {"minus", "digits", "number", "part", "vulgar", "one"},
    "minus": {"digits", "number", "part", "vulgar", "one"},
    "digits": {"times", "part", "and", "tens and", "vulgar", "before times", "percent", ""},
    "number": {"number", "times", "part", "and", "tens and", "before times", "percent", ""},
    "times": {"times", "of", "number", "digits", "and", "tens and", "before times", "percent", ""},
    "of": {"times", "one"},
    "before times": {"times", "percent"},
    "part": {"one", "of", "times", "before times", "percent", ""},
    "one": {"times", "part", ""},
    "and": {"number", "one", "vulgar"},
    "tens and": {"number", "one", "part", "vulgar"},
    "vulgar": {"times", "percent", ""},
    "percent": {""},
}
_LARGE = 1000
_SMALL = 20  # from here on, a fraction is an ordinal: twenty-third


@dataclass
class _Sum:
    """A number read so far: `closed` by a word such as thousand, and `open` to be multiplied."""

    closed: Fraction = Fraction(0)
    open: Fraction | None = None
    factor: Fraction = Fraction(0)
    fits: bool = True

    def add(self, value: Fraction) -> None:
        """Add a number, which has to fit into the zeros at the end of the number before: two hundred, twenty."""
        if self.open is not None:
            self.fits &= self.open >= 20 and value > 0 and self.open % 10 ** len(str(value)) == 0
        self.open = (self.open or 0) + value

    def multiply(self, value: Fraction) -> None:
        """Multiply: hundreds and dozens stay open; thousands and millions close what is before, the largest first."""
        if self.open is None:
            self.fits &= value > self.factor
            self.closed, self.factor = self.closed * value, value
        elif value < _LARGE:
            self.open *= value
        else:
            self.fits &= not self.factor or value < self.factor
            self.closed, self.open, self.factor = self.closed + self.open * value, None, value

    def add_part(self, value: Fraction) -> None:
        """Add a fraction: two and a half, a million and a half."""
        if self.open is None:
            self.closed += value * self.factor
        else:
            self.open += value

    @property
    def value(self) -> Fraction:
        return self.closed + (self.open or 0)


def reckon(parts: Sequence[tuple[str, Fraction]]) -> Fraction | None:
    """Return the value of the parts, each with its kind and value; None if they are no number."""
    parts = _written_out(parts)
    kinds = ["", *(kind for kind, _ in parts), ""]
    if not all(after in _FOLLOWERS[kind] for kind, after in pairwise(kinds)):
        return None
    sum = _Sum()
    for at, (kind, value) in enumerate(parts, 1):
        _take(sum, kinds[:at], kind, value)
    signed = -sum.value if kinds[1] == "minus" else sum.value
    return signed if sum.fits else None


def _written_out(parts: Sequence[tuple[str, Fraction]]) -> list[tuple[str, Fraction]]:
    """Return the parts, with a `one` before each `number or times` that nothing smaller precedes: a hundred."""
    written: list[tuple[str, Fraction]] = []
    for kind, value in parts:
        before, last = written[-1] if written else ("", value)
        if kind == "number or times":
            starts = before in ("", "minus", "and", "tens and") or (before == "times" and last > value)
            written += [("number", Fraction(1))] if starts else []
        written.append(("times" if kind == "number or times" else kind, value))
    return written


def _take(sum: _Sum, before: Sequence[str], kind: str, value: Fraction) -> None:
    if kind == "times":
        sum.multiply(value)
    elif kind == "part" and (before[-1] == "tens and" or (before[-1] == "one" and before[-2] in ("and", "tens and"))):
        sum.add_part(value)
    elif kind == "part" and sum.open is not None:
        sum.fits &= sum.open < _SMALL
        sum.open *= value
    elif kind == "vulgar" and before[-1] in ("digits", "and", "tens and"):
        sum.add_part(value)
    elif kind in ("digits", "number", "part", "vulgar") or (kind == "one" and before[-1] in ("", "minus")):
        sum.fits &= before[-1] != "and" or before[-2] == "times"
        sum.add(value)
