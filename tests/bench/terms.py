"""Facts and their terms, made the way that the loaders make them."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.model.dates import Period
from alliancegraph.graph.model.reports import Fact, Term
from alliancegraph.ontology.terms import AG, RDF, XSD
from alliancegraph.ontology.vocabulary import Vocabulary

term = cache(NamedNode)  # the ontology's, which are few
vocabulary = Vocabulary.load()


def fact(subject: NamedNode, predicate: str, value: Term) -> Fact:
    """Return a fact whose predicate is an IRI of the ontology."""
    return Fact(subject, term(predicate), value)


def is_a(subject: NamedNode, cls: str) -> Fact:
    """Return the fact that the subject has that class (by IRI)."""
    return fact(subject, RDF.type, term(cls))


@cache
def segment(cls: str) -> str:
    """Return the kind in the IRIs of that class's instances."""
    return vocabulary.segment(cls)


@cache
def concept(cls: str, word: str) -> NamedNode:
    """Return the concept of that class (by IRI) with that word."""
    return NamedNode(vocabulary.concept(cls, word))


def english(text: str) -> Literal:
    """Return a text with its language."""
    return Literal(text, language="en")


def integer(number: int) -> Literal:
    """Return a whole number."""
    return Literal(str(number), datatype=term(XSD.integer))


def decimal(printed: str) -> Literal:
    """Return a whole number, printed with commas, as a decimal."""
    return Literal(printed.replace(",", ""), datatype=term(XSD.decimal))


def day(value: date) -> Literal:
    """Return a day."""
    return Literal(value.isoformat(), datatype=term(XSD.date))


def period(subject: NamedNode, text: str) -> Iterator[Fact]:
    """When, with the outer days."""
    yield fact(subject, AG.period, Literal(text))
    outer = Period.parse(text)
    for predicate, value in ((AG.earliest, outer.earliest), (AG.latest, outer.latest)):
        if value:
            yield fact(subject, predicate, day(value))


@cache
def is_event(cls: str) -> bool:
    """Return whether the class (by IRI) is one of events."""
    return AG.Event in {cls, *vocabulary.ancestors(cls)}
