"""The columns of the cells of a web page's tables: those that span several, and rows above, are counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST = 100  # rows or columns of a cell


@dataclass
class _Table:
    """A table that is open: the columns of the next cell and of the last, and the rows that cells above take."""

    column: int = 0
    last: int = 0
    begun: int | None = None  # where its last row begins in the text
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
        return self._open[-1].begun is None

    def is_row_written(self, length: int) -> bool:
        """Return whether something of the row is in a text of that length."""
        return length > (self._open[-1].begun or 0)

    def row(self, length: int) -> None:
        """Begin a row of the innermost table, behind that many characters of text."""
        here = self._open[-1]
        here.begun = length
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
