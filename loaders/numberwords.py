"""The words of numbers in a language, as `loaders/numbers/<language>.yaml` has them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from pathlib import Path

from loaders.yamlfile import Value, read_yaml

NUMBERS = Path(__file__).parent / "numbers"
_COUNTED = ("number", "times", "unit or times", "part")
_LISTED = ("one", "and")


@dataclass(frozen=True)
class NumberWords:
    """What a word does in a number (a key of the file), and the value that it has; nothing for an unknown language."""

    meanings: Mapping[str, tuple[str, Fraction]] = field(default_factory=dict)
    percent: tuple[str, ...] = ()


@cache
def number_words(language: str) -> NumberWords:
    """The words of numbers in a language, told by its tag: `en-GB` counts as `en`."""
    path = NUMBERS / f"{language.partition('-')[0].lower()}.yaml"
    if not path.exists():
        return NumberWords()
    record = read_yaml(path).record((*_COUNTED, *_LISTED, "percent"))
    meanings = {word.text(): (kind, _value(number)) for kind in _COUNTED for word, number in record[kind].pairs()}
    meanings |= {word.text(): (kind, Fraction(1)) for kind in _LISTED for word in record[kind].elements()}
    return NumberWords(meanings, tuple(sorted((p.text() for p in record["percent"].elements()), key=len, reverse=True)))


def _value(number: Value) -> Fraction:
    try:
        return Fraction(number.text())
    except (ValueError, ZeroDivisionError):
        raise number.error(f"found '{number.text()}'", "a number, or a part such as 1/3", "Write digits.") from None
