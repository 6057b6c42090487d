"""One size of alliance on all engines: each is filled, then all are asked the same in turn."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from alliancegraph.graph.engines.store import Store
from tests.bench.additions import seconds_to_add
from tests.bench.alliance import Alliance
from tests.bench.cases import Case, every_case
from tests.bench.cold import cold_starts
from tests.bench.contestant import Contestant
from tests.bench.data import alliance_data, derived_data
from tests.bench.draws import Draws
from tests.bench.engines import BUILD, Data
from tests.bench.timings import Row, Runs, Timing
from tests.bench.turtles import turtles

Tell = Callable[[str], None]

ENOUGH = 2.0  # seconds after which an engine is not asked the same again


@dataclass(frozen=True)
class Comparison:
    """Measures one alliance in a folder; ours and the raw engine are among the contestants, by name."""

    alliance: Alliance
    folder: Path
    contestants: Mapping[str, Contestant]
    tell: Tell
    runs: Runs

    def rows(self) -> Iterator[Row]:
        """Yield the lines of the table."""
        data = alliance_data(self.alliance, self.folder)
        yield self._row("bulk load, s", {name: f"{c.load(data):,.1f}" for name, c in self._told("load")})
        derived = self._share()
        draws = Draws(Store.open(self._store("ours")), self.runs.draws)
        for case in every_case(draws):
            yield self._asked(case)
        yield self._row("peak memory, MB", {name: f"{c.peak():,.0f}" for name, c in self._told("weigh")})
        yield self._row("all as Turtle, s", turtles(self._store("ours"), data, derived, self.contestants))
        build = self._store("ours").parent
        yield self._row("cold start, ms", cold_starts(build, draws))
        yield self._row("one report more, s", {"ours": f"{seconds_to_add(self.alliance, build):.1f}"})

    def _share(self) -> Data:
        """Give to peers what ours has derived, so that they can answer the same questions."""
        derived = derived_data(self._store("ours"), self._store("raw"), self.folder)
        for name, contestant in self.contestants.items():
            if name != "ours":
                contestant.load(derived)
        return derived

    def _asked(self, case: Case) -> Row:
        self.tell(f"{self.alliance.years}: {case.what}")
        timings = {name: Timing() for name in self.contestants}
        for number in [*range(len(case.ours))] * self.runs.rounds:
            for name, contestant in self.contestants.items():
                if timings[name].spent < ENOUGH:
                    contestant.ask(case, number, timings[name])
        right = timings["ours"].rows
        cells = {name: timing.told(right) for name, timing in timings.items()}
        return self._row(case.what, cells, f"{timings['ours'].most_rows:,}")

    def _told(self, doing: str) -> Iterator[tuple[str, Contestant]]:
        for name, contestant in self.contestants.items():
            self.tell(f"{self.alliance.years}: {doing} {name}")
            yield name, contestant

    def _store(self, name: str) -> Path:
        return self.folder / name / BUILD / "store"

    def _row(self, what: str, cells: Mapping[str, str], rows: str = "") -> Row:
        return Row(what, self.alliance.years, rows, cells)
