"""SHACL checks, their findings in words."""

from collections.abc import Collection, Iterable, Iterator, Mapping
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


def findings(
    quads: Collection[Quad], origins: Mapping[NamedNode, Origin], elsewhere: Collection[NamedNode] = ()
) -> list[Problem]:
    """What breaks a shape, a problem each with the file and line of its claim if it has one; empty when all is well.

    Of the nodes `elsewhere` the quads say but a part; whoever has them whole checks them.
    """
    import pyshacl
    import rdflib

    data = rdflib.Graph()
    data.parse(data=serialize({quad.triple for quad in quads}, format=RdfFormat.N_TRIPLES), format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(SHAPES), inference="none")
    found = _found(report, elsewhere)
    return sorted(_problems(found, _labels(quads), origins), key=str) if found else []


def _labels(quads: Collection[Quad]) -> Labels:
    store = Store.memory()
    store.load(quads)
    return Labels.read(store)


def _found(report: "rdflib.Graph", elsewhere: Collection[NamedNode]) -> list[tuple[NamedNode, str]]:
    """The nodes that break a shape, each with the shape's message."""
    from rdflib import URIRef

    results = report.subject_objects(URIRef(SH.focusNode))
    found = ((NamedNode(str(node)), report.value(result, URIRef(SH.resultMessage))) for result, node in results)
    return [(node, str(message).rstrip(".")) for node, message in found if node not in elsewhere]


def _problems(
    found: Iterable[tuple[NamedNode, str]], labels: Labels, origins: Mapping[NamedNode, Origin]
) -> Iterator[Problem]:
    for node, message in found:
        what = f"{labels.kind(node)} '{labels.name(node)}' does not fit the model"
        file, line = origins.get(node, (None, None))
        yield Problem(what, f"this to be so: {message}", f"Its name in the graph is {node.value}.", file, line)
