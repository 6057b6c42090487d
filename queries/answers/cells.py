"""Formats one value of an answer as text."""

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term = NamedNode | BlankNode | Literal | Triple


def cell(term: Term | None) -> str:
    """Return a term as people read it: an IRI with a known prefix if possible; empty for None."""
    if isinstance(term, NamedNode):
        from alliancegraph.graph.model.prefixes import short_name

        return short_name(term.value)
    return text(term)


def text(term: Term | None) -> str:
    """Return an IRI in full or a literal's lexical form; empty for None.

    >>> text(Literal(7))
    '7'
    """
    if isinstance(term, NamedNode | Literal):
        return term.value
    return "" if term is None else str(term)
