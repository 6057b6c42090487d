"""The columns of the cells of a web page's tables: those that span several, and rows above, are counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST = 100  # rows or columns of a cell


@dataclass
class _Table:
    """A table that is open: the columns of the next cell and of the last, and the rows that cells above take."""

    column: int = 0
    last: int = 0
    is_new: bool = True  # without a row
    spans: dict[int, int] = field(default_factory=dict)


class Tables:
    """The tables of a page that are open."""

    def __init__(self) -> None:
        self._open = [_Table()]  # for cells in none

    def begin(self) -> None:
        """Begin a table."""
        self._open.append(_Table())

    def end(self) -> bool:
        """End the innermost table; return whether it was in no other one."""
        self._open.pop()
        return len(self._open) == 1

    @property
    def is_new(self) -> bool:
        """Whether the innermost table has no row yet."""
        return self._open[-1].is_new

    def row(self) -> None:
        """Begin a row of the innermost table."""
        here = self._open[-1]
        here.is_new = False
        here.column = here.last = 0
        here.spans = {column: rows - 1 for column, rows in here.spans.items() if rows > 1}

    def cell(self, attributes: Mapping[str, str]) -> int:
        """Return how many columns the next cell is behind the last, or behind the first of its row."""
        here = self._open[-1]
        while here.column in here.spans and here.column < MOST:
            here.column += 1
        behind, here.last = here.column - here.last, here.column
        for column in range(here.column, here.column + _number(attributes.get("colspan", ""))):
            here.spans[column] = _number(attributes.get("rowspan", ""))
            here.column = column + 1
        return behind


def _number(text: str) -> int:
    """Return how many rows or columns a cell takes.

    >>> _number("3"), _number(""), _number("0")
    (3, 1, 1)
    """
    return max(1, min(int(text), MOST)) if text.isdecimal() and len(text) < MOST else 1
