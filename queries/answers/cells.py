"""Formats one value of an answer as text."""

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term = NamedNode | BlankNode | Literal | Triple


def cell(term: Term | None) -> str:
    """A term as people read it: an IRI as a query may write it, nothing where there is no term."""
    if isinstance(term, NamedNode):
        from alliancegraph.graph.model.prefixes import short_name

        return short_name(term.value)
    return text(term)


def text(term: Term | None) -> str:
    """A term's own text: an IRI in full, a literal's lexical form; empty where there is no term.

    >>> text(Literal(7))
    '7'
    """
    if isinstance(term, NamedNode | Literal):
        return term.value
    return "" if term is None else str(term)
