"""Restricts the variables of a query to typed terms: VALUES is added in each group that names a variable."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.sparql.tokens import Token, read_tokens

Terms = Sequence[NamedNode | Literal]
_START = Token(0, "", False)


class _Group(NamedTuple):
    """The place after the opening brace of a group, and its variables, without those of inner groups."""

    place: int
    variables: set[str]


def bind(sparql: str, values: Mapping[str, Terms]) -> str:
    """Return the query with VALUES first in each group that names one of the variables, in the order of `values`.

    Inner groups (OPTIONAL, MINUS, UNION, sub-selects) are evaluated by themselves and get VALUES of their own, so that
    no engine reads everything there. Values are RDF terms, never pasted text; a variable without terms is left as it
    is.

    >>> bind("SELECT * { ?r ag:year ?year MINUS { ?r ag:state ?state } }", {"year": [Literal("x' }")]})
    'SELECT * { VALUES ?year { "x\\' }" } ?r ag:year ?year MINUS { ?r ag:state ?state } }'
    """
    given = {name: terms for name, terms in values.items() if terms}
    pieces, end = [], len(sparql)
    for group in reversed(list(_groups(sparql) if given else ())):
        blocks = [_block(name, terms) for name, terms in given.items() if name in group.variables]
        pieces += [sparql[group.place : end], *reversed(blocks)]
        end = group.place
    return "".join([sparql[:end], *reversed(pieces)])


def _groups(sparql: str) -> Iterator[_Group]:
    """Return the graph patterns in braces, in order; sub-selects and the template of CONSTRUCT are left out."""
    found: list[_Group] = []
    opened: list[_Group] = []
    for before, token in pairwise([_START, *read_tokens(sparql)]):
        if token.text == "{":
            opened.append(_Group(token.start + 1, set()))
            if before.shape != "CONSTRUCT":
                found.append(opened[-1])
        elif token.text == "}":
            opened.pop()
        elif opened and token.shape == "SELECT":
            found.remove(opened[-1])
        elif opened and token.text[0] in "?$":
            opened[-1].variables.add(token.text[1:])
    return iter(found)


def _block(name: str, terms: Terms) -> str:
    return f" VALUES ?{name} {{ {' '.join(map(str, terms))} }}"
