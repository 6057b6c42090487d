"""Figures as reports print them, and what they can mean: 32.000.000, 6,500, 0.125, 38.5 %, 2.5 million, two hundred.

A point or comma before three digits divides thousands; before another number of digits it begins a fraction. Before a
word that multiplies, or a percent sign, it may do either. Blanks and apostrophes before three digits divide thousands.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, product
from typing import NamedTuple

from graph.model import Span
from loaders.numberwords import NumberWords
from loaders.quotes import occurrences
from loaders.reckoning import reckon
from loaders.yamlfile import Value

_SIGNS = "¼-¾⅐-⅞"
_PART = re.compile(
    r"(?P<digits>(?:(?<![^\s(\[])[-–−])?(?<!\w)(?:\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’´·٫٬．，/:]\d+)*))"
    rf"|(?P<vulgar>[{_SIGNS}])|(?P<percent>[%‰])|(?P<word>(?:(?![{_SIGNS}¹²³⁰-₉])[^\W\d_])++(?!\d))|(?P<other>[^\s\-‐‑\u00ad])"
)
_MARKS = str.maketrans({"’": "'", "´": "'", "·": ".", "٫": ".", "．": ".", "٬": ",", "，": ","})
_GROUPED = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?P<mark>[ '.,])\d{3}(?:(?P=mark)\d{3})*)(?:(?!(?P=mark))[.,](?P<fraction>\d+))?"
)
_PLAIN = re.compile(r"(?P<whole>\d+)(?:[.,](?P<fraction>\d+))?")
_RATIO = re.compile(r"\d+/\d*[1-9]\d*")
_JOINED = re.compile(r"\s?[-‐‑\u00ad]?\s?")
_LONGEST = 12  # parts of a number
_ON_TRUST = "If it is right all the same, say why: `onTrust: …`, the reader's reason."


class _Part(NamedTuple):
    """A piece of a text: what it does in a number, empty if nothing; its value, unless it is digits."""

    start: int
    end: int
    text: str
    kind: str
    value: Fraction = Fraction(1)


@dataclass(frozen=True)
class Figure:
    """A number in a text, at its full length, and all that it can mean: nothing if it cannot be read.

    It has several starts or ends where a sign, or a word that may be a unit, can be left out.
    """

    starts: frozenset[int]
    ends: frozenset[int]
    readings: frozenset[Fraction]

    @property
    def span(self) -> Span:
        return Span(min(self.starts), max(self.ends))

    def is_at(self, span: Span) -> bool:
        """Whether it stands there, from one of its starts to one of its ends."""
        return span.start in self.starts and span.end in self.ends

    def holds(self, span: Span) -> bool:
        """Whether it stands there and goes on before or after."""
        return self.span.start <= span.start and span.end <= self.span.end


def figures(text: str, words: NumberWords) -> list[Figure]:
    """All numbers in a text, in order."""
    parts, found, at = list(_parts(text, words)), list[Figure](), 0
    while at < len(parts):
        figure, length = _longest(text, parts[at : at + _LONGEST])
        found += [figure] if figure else []
        at += length
    return found


def check_figure(value: Value, printed: Value, quote: str, words: NumberWords) -> None:
    """Raises ClaimsError unless the printed number stands whole in the quote and can mean the value."""
    if means(value, printed, quote, words):
        return
    if not _at(printed, quote, words):
        _refuse_piece(printed, quote, words)
    if not any(figure.readings for figure in _at(printed, quote, words)):
        raise printed.error(
            f"'{printed.text()}' cannot be read as a number", "one number, and no other words", _ON_TRUST
        )
    found = f"the value {value.text()} for a printed {printed.text()}"
    remedy = (
        "Correct one of them: a value has no mark between thousands and is written out, 21500 for 21.500, "
        f"2500000 for 2.5 million. {_ON_TRUST}"
    )
    raise value.error(found, "the same number", remedy)


def means(value: Value, printed: Value, quote: str, words: NumberWords) -> bool:
    """Whether the printed number, which stands whole in the quote, can mean the value."""
    number = Fraction(value.decimal())
    return any(number in figure.readings for figure in _at(printed, quote, words))


def _at(printed: Value, quote: str, words: NumberWords) -> list[Figure]:
    """The numbers of the quote that are printed so."""
    spans = occurrences(printed.text(), quote, Span(0, len(quote)))
    return [figure for figure in figures(quote, words) if any(figure.is_at(span) for span in spans)]


def _refuse_piece(printed: Value, quote: str, words: NumberWords) -> None:
    spans = occurrences(printed.text(), quote, Span(0, len(quote)))
    for figure in figures(quote, words):
        if any(figure.holds(span) for span in spans):
            whole = quote[figure.span.start : figure.span.end]
            remedy = f"Write `valueAsWritten: {whole}`. {_ON_TRUST}"
            raise printed.error(
                f"'{printed.text()}' is only a part of '{whole}'", "the whole number as printed", remedy
            )


def _longest(text: str, parts: Sequence[_Part]) -> tuple[Figure | None, int]:
    """The longest number that the parts begin with, and how many of them it takes."""
    for length in range(_joined(text, parts), 0, -1):
        if readings := _readings(parts[:length]):
            return _figure(parts[:length], readings), length
    return _figure(parts[:1], set()) if parts[0].kind == "digits" else None, 1


def _joined(text: str, parts: Sequence[_Part]) -> int:
    """How many of the parts may belong to one number."""
    for at, (part, after) in enumerate(pairwise(parts), 1):
        if not (part.kind and after.kind and _JOINED.fullmatch(text, part.end, after.start)):
            return at
    return len(parts)


def _readings(parts: Sequence[_Part]) -> set[Fraction]:
    """All that the parts can come to together; nothing if they are no number."""
    last = parts[-1]
    shorter = _readings(parts[:-1]) if last.kind == "unit or times" and len(parts) > 1 else set()
    kinds = ["times" if part.kind == "unit or times" else part.kind for part in parts]
    scaled = [kind in ("times", "percent") for kind in kinds[1:]] + [False]
    values = (_values(part, before) for part, before in zip(parts, scaled, strict=True))
    sums = (reckon(list(zip(kinds, chosen, strict=True))) for chosen in product(*values))
    return shorter | {sum for sum in sums if sum is not None}


def _values(part: _Part, scaled: bool) -> set[Fraction]:
    return _of_digits(part.text, scaled) if part.kind == "digits" else {part.value}


def _figure(parts: Sequence[_Part], readings: set[Fraction]) -> Figure:
    first, last = parts[0], parts[-1]
    signed = first.kind == "digits" and not first.text[0].isdigit()
    optional = len(parts) > 1 and last.kind in ("unit or times", "percent")
    starts, ends = {first.start, first.start + signed}, {last.end, parts[-2].end if optional else last.end}
    return Figure(frozenset(starts), frozenset(ends), frozenset(readings))


def _of_digits(text: str, scaled: bool) -> set[Fraction]:
    """What printed digits can mean; `scaled` where a word that multiplies or a percent sign follows."""
    digits = "".join(str(unicodedata.decimal(sign, sign)) for sign in text.translate(_MARKS))
    bare = digits.lstrip("-–−")
    grouped, plain = _GROUPED.fullmatch(bare), _PLAIN.fullmatch(bare)
    found = [grouped, plain if scaled else None] if grouped else [plain]
    readings = {_number(match) for match in found if match}
    readings |= {Fraction(bare)} if _RATIO.fullmatch(bare) else set()
    return readings if bare == digits else _signed(readings, digits[0])


def _signed(readings: set[Fraction], sign: str) -> set[Fraction]:
    """The negative numbers; a hyphen or dash may be a bullet, too."""
    negative = {-reading for reading in readings}
    return negative if sign == "−" else negative | readings


def _number(match: re.Match[str]) -> Fraction:
    whole = re.sub(r"\D", "", match["whole"])
    return Fraction(f"{whole}.{match['fraction'] or 0}")


def _parts(text: str, words: NumberWords) -> Iterator[_Part]:
    at = 0
    while match := _PART.search(text, at):
        part = _part(match, words)
        yield part
        at = part.end


def _part(match: re.Match[str], words: NumberWords) -> _Part:
    start, end = match.span()
    if phrase := next((phrase for phrase in words.percent if _begins(match, phrase)), ""):
        return _Part(start, start + len(phrase), phrase, "percent")
    if match["vulgar"]:
        return _Part(start, end, match[0], "vulgar", _vulgar(match[0]))
    if match["word"]:
        return _Part(start, end, match[0], *words.meanings.get(match[0].lower(), ("", Fraction(1))))
    return _Part(start, end, match[0], "digits" if match["digits"] else "percent" if match["percent"] else "")


def _begins(match: re.Match[str], phrase: str) -> bool:
    """Whether the phrase stands there as whole words."""
    return (
        re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE).match(match.string, match.start()) is not None
    )


def _vulgar(sign: str) -> Fraction:
    return Fraction(unicodedata.normalize("NFKC", sign).replace("⁄", "/"))
