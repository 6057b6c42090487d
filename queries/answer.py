"""Answers: rows of plain Python values, with the RDF terms within reach, whichever engine gave them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Self, SupportsIndex, overload

from pyoxigraph import QuerySolutions

from queries.datatypes import TYPES, ColumnType, Term, Value, common_type, native, text
from queries.sources import Source, sources

if TYPE_CHECKING:
    import pandas as pd

    from graph.store import Store

SHOWN = 20  # rows that a notebook or a prompt shows of an answer


class Row(tuple[Value, ...]):
    """The values of one row, by column name or place; a value that is not there is None."""

    columns: tuple[str, ...]

    def __new__(cls, columns: tuple[str, ...], values: Sequence[Value]) -> Self:
        row = super().__new__(cls, values)
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


class About(NamedTuple):
    """What was asked, with which values, of which graph, how its counts are to be read, and its links as a network."""

    title: str
    question: str
    values: Mapping[str, str]
    counts: str
    store: "Store"
    network: Sequence[Mapping[str, Any]] = ()

    def sources(self) -> list[Source]:
        """The reports that the graph was built from."""
        return sources(self.store)


class Answer(Sequence[Row]):
    """The rows of a SELECT query, each of native values; `terms` are the same rows as RDF terms.

    Prints as a table. A slice is an Answer. Column types come from the question, or else from the values.
    """

    def __init__(
        self,
        columns: tuple[str, ...],
        terms: Sequence[tuple[Term | None, ...]],
        about: About,
        declared: Mapping[str, str] | None = None,
    ) -> None:
        self.columns, self.terms, self.about, self._declared = columns, tuple(terms), about, declared

    @classmethod
    def of(cls, solutions: QuerySolutions, about: About, declared: Mapping[str, str] | None = None) -> Self:
        """The rows that an engine gives; columns that `declared` leaves out are texts."""
        columns = tuple(variable.value for variable in solutions.variables)
        return cls(columns, [tuple(solution) for solution in solutions], about, declared)

    @property
    def types(self) -> dict[str, str]:
        """The type of each column, one of `queries.datatypes.TYPES`."""
        if self._declared is not None:
            return {name: self._declared.get(name, "string") for name in self.columns}
        return {name: common_type(row[place] for row in self) for place, name in enumerate(self.columns)}

    def __len__(self) -> int:
        return len(self.terms)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> "Answer": ...
    def __getitem__(self, index: int | slice) -> "Row | Answer":
        """A row, or the answer that holds the rows of a slice."""
        if isinstance(index, slice):
            return Answer(self.columns, self.terms[index], self.about, self._declared)
        return self._row(self.terms[index])

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, self.terms)

    def _row(self, terms: tuple[Term | None, ...]) -> Row:
        return Row(self.columns, [native(term) for term in terms])

    def to_pandas(self) -> "pd.DataFrame":
        """A DataFrame with a dtype for each column: string, Int64, Float64, boolean or datetime64[s]; gaps are NA.

        The types hold where no row comes back, too. Decimals become floats; `terms` keeps them exact.
        """
        import pandas as pd

        kinds = [TYPES[kind] for kind in self.types.values()]
        columns = zip(self.columns, kinds, range(len(kinds)), strict=True)
        return pd.DataFrame(
            {name: pd.Series(self._values(place, kind), dtype=kind.pandas) for name, kind, place in columns}
        )

    def _values(self, place: int, kind: ColumnType) -> list[Value]:
        """A column's values; in a column of texts, all of them as text."""
        read = (lambda term: term and text(term)) if kind.python is str else native
        return [read(terms[place]) for terms in self.terms]

    def __str__(self) -> str:
        from queries.table import table

        return table(self)

    def __repr__(self) -> str:
        from queries.table import preview

        return preview(self, SHOWN)

    def _repr_html_(self) -> str:
        from queries.html import html_table

        return html_table(self, SHOWN)
