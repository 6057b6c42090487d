"""Keeps queries inside the store: SERVICE would reach the network, FROM would name other data than the store's.

The engines' parsers read characters, not tokens: `?o.SERVICE` and `1SERVICE` hold the keyword; where a lexer sees an
IRI they may see "less than"; a comment ends at a carriage return, or only at a new line. All readings count.
"""

import re
from collections.abc import Iterator
from functools import cache

from alliancegraph.graph.errors import Problem, SparqlError
from alliancegraph.graph.sparql.places import refused_at

_REMEDIES = {
    "SERVICE": "Ask the other endpoint by itself, and join the two answers.",
    "FROM": "Use `GRAPH <…> { … }` for one of the store's own graphs.",
}
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_IRI, _COMMENT = r"<[^<>\"{}|^`\\\x00-\x20]*>", r"#[^\r\n]*"
_LONG_STRING = r"""\"{3}(?:[^\\"]|\\.|"(?!""))*"{3}|'{3}(?:[^\\']|\\.|'(?!''))*'{3}"""
_STRING = r"""\"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'"""
_NAME = r"[?$]\w+|@[A-Za-z]+(?:-[A-Za-z0-9]+)*|:(?:(?:[\w:%]|\\.)(?:[\w:%-]|\\.)*)?"
_TOKEN = rf"{_IRI}|{_LONG_STRING}|{_STRING}|{_COMMENT}|{_NAME}|(\w+)|."
_TELLING = {
    "\t",
    "\n",
    "\r",
    *map(chr, range(0x20, 0x7F)),
}  # characters that can spell a word, or end a text or a comment
_ESCAPE = re.compile(r"\\u([\dA-F]{4})([\dA-F]{4})?", re.IGNORECASE)


@cache
def tokens() -> re.Pattern[str]:
    """Return the pattern of a token, whose first group is a bare word; it is compiled on first use, to save time."""
    return re.compile(_TOKEN, re.DOTALL)


def form(sparql: str) -> str:
    """Return the form of a query: SELECT, ASK, CONSTRUCT or DESCRIBE; empty if it has none.

    >>> form("# DELETE nothing \\n PREFIX ag: <urn:ask> construct WHERE { ?s ?p ?o }")
    'CONSTRUCT'
    """
    words = (token[1].upper() for token in tokens().finditer(sparql) if token[1])
    return next((word for word in words if word in FORMS), "")


def refuse_outside(sparql: str) -> None:
    """Raise SparqlError if the query has SERVICE or FROM outside IRIs, texts, comments, variables and local names.

    A prefix may not have the words in its name either, and no escape may encode a character that could spell them.
    """
    _refuse_escapes(sparql)
    if not any(word in sparql.upper() for word in _REMEDIES):
        return
    for token in _bare_words(sparql):
        for word, remedy in _REMEDIES.items():
            if word in token[1].upper():
                raise _leaves(sparql, token.start(), word, remedy)


def _refuse_escapes(sparql: str) -> None:
    """Refuse escapes of telling characters, of four or eight digits: engines resolve them at different times."""
    for escape in _ESCAPE.finditer(sparql):
        codes = [int(digits, 16) for digits in (escape[1], escape[1] + (escape[2] or ""))]
        if any(code <= 0x10FFFF and chr(code).upper() in _TELLING for code in codes):
            raise _leaves(sparql, escape.start(), escape[0], "Write the character itself.")


def _leaves(sparql: str, place: int, found: str, remedy: str) -> SparqlError:
    return refused_at(sparql, place, Problem(found, "a query over the built graph alone", remedy))


def _bare_words(sparql: str) -> Iterator[re.Match[str]]:
    """Yield the words outside IRIs, texts, comments and names, in all readings; each place is read at most twice."""
    ways, seen = [(0, False)], set()
    while ways:
        way = place, in_expression = ways.pop()
        token = tokens().match(sparql, place)
        if token and way not in seen:
            seen.add(way)
            ways += _onward(sparql, token, in_expression)
            if token[1] and not in_expression:
                yield token


def _onward(sparql: str, token: re.Match[str], in_expression: bool) -> Iterator[tuple[int, bool]]:
    """Yield where reading goes on after the token: an IRI may be "less than", and no keyword comes before a `)`."""
    text = token[0]
    yield token.end(), in_expression and text != ")"
    if text.startswith("<") and text != "<":
        yield token.start() + 1, True
    if text.startswith("#") and (line_end := sparql.find("\n", token.end())) > 0:
        yield line_end, in_expression
