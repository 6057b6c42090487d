"""Explains why an answer may be empty: names in the query that the graph lacks, or has in another form."""

from collections.abc import Iterable, Iterator
from itertools import chain

from rdflib import URIRef
from rdflib.plugins.sparql.parserutils import CompValue

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.words.suggestions import did_you_mean, nearest
from alliancegraph.ontology.terms import AG, RDFS
from alliancegraph.queries.asking.functions import in_other_letters, mistyped, unquoted_dates
from alliancegraph.queries.asking.queryparts import QueryParts, query_parts
from alliancegraph.queries.asking.unknownthings import unknown_things
from alliancegraph.queries.asking.unknownvalues import incomparable, unknown_values
from alliancegraph.queries.asking.vocabulary import unknown_words

_APART = ("Union", "LeftJoin", "Minus", "Graph", "SubSelect", "ServiceGraphPattern")


def hints(store: Queryable, sparql: str) -> list[str]:
    """Return a line for each possible reason why a well-formed query has no answer."""
    parts = query_parts(sparql)
    if not parts:
        return []
    misspelt = "".join(unknown_words(sparql))
    things = (iri for iri in parts.iris if f"'{iri.removeprefix(AG.base)}'" not in misspelt)
    found = (
        *(_unbound(parts), _occurring_once(parts), unknown_things(store, things), _without_labels(parts)),
        *(unknown_values(store, parts), incomparable(store, parts), mistyped(parts.nodes), unquoted_dates(sparql)),
        *(in_other_letters(store, parts.nodes, parts.objects), _cut(parts.nodes)),
    )
    lines = [*dict.fromkeys(chain.from_iterable(found))]
    return lines if lines or misspelt else [*_together(store, parts)]


def _unbound(parts: QueryParts) -> Iterator[str]:
    for variable in dict.fromkeys(parts.used):
        if variable not in parts.bound:
            yield f"no pattern binds ?{variable}.{_meant(variable, parts.bound - {variable}, '?')}"


def _occurring_once(parts: QueryParts) -> Iterator[str]:
    """Yield a line for each variable that occurs once, if another is spelt almost the same."""
    for variable in dict.fromkeys(parts.mentioned):
        if parts.mentioned.count(variable) == 1 and variable not in parts.used:
            others = {other for other in parts.bound if abs(len(other) - len(variable)) < 2 and len(variable) > 2}
            if meant := _meant(variable, others - {variable}, "?"):
                yield f"?{variable} occurs only once, so nothing joins it.{meant}"


def _without_labels(parts: QueryParts) -> Iterator[str]:
    if any(predicate == URIRef(RDFS.label) for _, predicate, _ in parts.triples):
        yield "only words of the ontology have rdfs:label; the names of things are ag:displayName and skos:prefLabel."


def _together(store: Queryable, parts: QueryParts) -> Iterator[str]:
    """Yield, for a query of known terms only, whether its statements or its conditions exclude all answers."""
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


def _meant(word: str, known: Iterable[str], mark: str) -> str:
    """Return a sentence that offers the nearest known words, after a blank; empty if none is near."""
    return f" {did_you_mean([mark + each for each in nearest(word, known)])}".rstrip()
