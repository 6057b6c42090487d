"""Page furniture where an answer should be: what recurs at the edges of pages may be answers that are alike.

A line is an answer after all if, wherever it recurs, it is all that is right below a heading. Behind a blank line, next
to a page number, or as the form's title it stays furniture, with a warning; so do numbers that count the pages.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from alliancegraph.graph.model.notices import Notice
from alliancegraph.graph.model.pages import PAGE_BREAK
from alliancegraph.graph.model.reports import Span
from alliancegraph.loaders.documents.document import Document, Furniture
from alliancegraph.loaders.documents.prints import AT_EDGES, Kind

_SERIES = 3  # numbers in step with the pages that are their numbers


class Blank(NamedTuple):
    """A section without an answer: its code, and where its heading ends and the next one begins."""

    code: str
    place: Span


class _Taken(NamedTuple):
    """Furniture that may be the answer to a section, and whether it is near its heading and near no page number."""

    section: Blank
    item: Furniture
    is_near: bool


def answers(document: Document, blank: Sequence[Blank], titles: Sequence[str]) -> frozenset[Furniture]:
    """Return the furniture that is the answer to sections which would be blank without it."""
    groups = _groups(document, blank)
    found = (taken for key, taken in groups.items() if _are_answers(_alike(document, key), taken))
    return frozenset(each.item for taken in found for each in taken if _words(each.item) not in titles)


def warnings(
    document: Document, blank: Sequence[Blank], answered: Sequence[tuple[str, Span]], kept: frozenset[Furniture]
) -> Iterator[Notice]:
    """Yield a notice for each section that such furniture answers, and for each that it may leave blank."""
    words = {(_words(item), item.page) for item in kept}
    for code, body in answered:
        answer = " ".join(document.text[body.start : body.end].split())
        begin = document.begin(body)
        if (answer, document.page(begin)) in words:
            what = f"section {code} is answered with '{answer}', which stands at the edge of a page"
            yield document.notice("answer-at-edge", what, "Look whether it is an answer.", begin)
    for key, taken in _groups(document, blank).items():
        if 2 * len(taken) >= len(_alike(document, key)):
            for section, item, _ in taken:
                what = f"section {section.code} is blank, for '{_words(item)}' at its place is taken for a {item.kind}"
                yield document.notice("blank-by-furniture", what, "Look whether that is its answer.", item.at)


def _groups(document: Document, blank: Sequence[Blank]) -> dict[str, list[_Taken]]:
    """Return the furniture in blank sections by what is alike, the first of each section."""
    groups: dict[str, list[_Taken]] = defaultdict(list)
    items = document.furniture
    for section in blank:
        start, end = section.place.start, section.place.end
        at = next((at for at, f in enumerate(items) if f.kind in AT_EDGES and start <= f.at <= end), None)
        if at is not None and re.search(r"\w", items[at].text):
            is_near = _is_near(document, (start, ""), (items[at].at, items[at].text))
            groups[_key(items[at])].append(_Taken(section, items[at], is_near and not _is_at_number(document, at)))
    return groups


def _is_at_number(document: Document, at: int) -> bool:
    """Return whether a page number is right before or behind a header or footer, as at the margin."""
    items = document.furniture[max(0, at - 1) : at + 2]
    return any(
        Kind.PAGE_NUMBER in (one.kind, other.kind) and one.page == other.page and _is_near(document, one[:2], other[:2])
        for one, other in pairwise(items)
    )


def _is_near(document: Document, one: tuple[int, str], other: tuple[int, str]) -> bool:
    """Return whether no blank line is between two stretches of the print, each given by its offset and its text."""
    between = document.text[one[0] : other[0]]
    before, behind = one[1][len(one[1].rstrip()) :], other[1][: len(other[1]) - len(other[1].lstrip())]
    return f"{before}{between}{behind}".replace(PAGE_BREAK, "").count("\n") <= 1


def _alike(document: Document, key: str) -> list[Furniture]:
    return [item for item in document.furniture if item.kind in AT_EDGES and _key(item) == key]


def _key(item: Furniture) -> str:
    """Return what is equal in furniture that recurs: its words, whatever its numbers are."""
    return re.sub(r"\d+", "0", _words(item))


def _are_answers(alike: Sequence[Furniture], taken: Sequence[_Taken]) -> bool:
    is_each = len(taken) == len(alike) and all(each.is_near for each in taken)
    return is_each and not (alike[0].kind is Kind.PAGE_NUMBER and _count_pages(alike))


def _count_pages(numbers: Sequence[Furniture]) -> bool:
    """Return whether page numbers are in step with the pages, or more than a number."""
    values = [(int(_words(item)), item.page or 0) for item in numbers if _words(item).isdecimal()]
    steps = {value - page for value, page in values}
    return len(values) < len(numbers) or steps == {0} or (len(steps) == 1 and len(values) >= _SERIES)


def _words(item: Furniture) -> str:
    return " ".join(item.text.split())
