"""Describes the graph in DCAT and VoID, without time stamps, so that builds can be reproduced byte for byte."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad

from alliancegraph.graph.assemble.quads import term
from alliancegraph.graph.engines.store import Object, Store
from alliancegraph.graph.model.iris import AUTHORITY, mint
from alliancegraph.ontology.terms import DCAT, DCTERMS, ONTOLOGY, OWL, RDF, SCHEMA, VOID
from alliancegraph.ontology.vocabulary import Vocabulary

TITLE = "What members report of their work for the goals of their alliances"
DESCRIPTION = (
    "Actors, laws and initiatives that members of alliances report, each fact with the sentence that states it. "
    "What is counted is reporting, not performance."
)

_REPORTS = f"""
SELECT ?report ?rights ?citation WHERE {{
  ?report a <{SCHEMA.Report}> .
  OPTIONAL {{ ?report <{DCTERMS.rights}> ?rights }}
  OPTIONAL {{ ?report <{DCTERMS.bibliographicCitation}> ?citation }}
}}"""


def describe(store: Store, triples: int) -> None:
    """Describe the graph in the store: its reports, and its number of triples, the description included.

    `triples` is the number without the description. The licence is that of the ontology. The IRI of the description is
    a hash of its content, so that merged graphs keep one description each, without contradictions.
    """
    forget_description(store)
    properties = list(dict.fromkeys(_properties(store)))
    properties.append((VOID.triples, term(triples + len(properties) + 1)))
    store.add(Quad(_name(properties), NamedNode(predicate), value, AUTHORITY) for predicate, value in properties)


def missing_triples(store: Store) -> int:
    """Return how many triples are missing, by the description; 0 unless there is exactly one description."""
    counts = [store.value(name, VOID.triples) for name in descriptions(store)]
    numbers = [int(count.value) for count in counts if isinstance(count, Literal)]
    return max(0, numbers[0] - len(store)) if len(numbers) == 1 else 0


def forget_description(store: Store) -> None:
    """Remove the store's description of itself, or those of the graphs from which it was merged."""
    store.remove([quad for name in descriptions(store) for quad in store.match(name)])


def described_triples(store: Store) -> int:
    """Return how many triples the store has, its description not counted."""
    description = [quad for name in descriptions(store) for quad in store.match(name)]
    counts = [
        int(quad.object.value)
        for quad in description
        if quad.predicate.value == VOID.triples and isinstance(quad.object, Literal)
    ]
    return counts[0] - len(description) if len(counts) == 1 else len(store) - len(description)


def descriptions(store: Store) -> list[NamedNode]:
    """Return the IRIs of the descriptions that this module wrote; data sets described by others are left out."""
    sets = (quad.subject for quad in store.match(None, RDF.type, NamedNode(VOID.Dataset), AUTHORITY))
    return [name for name in sets if isinstance(name, NamedNode) and name == _name(_about(store, name))]


def _about(store: Store, name: NamedNode) -> Iterator[tuple[str, Object]]:
    return ((quad.predicate.value, quad.object) for quad in store.match(name))


def _name(properties: Iterable[tuple[str, Object]]) -> NamedNode:
    lines = sorted(f"{predicate} {value}" for predicate, value in properties)
    return mint("dataset", sha256("\n".join(lines).encode()).hexdigest()[:16])


def _properties(store: Store) -> Iterator[tuple[str, NamedNode | Literal]]:
    index = Vocabulary.load().index
    yield RDF.type, NamedNode(DCAT.Dataset)
    yield RDF.type, NamedNode(VOID.Dataset)
    yield DCTERMS.title, Literal(TITLE, language="en")
    yield DCTERMS.description, Literal(DESCRIPTION, language="en")
    yield DCTERMS.conformsTo, NamedNode(index.first(ONTOLOGY, OWL.versionIRI))
    yield DCTERMS.license, NamedNode(index.first(ONTOLOGY, DCTERMS.license))
    yield VOID.vocabulary, NamedNode(ONTOLOGY)
    for row in store.select(_REPORTS):
        yield DCTERMS.source, row["report"]
        for predicate, name in ((DCTERMS.rights, "rights"), (DCTERMS.bibliographicCitation, "citation")):
            if row[name]:
                yield predicate, Literal(row[name].value, language="en")
