"""The RDF of one report, computed once: the shapes check it, and each build takes it as it is."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

from alliancegraph.graph.assemble.derive import derive
from alliancegraph.graph.assemble.quads import report_quads
from alliancegraph.graph.model.iris import AUTHORITY, report_graph
from alliancegraph.graph.model.reports import Report
from alliancegraph.ontology.vocabulary import Vocabulary


@dataclass(frozen=True)
class Quads:
    """Quads as compressed, sorted N-Quads: small to cache, to pass to other processes, and to hold for many reports."""

    packed: bytes

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> "Quads":
        """Return those quads, compressed."""
        lines = (serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
        return cls(zlib.compress(b"".join(sorted(lines)), 1))

    def lines(self) -> bytes:
        """Return the quads as sorted N-Quads."""
        return zlib.decompress(self.packed)

    def unpacked(self) -> frozenset[Quad]:
        """Return the quads, parsed on each call."""
        return frozenset(parse(self.lines(), format=RdfFormat.N_QUADS, lenient=True))


@dataclass(frozen=True)
class Portion:
    """A report as RDF, independent of what else a graph holds.

    `own` are the quads of the report's own graph, `shared` its quads in the graphs that reports share, with the links
    that rules infer, and `tallies` the counts of what it states.
    """

    report: Report
    own: Quads
    shared: Quads
    tallies: Quads

    @classmethod
    def of(cls, report: Report) -> "Portion":
        """Return the quads of the report, and what the rules derive from them."""
        quads = frozenset(report_quads(report, Vocabulary.load().knowing(report.goals)))
        own = frozenset(quad for quad in quads if quad.graph_name == report_graph(report.id))
        words = (Quad(each.subject, each.predicate, each.object, AUTHORITY) for each in report.goals)
        derived = derive([*own, *words], report.entities)
        shared = (quads - own).union(derived.links, derived.statements)
        return cls(report, *map(Quads.of, (own, shared, derived.tallies)))

    @property
    def graph(self) -> NamedNode:
        """The IRI of the report's own graph."""
        return report_graph(self.report.id)
