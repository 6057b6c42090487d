"""Reads a view: the query in its file, each row of the answer as an object with a type for every column."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar, get_type_hints

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.sparql.ordering import ordered_rows
from alliancegraph.graph.sparql.sparqlfile import SparqlFile, read_sparql
from alliancegraph.queries.asking.binding import Terms, bind
from alliancegraph.queries.views.rows import Term

VIEWS = Path(__file__).parent
Row = TypeVar("Row", bound=NamedTuple)


def read(row: type[Row], graph: Queryable, values: Mapping[str, Terms] = MappingProxyType({})) -> list[Row]:
    """Return the rows of the view named after that type, in the order of its query.

    `values` restrict variables of the query (see `alliancegraph.queries.asking.binding.bind`).
    """
    readers = [_READERS.get(kind, _text) for kind in get_type_hints(row).values()]
    found = ordered_rows(graph, bind(view(row).sparql, values))
    return [row._make([read(term) for read, term in zip(readers, solution, strict=True)]) for solution in found]


@cache
def view(row: type[NamedTuple]) -> SparqlFile:
    """Return the view whose rows have that type."""
    return read_sparql(VIEWS / f"{row.__name__.lower()}.rq")


def _text(term: Term | None) -> str:
    return term.value if term else ""


def _number(term: Term | None) -> int:
    return int(_text(term))


def _term(term: Term | None) -> Term | str:
    return term or ""


_READERS: Mapping[object, Callable[[Term | None], str | int | Term]] = {int: _number, Term: _term}
