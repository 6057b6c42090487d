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
    """What was asked: the question, its values, the graph, how to read its counts, and its links as a network.

    `note` has to be shown with the answer, empty for none; `alternatives` returns what else could be asked if the
    answer is empty; `unread` returns which reports may hold more than the rows. `titles` are those that the question
    names for columns.
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
    titles: Mapping[str, str] = {}

    def sources(self) -> "list[Report]":
        """Return the reports from which the graph was built."""
        from alliancegraph.queries.sources import sources

        return sources(self.store)

    def beside_rows(self) -> str:
        """Return what is shown with rows: the note, and which reports are not wholly read."""
        return " ".join(filter(None, (self.note, self.unread())))

    def emptiness(self) -> str:
        """Return what is shown without rows: what would give some, and which reports are not wholly read."""
        from alliancegraph.queries.sources import unread

        return " ".join(filter(None, (self.alternatives(), unread(self.store))))


class Answer(Sequence["Row"]):
    """The rows of a SELECT query as native values; `terms` are the same rows as RDF terms.

    Printed as a table. A slice is an Answer. Column types come from the question, else from the values.
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
        """Return the answer with an engine's rows; columns that `declared` leaves out are texts."""
        columns = tuple(variable.value for variable in solutions.variables)
        return cls(columns, [tuple(solution) for solution in solutions], about, declared)

    @property
    def types(self) -> dict[str, str]:
        """The type of each column, one of `alliancegraph.queries.answers.datatypes.TYPES`."""
        if self._declared is not None:
            return {name: self._declared.get(name, "string") for name in self.columns}
        from alliancegraph.queries.answers.datatypes import common_type

        return {name: common_type(row[place] for row in self) for place, name in enumerate(self.columns)}

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the columns, for people; no two are alike."""
        from alliancegraph.queries.answers.titles import titles

        return titles(self.columns, self.about.titles)

    def __len__(self) -> int:
        return len(self.terms)

    @overload
    def __getitem__(self, index: int) -> "Row": ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> "Row | Self":
        """Return a row, or the answer with the rows of a slice."""
        if isinstance(index, slice):
            return type(self)(self.columns, self.terms[index], self.about, self._declared)
        from alliancegraph.queries.answers.rows import Row

        return Row.of(self.columns, self.terms[index])

    def __iter__(self) -> "Iterator[Row]":
        from alliancegraph.queries.answers.rows import Row

        return (Row.of(self.columns, terms) for terms in self.terms)

    def with_codes_in_order(self, order: Sequence[str]) -> Self:
        """Return the rows ordered by those columns, with codes compared as numbers: goal 2 before goal 10.

        Engines compare codes as texts; otherwise their order is kept.
        """
        from alliancegraph.queries.answers.rows import codes_in_order

        places = [self.columns.index(name) for name in takewhile(self.columns.__contains__, order)]
        return type(self)(self.columns, codes_in_order(self.terms, places), self.about, self._declared)

    def to_pandas(self) -> "pd.DataFrame":
        """Return a DataFrame with dtypes string, Int64, Float64, boolean or datetime64[s]; missing values are NA.

        The dtypes do not depend on whether there are rows. Decimals become floats; `terms` keeps them exact.
        """
        import pandas as pd

        from alliancegraph.queries.answers.datatypes import TYPES

        columns = enumerate((name, TYPES[kind]) for name, kind in self.types.items())
        return pd.DataFrame(
            {name: pd.Series(self._column(place, kind), dtype=kind.pandas) for place, (name, kind) in columns}
        )

    def _column(self, place: int, kind: "ColumnType") -> "list[Value]":
        """Return the values of a column; in a column of texts, all as text."""
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
