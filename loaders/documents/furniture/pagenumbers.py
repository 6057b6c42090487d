"""Page numbers: lines with a number and little else at the edge of a page, in step with the pages.

A number by itself and out of step may be an answer, and is kept; where the pages are few, one at a page break
counts.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from math import ceil
from typing import NamedTuple

from alliancegraph.graph.words.roman import is_roman, value_of
from alliancegraph.loaders.documents.furniture.printedwords import any_word
from alliancegraph.loaders.documents.prints import PrintLine

ZONE = 4  # lines at each edge of a page in which its number can be
FEW = 3  # pages of which no step is asked
_SIGNS = "-–—|·•[](){}~_* "  # around a number
_FRAME = rf"[{re.escape(_SIGNS)}]*"


class _Candidate(NamedTuple):
    line: PrintLine
    value: int
    is_roman: bool
    is_last: bool  # at the page's end
    depth: int  # lines between it and the edge


def page_numbers(pages: Sequence[Sequence[PrintLine]]) -> set[PrintLine]:
    """Return the lines that are page numbers and no more: `3`, `- 3 -`, `iv`, `3/12`, `Page 3 of 12`."""
    named = {line for page in pages for line in _edges(page) if is_named(line.words)}
    if len(pages) < 2:
        return named
    found = [candidate for page in pages for candidate in _candidates(page) if candidate.line not in named]
    return named | (_in_step(found, len(pages)) or _at_breaks(found, len(pages)))


def is_page_number(words: str) -> bool:
    """Return whether a line is a number alone, or a page number by its words."""
    return is_named(words) or _patterns().alone.fullmatch(words) is not None


def is_named(words: str) -> bool:
    """Return whether a line is a page number by its words: `Page 3`, `Page 3 of 12`."""
    return _patterns().named.fullmatch(words) is not None


def names_page(words: str, at: int) -> bool:
    """Return whether the number at an offset of a line follows the word "page", or a rule between it and the rest."""
    return _patterns().before.search(words[:at]) is not None


class _Patterns(NamedTuple):
    """The patterns of a line that names a page, of what is before its number, and of a number alone."""

    named: re.Pattern[str]
    before: re.Pattern[str]
    alone: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    page, of = any_word("page"), any_word("of")
    total = rf"(?:\s*(?:{of})\s*\d{{1,4}})?"
    named = rf"(?:{page})\s*[|:]?\s*\d{{1,4}}{total}|\d{{1,4}}\.?\s*(?:{page})"
    alone = rf"(?:(\d{{1,3}}){total}|([ivxl]{{1,6}}|[IVXL]{{1,6}}))"
    return _Patterns(
        re.compile(rf"{_FRAME}(?:{named})[.]?{_FRAME}", re.IGNORECASE),
        re.compile(rf"(?:(?<!\w)(?:{page})|[|·•])\s*$", re.IGNORECASE),
        re.compile(rf"{_FRAME}{alone}{_FRAME}"),
    )


def _edges(page: Sequence[PrintLine]) -> Sequence[PrintLine]:
    return [*page[:ZONE], *page[max(ZONE, len(page) - ZONE) :]]


def _candidates(page: Sequence[PrintLine]) -> Iterator[_Candidate]:
    """Yield the lines at a page's edges that are a number alone, those at its end first."""
    for depth, line in enumerate(reversed(page[-ZONE:])):
        yield from _candidate(line, is_last=True, depth=depth)
    for depth, line in enumerate(page[: min(ZONE, len(page) - ZONE)] if len(page) > ZONE else page):
        yield from _candidate(line, is_last=False, depth=depth)


def _candidate(line: PrintLine, *, is_last: bool, depth: int) -> Iterator[_Candidate]:
    found = _patterns().alone.fullmatch(line.words)
    if found and (found[1] or is_roman(found[2].lower())):
        value = int(found[1]) if found[1] else value_of(found[2].lower())
        yield _Candidate(line, value, not found[1], is_last, depth)


def _in_step(found: Sequence[_Candidate], count: int) -> set[PrintLine]:
    """Return the numbers of the longest series that grows by one from page to page, at one edge."""
    series: dict[tuple[bool, bool, int], dict[int, PrintLine]] = defaultdict(dict)
    for candidate in found:
        step = candidate.value - candidate.line.page
        series[candidate.is_last, candidate.is_roman, step].setdefault(candidate.line.page, candidate.line)
    needed = max(2, ceil((count - 2) / 2))
    long_ones = {key: lines for key, lines in series.items() if len(lines) >= (needed if not key[1] else FEW)}
    best = max(long_ones, key=lambda key: (len(long_ones[key]), key[2] == 1), default=None)
    kept = (lines for key, lines in long_ones.items() if key == best or key[1])
    return {line for lines in kept for line in lines.values()}


def _at_breaks(found: Sequence[_Candidate], count: int) -> set[PrintLine]:
    """Return the numbers beside a page break in a document of few pages: one a page at most."""
    if count > FEW:
        return set()
    beside = [
        c
        for c in found
        if c.line.words.strip(_SIGNS).isdecimal() and c.depth < 2 and c.line.page != (count - 1 if c.is_last else 0)
    ]
    counted = [candidate for candidate in beside if candidate.value == candidate.line.page + 1]
    nearest = sorted(counted or beside, key=lambda candidate: -candidate.depth)
    return set({candidate.line.page: candidate.line for candidate in nearest}.values())
