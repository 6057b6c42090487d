"""Running headers and footers, and watermarks: what the pages repeat at their edges.

A header recurs at the outer edge of pages and nowhere else. Numbers in it are the same each time, or count the pages.
A line that opens like a heading of a form (`A)`, `2.1`) is none: forms repeat their headings too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from alliancegraph.loaders.documents.boxes import OPEN, TICKED
from alliancegraph.loaders.documents.furniture.pagenumbers import is_named, names_page
from alliancegraph.loaders.documents.furniture.printedwords import words_for
from alliancegraph.loaders.documents.prints import Kind, PrintLine

LONGEST = 120  # characters of a running header
SHORT = 60  # the same, where it stands once, between a page break and a page number
WORDS = 4  # of a title before a page number, at least
LAYERS = 5  # lines of a header; more that recur are a form of one page
EDGE = 2  # lines at an edge of a page where one watermark counts
MANY = 5  # pages with a header that make the same words elsewhere that header too
RUN = 3  # pages in a row that make a header of a chapter
_NUMBER = re.compile(r"\d+")
_HEADING = re.compile(r"[(\[]?(?:\w|\d+|[ivxIVX]+)(?:\.\d+)*[).:\]]\s|\d+(?:\.\d+)+\s")
_SENTENCE = re.compile(r"[.!?;:]$")
_BOX = re.compile(rf"[{TICKED}{OPEN}]|\[[ xX]?\]")
Taken = dict[PrintLine, Kind]


def running(pages: Sequence[Sequence[PrintLine]], numbers: Iterable[PrintLine]) -> Taken:
    """Return the headers, footers and watermarks of the pages, and their page numbers, as lines with their kinds."""
    taken: Taken = dict.fromkeys(numbers, Kind.PAGE_NUMBER)
    if len(pages) > 1:
        taken |= dict.fromkeys(_watermarks(pages), Kind.WATERMARK)
        for kind in (Kind.HEADER, Kind.FOOTER):
            _take_layers(pages, kind, taken)
            _take_outside_numbers(pages, kind, taken)
    return taken


def is_watermark(words: str) -> bool:
    """Return whether a line is a word that is printed across pages: `DRAFT`."""
    return words.isupper() and words.strip(" -–—*[]()").casefold() in words_for("watermark")


def _watermarks(pages: Sequence[Sequence[PrintLine]]) -> list[PrintLine]:
    """Return the words printed across pages: at an edge of a page, or on several pages."""
    found = [(line, at) for page in pages for at, line in enumerate(page) if is_watermark(line.words)]
    recur = len({line.page for line, _ in found}) > 1
    return [line for line, at in found if recur or at < EDGE or at >= len(pages[line.page]) - EDGE]


def _take_layers(pages: Sequence[Sequence[PrintLine]], kind: Kind, taken: Taken) -> None:
    """Add the lines of one edge that recur, from the outermost inwards."""
    for _ in range(LAYERS):
        taken |= dict.fromkeys(_recurring(pages, kind, dict(taken)), kind)


def _recurring(pages: Sequence[Sequence[PrintLine]], kind: Kind, taken: Taken) -> Iterator[PrintLine]:
    edges = {line: None for line in (_outermost(page, kind, taken) for page in pages) if line}
    inside = _shapes(line for page in pages for line in page if line not in edges and line not in taken)
    for shape, lines in _shapes(edges).items():
        others = inside.get(shape, [])
        if _may_run(lines, kind) and len(others) <= 1 and _recur(lines, len(pages)):
            yield from lines
            yield from (line for line in others if line.page and len(lines) >= MANY)  # out of place


def _outermost(page: Sequence[PrintLine], kind: Kind, taken: Mapping[PrintLine, Kind]) -> PrintLine | None:
    lines = page if kind is Kind.HEADER else reversed(page)
    return next((line for line in lines if line not in taken), None)


def _shapes(lines: Iterable[PrintLine]) -> dict[str, list[PrintLine]]:
    shapes: dict[str, list[PrintLine]] = defaultdict(list)
    for line in lines:
        shapes[_NUMBER.sub("0", line.words)].append(line)
    return shapes


def _may_run(lines: Sequence[PrintLine], kind: Kind) -> bool:
    words = lines[0].words
    if len(words) > LONGEST or _is_of_form(words):
        return False
    columns = zip(*(_NUMBER.finditer(line.words) for line in lines), strict=True)
    return all(_keeps_step(column, lines, kind) for column in columns)


def _keeps_step(column: Sequence[re.Match[str]], lines: Sequence[PrintLine], kind: Kind) -> bool:
    """Return whether a number in a recurring line is the same each time, or that of the page."""
    if len({number[0] for number in column}) == 1:
        return True
    steps = {int(number[0]) - line.page for number, line in zip(column, lines, strict=True)}
    if all(names_page(number.string, number.start()) for number in column):
        return True
    is_last = all(len(number.string) == number.end() for number in column)
    return len(steps) == 1 and is_last and (kind is Kind.FOOTER or _is_title(column[0].string[: column[0].start()]))


def _is_title(words: str) -> bool:
    """Return whether words before a number are a reference or a title, not a heading that is numbered."""
    return "/" in words or (words.count(" ") >= WORDS and not re.search(r"\bn[or]?[.°º]?\s*$", words, re.IGNORECASE))


def _recur(lines: Sequence[PrintLine], count: int) -> bool:
    """Return whether lines are at half of the pages' edges, the first aside, or on pages in a row."""
    if len(lines) < 2:
        return False
    needed = min(count, max(2, count // 2))
    pages = [line.page for line in lines]
    gaps = [after - before <= 2 for before, after in pairwise(pages)]
    return len(lines) >= needed or any(all(gaps[at : at + RUN - 1]) for at in range(len(gaps) - RUN + 2))


def _take_outside_numbers(pages: Sequence[Sequence[PrintLine]], kind: Kind, taken: Taken) -> None:
    """Add short lines between a page break and a page number, which recur nowhere because the pages are few."""
    edge = 0 if kind is Kind.HEADER else len(pages) - 1
    for page in (page for page in pages if page and page[0].page != edge):
        lines = list(page if kind is Kind.HEADER else reversed(page))
        at = next((at for at, line in enumerate(lines[:3]) if taken.get(line) is Kind.PAGE_NUMBER), 0)
        outer = [line for line in lines[:at] if line not in taken]
        if all(_is_short(line) for line in outer):
            taken |= dict.fromkeys(outer, kind)


def _is_short(line: PrintLine) -> bool:
    words = line.words
    return len(words) <= SHORT and not _is_of_form(words) and not is_named(words)


def _is_of_form(words: str) -> bool:
    """Return whether a line is a heading with a letter or number, a sentence, a box to tick, or a short answer."""
    is_answer = words.strip(" -–—()").casefold() in words_for("answer")
    return bool(is_answer or _HEADING.match(words) or _SENTENCE.search(words) or _BOX.search(words))
