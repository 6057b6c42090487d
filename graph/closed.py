"""Keeps queries inside the store: SERVICE would reach the network, FROM would name other data than the store's."""

import re

from graph.errors import Problem, SparqlError

_REMEDIES = {
    "SERVICE": "Ask the other endpoint by itself, and join the two answers.",
    "FROM": "Use `GRAPH <…> { … }` for one of the store's own graphs.",
}
_IRI, _COMMENT = r"<[^<>\"{}|^`\\\s]*>", r"#[^\n]*"
_LONG_STRING = r"""\"{3}(?:[^\\"]|\\.|"(?!""))*"{3}|'{3}(?:[^\\']|\\.|'(?!''))*'{3}"""
_STRING = r"""\"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'"""
_NAME = r"[?$@]?[\w.-]*:?[\w.:%\\-]*"
_TOKEN = re.compile(f"(?:{_IRI})|{_LONG_STRING}|{_STRING}|(?:{_COMMENT})|({_NAME})", re.DOTALL)


def refuse_outside(sparql: str) -> None:
    """Raises SparqlError if the query has SERVICE or FROM as a word of its own, outside IRIs, texts and comments."""
    for token in _TOKEN.finditer(sparql):
        word = (token[1] or "").upper()
        if word in _REMEDIES:
            line = sparql.count("\n", 0, token.start()) + 1
            expected = "a query over the built graph alone"
            raise SparqlError(Problem(f"line {line} of the query: {word}", expected, _REMEDIES[word]))
