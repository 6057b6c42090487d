"""What the graph says of itself: DCAT and VoID, without time stamps, so that a build can be repeated to the byte."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.iris import AUTHORITY, mint
from graph.model import Report, Term
from graph.rdf import term
from graph.store import Store
from ontology.terms import DCAT, DCTERMS, ONTOLOGY, OWL, RDF, VOID

DATASET = mint("dataset", "alliance")
TITLE = "What members report of their work for the goals of their alliances"
DESCRIPTION = (
    "Actors, laws and initiatives that members of alliances report, each fact with the sentence that states it. "
    "What is counted is reporting, not performance."
)


def _of_ontology(store: Store, predicate: str) -> Term:
    """What the ontology in the store says of itself."""
    value = store.value(NamedNode(ONTOLOGY), predicate)
    assert value is not None
    return value


def dataset_quads(reports: Iterable[Report], store: Store) -> list[Quad]:
    """The description of the graph that the store holds, itself counted in; it is licensed as the ontology is."""
    said: list[tuple[str, Term]] = [
        (RDF.type, NamedNode(DCAT.Dataset)),
        (RDF.type, NamedNode(VOID.Dataset)),
        (DCTERMS.title, Literal(TITLE, language="en")),
        (DCTERMS.description, Literal(DESCRIPTION, language="en")),
        (DCTERMS.conformsTo, _of_ontology(store, OWL.versionIRI)),
        (DCTERMS.license, _of_ontology(store, DCTERMS.license)),
        (VOID.vocabulary, NamedNode(ONTOLOGY)),
        *(fact for report in reports for fact in _source(report)),
    ]
    quads = [Quad(DATASET, NamedNode(predicate), object, AUTHORITY) for predicate, object in said]
    count = len(store.triples()) + len(set(quads)) + 1
    return [*quads, Quad(DATASET, NamedNode(VOID.triples), term(count), AUTHORITY)]


def _source(report: Report) -> Iterator[tuple[str, Term]]:
    yield DCTERMS.source, report.iri
    for predicate, words in (
        (DCTERMS.rights, report.source.rights),
        (DCTERMS.bibliographicCitation, report.source.citation),
    ):
        if words:
            yield predicate, Literal(words, language="en")
