"""One value of an answer as text."""

from pyoxigraph import Literal, NamedNode

from graph.iris import local_name


def cell(value: object) -> str:
    """A value as people read it: an IRI by its local name, nothing where there is no value."""
    if isinstance(value, NamedNode):
        return local_name(value)
    return value.value if isinstance(value, Literal) else ""
