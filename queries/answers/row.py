"""One row of an answer: plain Python values, by column name or place."""

from collections.abc import Sequence
from typing import Self, SupportsIndex, overload

from alliancegraph.queries.answers.cells import Term
from alliancegraph.queries.answers.datatypes import Value, native


class Row(tuple[Value, ...]):
    """The values of one row, by column name or place; a value that is not there is None."""

    columns: tuple[str, ...]

    @classmethod
    def of(cls, columns: tuple[str, ...], terms: Sequence[Term | None]) -> Self:
        """The row of those terms, as values."""
        row = cls(map(native, terms))
        row.columns = columns
        return row

    @overload
    def __getitem__(self, key: SupportsIndex | str) -> Value: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, key: SupportsIndex | slice | str) -> Value | tuple[Value, ...]:
        """The value of that column; raises KeyError for a name that is no column."""
        if not isinstance(key, str):
            return super().__getitem__(key)
        if key not in self.columns:
            raise KeyError(f"{key}; the columns are {', '.join(self.columns)}")
        return super().__getitem__(self.columns.index(key))

    def keys(self) -> tuple[str, ...]:
        """The names of the columns, so that `dict(row)` works."""
        return self.columns

    def __repr__(self) -> str:
        return f"Row({', '.join(f'{name}={value!r}' for name, value in zip(self.columns, self, strict=True))})"
