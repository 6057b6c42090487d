"""Reads a view: the query in its file, each row of the answer as an object with a type for every column."""

from collections.abc import Mapping
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
    kinds = get_type_hints(row).values()
    found = ordered_rows(graph, bind(view(row).sparql, values))
    return [row._make(_value(term, kind) for term, kind in zip(solution, kinds, strict=True)) for solution in found]


@cache
def view(row: type[NamedTuple]) -> SparqlFile:
    """Return the view whose rows have that type."""
    return read_sparql(VIEWS / f"{row.__name__.lower()}.rq")


def _value(term: Term | None, kind: object) -> str | int | Term:
    """Return the term as the field has it: an integer, a term, or a text, empty for none."""
    text = term.value if term else ""
    if kind is int:
        return int(text)
    return term if term and kind == Term else text
