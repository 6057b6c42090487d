"""Checks numbers of claims against the print: lengths of penalties, years, attendance, units of percent."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from alliancegraph.graph.errors import every
from alliancegraph.graph.model.claimsfile import FactLine, Field
from alliancegraph.graph.model.texts import Text
from alliancegraph.loaders.documents.surroundings import Quoted
from alliancegraph.loaders.numbers.figures import Figure, figures, printed_so
from alliancegraph.loaders.numbers.words import NumberWords
from alliancegraph.loaders.yamlfile import read_yaml

SOURCE = Path(__file__).with_name("printed.yaml")
_TRUST = "Correct it, or quote the words that print it; if it is right all the same, say why: `onTrust: …`."
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_WORD = re.compile(r"[\s\-‐‑]*(?:\([^()]*\)\s*)?(?P<word>[^\W\d_]+)")
_PER_MILLE = ("‰", "per mille", "per thousand")
_AND = ("and", "tens and")
_PERCENT = ("%", "percent", "per cent", "percentage")


class Print(NamedTuple):
    """A quote, and its context if it has one, each in every way in which its text may go on.

    `question` is the form's question there, which may name a year; `words` are the number words of the language.
    """

    passages: tuple[tuple[Quoted, ...], ...]
    question: str
    words: NumberWords

    def numbers(self) -> set[Fraction]:
        """Return all numbers that the passages print whole."""
        return self._in_all_ways(lambda way: {r for figure in self._figures(way) for r in figure.readings})

    def months(self) -> set[Fraction]:
        """Return all durations that the passages print, in months."""
        return self._in_all_ways(lambda way: set(self._times(way)))

    def years(self) -> set[Fraction]:
        """Return all years that the passages and the question print, including those in dates and numbers of acts."""
        asked = {Fraction(year) for year in _YEAR.findall(self.question)}
        return asked | self._in_all_ways(
            lambda way: {Fraction(year) for year in _YEAR.findall(way.text[way.span.start : way.span.end])}
        )

    def _in_all_ways(self, read: Callable[[Quoted], set[Fraction]]) -> set[Fraction]:
        """Return the numbers that are read in a passage in every way in which its text may go on."""
        return {number for ways in self.passages for number in set.intersection(*map(read, ways))}

    def _figures(self, way: Quoted) -> list[Figure]:
        start, end = way.span.start, way.span.end
        found = figures(way.text, self.words)
        return [figure for figure in found if start <= max(figure.starts) and min(figure.ends) <= end]

    def _times(self, way: Quoted) -> Iterator[Fraction]:
        """Yield the durations of a passage; a number without a unit has that of the next: between 3 and 10 years."""
        unit, after = Fraction(0), None
        sums: list[tuple[Figure, Fraction]] = []
        for figure in reversed(self._figures(way)):
            own = self._unit(way.text, figure)
            shares = after and self._joins(way.text[max(figure.ends) : min(after.starts)])
            unit, after = own or (unit if shares else Fraction(0)), figure
            if unit:
                sums.append((figure, unit))
                yield from (reading * unit for reading in figure.readings)
        yield from self._sums(way.text, sums[::-1])

    def _joins(self, between: str) -> bool:
        """Return whether two numbers with this text between them share a unit; "2 (two)" does."""
        return between.strip() in ("(", "[") or self.words.joins(between.lstrip(")]"))

    def _sums(self, text: str, times: Sequence[tuple[Figure, Fraction]]) -> Iterator[Fraction]:
        """Yield the sums of two durations: two years and six months."""
        for (one, unit), (other, smaller) in pairwise(times):
            between = text[max(one.ends) : min(other.starts)]
            if smaller < unit and self._adds(between):
                yield from (a * unit + b * smaller for a in one.readings for b in other.readings)

    def _adds(self, between: str) -> bool:
        """Return whether only the first unit and a word such as `and` are between two durations."""
        _, *more = between.split() or [""]
        return ";" not in between and all(self.words.meaning(word)[0] in _AND for word in more)

    def _unit(self, text: str, figure: Figure) -> Fraction:
        """Return the months in the unit of time after a number; 0 if there is none."""
        match = _WORD.match(text, max(figure.ends))
        return self.words.months.get(match["word"].lower(), Fraction(0)) if match else Fraction(0)


def has_numbers(line: FactLine) -> bool:
    """Return whether the line has a number that must be printed."""
    return any(field.key == "value" or field.key in _kinds() for field in line.fields)


def check_numbers(line: FactLine, print: Print) -> None:
    """Raise ClaimsError for each number of the line that is not printed."""
    kinds = _kinds()
    counted = [field for field in line.fields if field.key in kinds and not field.is_list]
    every(lambda field: _check_number(field, kinds[field.key], print), counted)
    _refuse_reversed(line.text("minimumMonths"), line.text("maximumMonths"))


def _check_number(field: Field, kind: str, print: Print) -> None:
    what, read = {
        "number": ("number", print.numbers),
        "months": ("time in months", print.months),
        "year": ("year", print.years),
    }[kind]
    printed = read()
    if field.text().number() not in printed:
        known = ", ".join(str(number) for number in sorted(printed)) or "none"
        found = f"{field.key} {field.text()}, which is not printed here (read as {what}: {known})"
        raise field.text().error(found, f"a {what} of the quote or its context", _TRUST)


def _refuse_reversed(least: Text | None, most: Text | None) -> None:
    if least and most and least.number() > most.number():
        raise least.error(f"at least {least} months and at most {most}", "the shorter first", _TRUST)


def check_rate(unit: Text, printed: Text, quotes: Sequence[Quoted], words: NumberWords) -> None:
    """Raise ClaimsError if the unit is percent and the printed number is none, or the other way round."""
    for quoted in quotes:
        for figure in printed_so(printed, quoted, words):
            _check_rate(unit, printed, figure, words)


def check_unit(unit: Text, printed: Text, quotes: Sequence[Quoted], words: NumberWords) -> None:
    """Raise ClaimsError if the unit is that of another printed number."""
    for quoted in quotes:
        _refuse_unit_of_another(unit, printed, quoted, words)


def _check_rate(unit: Text, printed: Text, figure: Figure, words: NumberWords) -> None:
    given, rate, shared = (_rate(text, words) for text in (unit, figure.rate, figure.shared_rate))
    if given != rate and not (given == shared and not rate):
        found = f"the unit '{unit}' for a printed {printed}{f' {figure.rate}' if rate else ''}"
        expected = f"a unit of {rate}" if rate else "a unit other than percent, for the print has no sign of it there"
        raise unit.error(found, expected, _TRUST)


def _refuse_unit_of_another(unit: Text, printed: Text, quoted: Quoted, words: NumberWords) -> None:
    """Raise ClaimsError if the unit follows another number of the quote, and another word this one."""
    own = {_counted(quoted.text, figure) for figure in printed_so(printed, quoted, words)}
    others = {_counted(quoted.text, figure) for figure in figures(quoted.text, words)} - own
    word = unit.lower()
    if word in others and "" not in own and not any(words.joins(f" {each} ") for each in own):
        found = f"the unit '{unit}', which follows another number; {printed} is followed by"
        raise unit.error(f"{found} {' and '.join(sorted(own))}", "what this number counts", _TRUST)


def _counted(text: str, figure: Figure) -> str:
    """Return the word after a number; empty if there is none."""
    match = _WORD.match(text, max(figure.ends))
    return match["word"].lower() if match else ""


def check_scale(unit: Text | None, value: Text, printed: Text, quotes: Sequence[Quoted], words: NumberWords) -> None:
    """Raise ClaimsError if a sign that may multiply (5 m) is neither in the value nor in the unit."""
    number = Fraction(value.decimal())
    for figure in (figure for quoted in quotes for figure in printed_so(printed, quoted, words)):
        sign = figure.parts[-1]
        is_bare = sign.kind == "unit or times" and number * sign.value in figure.readings
        if is_bare and sign.text.lower() not in (unit.lower().split() if unit else ()):
            found = f"the value {value} for a printed {printed} with '{sign.text}' after it"
            expected = f"{number * sign.value}, or a unit with '{sign.text}' in it"
            raise value.error(found, expected, _TRUST)


def _rate(text: str, words: NumberWords) -> str:
    """Return `percent` or `per mille` if a text is about that; empty if it is about neither."""
    for name, signs in (("per mille", _PER_MILLE), ("percent", (*_PERCENT, *words.percent))):
        if any(re.search(rf"(?<!\w){re.escape(sign)}(?!\w)", text, re.IGNORECASE) for sign in signs):
            return name
    return ""


@cache
def _kinds() -> Mapping[str, str]:
    return {word.text(): kind.text() for kind, words in read_yaml(SOURCE).pairs() for word in words.elements()}
