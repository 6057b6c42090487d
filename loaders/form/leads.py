"""What opens a heading, read as words and a code: `Goal 1.2:` is `goal` and 1, 2; `(a)(i)` is a, i."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from alliancegraph.graph.words.roman import is_roman, roman, value_of

_PART = re.compile(r"\d+|[^\W\d_](?:[^\W\d_]|\u00ad|[\u0300-\u036f])*")
_GLUED = re.compile(r"[.\-‐-―/(\[]+|[)\]][.\-‐-―/]?[(\[]")
_BETWEEN = re.compile(r"[\s.,:()\[\]\-‐-―/&]{0,4}")
_MOST_ROMAN = 100
NUMBER_SIGNS = frozenset({"no", "nr", "n", "nos", "nº", "num", "number", "numéro", "numero", "núm", "č", "nru"})


class Part(NamedTuple):
    """A word or a number of a text, in lower case, and its place."""

    text: str
    start: int
    end: int


def parts(text: str, start: int, end: int) -> Iterator[Part]:
    """Yield the words and numbers of a stretch; a digit and a letter side by side are two parts."""
    for found in _PART.finditer(text, start, end):
        yield Part(plain(found[0]), found.start(), found.end())


def plain(word: str) -> str:
    """Return a word or number as it is compared.

    >>> plain("Ｇoal"), plain("007")
    ('goal', '7')
    """
    word = word if word.isascii() else normalize("NFKC", word.replace("\u00ad", ""))
    return str(int(word)) if word.isdecimal() else word.casefold()


def is_code(label: str) -> bool:
    """Return whether a label consists of numbers, single letters and roman numerals.

    >>> is_code("140.82-85"), is_code("a-ii"), is_code("Q12"), is_code("Next-steps")
    (True, True, True, False)
    """
    found = [part.text for part in parts(label, 0, len(label))]
    return bool(found) and all(map(is_atom, found))


def is_atom(part: str) -> bool:
    """Return whether a part is a number, a letter or a roman numeral."""
    return part.isdigit() or len(part) == 1 or is_roman(part)


def as_number(part: str) -> str:
    """Return a roman numeral in digits, anything else as it is.

    >>> as_number("xiv"), as_number("a")
    ('14', 'a')
    """
    return str(value_of(part)) if is_roman(part) else part


def as_roman(part: str) -> str:
    """Return a number in roman numerals, anything else as it is.

    >>> as_roman("14"), as_roman("a")
    ('xiv', 'a')
    """
    return roman(int(part)) if part.isdigit() and 0 < int(part) < _MOST_ROMAN else part


@dataclass(frozen=True)
class Lead:
    """What a heading has before its words: words, a code, words after it, and all of it as printed."""

    printed: str
    before: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @classmethod
    def of(cls, pattern: str, name: str, label: str) -> "Lead":
        """Return the lead that a pattern such as `Goal {notation}:` gives for a label."""
        before, braces, after = pattern.partition(f"{{{name}}}")
        printed = " ".join(pattern.format(**{name: label}).split())
        if not braces:
            return cls(printed, _words(before))
        if not is_code(label):
            return cls(printed, (*_words(before), *_words(label), *_words(after)))
        if _is_parenthesised(before, after) and len(split := [part.text for part in _parts(label)]) > 1:
            printed = f"{before}{f'{after[:1]}{before[-1:]}'.join(split)}{after}"
        return cls(printed, _words(before), tuple(part.text for part in _parts(label)), _words(after))

    @property
    def signs(self) -> str:
        """The signs with which the lead ends, such as a bracket or a colon."""
        found = re.search(r"[^\w\s]*\s*$", self.printed)
        return found[0].strip() if found else ""


def _is_parenthesised(before: str, after: str) -> bool:
    return before.endswith("(") and after.startswith(")")


def _parts(text: str) -> Iterator[Part]:
    return parts(text, 0, len(text))


def _words(text: str) -> tuple[str, ...]:
    return tuple(part.text for part in _parts(text) if part.text not in NUMBER_SIGNS)


def code_end(text: str, opening: Sequence[Part], length: int) -> int | None:
    """Return the end of the code in the first parts of an opening; None if they are not one code, or not all of it."""
    own = opening[:length]
    if any(not _BETWEEN.fullmatch(text[one.end : other.start]) for one, other in pairwise(own)):
        return None
    if len(opening) > length and _goes_on(text, own[-1], opening[length]):
        return None
    end = own[-1].end
    return end + 1 if text[end : end + 1] in (")", "]", "º", "°") else end


def _goes_on(text: str, last: Part, following: Part) -> bool:
    """Return whether a code goes on with that part: `1.1` after 1, `(a)(i)` after a, `21b` after 21."""
    between = text[last.end : following.start]
    return not between or (is_atom(following.text) and _GLUED.fullmatch(between) is not None)
