"""The parts of printed numbers in a text, in order: digits, the words of numbers, signs such as ½ and %.

Whether a single point or comma before three digits divides thousands or begins a fraction, the language says; before
another number of digits it begins a fraction. Before a word that multiplies, or a percent sign, it may do either.
Before three digits, blanks and apostrophes divide thousands. A blank beside a mark is one that print put there.
Digits that are no number (a date, a telephone number, 10^6, 3 x 20) are one part, with no value.
"""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from alliancegraph.loaders.numbers.words import NumberWords

MULTIPLIERS = ("times", "unit or times", "number or times")
_SIGNS = "¼-¾⅐-⅞"
_NOTES = "¹²³⁰-₉*†‡"
_WORD = rf"(?:(?![{_SIGNS}{_NOTES}])[^\W\d_])++(?!\d)"
_DECIMAL = r"\d+(?:[.,]\d+)*"
_NO_NUMBER = (
    rf"{_DECIMAL}(?:(?:\s?\^\s?|\s[xX×✕*⋅]\s|[xX×✕*⋅]){_DECIMAL})+"
    rf"|{_DECIMAL}[eE][-+]?\d+(?!\w)|0\d+(?:[-‐‑]\d+)+|\d+(?:[-‐‑]\d+){{2,}}"
)
_PART = re.compile(
    r"(?P<ratio>(?<![\w.,/:])\d{1,2}/\d{1,3}(?!\w|[/.,:]\d))"
    rf"|(?P<digits>(?:(?<![^\s(\[])[-–−][$€£¥]?)?(?<!\w)(?:{_NO_NUMBER}"
    r"|\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?"
    r"|\d{1,3}(?: ?, ?\d{3})+(?!\d| ?[.,]\d)(?= |\W|$)|\d+ [.,]\d+(?![\w.,])|\d+(?:[.,'’´·٫٬．，/:]\d+)*))"
    rf"|(?P<vulgar>[{_SIGNS}])|(?P<percent>[%‰])|(?P<word>{_WORD})|(?P<other>[^\s\-‐‑\u00ad])"
)
_REMARK = re.compile(rf"\s*(?:[(\[][^()\[\]]*[)\]]|[{_NOTES}]+)\s*(?P<word>{_WORD})")
_BRACKETED = re.compile(rf"\s*[(\[](?P<word>{_WORD})[)\]]")
_JOINED = re.compile(rf"\s?[-‐‑\u00ad]?\s?|\s*(?:[(\[][^()\[\]]*[)\]]?|[{_NOTES}]+)\s*")
_MARKS = str.maketrans({"’": "'", "´": "'", "·": ".", "٫": ".", "．": ".", "٬": ",", "，": ","})
_GROUPED = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?P<mark>[ '.,])\d{3}(?:(?P=mark)\d{3})*)(?:(?!(?P=mark))[.,](?P<fraction>\d+))?"
)
_PLAIN = re.compile(r"(?P<whole>\d+)(?:[.,](?P<fraction>\d+))?")
_RATIO = re.compile(r"(\d{1,2})/(\d{1,3})")
_BEFORE_DIGITS = re.compile(r"[.:]?\s?\d")


class Part(NamedTuple):
    """A piece of a text: its kind, empty if it belongs to no number; its value, unless it is digits."""

    start: int
    end: int
    text: str
    kind: str
    value: Fraction = Fraction(1)

    @property
    def bare(self) -> int:
        """Its start without the sign before its digits."""
        return self.end - len(self.text.lstrip("-–−$€£¥")) if self.kind == "digits" else self.start

    @property
    def multiplies(self) -> bool:
        """Whether it multiplies the part before it, or may do so."""
        return self.kind in MULTIPLIERS

    def values(self, scaled: bool, words: NumberWords) -> set[Fraction]:
        """Return its possible values; `scaled` if a word that multiplies or a percent sign follows."""
        return _of_digits(self.text, scaled, words) if self.kind == "digits" else {self.value}


