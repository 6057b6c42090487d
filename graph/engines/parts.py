"""Detects that a server returned only part of an answer, which servers signal in several ways, or not at all."""

from collections.abc import Mapping

from alliancegraph.graph.sparql.guard import FORMS, tokens

_CUTS = ("X-Rows-Cut-At", "X-SPARQL-MaxRows")
_PARTIAL_CONTENT = 206
_INTERRUPTED = "S1TAT"  # Virtuoso, after its time limit
_LEAST, _ROUND = 1000, 500


def partial(status: int, headers: Mapping[str, str]) -> str:
    """Return the server's message that the answer is incomplete; empty if it is complete."""
    if status == _PARTIAL_CONTENT or headers.get("X-SQL-State") == _INTERRUPTED:
        return headers.get("X-SQL-Message") or "partial content"
    return ""


def most_rows(headers: Mapping[str, str]) -> int:
    """Return the server's limit of rows, 0 if it gives none: our endpoint names it when it cuts, Virtuoso always."""
    return next((int(headers[name]) for name in _CUTS if headers.get(name, "").isdecimal()), 0)


def is_suspect(rows: int) -> bool:
    """Return whether the number of rows looks like a limit: some servers, such as GraphDB, cut without notice."""
    return rows >= _LEAST and rows % _ROUND == 0


def counting(sparql: str) -> str:
    """Return the query that counts the rows of a SELECT query.

    >>> counting("PREFIX a: <urn:a>\\nSELECT ?x { ?x a a:B } # all")
    'PREFIX a: <urn:a>\\nSELECT (COUNT(*) AS ?rows) { SELECT ?x { ?x a a:B } # all\\n}'
    """
    start = next(token.start() for token in tokens().finditer(sparql) if (token[1] or "").upper() in FORMS)
    return f"{sparql[:start]}SELECT (COUNT(*) AS ?rows) {{ {sparql[start:]}\n}}"
