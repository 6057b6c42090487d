"""The place of a mistake in a query: its line and column in words, and the line itself with a caret below it."""

import re

from alliancegraph.graph.errors import Problem, SparqlError


def refused_at(sparql: str, place: int, problem: Problem) -> SparqlError:
    """Return the error for a mistake at a place of a query, in characters, with a caret below its line."""
    found = f"{_where(sparql, place)}: {problem.found}"
    return SparqlError(Problem(found, problem.expected, f"{problem.remedy}\n{_line(sparql, place)}"))


def _where(sparql: str, place: int) -> str:
    line_start = sparql.rfind("\n", 0, place) + 1
    return f"line {sparql.count(chr(10), 0, place) + 1}, column {place - line_start + 1} of the query"


def _line(sparql: str, place: int) -> str:
    start = sparql.rfind("\n", 0, place) + 1
    line = sparql[start:].partition("\n")[0].rstrip("\r")
    before = re.sub(r"[^\t]", " ", sparql[start:place])
    return f"  {line}\n  {before}^"
