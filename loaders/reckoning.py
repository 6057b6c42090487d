"""Reckons what the parts of a printed number come to: two hundred and fifty thousand, 2.5 million, one and a half.

A part is `digits`; a `number`, `times` or `part` of the words of numbers; `one`, an article that stands for one; `and`;
`of`; `vulgar`, ½ or 1/2; `minus`, a word for the sign; or `percent`, which leaves the number as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

_FOLLOWERS = {
    "": {"minus", "digits", "number", "part", "vulgar", "one"},
    "minus": {"digits", "number", "part", "vulgar", "one"},
    "digits": {"times", "and", "vulgar", "percent", ""},
    "number": {"number", "times", "part", "and", "percent", ""},
    "times": {"times", "of", "number", "digits", "and", "percent", ""},
    "of": {"times", "one"},
    "part": {"one", "of", "times", "percent", ""},
    "one": {"times", "part", ""},
    "and": {"number", "one", "vulgar"},
    "vulgar": {"times", "percent", ""},
    "percent": {""},
}
_LARGE = 1000


@dataclass
class _Sum:
    """A number as far as it is read: what a word such as thousand has closed, and what is open to be multiplied."""

    closed: Fraction = Fraction(0)
    open: Fraction | None = None
    factor: Fraction = Fraction(0)
    fits: bool = True

    def add(self, value: Fraction) -> None:
        """Two hundred, twenty: a smaller number goes into the zeros at the end of a larger one."""
        if self.open is not None:
            self.fits &= self.open >= 20 and value > 0 and self.open % 10 ** len(str(value)) == 0
        self.open = (self.open or 0) + value

    def multiply(self, value: Fraction) -> None:
        """Hundreds and dozens stay open; thousands and millions close what is before them, the largest first."""
        if self.open is None:
            self.fits &= value > self.factor
            self.closed, self.factor = self.closed * value, value
        elif value < _LARGE:
            self.open *= value
        else:
            self.fits &= not self.factor or value < self.factor
            self.closed, self.open, self.factor = self.closed + self.open * value, None, value

    def add_part(self, value: Fraction) -> None:
        """Two and a half, a million and a half."""
        if self.open is None:
            self.closed += value * self.factor
        else:
            self.open += value

    @property
    def value(self) -> Fraction:
        return self.closed + (self.open or 0)


def reckon(parts: Sequence[tuple[str, Fraction]]) -> Fraction | None:
    """What the parts, each with its kind and value, come to; None if they are no number."""
    kinds = ["", *(kind for kind, _ in parts), ""]
    if not all(after in _FOLLOWERS[kind] for kind, after in pairwise(kinds)):
        return None
    sum = _Sum()
    for at, (kind, value) in enumerate(parts, 1):
        _take(sum, kinds[:at], kind, value)
    signed = -sum.value if kinds[1] == "minus" else sum.value
    return signed if sum.fits else None


def _take(sum: _Sum, before: Sequence[str], kind: str, value: Fraction) -> None:
    if kind == "times":
        sum.multiply(value)
    elif kind == "part" and before[-2:] == ["and", "one"]:
        sum.add_part(value)
    elif kind == "part" and sum.open is not None:
        sum.open *= value
    elif kind == "vulgar" and before[-1] in ("digits", "and"):
        sum.add_part(value)
    elif kind in ("digits", "number", "part", "vulgar") or (kind == "one" and before[-1] in ("", "minus")):
        sum.fits &= before[-1] != "and" or before[-2] == "times"
        sum.add(value)
