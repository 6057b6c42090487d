"""SHACL checks, their findings in words."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from graph.errors import InputError, Problem
from graph.iris import AUTHORITY, DERIVED, FACTS
from graph.labels import Labels
from graph.store import Store
from ontology.terms import AG, PROV, SH

if TYPE_CHECKING:
    import rdflib

Origin = tuple[Path, int]

SHAPES = Path(__file__).parent.parent / "ontology" / "shapes.ttl"


def findings(quads: Collection[Quad], origins: Mapping[NamedNode, Origin]) -> list[Problem]:
    """What breaks a shape, a problem each with the file and line of its claim if it has one; empty when all is well."""
    import pyshacl
    import rdflib

    data = rdflib.Graph()
    data.parse(data=serialize({quad.triple for quad in quads}, format=RdfFormat.N_TRIPLES), format="nt")
    conforms, report, _ = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(SHAPES), inference="none")
    return [] if conforms else sorted(_problems(report, _labels(quads), origins), key=str)


def refuse_without_readings(store: Store, path: Path) -> None:
    """Raises InputError if a section in the store does not say how far it is read, as none did before version 0.2.0."""
    unknown = f"SELECT ?in {{ ?in a <{AG.Section}> MINUS {{ ?in <{AG.readingState}> ?how }} }} LIMIT 1"
    for row in store.select(unknown):
        remedy = "Build the reports anew, and export them again."
        found = f"a section without a reading state: {row['in'].value}"
        raise InputError(Problem(found, "how far each section is read", remedy, path))


def _labels(quads: Collection[Quad]) -> Labels:
    store = Store.memory()
    store.load(quads)
    return Labels.read(store)


def reach(store: Store, graph: NamedNode, things: Iterable[NamedNode]) -> set[Quad]:
    """A report's quads, what is inferred from them, and what is said of those things and of all that they name."""
    found = set(store.match(graph=graph))
    subjects = {quad.subject for quad in found}
    for claim in subjects:
        for basis in store.match(None, PROV.wasDerivedFrom, claim):
            found.update(store.match(basis.subject, graph=DERIVED))
    named = [*things, *(quad.object for quad in found)]
    seen = set(subjects)
    while named:
        thing = named.pop()
        if isinstance(thing, NamedNode) and thing not in seen:
            seen.add(thing)
            said = [quad for shared in (AUTHORITY, FACTS) for quad in store.match(thing, graph=shared)]
            found.update(said)
            named += [quad.object for quad in said]
    return found


def _problems(report: "rdflib.Graph", labels: Labels, origins: Mapping[NamedNode, Origin]) -> Iterator[Problem]:
    from rdflib import URIRef

    for result in report.subjects(URIRef(SH.focusNode)):
        node = NamedNode(str(report.value(result, URIRef(SH.focusNode))))
        message = str(report.value(result, URIRef(SH.resultMessage))).rstrip(".")
        found = f"{labels.kind(node)} '{labels.name(node)}' does not fit the model"
        file, line = origins.get(node, (None, None))
        yield Problem(found, f"this to be so: {message}", f"Its name in the graph is {node.value}.", file, line)
