"""`SELECT *` with its columns in the order of the query; engines return them in alphabetical order."""

from collections.abc import Iterable
from itertools import islice

from alliancegraph.graph.sparql.guard import tokens

_MARKS = ("?", "$")


def spelt_out(sparql: str, variables: Iterable[str]) -> str:
    """Return the query with the star of its SELECT written as those variables, in their order in the query.

    >>> spelt_out("SELECT DISTINCT * { ?z ?b 2 * 3 }", ["b", "z"])
    'SELECT DISTINCT ?z ?b { ?z ?b 2 * 3 }'
    """
    star = _star(sparql)
    if star is None:
        return sparql
    met = dict.fromkeys(token[0][1:] for token in tokens().finditer(sparql) if token[0].startswith(_MARKS))
    names = set(variables)
    listed = " ".join(f"?{name}" for name in met if name in names)
    return f"{sparql[:star]}{listed}{sparql[star + 1 :]}" if listed else sparql


def _star(sparql: str) -> int | None:
    """Return the place of the star of a SELECT, in characters; None if it has none."""
    read = [token for token in tokens().finditer(sparql) if token[0].strip() and not token[0].startswith("#")]
    start = next((place for place, token in enumerate(read) if token[0].upper() == "SELECT"), len(read))
    chosen = (token for token in islice(read, start + 1, None) if token[0].upper() not in ("DISTINCT", "REDUCED"))
    first = next(chosen, None)
    return first.start() if first and first[0] == "*" else None
