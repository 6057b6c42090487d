"""SHACL checks, their findings in words."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from graph.errors import Problem
from graph.labels import Labels
from ontology.terms import SH

if TYPE_CHECKING:
    import rdflib

SHAPES = Path(__file__).parent.parent / "ontology" / "shapes.ttl"


def findings(quads: Iterable[Quad], labels: Labels) -> list[Problem]:
    """What breaks a shape, a problem each, in a fixed order; empty when all is well."""
    import pyshacl
    import rdflib

    data = rdflib.Graph()
    data.parse(data=serialize({quad.triple for quad in quads}, format=RdfFormat.N_TRIPLES), format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(SHAPES), inference="none")
    return sorted(_problems(report, labels), key=str)


def _problems(report: "rdflib.Graph", labels: Labels) -> Iterator[Problem]:
    from rdflib import URIRef

    for result in report.subjects(URIRef(SH.focusNode)):
        node = NamedNode(str(report.value(result, URIRef(SH.focusNode))))
        message = str(report.value(result, URIRef(SH.resultMessage)))
        found = f"{labels.kind(node)} '{labels.name(node)}' ({node.value})"
        yield Problem(found, message, "Mend the claim or the authority list that says so.")
