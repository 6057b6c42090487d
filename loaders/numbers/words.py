"""The words of numbers in a language, read from `loaders/numbers/languages/<language>.yaml`."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache, cached_property
from pathlib import Path

from alliancegraph.graph.words.folding import simplified
from alliancegraph.loaders.yamlfile import Value, read_yaml

NUMBERS = Path(__file__).parent / "languages"
_COUNTED = ("number", "times", "unit or times", "number or times", "part")
_LISTED = ("one", "and", "tens and", "of", "before times", "minus", "ordinal", "which")
_NEIGHBOURS = ("percent", "number sign", "range", "roughly", "thousands", "decimal", "measure")
_CURRENCY = r"(?:[A-Z]{3}|[$€£¥])"
_LONG = re.compile(
    r"(?<![\w.,])[1-9]\d{0,2}(?P<mark>[.,])\d{3}(?:(?:(?P=mark)\d{3})+|(?!(?P=mark))[.,]\d+)(?![\w]|[.,]\d)"
)
_DASHES = ("-", "‐", "‑", "–", "—", "−", "/", "&")


@dataclass(frozen=True, eq=False)
class NumberWords:
    """The kind and value of each number word of a language; empty for an unknown language.

    Compared by identity, so that results can be cached.
    """

    meanings: Mapping[str, tuple[str, Fraction]] = field(default_factory=dict)
    months: Mapping[str, Fraction] = field(default_factory=dict)
    percent: tuple[str, ...] = ()
    number_signs: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    roughly: tuple[str, ...] = ()
    thousands: tuple[str, ...] = (".", ",")
    decimal: tuple[str, ...] = (".", ",")
    measures: tuple[str, ...] = ()

    def meaning(self, word: str) -> tuple[str, Fraction]:
        """Return the kind and value of a word or phrase, ignoring accents; the kind is empty for other words."""
        return self.meanings.get(_plain(word), ("", Fraction(1)))

    def is_measure(self, word: str) -> bool:
        """Return whether the word may follow a hyphen as what is counted: a three-day meeting."""
        return _plain(word) in self.measures

    def phrase(self, text: str, at: int) -> str:
        """Return the longest number of several words at the place (quatre-vingt-dix); empty if there is none."""
        match = self._phrases.match(text, at)
        return match[0] if match else ""

    def percent_at(self, text: str, at: int) -> str:
        """Return the words for percent at the place; empty if there are none."""
        match = self._percent.match(text, at)
        return match[0] if match else ""

    def as_printed_in(self, text: str) -> "NumberWords":
        """Return words in which marks divide thousands as in the text's long numbers, such as 32.000.000."""
        marks = tuple(dict.fromkeys(match["mark"] for match in _LONG.finditer(text)))
        decimal = tuple(mark for mark in self.decimal if mark not in marks)
        return replace(self, thousands=(*self.thousands, *marks), decimal=decimal)

    def undecided(self) -> "NumberWords":
        """Return words in which every mark may divide thousands or begin a fraction."""
        return replace(self, thousands=(".", ","), decimal=(".", ","))

    def joins(self, between: str) -> bool:
        """Return whether the text between two numbers makes them a range or a pair: `to`, `and almost`, a dash."""
        return self._range.fullmatch(between) is not None

    @cached_property
    def _phrases(self) -> re.Pattern[str]:
        phrases = sorted((word for word in self.meanings if " " in word), key=len, reverse=True)
        either = "|".join(re.escape(phrase).replace(r"\ ", r"(?:[-‐‑]\s?|\s)") for phrase in phrases)
        return re.compile(rf"(?<!\w)(?:{either or '(?!)'})(?!\w)", re.IGNORECASE)

    @cached_property
    def _percent(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_any(self.percent) or '(?!)'})(?!\w)", re.IGNORECASE)

    @cached_property
    def _range(self) -> re.Pattern[str]:
        word, roughly = _any((*self.ranges, *_DASHES)), _any(self.roughly)
        return re.compile(rf"\s*{_CURRENCY}?-?\s*(?:{word})\s*(?:(?i:{roughly})\s+)?{_CURRENCY}?\s*")


def number_words(language: str) -> NumberWords:
    """Return the number words of a language, by its tag: `en-GB` counts as `en`."""
    return _words(_file(language))


@cache
def _words(file: Path) -> NumberWords:
    if not file.exists():
        return NumberWords()
    record = read_yaml(file).record((*_COUNTED, *_LISTED, *_NEIGHBOURS, "months"))
    meanings = {
        _plain(word.text()): (kind, _value(number)) for kind in _COUNTED for word, number in record[kind].pairs()
    }
    meanings |= {_plain(word.text()): (kind, Fraction(1)) for kind in _LISTED for word in record[kind].elements()}
    months = {str(word.text()): _value(number) for word, number in record["months"].pairs()}
    return NumberWords(meanings, months, *(_longest_first(record[key]) for key in _NEIGHBOURS))


def has_number_words(language: str) -> bool:
    """Return whether the number words of a language, by its tag, are known."""
    return _file(language).exists()


def _file(language: str) -> Path:
    return NUMBERS / f"{language.partition('-')[0].lower()}.yaml"


def _plain(word: str) -> str:
    """Return a word in lower case without accents, or several with blanks between."""
    letters = unicodedata.normalize("NFD", " ".join(re.split(r"[\s\-‐‑]+", simplified(word).lower())))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _longest_first(words: Value) -> tuple[str, ...]:
    return tuple(sorted((word.text() for word in words.elements()), key=len, reverse=True))


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _value(number: Value) -> Fraction:
    try:
        return Fraction(number.text())
    except (ValueError, ZeroDivisionError):
        raise number.error(f"found '{number.text()}'", "a number, or a part such as 1/3", "Write digits.") from None
