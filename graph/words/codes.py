"""Sorts the codes of goals and sections by their numbers: 2 before 10, 9.2/A before 10.1/A."""

import re


def in_order(code: str) -> tuple[tuple[int, str], ...]:
    """Return the sort key of a code: its numbers and words, numbers before words.

    >>> sorted(["10", "1.10/A", "2", "1.9/B"], key=in_order)
    ['1.9/B', '1.10/A', '2', '10']
    >>> sorted(["A10", "A2", "B1"], key=in_order)
    ['A2', 'A10', 'B1']
    """
    return tuple(_part(part) for part in re.findall(r"[0-9]+|[^./0-9]+", code))


def is_code(text: str) -> bool:
    """Return whether a text has the form of a code of a goal or section.

    >>> is_code("10.1/A"), is_code("10 spots")
    (True, False)
    """
    return re.fullmatch(r"[0-9]+(\.[0-9]+)*(/\w[\w-]*)?", text) is not None


def _part(part: str) -> tuple[int, str]:
    return (int(part), "") if part.isdecimal() else (10**9, part)
