"""Why an answer may be empty: what the query names and the graph does not know, or knows otherwise."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import chain
from typing import Any, NamedTuple

import pyoxigraph as ox
from pyparsing import ParseException
from rdflib import Literal, URIRef, Variable
from rdflib.paths import Path as PropertyPath
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import SPARQLError

from graph.prefixes import known_prefixes, short_name
from graph.queryable import Queryable
from graph.suggestions import did_you_mean, nearest
from ontology.terms import AG, RDFS, XSD
from ontology.vocabulary import Vocabulary
from queries.functions import in_other_letters, mistyped
from queries.words import unknown_words

_MOST = 20_000  # values of a property that are looked through
_COMPARED = ("=", "<", ">", "<=", ">=")


def hints(store: Queryable, sparql: str) -> list[str]:
    """A line for each thing in a query without an answer that may be the reason; the engine has accepted the query."""
    parts = _parts(sparql)
    if not parts:
        return []
    told = "".join(unknown_words(sparql))
    things = (iri for iri in _iris(chain.from_iterable(parts.triples)) if f"'{iri.removeprefix(AG.base)}'" not in told)
    found = (
        *(_unbound(parts), _lonely(parts), _unknown_things(store, things), _without_labels(parts)),
        *(_unknown_values(store, parts), mistyped(parts.nodes), in_other_letters(store, parts.nodes, _objects(parts))),
    )
    return [*dict.fromkeys(chain.from_iterable(found))]


class _Parts(NamedTuple):
    """What a query is made of: triples, comparisons, and variables that are bound, mentioned, selected or compared."""

    nodes: list[CompValue]
    triples: list[tuple[Any, Any, Any]]
    compared: list[tuple[Variable, Literal]]
    bound: set[Variable]
    mentioned: list[Variable]
    used: list[Variable]


def _parts(sparql: str) -> _Parts | None:
    try:
        query = translateQuery(parseQuery(sparql), initNs=known_prefixes()).algebra
    except (ParseException, SPARQLError, ValueError, TypeError, RecursionError):
        return None  # engines differ; hints are a courtesy
    nodes = list(_nodes(query))
    triples = [triple for node in nodes if node.name in ("BGP", "TriplesBlock") for triple in node.triples or ()]
    mentioned = [term for triple in triples for term in triple if isinstance(term, Variable)]
    extended = [node.var for node in nodes if node.name == "Extend"]
    listed = [variable for node in nodes if node.name == "values" for row in node.res for variable in row]
    graphs = [node.term for node in nodes if node.name == "Graph" and isinstance(node.term, Variable)]
    compared = [pair for node in nodes if node.name == "RelationalExpression" for pair in _compared(node)]
    ends = [end for node in nodes if node.name == "RelationalExpression" for end in (node.expr, node.other)]
    used = [*(query.get("PV") or ()), *(end for end in ends if isinstance(end, Variable))]
    return _Parts(nodes, triples, compared, {*mentioned, *extended, *listed, *graphs}, mentioned, used)


def _nodes(node: object) -> Iterator[CompValue]:
    if isinstance(node, CompValue):
        yield node
        for value in node.values():
            yield from _nodes(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from _nodes(value)


def _compared(node: CompValue) -> Iterator[tuple[Variable, Literal]]:
    if node.op in _COMPARED:
        ends = (node.expr, node.other)
        for one, other in (ends, ends[::-1]):
            if isinstance(one, Variable) and isinstance(other, Literal) and (node.op == "=" or not other.datatype):
                yield one, other


def _unbound(parts: _Parts) -> Iterator[str]:
    for variable in dict.fromkeys(parts.used):
        if variable not in parts.bound:
            yield f"no pattern binds ?{variable}.{_meant(variable, parts.bound - {variable}, '?')}"


def _lonely(parts: _Parts) -> Iterator[str]:
    """A variable that stands once, beside one that is spelt much the same."""
    for variable in dict.fromkeys(parts.mentioned):
        if parts.mentioned.count(variable) == 1 and variable not in parts.used:
            others = {other for other in parts.bound if abs(len(other) - len(variable)) < 2 and len(variable) > 2}
            if meant := _meant(variable, others - {variable}, "?"):
                yield f"?{variable} stands only once, so nothing joins it.{meant}"


def _unknown_things(store: Queryable, things: Iterable[URIRef]) -> Iterator[str]:
    for iri in dict.fromkeys(things):
        known = f"{{ {iri.n3()} ?p ?o }} UNION {{ ?s {iri.n3()} ?o }} UNION {{ ?s ?p {iri.n3()} }}"
        if not store.query(f"ASK {{ {known} }}"):
            yield f"nothing in the graph is {_short(iri)}.{_like(store, iri)}"


def _without_labels(parts: _Parts) -> Iterator[str]:
    if any(predicate == URIRef(RDFS.label) for _, predicate, _ in parts.triples):
        yield "only words of the ontology have rdfs:label; the names of things are ag:displayName and skos:prefLabel."


def _iris(terms: Iterable[Any]) -> Iterator[URIRef]:
    for term in terms:
        if isinstance(term, URIRef):
            yield term
        elif isinstance(term, PropertyPath):
            yield from _iris(vars(term).values())
        elif isinstance(term, list | tuple):
            yield from _iris(term)


def _like(store: Queryable, iri: URIRef) -> str:
    """The concept that the word stands for, or the nearest of the things and properties that begin the same.

    For a class only classes are offered, and for anything else none.
    """
    if concept := _concept(iri):
        return f" Did you mean {_short(concept)}?"
    start = Literal(iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]).n3()
    named = "{ SELECT DISTINCT ?t { ?t ?p ?o } } UNION { SELECT DISTINCT ?t { ?s ?t ?o } }"
    rows = store.select(f"SELECT DISTINCT ?t {{ {named} FILTER (isIRI(?t) && STRSTARTS(STR(?t), {start})) }}")
    name = _short(iri)
    known = {_short(row[0].value) for row in rows}
    alike = {other for other in known if _is_capital(other) == _is_capital(name)}
    return _meant(name, {other for other in alike if _without_digits(other) != _without_digits(name)}, "")


def _concept(iri: URIRef) -> str:
    """The concept of the same kind for which the last part of the IRI is another word; empty if there is none."""
    start, word = iri[: iri.rfind("/") + 1], iri[iri.rfind("/") + 1 :]
    vocabulary = Vocabulary.load()
    kinds = (cls for cls, words in vocabulary.schemes.items() if any(i.startswith(start) for i in words.values()))
    meant = [(cls, vocabulary.synonyms(cls)[word]) for cls in kinds if word in vocabulary.synonyms(cls)]
    return vocabulary.concept(*meant[0]) if meant else ""


def _is_capital(name: str) -> bool:
    return name.rpartition(":")[2][:1].isupper()


def _without_digits(name: str) -> str:
    """Names that differ in nothing but numbers are no misspellings of each other."""
    return "".join(letter for letter in name if not letter.isdigit())


def _unknown_values(store: Queryable, parts: _Parts) -> Iterator[str]:
    """Literals that no such property has, but another language, type or spelling of them."""
    objects = _objects(parts)
    stated = [(p, o) for _, p, o in parts.triples if isinstance(o, Literal) and isinstance(p, URIRef)]
    compared = [(objects[variable], literal) for variable, literal in parts.compared if variable in objects]
    for predicate, literal in dict.fromkeys([*stated, *compared]):
        rows = store.select(f"SELECT DISTINCT ?o {{ ?s {predicate.n3()} ?o FILTER isLiteral(?o) }} LIMIT {_MOST}")
        values = {row[0] for row in rows}
        yield from _otherwise(_short(predicate), _as_ours(literal), values) if values else _no_text(store, predicate)


def _no_text(store: Queryable, predicate: URIRef) -> Iterator[str]:
    """A property whose values are things, where the query has a text or a number."""
    for (thing,) in store.select(f"SELECT ?o {{ ?s {predicate.n3()} ?o }} ORDER BY ?o LIMIT 1"):
        name, example = _short(predicate), _short(thing.value)
        yield f"{name} leads to things such as {example}, not to texts; their names are {name}/ag:displayName."


def _objects(parts: _Parts) -> dict[Variable, URIRef]:
    """The property whose values a variable is bound to."""
    return {o: p for _, p, o in parts.triples if isinstance(o, Variable) and isinstance(p, URIRef)}


def _otherwise(predicate: str, wanted: ox.Literal, values: set[ox.Literal]) -> Iterator[str]:
    if wanted in values:
        return
    same = sorted(_told(value) for value in values if value.value == wanted.value)
    folded = {value.value.casefold(): value for value in sorted(values, key=str)}
    close = get_close_matches(wanted.value.casefold(), folded, n=2, cutoff=0.7) if _told(wanted).startswith('"') else ()
    if same:
        yield f"no {predicate} is {_told(wanted)}, but there is {' and '.join(same)}: write it so."
    elif close:
        meant = " or ".join(_told(folded[each]) for each in close)
        yield f"no {predicate} is {_told(wanted)}. Did you mean {meant}?"
    else:
        yield f"no {predicate} is {_told(wanted)}; one of them is {min(map(_told, values))}."


def _told(value: ox.Literal) -> str:
    """As a query may have it, numbers without their type."""
    return value.value if value.datatype.value in (XSD.integer, XSD.decimal) else str(value)


def _as_ours(literal: Literal) -> ox.Literal:
    datatype = ox.NamedNode(str(literal.datatype)) if literal.datatype else None
    return ox.Literal(str(literal), language=literal.language, datatype=datatype)


def _meant(word: str, known: Iterable[str], mark: str) -> str:
    """A sentence that offers the nearest known words, a blank before it."""
    return f" {did_you_mean([mark + each for each in nearest(word, known)])}".rstrip()


def _short(iri: str) -> str:
    return short_name(ox.NamedNode(iri))
