"""Puts typed terms into a query: `VALUES ?name { UNDEF }` becomes the values, or goes away where none are given."""

import re
from collections.abc import Mapping, Sequence

from pyoxigraph import Literal, NamedNode

Terms = Sequence[NamedNode | Literal]


def bind(sparql: str, values: Mapping[str, Terms]) -> str:
    """The query with each placeholder replaced by the terms of that name, written as RDF terms, never pasted as text.

    >>> bind("SELECT * { VALUES ?year { UNDEF } ?r ?p ?year }", {"year": [Literal("x' }")]})
    'SELECT * { VALUES ?year { "x\\' }" } ?r ?p ?year }'
    """
    return re.sub(r"VALUES \?(\w+) \{ UNDEF \}", lambda match: _block(match[1], values.get(match[1], ())), sparql)


def _block(name: str, terms: Terms) -> str:
    return f"VALUES ?{name} {{ {' '.join(str(term) for term in terms)} }}" if terms else ""
