"""Two reasoners find no contradiction in the graph, and find each that is put into it (O10).

The rules of OWL 2 RL take the graph as it is. HermiT reasons in OWL 2 DL, of which the graph goes beyond in what
`in_dl` puts otherwise, and in nothing else: HermiT refuses what is not in OWL 2 DL.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import owlready2
import owlrl
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.prefixes import known_prefixes
from alliancegraph.ontology.terms import OWL, RDF, XSD
from alliancegraph.ontology.vocabulary import FILES
from tests.programs import program

PREFIXES = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in known_prefixes().items())
IN_DL = {
    XSD.date: XSD.base + "dateTime",
    RDF.langString: RDF.base + "PlainLiteral",
    RDF.Statement: "urn:reified:Statement",
    RDF.subject: "urn:reified:subject",
    RDF.predicate: "urn:reified:predicate",
    RDF.object: "urn:reified:object",  # has things and values, as only annotations have there
}
CONTRADICTIONS = {
    "an initiative is based on a body": "initiative:a ag:basedOn organization:b . organization:b a org:Organization .",
    "a committee is an initiative": "organization:b a org:OrganizationalCollaboration, ag:Initiative .",
    "a project cooperates": "project:a a ag:Project ; ag:cooperatesWith member:b .",
    "an act is a project": "law:a a eli:LegalResource, ag:Project .",
    "a meeting acts": "contribution:a ag:actor event:b . event:b a ag:Meeting .",
    "a stated fact is inferred": "statement:a a ag:StatedFact, ag:DerivedStatement .",
}  # fmt: skip


def ontology() -> list[Triple]:
    return [quad.triple for path in FILES for quad in parse(path=path, format=RdfFormat.TURTLE)]


def turtle(text: str) -> list[Triple]:
    return [quad.triple for quad in parse(PREFIXES + text, format=RdfFormat.TURTLE)]


def in_dl(triples: Iterable[Triple]) -> Iterator[Triple]:
    """Yield the triples in OWL 2 DL: reserved words renamed, dates as points in time, any other value annotated."""
    for subject, predicate, object in triples:
        assert isinstance(subject, NamedNode)
        reserved = subject.value == RDF.object and predicate.value == RDF.type
        value = NamedNode(OWL.AnnotationProperty) if reserved else _value_in_dl(object)
        yield Triple(_name_in_dl(subject), _name_in_dl(predicate), value)


def _name_in_dl(node: NamedNode) -> NamedNode:
    return NamedNode(IN_DL.get(node.value, node.value))


def _value_in_dl(node: object) -> NamedNode | Literal:
    assert isinstance(node, NamedNode | Literal)
    if isinstance(node, Literal):
        date = node.datatype.value == XSD.date
        return Literal(f"{node.value}T00:00:00", datatype=NamedNode(IN_DL[XSD.date])) if date else node
    return _name_in_dl(node)


def by_rules(triples: Iterable[Triple], _: Path) -> bool:
    """Whether the rules of OWL 2 RL find no contradiction."""
    graph = rdflib.Graph().parse(serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    closure = owlrl.OWLRL_Semantics(graph, axioms=False, daxioms=False, rdfs=False)
    closure.closure()
    return not closure.error_messages


def by_hermit(triples: Iterable[Triple], folder: Path) -> bool:
    """Whether HermiT finds no contradiction in the same in OWL 2 DL."""
    owlready2.JAVA_EXE = program("java")
    serialize(in_dl(triples), folder / "dl.nt", format=RdfFormat.N_TRIPLES)
    world = owlready2.World()
    read = world.get_ontology((folder / "dl.nt").as_uri()).load()
    try:
        with read:
            owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return False
    return True


Reasoner = Callable[[Iterable[Triple], Path], bool]
REASONERS = pytest.mark.parametrize("consistent", [by_rules, by_hermit])


@REASONERS
def test_the_whole_graph_contradicts_nothing(consistent: Reasoner, store: Store, tmp_path: Path) -> None:
    triples = {quad.triple for quad in store.quads()}
    assert len(triples) > 10_000
    assert consistent(triples, tmp_path)


@REASONERS
@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_what_contradicts_is_found(consistent: Reasoner, case: str, tmp_path: Path) -> None:
    assert not consistent([*ontology(), *turtle(CONTRADICTIONS[case])], tmp_path)


@REASONERS
def test_the_ontology_alone_contradicts_nothing(consistent: Reasoner, tmp_path: Path) -> None:
    assert consistent(ontology(), tmp_path)