def parts(text: str, words: NumberWords) -> Iterator[Part]:
    """Yield the parts of a text, in order; remarks between a number and its multiplier are skipped."""
    at = 0
    while match := _PART.search(text, at):
        part = _part(match, words)
        yield part
        at = _behind_remark(text, part.end, words) if part.kind else part.end


def are_joined(text: str, part: Part, after: Part) -> bool:
    """Return whether two neighbours may belong to one number."""
    return bool(part.kind and after.kind and _JOINED.fullmatch(text, part.end, after.start))


def _behind_remark(text: str, at: int, words: NumberWords) -> int:
    """Return the start of a multiplier after a remark, after a footnote mark, or in brackets; else `at`."""
    remarks = (pattern.match(text, at) for pattern in (_BRACKETED, _REMARK))
    starts = (m.start("word") for m in remarks if m and words.meaning(m["word"])[0] in MULTIPLIERS)
    return next(starts, at)


def _part(match: re.Match[str], words: NumberWords) -> Part:
    start, end = match.span()
    if phrase := words.percent_at(match.string, start):
        return Part(start, start + len(phrase), phrase, "percent")
    if match["vulgar"]:
        return Part(start, end, match[0], "vulgar", _vulgar(match[0]))
    if match["ratio"] and (ratio := _ratio(match[0])):
        return Part(start, end, match[0], "vulgar", *ratio)
    if match["word"] and (phrase := words.phrase(match.string, start)):
        return Part(start, start + len(phrase), phrase, *words.meaning(phrase))
    if match["word"]:
        return Part(start, end, match[0], *_meaning(match, words))
    is_digits = match["digits"] or match["ratio"]
    return Part(start, end, match[0], "digits" if is_digits else "percent" if match["percent"] else "")


def _meaning(match: re.Match[str], words: NumberWords) -> tuple[str, Fraction]:
    """Return the kind and value of a word; "no" before digits is the sign of a number, not zero."""
    counts_on = match[0].lower() in words.number_signs and _BEFORE_DIGITS.match(match.string, match.end())
    return ("", Fraction(1)) if counts_on else words.meaning(match[0])


def _of_digits(text: str, scaled: bool, words: NumberWords) -> set[Fraction]:
    digits = "".join(str(unicodedata.decimal(sign, sign)) for sign in text.translate(_MARKS))
    bare = re.sub(r" ?([.,]) ?", r"\1", digits.lstrip("-–−$€£¥"))
    grouped, plain = _GROUPED.fullmatch(bare), _PLAIN.fullmatch(bare)
    if grouped and plain and not bare.isdecimal():
        found = [grouped if scaled or grouped["mark"] in words.thousands else None]
        found.append(plain if scaled or grouped["mark"] in words.decimal else None)
    else:
        found = [grouped or plain]
    readings = {_number(match) for match in found if match} | _ratio(bare)
    return _signed(readings, digits[0]) if digits[0] in "-–−$€£¥" else readings


def _signed(readings: set[Fraction], sign: str) -> set[Fraction]:
    """Return the negative numbers; a hyphen or dash may also be a bullet."""
    negative = {-reading for reading in readings}
    return negative if sign == "−" else negative | readings


def _number(match: re.Match[str]) -> Fraction:
    whole = re.sub(r"\D", "", match["whole"])
    return Fraction(f"{whole}.{match['fraction'] or 0}")


def _ratio(text: str) -> set[Fraction]:
    """Return the fraction written, such as 1/2; none if it may be a day, a season (2014/16) or hours (24/7)."""
    match = _RATIO.fullmatch(text)
    return {Fraction(text)} if match and int(match[1]) < int(match[2]) else set()


def _vulgar(sign: str) -> Fraction:
    return Fraction(unicodedata.normalize("NFKC", sign).replace("⁄", "/"))
