"""Analyses a query: its triples, the bindings of its variables, and what they are compared with."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain
from typing import Any, NamedTuple

from pyparsing import ParseException
from rdflib import Literal, URIRef, Variable
from rdflib.paths import Path as PropertyPath
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import SPARQLError

from alliancegraph.graph.model.prefixes import known_prefixes

_COMPARED = ("=", "<", ">", "<=", ">=", "IN")


class QueryParts(NamedTuple):
    """The parts of a query: triples, comparisons, and variables that are bound, mentioned, selected or compared.

    `described` are the IRIs of DESCRIBE.

    `compared` are the variables and the values to which they should be equal, `ordered` those and the numbers with
    which they are compared by order.
    """

    nodes: list[CompValue]
    triples: list[tuple[Any, Any, Any]]
    compared: list[tuple[Variable, Literal | URIRef]]
    ordered: list[tuple[Variable, Literal]]
    bound: set[Variable]
    mentioned: list[Variable]
    used: list[Variable]
    described: list[URIRef]

    @property
    def iris(self) -> Iterator[URIRef]:
        """The IRIs in the query, including those in property paths and lists of values."""
        return _iris(chain(*self.triples, (term for _, term in self.compared), self.described))

    @property
    def objects(self) -> dict[Variable, URIRef]:
        """The property whose values a variable is bound to."""
        return {o: p for _, p, o in self.triples if isinstance(o, Variable) and isinstance(p, URIRef)}


def query_parts(sparql: str) -> QueryParts | None:
    """Return the parts of a query; None if rdflib cannot parse it, as other engines may."""
    try:
        query = translateQuery(parseQuery(sparql), initNs=known_prefixes()).algebra
    except (ParseException, SPARQLError, ValueError, TypeError, RecursionError):
        return None
    nodes = list(_nodes(query))
    triples = [triple for node in nodes if node.name in ("BGP", "TriplesBlock") for triple in node.triples or ()]
    mentioned = [term for triple in triples for term in triple if isinstance(term, Variable)]
    extended = [node.var for node in nodes if node.name == "Extend"]
    listed = [variable for node in nodes if node.name == "values" for row in node.res for variable in row]
    graphs = [node.term for node in nodes if node.name == "Graph" and isinstance(node.term, Variable)]
    relations = [node for node in nodes if node.name == "RelationalExpression"]
    compared = [*chain.from_iterable(map(_compared, relations)), *_listed(nodes)]
    ordered = [pair for node in relations for pair in _ordered(node)]
    ends = [end for node in relations for end in (node.expr, node.other)]
    chosen = list(query.get("PV") or ())
    used = [end for end in (*chosen, *ends) if isinstance(end, Variable) and not _is_made(end)]
    described = [term for term in chosen if isinstance(term, URIRef)]
    bound = {*mentioned, *extended, *listed, *graphs}
    return QueryParts(nodes, triples, compared, ordered, bound, mentioned, used, described)


def _is_made(variable: Variable) -> bool:
    """Return whether the parser made the variable, for an aggregate."""
    return variable.startswith("__agg_")


def _nodes(node: object) -> Iterator[CompValue]:
    if isinstance(node, CompValue):
        yield node
        for value in node.values():
            yield from _nodes(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from _nodes(value)


def _compared(node: CompValue) -> Iterator[tuple[Variable, Literal | URIRef]]:
    for one, other in _ends(node):
        if isinstance(other, URIRef) or node.op in ("=", "IN") or not other.datatype:
            yield one, other


def _ordered(node: CompValue) -> Iterator[tuple[Variable, Literal]]:
    for one, other in _ends(node):
        if node.op not in ("=", "IN") and isinstance(other, Literal) and _is_number(other):
            yield one, other


def _ends(node: CompValue) -> Iterator[tuple[Variable, Literal | URIRef]]:
    """Yield a variable and the term with which it is compared, in either order."""
    others = node.other if node.op == "IN" else [node.other]
    for one, other in chain.from_iterable(((node.expr, each), (each, node.expr)) for each in others):
        if node.op in _COMPARED and isinstance(one, Variable) and isinstance(other, Literal | URIRef):
            yield one, other


def _listed(nodes: Iterable[CompValue]) -> Iterator[tuple[Variable, Literal | URIRef]]:
    """Yield the terms that VALUES lists for a variable."""
    for row in (row for node in nodes if node.name == "values" for row in node.res):
        yield from ((name, term) for name, term in row.items() if isinstance(term, Literal | URIRef))


def _is_number(literal: Literal) -> bool:
    return isinstance(literal.value, int | float | Decimal)


def _iris(terms: Iterable[Any]) -> Iterator[URIRef]:
    for term in terms:
        if isinstance(term, URIRef):
            yield term
        elif isinstance(term, PropertyPath):
            yield from _iris(vars(term).values())
        elif isinstance(term, list | tuple):
            yield from _iris(term)
