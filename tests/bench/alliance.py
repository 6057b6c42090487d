"""Whole made-up alliances, report by report, and as N-Quads.

The file holds what reports and lists state, not what rules infer; a report rests on the seed, its member and its year
alone, whatever else is written.

    python -m tests.bench.alliance --members 54 --years 10 --seed 1 --out alliance.nq
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from alliancegraph.graph.assemble.quads import authority_quads
from alliancegraph.graph.model.reports import Entity, Report
from alliancegraph.ontology.names import LABELS, names
from tests.bench.form import SCHEME
from tests.bench.ledger import Ledger
from tests.bench.lists import FIRST_YEAR, common_lists
from tests.bench.reports import Year
from tests.bench.submissions import listed_member
from tests.bench.terms import vocabulary


@dataclass
class Alliance:
    """Members and years of an alliance; `counts` tells how many reports, claims and quads it has given out."""

    members: int
    years: int
    seed: int = 1
    scale: float = 1.0
    counts: Counter[str] = field(default_factory=Counter)

    def reports(self) -> Iterator[Report]:
        """Yield all reports that were submitted and are loaded, one member after the other."""
        for member in range(1, self.members + 1):
            yield from self.reports_of(member)

    def reports_of(self, member: int) -> Iterator[Report]:
        """Yield the reports of one member (from 1)."""
        for year in self._years():
            report = Year(self.seed, member, year, self.scale).report()
            if report:
                self.counts.update(reports=1, claims=len(report.claims))
                yield report

    def quads(self) -> Iterator[Quad]:
        """Yield what vocabularies, lists and reports state, each triple once; one member is in memory at a time."""
        common = Ledger()
        yield from self._counted(common.listed(common_lists(self.seed).entities))
        yield from self._counted(authority_quads((), (*vocabulary.triples(), *SCHEME.triples), vocabulary))
        for member in range(1, self.members + 1):
            own = Ledger(common)
            yield from self._counted(own.listed(self._submissions(member)))
            for report in self.reports_of(member):
                yield from self._counted(own.listed(report.entities))
                yield from self._counted(own.stated(report))

    def _submissions(self, member: int) -> tuple[Entity, ...]:
        """Return what the alliance's own list says of a member."""
        years = [Year(self.seed, member, year) for year in self._years()]
        return (listed_member(years[0].who), *(year.submission() for year in years))

    @property
    def last(self) -> int:
        """The last year."""
        return FIRST_YEAR + self.years - 1

    def _years(self) -> range:
        return range(FIRST_YEAR, FIRST_YEAR + self.years)

    def told(self) -> str:
        """Return its size in words."""
        counts = ", ".join(f"{count:,} {what}" for what, count in sorted(self.counts.items()))
        return f"{self.members} members × {self.years} years: {counts}."

    def _counted(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        for quad in _named(quads):
            self.counts["quads"] += 1
            yield quad


def _named(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield the quads, and display names for what they label."""
    said = list(quads)
    homes = {quad.subject: quad.graph_name for quad in said if quad.predicate.value in LABELS}
    yield from said
    for thing, predicate, name in names(quad.triple for quad in said):
        yield Quad(thing, predicate, name, homes[thing])


def write(alliance: Alliance, path: Path) -> None:
    """Write the alliance as N-Quads."""
    serialize(alliance.quads(), output=path, format=RdfFormat.N_QUADS)


def main() -> None:
    """Write an alliance and tells how much there is of it."""
    parser = argparse.ArgumentParser(description="Writes a made-up alliance as N-Quads.")
    parser.add_argument("--members", type=int, default=54)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scale", type=float, default=1.0, help="how long the reports are: 1 is some 280 claims each")
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    alliance = Alliance(chosen.members, chosen.years, chosen.seed, chosen.scale)
    start = time.perf_counter()
    write(alliance, chosen.out)
    seconds, size = time.perf_counter() - start, chosen.out.stat().st_size / 1e6
    print(f"{alliance.told()} {chosen.out}: {size:.1f} MB, {seconds:.1f} s")


if __name__ == "__main__":
    main()
