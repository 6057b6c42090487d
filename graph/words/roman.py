"""Roman numerals, in small letters."""

import re

_NUMERAL = re.compile(r"(?=.)m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_STEPS = (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")
_SMALL_STEPS = (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")


def is_roman(letters: str) -> bool:
    """Return whether letters are a roman numeral, from 1 to 3999.

    >>> is_roman("xiv"), is_roman("iiii"), is_roman("")
    (True, False, False)
    """
    return _NUMERAL.fullmatch(letters) is not None


def value_of(numeral: str) -> int:
    """Return the value of a roman numeral.

    >>> value_of("xiv")
    14
    """
    values = [_VALUES[letter] for letter in numeral]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def roman(number: int) -> str:
    """Return a number from 1 as a roman numeral.

    >>> roman(14), roman(1990)
    ('xiv', 'mcmxc')
    """
    letters = ""
    for value, letter in (*_STEPS, *_SMALL_STEPS):
        letters += letter * (number // value)
        number %= value
    return letters
