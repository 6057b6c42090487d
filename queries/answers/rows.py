"""The rows of an answer: Python values by column name or place, and codes sorted by their numbers."""

from collections.abc import Sequence
from itertools import groupby
from typing import Self, SupportsIndex, overload

from alliancegraph.graph.words.codes import in_order, is_code
from alliancegraph.queries.answers.cells import Term, text
from alliancegraph.queries.answers.datatypes import Value, native

Terms = tuple[Term | None, ...]


class Row(tuple[Value, ...]):
    """The values of one row, by column name or index; a missing value is None."""

    columns: tuple[str, ...]

    @classmethod
    def of(cls, columns: tuple[str, ...], terms: Sequence[Term | None]) -> Self:
        """Return the row with the values of those terms."""
        row = cls(map(native, terms))
        row.columns = columns
        return row

    @overload
    def __getitem__(self, key: SupportsIndex | str) -> Value: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, key: SupportsIndex | slice | str) -> Value | tuple[Value, ...]:
        """Return the value of that column; raise KeyError for a name that is no column."""
        if not isinstance(key, str):
            return super().__getitem__(key)
        if key not in self.columns:
            raise KeyError(f"{key}; the columns are {', '.join(self.columns)}")
        return super().__getitem__(self.columns.index(key))

    def keys(self) -> tuple[str, ...]:
        """Return the names of the columns, so that `dict(row)` works."""
        return self.columns

    def __repr__(self) -> str:
        return f"Row({', '.join(f'{name}={value!r}' for name, value in zip(self.columns, self, strict=True))})"


def codes_in_order(rows: Sequence[Terms], places: Sequence[int]) -> Sequence[Terms]:
    """Return rows, which an engine ordered by the columns at those places, with codes compared as numbers.

    Only rows with equal values in the columns before a column of codes change places.
    """
    for number, place in enumerate(places):
        if all(is_code(text(row[place])) for row in rows if row[place] is not None):
            rows = _in_groups(rows, places[:number], place)
    return rows


def _in_groups(rows: Sequence[Terms], alike: Sequence[int], place: int) -> Sequence[Terms]:
    groups = groupby(rows, key=lambda row: [row[each] for each in alike])
    return [row for _, group in groups for row in sorted(group, key=lambda row: _code(row[place]))]


def _code(term: Term | None) -> tuple[tuple[int, str], ...]:
    return () if term is None else in_order(text(term))
