"""Answers for people (tables) and for machines: CSV and JSON as SPARQL 1.1 defines them, Turtle for triples."""

from collections.abc import Callable

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples

from graph.store import Results
from graph.turtle import turtle
from queries.markdown import markdown
from queries.table import table


def _csv(solutions: QuerySolutions) -> str:
    return _serialized(solutions, QueryResultsFormat.CSV)


def _json(solutions: QuerySolutions) -> str:
    return _serialized(solutions, QueryResultsFormat.JSON) + "\n"


def _serialized(solutions: QuerySolutions, results_format: QueryResultsFormat) -> str:
    data = solutions.serialize(format=results_format)
    assert data is not None
    return data.decode().replace("\r\n", "\n")


FORMATS: dict[str, Callable[[QuerySolutions], str]] = {
    "table": table,
    "csv": _csv,
    "json": _json,
    "md": markdown,
}


def formatted(results: Results, name: str) -> str:
    """The results as text in one of FORMATS; ASK gives `true` or `false`, CONSTRUCT and DESCRIBE give Turtle."""
    if isinstance(results, QueryBoolean):
        return f"{str(bool(results)).lower()}\n"
    if isinstance(results, QueryTriples):
        return turtle(results)
    return FORMATS[name](results)
