"""Refuses queries nested so deeply that the engine would run out of stack, which ends the whole process."""

import re
from collections.abc import Iterator

from alliancegraph.graph.errors import Problem, SparqlError
from alliancegraph.graph.sparql.guard import tokens

_DEPTH, _CHAIN = 128, 500  # a tenth of what breaks an engine with a stack of 8 MB
_CHAINED = re.compile(r"\|\||&&|[!+*/|^-]|\b(?:UNION|OPTIONAL|MINUS|BIND|FILTER|SELECT)\b", re.IGNORECASE)
_CHANGES = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}


def refuse_deep(sparql: str) -> None:
    """Raise SparqlError if nesting or chains are so long that an engine could run out of stack."""
    if sum(map(sparql.count, "([{")) <= _DEPTH and len(_CHAINED.findall(sparql)) <= _CHAIN:
        return
    for place, found, expected in _excesses(sparql):
        line = sparql.count("\n", 0, place) + 1
        raise SparqlError(Problem(f"line {line} of the query: {found}", expected, "Split it into several."))


def _excesses(sparql: str) -> Iterator[tuple[int, str, str]]:
    depth = chained = 0
    for token in tokens().finditer(sparql):
        depth += _CHANGES.get(token[0], 0)
        chained += bool(_CHAINED.match(token[0]))
        if depth > _DEPTH:
            yield token.start(), "a query that is nested too deep", f"at most {_DEPTH} levels"
        if chained > _CHAIN:
            yield (
                token.start(),
                "a query that chains too much",
                f"at most {_CHAIN} operators and groups; IN and VALUES take lists",
            )
