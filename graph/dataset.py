"""What the graph says of itself: DCAT and VoID, without time stamps, so that a build can be repeated to the byte."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.iris import AUTHORITY, mint
from graph.rdf import term
from graph.store import Store
from ontology.terms import DCAT, DCTERMS, ONTOLOGY, OWL, RDF, SCHEMA, VOID
from ontology.vocabulary import Vocabulary

DATASET = mint("dataset", "alliance")
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
    """Describes the graph that the store holds: its reports, and its number of triples, the description counted in.

    `triples` is how many it has without the description. The graph is licensed as the ontology is.
    """
    store.remove(list(store.match(DATASET)))
    said = {Quad(DATASET, NamedNode(predicate), object, AUTHORITY) for predicate, object in _said(store)}
    count = Quad(DATASET, NamedNode(VOID.triples), term(triples + len(said) + 1), AUTHORITY)
    store.add({*said, count})


def described_triples(store: Store) -> int:
    """How many triples the store has without its description, as that says; 0 where there is none."""
    count = store.value(DATASET, VOID.triples)
    return int(count.value) - sum(1 for _ in store.match(DATASET)) if isinstance(count, Literal) else 0


def _said(store: Store) -> Iterator[tuple[str, NamedNode | Literal]]:
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
