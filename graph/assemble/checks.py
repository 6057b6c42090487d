"""SHACL validation, with its results in plain words."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import InputError, Problem
from alliancegraph.graph.model.labels import Labels
from alliancegraph.graph.model.reports import Origin, Report
from alliancegraph.ontology.terms import AG, SH

if TYPE_CHECKING:
    import rdflib

_RESULT = (SH.focusNode, SH.resultPath, SH.resultMessage)
SHAPES = Path(__file__).parent.parent.parent / "ontology" / "shapes.ttl"


class Origins(NamedTuple):
    """The files and lines where things and their values are written; values are found by the IRI of the property."""

    things: Mapping[NamedNode, Origin]
    facts: Mapping[tuple[NamedNode, str], Origin]

    @classmethod
    def of(cls, report: Report) -> "Origins":
        """Return the places of a report's claims, and of the list entries and goals that it uses."""
        written = [(claim, claim.origin) for claim in report.claims if claim.origin]
        things = dict(report.goal_places)
        things |= {entity.iri: entity.origin for entity in report.entities if entity.origin}
        things |= {claim.node: origin for claim, origin in written if claim.node}
        facts = {(fact.subject, fact.predicate.value): origin for claim, origin in written for fact in claim.facts}
        return cls(things, facts)

    def place(self, thing: NamedNode, prop: str) -> tuple[Path | None, int | None]:
        """Return the file and line of that property of the thing, else of the thing itself, else two Nones."""
        return self.facts.get((thing, prop)) or self.things.get(thing) or (None, None)


def findings(triples: Collection[Triple], origins: Origins, elsewhere: Collection[NamedNode] = ()) -> list[Problem]:
    """Return a problem for each violation of a shape, with the file and line of its claim; empty if none.

    Of the nodes `elsewhere` the triples hold only a part, so their violations are left out.
    """
    data = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    report = violations(data, SHAPES)
    if not report:
        return []
    return sorted(_Breaks(triples, Labels.of_triples(triples), origins).problems(report, elsewhere), key=str)


def violations(data: bytes, shapes: Path | bytes) -> "rdflib.Graph | None":
    """Return the SHACL report on N-Triples; None if they conform, and then rdflib is not loaded."""
    from shifty import PreparedValidator

    validator = PreparedValidator(shapes)
    if validator.validate_algebra(data, infer=False, on_unsupported="error").conforms:
        return None
    return validator.validate(data, infer=False, on_unsupported="error")[1]


def refuse_without_readings(store: Store, path: Path) -> None:
    """Raise InputError if a section in the store has no reading state, as before version 0.2.0."""
    unknown = f"SELECT ?in {{ ?in a <{AG.Section}> MINUS {{ ?in <{AG.readingState}> ?how }} }} LIMIT 1"
    for row in store.select(unknown):
        remedy = "Build the reports again, and export them again."
        found = f"a section without a reading state: {row['in'].value}"
        raise InputError(Problem(found, "how far each section is read", remedy, path))


@dataclass(frozen=True)
class _Breaks:
    """Turns the results of a SHACL report into problems in plain words."""

    triples: Collection[Triple]
    labels: Labels
    origins: Origins

    def problems(self, report: "rdflib.Graph", elsewhere: Collection[NamedNode]) -> Iterator[Problem]:
        """Yield a problem for each result, except for results about the nodes `elsewhere`."""
        from rdflib import URIRef

        for result in report.subjects(URIRef(SH.focusNode)):
            node, path, message = (report.value(result, URIRef(part)) for part in _RESULT)
            prop = str(path) if isinstance(path, URIRef) else ""
            if NamedNode(str(node)) not in elsewhere:
                yield self._problem(NamedNode(str(node)), prop, str(message).rstrip("."))

    def _problem(self, thing: NamedNode, prop: str, message: str) -> Problem:
        named = f"{self.labels.kind(thing.value)} '{self.labels.name(thing.value)}'"
        found = f"{named} does not fit the model{self._state(thing, prop)}"
        expected = f"this to be so: {message}{self._choice(prop)}"
        remedy = f"Its name in the graph is {thing.value}."
        return Problem(found, expected, remedy, *self.origins.place(thing, prop))

    def _state(self, thing: NamedNode, prop: str) -> str:
        """Return the thing's values of that property, in words."""
        if not prop:
            return ""
        objects = {t.object for t in self.triples if t.subject == thing and t.predicate.value == prop}
        names = sorted(self.labels.text(each) for each in objects if isinstance(each, NamedNode | Literal))
        word = self.labels.vocabulary.short(prop)
        return f": its {word} is {' and '.join(names)}" if names else f": it has no {word}"

    def _choice(self, prop: str) -> str:
        """Return the words from which a value of the property is chosen; empty if it has no such scheme."""
        words = self.labels.vocabulary.concepts(self.labels.vocabulary.range(prop) or "")
        return f" (one of {', '.join(words)})" if words else ""
