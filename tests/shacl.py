"""SHACL results of our engine and of pySHACL, the reference, as values that compare."""

from collections import Counter
from functools import cache
from typing import NamedTuple

import pyshacl
import rdflib
from rdflib import RDF, SH, BNode, Node, URIRef

from alliancegraph.graph.assemble.checks import SHAPES, violations


class Result(NamedTuple):
    """All that SHACL says of one result, in the syntax of N-Triples; the focus node and the messages as texts."""

    focus: str
    path: str
    value: str
    component: str
    shape: str
    severity: str
    messages: tuple[str, ...]


def named_shapes() -> rdflib.Graph:
    """Our shapes, each property's under an IRI, so that engines can say which one a result is about."""
    shapes, named = rdflib.Graph().parse(SHAPES), rdflib.Graph()
    names = {shape: URIRef(f"urn:shape:{number}") for number, shape in enumerate(shapes.objects(None, SH.property))}
    for subject, predicate, value in shapes:
        named.add((names.get(subject, subject), predicate, names.get(value, value)))
    assert not any(isinstance(shape, BNode) for shape in named.objects(None, SH.property))
    return named


def agreed_results(data: rdflib.Graph, shapes: rdflib.Graph) -> Counter[Result]:
    """Return what both engines find; fails where one finds another thing."""
    conforms, expected, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    found = violations(data.serialize(format="nt", encoding="utf-8"), _lines(shapes))
    assert isinstance(expected, rdflib.Graph)
    assert conforms is (found is None)
    results = _results(expected)
    assert (_results(found) if found else Counter()) == results
    return results


@cache
def _lines(shapes: rdflib.Graph) -> bytes:
    return shapes.serialize(format="nt", encoding="utf-8")


def _results(report: rdflib.Graph) -> Counter[Result]:
    return Counter(_result(report, node) for node in report.subjects(RDF.type, SH.ValidationResult))


def _result(report: rdflib.Graph, node: Node) -> Result:
    return Result(
        focus=str(report.value(node, SH.focusNode)),
        path=_term(report.value(node, SH.resultPath)),
        value=_term(report.value(node, SH.value)),
        component=_term(report.value(node, SH.sourceConstraintComponent)),
        shape=_term(report.value(node, SH.sourceShape)),
        severity=_term(report.value(node, SH.resultSeverity)),
        messages=tuple(sorted(str(message) for message in report.objects(node, SH.resultMessage))),
    )


def _term(value: Node | None) -> str:
    """Return the term; a path that is more than a property is a blank node, which compares by being one."""
    if value is None or isinstance(value, BNode):
        return type(value).__name__
    return value.n3()
