"""Answers: rows of plain Python values, with their RDF terms, whichever engine gave them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self, overload

from pyoxigraph import QuerySolutions

from alliancegraph.queries.answers.cells import Term, text
from alliancegraph.queries.answers.formats import ROWS

if TYPE_CHECKING:
    import pandas as pd

    from alliancegraph.graph.engines.queryable import Queryable
    from alliancegraph.queries.answers.datatypes import ColumnType, Value
    from alliancegraph.queries.answers.rows import Row
    from alliancegraph.queries.views.rows import Report

SHOWN = 20  # rows that a notebook or a prompt shows of an answer


class Inquiry(NamedTuple):
    """What was asked, with which values, of which graph, how its counts are to be read, and its links as a network.

    `note` is what has to stand with the answer, empty for nothing; `alternatives` gives what an empty answer may be
    asked otherwise; `unread` which reports may hold more than the rows say.
    """

    title: str
    question: str
    values: Mapping[str, str]
    counts: str
    store: "Queryable"
    network: Sequence[Mapping[str, Any]] = ()
    note: str = ""
    alternatives: Callable[[], str] = str
    unread: Callable[[], str] = str

    def sources(self) -> "list[Report]":
        """The reports that the graph was built from."""
        from alliancegraph.queries.sources import sources

        return sources(self.store)

    def beside_rows(self) -> str:
        """What to know of an answer that has rows: its note, and which reports are not wholly read."""
        return " ".join(filter(None, (self.note, self.unread())))

    def emptiness(self) -> str:
        """What to know of an answer without rows: what else would give some, and which reports are not wholly read."""
        from alliancegraph.queries.sources import unread

        return " ".join(filter(None, (self.alternatives(), unread(self.store))))


class Answer(Sequence["Row"]):
    """The rows of a SELECT query, each of native values; `terms` are the same rows as RDF terms.

    Prints as a table. A slice is an Answer. Column types come from the question, or else from the values.
    """

    kind: ClassVar[str] = ROWS

    def __init__(
        self,
        columns: tuple[str, ...],
        terms: Sequence[tuple[Term | None, ...]],
        about: Inquiry,
        declared: Mapping[str, str] | None = None,
    ) -> None:
        self.columns, self.terms, self.about, self._declared = columns, tuple(terms), about, declared

    @classmethod
    def of(cls, solutions: QuerySolutions, about: Inquiry, declared: Mapping[str, str] | None = None) -> Self:
        """The rows that an engine gives; columns that `declared` leaves out are texts."""
        columns = tuple(variable.value for variable in solutions.variables)
        return cls(columns, [tuple(solution) for solution in solutions], about, declared)

    @property
    def types(self) -> dict[str, str]:
        """The type of each column, one of `alliancegraph.queries.answers.datatypes.TYPES`."""
        if self._declared is not None:
            return {name: self._declared.get(name, "string") for name in self.columns}
        from alliancegraph.queries.answers.datatypes import common_type

        return {name: common_type(row[place] for row in self) for place, name in enumerate(self.columns)}

    def __len__(self) -> int:
        return len(self.terms)

    @overload
    def __getitem__(self, index: int) -> "Row": ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> "Row | Self":
        """A row, or the answer that holds the rows of a slice."""
        if isinstance(index, slice):
            return type(self)(self.columns, self.terms[index], self.about, self._declared)
        from alliancegraph.queries.answers.rows import Row

        return Row.of(self.columns, self.terms[index])

    def __iter__(self) -> "Iterator[Row]":
        from alliancegraph.queries.answers.rows import Row

        return (Row.of(self.columns, terms) for terms in self.terms)

    def with_codes_in_order(self, order: Sequence[str]) -> Self:
        """The same rows, ordered by those columns, in which codes are compared as numbers: goal 2 before goal 10.

        Engines order codes as the texts that they are; all else stays in the order that they give.
        """
        from alliancegraph.queries.answers.rows import codes_in_order

        places = [self.columns.index(name) for name in takewhile(self.columns.__contains__, order)]
        return type(self)(self.columns, codes_in_order(self.terms, places), self.about, self._declared)

    def to_pandas(self) -> "pd.DataFrame":
        """A DataFrame with a dtype for each column: string, Int64, Float64, boolean or datetime64[s]; gaps are NA.

        The types hold where no row comes back, too. Decimals become floats; `terms` keeps them exact.
        """
        import pandas as pd

        from alliancegraph.queries.answers.datatypes import TYPES

        columns = enumerate((name, TYPES[kind]) for name, kind in self.types.items())
        return pd.DataFrame(
            {name: pd.Series(self._column(place, kind), dtype=kind.pandas) for place, (name, kind) in columns}
        )

    def _column(self, place: int, kind: "ColumnType") -> "list[Value]":
        """A column's values; in a column of texts, all of them as text."""
        from alliancegraph.queries.answers.datatypes import native

        read = native if kind.python is not str else lambda term: term and text(term)
        return [read(terms[place]) for terms in self.terms]

    def __str__(self) -> str:
        from alliancegraph.queries.answers.table import table

        return table(self)

    def __repr__(self) -> str:
        from alliancegraph.queries.answers.table import preview

        return preview(self, SHOWN)

    def _repr_html_(self) -> str:
        from alliancegraph.queries.answers.table import html_table

        return html_table(self, SHOWN)


Result = Answer | bool
