"""Openings: lines that begin as a heading may: with a code (`Goal 1:`, `1.1`, `A)`, `(a)(i)`) or a label (`Aim:`)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from alliancegraph.graph.words.folding import readable
from alliancegraph.loaders.form.leads import as_number

NUMBER, UPPER, LOWER, ROMAN, MIXED, LABEL, PLAIN = (
    "number",
    "upper",
    "lower",
    "roman",
    "mixed",
    "label",
    "plain",
)
_LINE = re.compile(r"[^\n\f]*\S[^\n\f]*")
_BEFORE = r"[^\W\d_][^\W\d_'’-]*\.?(?:\s+[^\W\d_][\w'’-]*){0,3}?"
_SIGN = r"(?:(?:no|nr|n)\s?[.°º]{0,2}|№|#)"
_CODE = r"[A-Z]{1,2}\.?\d{1,4}(?:\.\d{1,3}){0,2}|\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[IVXLC]{1,6}|[ivxlc]{1,6}"
_RANGES = r"\d{1,3}(?:\.\d{1,3}){1,3}(?:(?:[-–]|,\s?)\d{1,3})+"  # one heading for several: 7.4-6, 8
_WITH_WORDS = re.compile(rf"(?i:({_BEFORE}\s+(?:{_SIGN}\s?)?))({_RANGES}|{_CODE})(\s?[.):\]–—-]{{0,2}})(?=\s|$)")
_BARE = re.compile(rf"(\(?)({_CODE})(\.?[)\]:]|\s?[:–—-]|\.|)(?=\s|$)")
_TWO = re.compile(r"(\()([A-Za-z]|\d{1,2})\)\(([ivx]{1,4}|\d{1,2}|[a-z])(\))(?=\s|$)")
LABEL_LINE = re.compile(r"([A-Z][^\W\d_]*(?:\s+[^\W\d_]+){0,3}\s?:)(?=\s|$)")
_LETTERS = 3  # of an abbreviation, at least
_BARE_SIGNS = (")", ".", ":", "]")


class Shape(NamedTuple):
    """How an opening is printed: the words or signs before and after its code, the kind of code and how many parts."""

    before: str
    kind: str
    depth: int
    after: str

    @property
    def has_words(self) -> bool:
        """Whether words precede the code."""
        return any(map(str.isalpha, self.before))

    @property
    def is_rare_in_answers(self) -> bool:
        """Whether lists inside answers hardly ever have such codes: B2, 1.1 or Goal 1, and not 1 or (a)."""
        return self.kind not in (LABEL, PLAIN) and (self.has_words or self.kind == MIXED or self.depth > 1)

    def abbreviates(self, other: "Shape") -> bool:
        """Return whether the words before the code are those of another shape, or begin like them: `Rec.`."""
        own = self.before.strip(" .").casefold()
        alike = self._replace(before="") == other._replace(before="")
        return alike and len(own) >= _LETTERS and other.before.casefold().startswith(own)

    def pattern(self, name: str) -> str:
        """Return the pattern of a template, with that name in braces for the code."""
        code = "" if self.kind in (LABEL, PLAIN) else f"{{{name}}}"
        return f"{self.before}{code}{self.after}"


class Opening(NamedTuple):
    """A line's opening: its code as printed and as numbers to count by, and where the line and its words begin."""

    shape: Shape
    code: str
    number: tuple[int, ...]
    start: int
    words: int


class SampleLine(NamedTuple):
    """A line of a sample that is not blank, without white space at its ends."""

    start: int
    end: int
    text: str


def lines(text: str) -> list[SampleLine]:
    """Return the lines of a text that are not blank."""
    found = []
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        start = match.start() + match[0].index(stripped)
        found.append(SampleLine(start, start + len(stripped), stripped))
    return found


def openings(text: str) -> Iterator[Opening]:
    """Yield the openings of a text in order; a line whose code can be read in two ways has two."""
    for line in lines(text):
        yield from _of_line(line)


def _of_line(line: SampleLine) -> Iterator[Opening]:
    if two := _TWO.match(line.text):
        first = next(iter(_counts(two[2])))[1]
        second = dict(_counts(two[3]))
        count = (*first, *(second.get(f"{ROMAN} {LOWER}") or next(iter(second.values()))))
        yield Opening(Shape("(", LOWER, 2, ")"), f"{two[2]}-{two[3]}", count, line.start, line.start + two.end())
        return
    for pattern in (_WITH_WORDS, _BARE):
        if (found := pattern.match(line.text)) and _may_open(line.text, found):
            yield from _coded(line, found)
            return
    if found := LABEL_LINE.match(line.text):
        shape = Shape(readable(found[1]), LABEL, 0, "")
        yield Opening(shape, "", (), line.start, line.start + found.end())


def _may_open(text: str, found: "re.Match[str]") -> bool:
    """Return whether a code opens a heading rather than a sentence: signs follow it, or a capital, or nothing."""
    before, code, after = found.groups()
    rest = text[found.end() :].lstrip()
    is_closed = bool(after.strip()) or not rest
    if any(map(str.isalpha, before)):
        return before[0].isupper() and (is_closed or rest[0].isupper())
    return after.strip() in _BARE_SIGNS or after in (".)", ") ") or ("." in code and (not rest or rest[0].isupper()))


def _coded(line: SampleLine, found: "re.Match[str]") -> Iterator[Opening]:
    before, code, after = found.groups()
    for kind, count in _counts(code):
        shape = Shape(_plain(before), kind, len(count), after.rstrip())
        yield Opening(shape, code, count, line.start, line.start + found.end())


def _plain(before: str) -> str:
    return f"{readable(before)} " if any(map(str.isalpha, before)) else before.strip()


def _counts(code: str) -> list[tuple[str, tuple[int, ...]]]:
    """Return the kinds of code that letters or digits may be, each with the numbers by which it counts.

    >>> _counts("1.2"), _counts("B3"), _counts("C")
    ([('number', (1, 2))], [('mixed', (2, 3))], [('upper', (3,)), ('roman upper', (100,))])
    """
    if code[0].isdigit():
        return [(NUMBER, tuple(map(int, re.split(r"[-–,]", code, maxsplit=1)[0].split("."))))]
    case = UPPER if code.isupper() else LOWER
    if code[-1].isdigit():
        return [(MIXED, tuple(int(p) if p.isdigit() else _letter(p) for p in re.findall(r"\d+|[A-Z]+", code)))]
    found: list[tuple[str, tuple[int, ...]]] = [(case, (_letter(code),))] if len(code) == 1 else []
    roman = as_number(code.lower())
    return [*found, (f"{ROMAN} {case}", (int(roman),))] if roman.isdigit() else found


def _letter(letters: str) -> int:
    return sum((ord(letter.lower()) - ord("a") + 1) * 26**at for at, letter in enumerate(reversed(letters)))
