"""Rows in the order of a query's last line, made here: an engine on disk reads both terms again at each comparison."""

import re
from decimal import Decimal

import pyoxigraph as ox

from alliancegraph.graph.engines.queryable import Queryable

Term = ox.NamedNode | ox.Literal | None
Key = tuple[int, Decimal, str]

_ORDER = re.compile(r"\s*\bORDER BY(?P<variables>(?:\s+\?\w+)+)\s*\Z")
_NUMBERS = frozenset(f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("integer", "decimal"))
_ZERO = Decimal()


def ordered_rows(graph: Queryable, sparql: str) -> list[tuple[Term, ...]]:
    """Return the rows in the order of SPARQL 1.1, section 15.1, if the query ends with `ORDER BY` and variables.

    Terms are IRIs or literals. Numbers come in the order of their values, before texts. A query that ends otherwise is
    left to the engine.
    """
    order = _ORDER.search(sparql)
    found = graph.select(sparql[: order.start()] if order else sparql)
    columns = [variable.value for variable in found.variables]
    places = [columns.index(name.removeprefix("?")) for name in (order["variables"].split() if order else ())]
    return sorted((tuple(solution) for solution in found), key=lambda row: [_key(row[place]) for place in places])


def _key(term: Term) -> Key:
    match term:
        case ox.NamedNode():
            return 1, _ZERO, term.value
        case ox.Literal() if term.datatype.value in _NUMBERS:
            return 2, Decimal(term.value), ""
        case ox.Literal():
            return 3, _ZERO, term.value
        case _:
            return 0, _ZERO, ""
