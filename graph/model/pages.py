"""Pages of a report's text, which form feeds separate."""

from array import array
from bisect import bisect_left
from functools import lru_cache

PAGE_BREAK = "\f"


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
