"""Answers for people (a table) and for machines (CSV and JSON as SPARQL 1.1 defines them; Turtle for triples)."""

from collections.abc import Callable

from pyoxigraph import Literal, NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples

from graph.iris import local_name
from graph.store import Results
from graph.turtle import turtle


def _csv(solutions: QuerySolutions) -> str:
    return _serialized(solutions, QueryResultsFormat.CSV)


def _json(solutions: QuerySolutions) -> str:
    return _serialized(solutions, QueryResultsFormat.JSON) + "\n"


def _serialized(solutions: QuerySolutions, results_format: QueryResultsFormat) -> str:
    data = solutions.serialize(format=results_format)
    assert data is not None
    return data.decode().replace("\r\n", "\n")


def _table(solutions: QuerySolutions) -> str:
    """A table as wide as the terminal; IRIs by their local names."""
    from rich.console import Console
    from rich.table import Table

    columns = [variable.value for variable in solutions.variables]
    rows = [[_cell(value) for value in row] for row in solutions]
    if not rows:
        return "No rows.\n"
    table = Table(*columns, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        table.add_row(*row)
    console = Console(highlight=False, markup=False)
    with console.capture() as capture:
        console.print(table)
    return f"{capture.get()}{len(rows)} {'row' if len(rows) == 1 else 'rows'}\n"


def _cell(value: object) -> str:
    if isinstance(value, NamedNode):
        return local_name(value)
    return value.value if isinstance(value, Literal) else ""


FORMATS: dict[str, Callable[[QuerySolutions], str]] = {"table": _table, "csv": _csv, "json": _json}


def formatted(results: Results, name: str) -> str:
    """The results as text in one of FORMATS; ASK gives `true` or `false`, CONSTRUCT and DESCRIBE give Turtle."""
    if isinstance(results, QueryBoolean):
        return f"{str(bool(results)).lower()}\n"
    if isinstance(results, QueryTriples):
        return turtle(results)
    return FORMATS[name](results)
