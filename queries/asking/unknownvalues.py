"""Values that a query asks for and a property lacks, with the same value in another spelling, type or kind."""

from collections.abc import Iterator
from difflib import get_close_matches

import pyoxigraph as ox
from rdflib import Literal, URIRef

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.model.prefixes import short_name
from alliancegraph.ontology.terms import XSD
from alliancegraph.queries.asking.queryparts import QueryParts

_NUMBERS = {XSD.integer, XSD.decimal, f"{XSD.base}double"}
_MOST = 20_000  # values of a property that are looked through


def unknown_values(store: Queryable, parts: QueryParts) -> Iterator[str]:
    """Yield a line for each literal that a property lacks, with the same value in another form if there is one."""
    objects = parts.objects
    stated = [(p, o) for _, p, o in parts.triples if isinstance(o, Literal) and isinstance(p, URIRef)]
    compared = [(objects[v], term) for v, term in parts.compared if v in objects and isinstance(term, Literal)]
    for predicate, literal in dict.fromkeys([*stated, *compared]):
        rows = store.select(f"SELECT DISTINCT ?o {{ ?s {predicate.n3()} ?o FILTER isLiteral(?o) }} LIMIT {_MOST}")
        values = {row[0] for row in rows}
        yield from (
            _otherwise(short_name(predicate), _as_ours(literal), values) if values else _no_text(store, predicate)
        )


def incomparable(store: Queryable, parts: QueryParts) -> Iterator[str]:
    """Yield a line for each property without numeric values that the query compares with a number."""
    objects = parts.objects
    for variable, number in (pair for pair in parts.ordered if pair[0] in objects):
        predicate = objects[variable]
        rows = store.select(f"SELECT ?o {{ ?s {predicate.n3()} ?o }} ORDER BY isNumeric(?o) ?o LIMIT {_MOST}")
        values = [row[0] for row in rows]
        if values and not any(isinstance(value, ox.Literal) and value.datatype.value in _NUMBERS for value in values):
            dated = isinstance(values[0], ox.Literal) and values[0].datatype.value == XSD.date
            remedy = f": write YEAR(?{variable})" if dated else ""
            yield f"{short_name(predicate)} has no numbers to compare with {number}, but {_short(values[0])}{remedy}."


def _no_text(store: Queryable, predicate: URIRef) -> Iterator[str]:
    """Yield a line for a property whose values are things, if the query has a text or a number."""
    for (thing,) in store.select(f"SELECT ?o {{ ?s {predicate.n3()} ?o }} ORDER BY ?o LIMIT 1"):
        name, example = short_name(predicate), short_name(thing.value)
        yield f"{name} leads to things such as {example}, not to texts; their names are {name}/ag:displayName."


def _otherwise(predicate: str, wanted: ox.Literal, values: set[ox.Literal]) -> Iterator[str]:
    if wanted in values:
        return
    same = sorted(_sparql(value) for value in values if value.value == wanted.value)
    folded = {value.value.casefold(): value for value in sorted(values, key=str)}
    close = (
        get_close_matches(wanted.value.casefold(), folded, n=2, cutoff=0.7) if _sparql(wanted).startswith('"') else ()
    )
    if same:
        yield f"no {predicate} is {_sparql(wanted)}, but there is {' and '.join(same)}: write it so."
    elif close:
        meant = " or ".join(_sparql(folded[each]) for each in close)
        yield f"no {predicate} is {_sparql(wanted)}. Did you mean {meant}?"
    else:
        yield f"no {predicate} is {_sparql(wanted)}; one of them is {min(map(_sparql, values))}."


def _short(term: ox.NamedNode | ox.Literal) -> str:
    return _sparql(term) if isinstance(term, ox.Literal) else short_name(term.value)


def _sparql(value: ox.Literal) -> str:
    """Return a literal as a query may write it, numbers without their type."""
    return value.value if value.datatype.value in (XSD.integer, XSD.decimal) else str(value)


def _as_ours(literal: Literal) -> ox.Literal:
    datatype = ox.NamedNode(str(literal.datatype)) if literal.datatype else None
    return ox.Literal(str(literal), language=literal.language, datatype=datatype)
