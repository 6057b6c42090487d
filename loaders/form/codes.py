"""The headings of a level with the same words before their code, found by that code."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import fuzz

from alliancegraph.loaders.form.leads import NUMBER_SIGNS, Lead, Part, as_number, as_roman, code_end, is_atom, plain
from alliancegraph.loaders.form.outline import Heading
from alliancegraph.loaders.form.wording import ALIKE, TOKEN, first_word, words_end


class Expected(NamedTuple):
    """A heading with one of the leads that it may have."""

    heading: Heading
    lead: Lead


class Codes:
    """The headings of a level with the same words before their code, by that code."""

    def __init__(self, level: str, before: tuple[str, ...]) -> None:
        self.level, self.before = level, before
        self._own: dict[tuple[str, ...], list[Expected]] = defaultdict(list)
        self._numerals: dict[tuple[str, ...], list[Expected]] = {}

    def enter(self, expected: Expected) -> None:
        """Enter a heading by its code, and by its code in the other kind of numerals."""
        self._own[expected.lead.code].append(expected)
        for other in (as_roman, as_number):
            self._numerals.setdefault(tuple(map(other, expected.lead.code)), self._own[expected.lead.code])

    def after(self, opening: Sequence[Part]) -> Sequence[Part] | None:
        """Return the rest of a line's opening after the words before the code; None if it has other words."""
        rest = list(opening)
        for word in self.before:
            rest = _without_signs(rest)
            if not rest or not _alike(word, rest[0].text):
                return None
            rest = rest[1:]
        return _without_signs(rest) if self.before else rest

    def find(
        self, text: str, opening: Sequence[Part], above: tuple[str, ...] = ()
    ) -> tuple[list[Expected], int] | None:
        """Return the headings with the code that the opening begins with, and its end; the longest code counts.

        `above` is the beginning of the code if it is printed in a line above, `(b)` above `(i)`.
        """
        for length in range(min(len(opening), max(map(len, self._own))), 0, -1):
            code = (*above, *(part.text for part in opening[:length]))
            found = self._own.get(code) or self._numerals.get(code)
            end = code_end(text, opening, length) if found else None
            if found and end is not None:
                return found, end
        return None

    def head(self, text: str, start: int, opening: Sequence[Part]) -> tuple[tuple[str, ...], int] | None:
        """Return the beginning of a code with which a line opens, `(b)` of `(b)(i)`, and its end; None if none."""
        for length in range(len(opening), 0, -1):
            code = tuple(part.text for part in opening[:length])
            end = code_end(text, opening, length) if code in self._heads else None
            if end is not None and any(printed.startswith(text[start:end]) for printed in self._heads[code]):
                return code, end
        return None

    @cached_property
    def _heads(self) -> dict[tuple[str, ...], set[str]]:
        """The leads, as printed, that begin with each beginning of a code."""
        found: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for code, entered in self._own.items():
            for length in range(1, len(code)):
                found[code[:length]].update(expected.lead.printed for expected in entered)
        return dict(found)

    def beginning(self, text: str, start: int) -> Iterator[Expected]:
        """Yield the headings whose words begin with the word after the offset."""
        following = TOKEN.search(text, start)
        word = plain(following[0]) if following else ""
        entered = (expected for entered in self._own.values() for expected in entered)
        return (expected for expected in entered if word in map(first_word, expected.heading.wordings))


def _without_signs(opening: list[Part]) -> list[Part]:
    return opening[1:] if opening and len(opening) > 1 and opening[0].text in NUMBER_SIGNS else opening


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 3 and fuzz.ratio(one, other) >= ALIKE)


def any_code(text: str, opening: Sequence[Part]) -> int | None:
    """Return the end of the code that the opening begins with, whatever it is; None if it begins with none."""
    end = None
    for at, part in enumerate(opening):
        if not is_atom(part.text) or (at and any(map(str.isspace, text[opening[at - 1].end : part.start]))):
            break
        end = part.end
    return words_end(text, end) if end is not None else None
