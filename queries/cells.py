"""One value of an answer as text."""

from pyoxigraph import NamedNode

from graph.iris import local_name
from queries.datatypes import Term, text


def cell(term: Term | None) -> str:
    """A term as people read it: an IRI by its local name, nothing where there is no term."""
    return local_name(term) if isinstance(term, NamedNode) else text(term)
