"""SHACL checks, their findings in words."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from graph.errors import Problem
from graph.labels import Labels
from graph.model import Origin
from graph.store import Store
from ontology.terms import SH

if TYPE_CHECKING:
    import rdflib

SHAPES = Path(__file__).parent.parent / "ontology" / "shapes.ttl"


def findings(quads: Collection[Quad], origins: Mapping[NamedNode, Origin]) -> list[Problem]:
    """What breaks a shape, a problem each with the file and line of its claim if it has one; empty when all is well."""
    import pyshacl
    import rdflib

    data = rdflib.Graph()
    data.parse(data=serialize({quad.triple for quad in quads}, format=RdfFormat.N_TRIPLES), format="nt")
    conforms, report, _ = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(SHAPES), inference="none")
    return [] if conforms else sorted(_problems(report, _labels(quads), origins), key=str)


def _labels(quads: Collection[Quad]) -> Labels:
    store = Store.memory()
    store.load(quads)
    return Labels.read(store)


def _problems(report: "rdflib.Graph", labels: Labels, origins: Mapping[NamedNode, Origin]) -> Iterator[Problem]:
    from rdflib import URIRef

    for result in report.subjects(URIRef(SH.focusNode)):
        node = NamedNode(str(report.value(result, URIRef(SH.focusNode))))
        message = str(report.value(result, URIRef(SH.resultMessage))).rstrip(".")
        found = f"{labels.kind(node)} '{labels.name(node)}' does not fit the model"
        file, line = origins.get(node, (None, None))
        yield Problem(found, f"this to be so: {message}", f"Its name in the graph is {node.value}.", file, line)
