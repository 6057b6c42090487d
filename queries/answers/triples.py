"""Answers that are triples: what CONSTRUCT and DESCRIBE give."""

from typing import TYPE_CHECKING, Self

from pyoxigraph import QueryTriples, RdfFormat, Triple, serialize

from alliancegraph.queries.answers.answer import Answer, Inquiry
from alliancegraph.queries.answers.formats import TRIPLES

if TYPE_CHECKING:
    import rdflib


class Triples(Answer):
    """Distinct triples in a fixed order, as rows of subject, predicate and object; printed as Turtle."""

    kind = TRIPLES

    @classmethod
    def made(cls, triples: QueryTriples, about: Inquiry) -> Self:
        """Return the triples that an engine gives."""
        rows = sorted({tuple(triple) for triple in triples}, key=str)
        return cls(("subject", "predicate", "object"), rows, about, {})

    @property
    def triples(self) -> list[Triple]:
        """The rows as triples."""
        return [Triple(*terms) for terms in self.terms]  # type: ignore[arg-type]

    def __str__(self) -> str:
        from alliancegraph.graph.exchange.turtle import turtle

        return turtle(self.triples)

    __repr__ = __str__

    def to_rdflib(self) -> "rdflib.Graph":
        """Return the triples as an rdflib Graph."""
        import rdflib

        data = serialize(self.triples, format=RdfFormat.N_TRIPLES)
        assert data is not None
        return rdflib.Graph().parse(data=data, format="nt")
