"""Answers as pandas DataFrames, each column with its type."""

from typing import TYPE_CHECKING

from alliancegraph.queries.answers.answer import Answer
from alliancegraph.queries.answers.cells import text
from alliancegraph.queries.answers.datatypes import TYPES, ColumnType, Value, native

if TYPE_CHECKING:
    import pandas as pd


def frame(answer: Answer) -> "pd.DataFrame":
    """The rows as a DataFrame whose dtypes are those of the columns' types, also without rows."""
    import pandas as pd

    columns = enumerate(answer.types.items())
    return pd.DataFrame(
        {
            name: pd.Series(_values(answer, place, TYPES[kind]), dtype=TYPES[kind].pandas)
            for place, (name, kind) in columns
        }
    )


def _values(answer: Answer, place: int, kind: ColumnType) -> list[Value]:
    """A column's values; in a column of texts, all of them as text."""
    read = native if kind.python is not str else lambda term: term and text(term)
    return [read(terms[place]) for terms in answer.terms]
