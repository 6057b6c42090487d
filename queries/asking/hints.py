"""Why an answer may be empty: what the query names and the graph does not know, or knows otherwise."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
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

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.model.prefixes import known_prefixes, short_name
from alliancegraph.graph.words.suggestions import did_you_mean, nearest
from alliancegraph.ontology.terms import AG, RDFS, XSD
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.asking.functions import in_other_letters, mistyped, unquoted_dates
from alliancegraph.queries.asking.vocabulary import unknown_words

_ALIKE = 0.7  # of difflib's ratio: more than a common ending
_NAMES = ("name", "title", "label")
_NUMBERS = {XSD.integer, XSD.decimal, f"{XSD.base}double"}
_MOST = 20_000  # values of a property that are looked through
_APART = ("Union", "LeftJoin", "Minus", "Graph", "SubSelect", "ServiceGraphPattern")
_COMPARED = ("=", "<", ">", "<=", ">=", "IN")


def hints(store: Queryable, sparql: str) -> list[str]:
    """A line for each thing in a query without an answer that may be the reason; the engine has accepted the query."""
    parts = _parts(sparql)
    if not parts:
        return []
    told = "".join(unknown_words(sparql))
    named = _iris(chain(*parts.triples, (term for _, term in parts.compared)))
    things = (iri for iri in named if f"'{iri.removeprefix(AG.base)}'" not in told)
    found = (
        *(_unbound(parts), _lonely(parts), _unknown_things(store, things), _without_labels(parts)),
        *(_unknown_values(store, parts), _incomparable(store, parts), mistyped(parts.nodes), unquoted_dates(sparql)),
        *(in_other_letters(store, parts.nodes, _objects(parts)), _cut(parts.nodes)),
    )
    said = [*dict.fromkeys(chain.from_iterable(found))]
    return said if said or told else [*_together(store, parts)]


class _Parts(NamedTuple):
    """What a query is made of: triples, comparisons, and variables that are bound, mentioned, selected or compared.

    `compared` has what a variable is to be, `ordered` the numbers below or above which it is to be.
    """

    nodes: list[CompValue]
    triples: list[tuple[Any, Any, Any]]
    compared: list[tuple[Variable, Literal | URIRef]]
    ordered: list[tuple[Variable, Literal]]
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
    relations = [node for node in nodes if node.name == "RelationalExpression"]
    compared = [*chain.from_iterable(map(_compared, relations)), *_listed(nodes)]
    ordered = [pair for node in relations for pair in _ordered(node)]
    ends = [end for node in relations for end in (node.expr, node.other)]
    used = [end for end in (*(query.get("PV") or ()), *ends) if isinstance(end, Variable) and not _is_made(end)]
    return _Parts(nodes, triples, compared, ordered, {*mentioned, *extended, *listed, *graphs}, mentioned, used)


def _is_made(variable: Variable) -> bool:
    """Whether the parser made it, of a sum."""
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
    """A variable and what it is held against, in whichever order they stand."""
    others = node.other if node.op == "IN" else [node.other]
    for one, other in chain.from_iterable(((node.expr, each), (each, node.expr)) for each in others):
        if node.op in _COMPARED and isinstance(one, Variable) and isinstance(other, Literal | URIRef):
            yield one, other


def _listed(nodes: Iterable[CompValue]) -> Iterator[tuple[Variable, Literal | URIRef]]:
    """What VALUES lists for a variable."""
    for row in (row for node in nodes if node.name == "values" for row in node.res):
        yield from ((name, term) for name, term in row.items() if isinstance(term, Literal | URIRef))


def _is_number(literal: Literal) -> bool:
    return isinstance(literal.value, int | float | Decimal)


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
    """The concept that the word stands for, what another namespace calls so, or the nearest of the same namespace.

    For a class only classes are offered, and for anything else none. Names are alike by what follows their prefix.
    """
    if concept := _concept(iri):
        return f" Did you mean {_short(concept)}?"
    word = _local(iri)
    known = [name for name in _known(store) if _local(name)[:1].isupper() == word[:1].isupper()]
    if elsewhere := sorted(_short(name) for name in known if _local(name) == word and "/id/" not in iri):
        return f" The graph uses {' and '.join(elsewhere)}."
    if word in _NAMES:
        return " The names of things are ag:displayName and skos:prefLabel."
    start = iri.removesuffix(word)
    alike = {_local(name): _short(name) for name in known if name.startswith(start)}
    names = [name for name in alike if _without_digits(name) != _without_digits(word)]
    spelt = nearest(word, names) if "/id/" in iri else get_close_matches(word, names, cutoff=_ALIKE)
    return f" {did_you_mean([alike[name] for name in spelt])}".rstrip()


def _known(store: Queryable) -> set[str]:
    """The IRIs of all that the graph speaks of or by."""
    named = "{ SELECT DISTINCT ?t { ?t ?p ?o } } UNION { SELECT DISTINCT ?t { ?s ?t ?o } }"
    classes = "{ SELECT DISTINCT ?t { ?s a ?t } }"
    rows = store.select(f"SELECT DISTINCT ?t {{ {named} UNION {classes} FILTER isIRI(?t) }}")
    return {row[0].value for row in rows}


def _local(iri: str) -> str:
    return iri[max(iri.rfind("/"), iri.rfind("#")) + 1 :]


def _concept(iri: URIRef) -> str:
    """The concept of the same kind for which the last part of the IRI is another word; empty if there is none."""
    start, word = iri[: iri.rfind("/") + 1], iri[iri.rfind("/") + 1 :]
    vocabulary = Vocabulary.load()
    kinds = (cls for cls, words in vocabulary.schemes.items() if any(i.startswith(start) for i in words.values()))
    meant = [(cls, vocabulary.synonyms(cls)[word]) for cls in kinds if word in vocabulary.synonyms(cls)]
    return vocabulary.concept(*meant[0]) if meant else ""


def _without_digits(name: str) -> str:
    """Names that differ in nothing but numbers are no misspellings of each other."""
    return "".join(letter for letter in name if not letter.isdigit())


def _unknown_values(store: Queryable, parts: _Parts) -> Iterator[str]:
    """Literals that no such property has, but another language, type or spelling of them."""
    objects = _objects(parts)
    stated = [(p, o) for _, p, o in parts.triples if isinstance(o, Literal) and isinstance(p, URIRef)]
    compared = [(objects[v], term) for v, term in parts.compared if v in objects and isinstance(term, Literal)]
    for predicate, literal in dict.fromkeys([*stated, *compared]):
        rows = store.select(f"SELECT DISTINCT ?o {{ ?s {predicate.n3()} ?o FILTER isLiteral(?o) }} LIMIT {_MOST}")
        values = {row[0] for row in rows}
        yield from _otherwise(_short(predicate), _as_ours(literal), values) if values else _no_text(store, predicate)


def _incomparable(store: Queryable, parts: _Parts) -> Iterator[str]:
    """Numbers above or below which values are to be that are no numbers."""
    objects = _objects(parts)
    for variable, number in (pair for pair in parts.ordered if pair[0] in objects):
        predicate = objects[variable]
        rows = store.select(f"SELECT ?o {{ ?s {predicate.n3()} ?o }} ORDER BY isNumeric(?o) ?o LIMIT {_MOST}")
        values = [row[0] for row in rows]
        if values and not any(isinstance(value, ox.Literal) and value.datatype.value in _NUMBERS for value in values):
            dated = isinstance(values[0], ox.Literal) and values[0].datatype.value == XSD.date
            remedy = f": write YEAR(?{variable})" if dated else ""
            yield f"{_short(predicate)} has no numbers to compare with {number}, but {_said(values[0])}{remedy}."


def _together(store: Queryable, parts: _Parts) -> Iterator[str]:
    """Where every word is right: whether the statements have no answer together, or a condition leaves all out."""
    groups = [node for node in parts.nodes if node.name == "BGP" and node.triples]
    if len(groups) != 1 or any(node.name in _APART for node in parts.nodes):
        return
    statements = [" ".join(term.n3() for term in triple) for triple in groups[0].triples]
    if store.query(f"ASK {{ {' . '.join(statements)} }}"):
        if any(node.name in ("Filter", "Join", "Having") for node in parts.nodes):
            yield "the statements have answers, and the conditions leave out all of them."
    elif len(statements) > 1 and all(store.query(f"ASK {{ {each} }}") for each in statements):
        yield "each statement has answers by itself, and all together have none: leave out one after the other."


def _cut(nodes: Iterable[CompValue]) -> Iterator[str]:
    for node in nodes:
        if node.name == "Slice" and node.length == 0:
            yield "LIMIT 0 takes no row."
        elif node.name == "Slice" and node.start:
            yield f"OFFSET {node.start} leaves out the first {node.start} rows."


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


def _said(term: ox.NamedNode | ox.Literal) -> str:
    return _told(term) if isinstance(term, ox.Literal) else _short(term.value)


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
