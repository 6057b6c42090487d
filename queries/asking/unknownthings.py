"""Things that a query names and the graph lacks, with suggestions."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from rdflib import URIRef

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.model.prefixes import short_name
from alliancegraph.graph.words.suggestions import did_you_mean, nearest
from alliancegraph.ontology.vocabulary import Vocabulary

_ALIKE = 0.7  # of difflib's ratio: more than a common ending
_NAMES = ("name", "title", "label")


def unknown_things(store: Queryable, things: Iterable[URIRef]) -> Iterator[str]:
    """Yield a line for each IRI that no triple of the graph has."""
    for iri in dict.fromkeys(things):
        known = f"{{ {iri.n3()} ?p ?o }} UNION {{ ?s {iri.n3()} ?o }} UNION {{ ?s ?p {iri.n3()} }}"
        if not store.query(f"ASK {{ {known} }}"):
            yield f"nothing in the graph is {short_name(iri)}.{_like(store, iri)}"


def _like(store: Queryable, iri: URIRef) -> str:
    """Return a suggestion: the concept of that word, the same name in another namespace, or the nearest in its own.

    Only classes are suggested for a class, and none for anything else. Names are compared without their prefix.
    """
    if concept := _concept(iri):
        return f" Did you mean {short_name(concept)}?"
    word = _local(iri)
    known = [name for name in _known(store) if _local(name)[:1].isupper() == word[:1].isupper()]
    if elsewhere := sorted(short_name(name) for name in known if _local(name) == word and "/id/" not in iri):
        return f" The graph uses {' and '.join(elsewhere)}."
    if word in _NAMES:
        return " The names of things are ag:displayName and skos:prefLabel."
    start = iri.removesuffix(word)
    alike = {_local(name): short_name(name) for name in known if name.startswith(start)}
    names = [name for name in alike if _without_digits(name) != _without_digits(word)]
    spelt = nearest(word, names) if "/id/" in iri else get_close_matches(word, names, cutoff=_ALIKE)
    return f" {did_you_mean([alike[name] for name in spelt])}".rstrip()


def _known(store: Queryable) -> set[str]:
    """Return the IRIs of subjects, predicates and classes in the graph."""
    named = "{ SELECT DISTINCT ?t { ?t ?p ?o } } UNION { SELECT DISTINCT ?t { ?s ?t ?o } }"
    classes = "{ SELECT DISTINCT ?t { ?s a ?t } }"
    rows = store.select(f"SELECT DISTINCT ?t {{ {named} UNION {classes} FILTER isIRI(?t) }}")
    return {row[0].value for row in rows}


def _local(iri: str) -> str:
    return iri[max(iri.rfind("/"), iri.rfind("#")) + 1 :]


def _concept(iri: URIRef) -> str:
    """Return the concept of the same kind with the last part of the IRI as a synonym; empty if there is none."""
    start, word = iri[: iri.rfind("/") + 1], iri[iri.rfind("/") + 1 :]
    vocabulary = Vocabulary.load()
    kinds = (cls for cls, words in vocabulary.schemes.items() if any(i.startswith(start) for i in words.values()))
    meant = [(cls, vocabulary.synonyms(cls)[word]) for cls in kinds if word in vocabulary.synonyms(cls)]
    return vocabulary.concept(*meant[0]) if meant else ""


def _without_digits(name: str) -> str:
    """Return the name without digits: names that differ only in numbers are no misspellings of each other."""
    return "".join(letter for letter in name if not letter.isdigit())
