"""What stands in the file already, so that each triple is written once."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from alliancegraph.graph.assemble.quads import authority_quads, report_quads
from alliancegraph.graph.model.iris import AUTHORITY, CANONICAL, DERIVED, FACTS
from alliancegraph.graph.model.reports import Entity, Report
from tests.bench.terms import vocabulary

SHARED = (AUTHORITY, FACTS, DERIVED, CANONICAL)


class Ledger:
    """Keeps what is written about the entities of some lists; what is said of another ledger's, that one keeps."""

    def __init__(self, common: "Ledger | None" = None) -> None:
        self._common = common
        self.entities: set[NamedNode] = set()
        self.plain: set[Quad] = set()

    def listed(self, entities: Iterable[Entity]) -> Iterator[Quad]:
        """Return what lists say of those entities that are not written yet."""
        known = self.entities | self._common.entities if self._common else self.entities
        new = [entity for entity in entities if entity.iri not in known]
        self.entities.update(entity.iri for entity in new)
        return self._new(authority_quads(new, (), vocabulary))

    def stated(self, report: Report) -> Iterator[Quad]:
        """Return what a report states; plain facts and what is said of its member only if they are new."""
        return self._new(dict.fromkeys(report_quads(report, vocabulary)))

    def _new(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        return (quad for quad in quads if quad.graph_name not in SHARED or self._is_new(quad))

    def _is_new(self, quad: Quad) -> bool:
        common = self._common is not None and quad.subject in self._common.entities
        plain = self._common.plain if self._common and common else self.plain
        new = quad not in plain
        plain.add(quad)
        return new
