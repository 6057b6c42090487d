"""The types of columns in answers: how their values are read, and what they become in Python and pandas."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from pyoxigraph import Literal

from alliancegraph.ontology.terms import XSD
from alliancegraph.queries.answers.cells import Term, text

Value = str | int | float | bool | date | Decimal | None


class ColumnType(NamedTuple):
    """The local names of its XSD datatypes, the reader of their lexical forms, its Python and its pandas type.

    A reader raises ValueError for a text that is no lexical form of XSD, even if Python accepts it.
    """

    datatypes: tuple[str, ...]
    read: Callable[[str], Value]
    python: type
    pandas: str


def _reader(lexical: str, python: Callable[[str], Value]) -> Callable[[str], Value]:
    def read(text: str) -> Value:
        if not re.fullmatch(lexical, text):
            raise ValueError(text)
        return python(text)

    return read


_TRUTH = {"true": True, "1": True, "false": False, "0": False}
_WHOLE = _reader("[+-]?[0-9]+", int)
_EXACT = _reader(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)", Decimal)
_FLOAT = _reader(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?INF|NaN", float)
_DAY = _reader("[0-9]{4}-[0-9]{2}-[0-9]{2}", date.fromisoformat)
TYPES = {
    "string": ColumnType(("string",), str, str, "string"),
    "integer": ColumnType(("integer", "int", "long", "short", "nonNegativeInteger"), _WHOLE, int, "Int64"),
    "decimal": ColumnType(("decimal",), _EXACT, Decimal, "Float64"),
    "double": ColumnType(("double", "float"), _FLOAT, float, "Float64"),
    "boolean": ColumnType(("boolean",), _reader("true|false|[01]", _TRUTH.__getitem__), bool, "boolean"),
    "date": ColumnType(("date",), _DAY, date, "datetime64[s]"),
}
_READERS = {XSD.base + name: kind.read for kind in TYPES.values() for name in kind.datatypes}
_NAMES = {kind.python: name for name, kind in TYPES.items()}
_WIDER = ({"integer", "decimal"}, "decimal"), ({"integer", "double"}, "double")


def native(term: Term | None) -> Value:
    """Return a term as a Python value; as text if it has none, or is no lexical form of its datatype.

    >>> from pyoxigraph import NamedNode
    >>> native(Literal("2014-02-01", datatype=NamedNode(XSD.date)))
    datetime.date(2014, 2, 1)
    """
    read = _READERS.get(term.datatype.value, str) if isinstance(term, Literal) else str
    try:
        return None if term is None else read(text(term))
    except ValueError:
        return text(term)


def common_type(values: Iterable[Value]) -> str:
    """Return the name of the type that fits all values except None; `string` if there is none.

    >>> common_type([1, Decimal("0.5"), None])
    'decimal'
    """
    names = {_NAMES[type(value)] for value in values if value is not None}
    if len(names) == 1:
        return names.pop()
    return next((name for narrower, name in _WIDER if names == narrower), "string")
