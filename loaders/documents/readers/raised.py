"""Digits that are printed raised or lowered: marks of notes behind a word, powers behind a number, whatever the file.

Behind a digit they are no further digits: 10 with a raised 6 is `10⁶`, not 106. Behind a unit they stay as they are.
"""

import re

_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_MARK = re.compile(r"[\d*†‡]{1,3}(?:\s?,\s?\d{1,3})*")
_WORD = re.compile(r"[^\W\d_]{3,}[)”\"’»]?[.,;:!?)”\"’»]*$")
_SHORT = re.compile(r"(?<![^\W\d_])(?!(?:[kcdmμn]m|ft|yd|mi|in|ha)\b)[^\W\d_]{2}[)”\"’»]?[.,;:!?)”\"’»]*$")
_NUMBER = re.compile(r"(?:\d[.,;:!?)\]”\"’»]*|\d[+\-−]|[⁰¹²³⁴-⁹⁺⁻₀-₉])$")
_DIGITS = re.compile(r"[+\-−]|[+\-−]?[0-9]+(?:\s?[,;–-]\s?[0-9]+)*")


def may_be_mark(words: str) -> bool:
    """Return whether words are digits or signs such as mark a note.

    >>> may_be_mark("1, 2"), may_be_mark("*"), may_be_mark("st")
    (True, True, False)
    """
    return _MARK.fullmatch(words.strip()) is not None


def is_mark(words: str, before: str) -> bool:
    """Return whether words that are raised behind others are the mark of a note.

    >>> is_mark("1", "the Water Code."), is_mark("2", "12 km"), is_mark("6", "10")
    (True, False, False)
    """
    return may_be_mark(words) and _WORD.search(before) is not None


def is_explained(words: str, before: str) -> bool:
    """Return whether raised words may mark a note that is there: behind a number or a short word, and no unit.

    >>> is_explained("1", "we built it"), is_explained("2", "12 km"), is_explained("1", "in 2018")
    (True, False, True)
    """
    return may_be_mark(words) and (_SHORT.search(before) is not None or _NUMBER.search(before) is not None)


def is_power(words: str, before: str) -> bool:
    """Return whether raised or lowered words are digits that would read as more of the number before.

    >>> is_power("6", "about 10"), is_power("1", "of 2018."), is_power("2", "12 km"), is_power("st", "1")
    (True, True, False, False)
    """
    return _DIGITS.fullmatch(words.strip()) is not None and _NUMBER.search(before) is not None


def raised(words: str) -> str:
    """Return digits and signs as raised characters.

    >>> raised("-6")
    '⁻⁶'
    """
    return words.translate(_RAISED)


def lowered(words: str) -> str:
    """Return digits and signs as lowered characters.

    >>> lowered("2")
    '₂'
    """
    return words.translate(_LOWERED)
