"""Detects that a server returned only part of an answer, which servers signal in several ways, or not at all."""

from collections.abc import Mapping

from alliancegraph.graph.sparql.guard import FORMS, tokens

_CUTS = ("X-Rows-Cut-At", "X-SPARQL-MaxRows")
_PARTIAL_CONTENT = 206
_INTERRUPTED = "S1TAT"  # Virtuoso, where its time was up
_LEAST, _ROUND = 1000, 500


def partial(status: int, headers: Mapping[str, str]) -> str:
    """In which words the server says that it broke off; empty if it does not."""
    if status == _PARTIAL_CONTENT or headers.get("X-SQL-State") == _INTERRUPTED:
        return headers.get("X-SQL-Message") or "partial content"
    return ""


def most_rows(headers: Mapping[str, str]) -> int:
    """At how many rows the server cuts, 0 if it does not say: ours says so where it did, Virtuoso wherever it would."""
    return next((int(headers[name]) for name in _CUTS if headers.get(name, "").isdecimal()), 0)


def is_suspect(rows: int) -> bool:
    """Whether so many rows look like a limit; GraphDB's, for one, cuts without a word."""
    return rows >= _LEAST and rows % _ROUND == 0


def counting(sparql: str) -> str:
    """The query that counts the rows of a SELECT query.

    >>> counting("PREFIX a: <urn:a>\\nSELECT ?x { ?x a a:B } # all")
    'PREFIX a: <urn:a>\\nSELECT (COUNT(*) AS ?rows) { SELECT ?x { ?x a a:B } # all\\n}'
    """
    start = next(token.start() for token in tokens().finditer(sparql) if (token[1] or "").upper() in FORMS)
    return f"{sparql[:start]}SELECT (COUNT(*) AS ?rows) {{ {sparql[start:]}\n}}"
