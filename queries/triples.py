"""Answers that are triples: what CONSTRUCT and DESCRIBE give."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from pyoxigraph import QueryTriples, RdfFormat, Triple, serialize

from queries.answer import About, Answer

if TYPE_CHECKING:
    import rdflib


class Triples(Sequence[Triple]):
    """The triples, each once and in one order for all runs; prints as Turtle."""

    def __init__(self, triples: QueryTriples, about: About) -> None:
        self._triples, self.about = tuple(sorted(set(triples), key=str)), about

    def as_rows(self) -> Answer:
        """The triples as rows of subject, property and value."""
        rows = [(triple.subject, triple.predicate, triple.object) for triple in self._triples]
        return Answer(("subject", "property", "value"), rows, self.about)

    def __len__(self) -> int:
        return len(self._triples)

    @overload
    def __getitem__(self, index: int) -> Triple: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Triple]: ...
    def __getitem__(self, index: int | slice) -> Triple | Sequence[Triple]:
        """A triple, or several."""
        return self._triples[index]

    def __str__(self) -> str:
        from graph.turtle import turtle

        return turtle(self._triples)

    __repr__ = __str__

    def to_rdflib(self) -> "rdflib.Graph":
        """The triples as an rdflib Graph."""
        import rdflib

        data = serialize(self._triples, format=RdfFormat.N_TRIPLES)
        assert data is not None
        return rdflib.Graph().parse(data=data, format="nt")
