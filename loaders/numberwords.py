"""The words of numbers in a language, as `loaders/numbers/<language>.yaml` has them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, cached_property
from pathlib import Path

from loaders.yamlfile import Value, read_yaml

NUMBERS = Path(__file__).parent / "numbers"
_COUNTED = ("number", "times", "unit or times", "part")
_LISTED = ("one", "and", "of", "minus", "ordinal")
_NEIGHBOURS = ("percent", "number sign", "range", "roughly")
_CURRENCY = r"(?:[A-Z]{3}|[$€£¥])"
_DASHES = ("-", "‐", "‑", "–", "—", "−", "/", "&")


@dataclass(frozen=True)
class NumberWords:
    """What a word does in a number (a key of the file), and the value that it has; nothing for an unknown language."""

    meanings: Mapping[str, tuple[str, Fraction]] = field(default_factory=dict)
    percent: tuple[str, ...] = ()
    number_signs: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    roughly: tuple[str, ...] = ()

    def meaning(self, word: str) -> tuple[str, Fraction]:
        """What a word does in a number, empty if nothing, and its value."""
        return self.meanings.get(word.lower(), ("", Fraction(1)))

    def joins(self, between: str) -> bool:
        """Whether what stands between two numbers makes a range or a pair of them: `to`, `and almost`, a dash."""
        return self._range.fullmatch(between) is not None

    @cached_property
    def _range(self) -> re.Pattern[str]:
        word, roughly = _any((*self.ranges, *_DASHES)), _any(self.roughly)
        return re.compile(rf"\s*{_CURRENCY}?-?\s*(?:{word})\s*(?:(?i:{roughly})\s+)?{_CURRENCY}?\s*")


@cache
def number_words(language: str) -> NumberWords:
    """The words of numbers in a language, told by its tag: `en-GB` counts as `en`."""
    path = NUMBERS / f"{language.partition('-')[0].lower()}.yaml"
    if not path.exists():
        return NumberWords()
    record = read_yaml(path).record((*_COUNTED, *_LISTED, *_NEIGHBOURS))
    meanings = {word.text(): (kind, _value(number)) for kind in _COUNTED for word, number in record[kind].pairs()}
    meanings |= {word.text(): (kind, Fraction(1)) for kind in _LISTED for word in record[kind].elements()}
    return NumberWords(meanings, *(_longest_first(record[key]) for key in _NEIGHBOURS))


def _longest_first(words: Value) -> tuple[str, ...]:
    return tuple(sorted((word.text() for word in words.elements()), key=len, reverse=True))


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _value(number: Value) -> Fraction:
    try:
        return Fraction(number.text())
    except (ValueError, ZeroDivisionError):
        raise number.error(f"found '{number.text()}'", "a number, or a part such as 1/3", "Write digits.") from None
