"""Pages of a report's text, which form feeds separate, and places on them."""

from array import array
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

PAGE_BREAK = "\f"


class Place(NamedTuple):
    """A place in a document: its page, if it has pages, and the line on that page or else in the file, from 1.

    A line 0 is unknown.

    >>> str(Place(3, 12)), str(Place(None, 12))
    ('page 3, line 12', 'line 12')
    """

    page: int | None
    line: int

    def __str__(self) -> str:
        return ", ".join(f"{name} {number}" for name, number in zip(self._fields, self, strict=True) if number)


def located(path: Path | None, place: Place) -> str:
    """Return the beginning of a message about a place in a file; empty without one.

    >>> located(Path("ee.pdf"), Place(3, 12)), located(Path("ee.txt"), Place(None, 12))
    ('ee.pdf:page 3, line 12: ', 'ee.txt:12: ')
    """
    where = str(place) if place.page else str(place.line or "")
    known = ":".join(filter(None, (str(path or ""), where)))
    return f"{known}: " if known else ""


def page_of(text: str, offset: int) -> int | None:
    """Return the page of an offset of the text, from 1; None if the text has no pages.

    >>> page_of("one\\ftwo", 2), page_of("one\\ftwo", 4), page_of("one", 2)
    (1, 2, None)
    """
    breaks = _breaks(text)
    return bisect_left(breaks, offset) + 1 if breaks else None


@lru_cache(maxsize=8)
def _breaks(text: str) -> "array[int]":
    return (
        array("l", (at for at, character in enumerate(text) if character == PAGE_BREAK))
        if PAGE_BREAK in text
        else array("l")
    )
