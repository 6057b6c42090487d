"""The table of a benchmark, and what it was measured on."""

import os
import platform
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.alliance import Alliance
from tests.bench.comparison import ENOUGH, Comparison
from tests.bench.contestant import Contestant
from tests.bench.engines import ENGINES
from tests.bench.timings import Row, Runs, markdown

LARGEST = {"by_rdflib": 1}  # years beyond which an engine is left out
MANY, ONCE = Runs(draws=5, rounds=3), Runs(draws=1, rounds=1)
REHEARSAL = Alliance(members=2, years=1)
LEGEND = """\
Look-ups, sums, questions and cold starts: median / worst of the runs in milliseconds. Engines are asked in turn,
{rounds} times each of up to {draws} draws of values, or until one has used {enough:g} seconds. Bulk load: from N-Quads
(maplib reads N-Triples); ours derives links and counts meanwhile, peers are given them afterwards. `rows`: the longest
answer. Virtuoso is asked over HTTP."""


@dataclass
class Table:
    """Measures alliances on engines, the smallest first; `tell` is told what is being done."""

    engines: Sequence[str]
    tell: Callable[[str], None]
    runs: Runs = MANY
    rows: list[Row] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)
    cannot: dict[str, dict[str, str]] = field(default_factory=dict)

    def rehearse(self) -> None:
        """Find out on a small alliance what makes an engine crash, so that it is not asked that of a large one."""
        with self._comparison(REHEARSAL, [name for name in self.engines if name not in LARGEST], ONCE) as comparison:
            list(comparison.rows())

    def measure(self, alliance: Alliance) -> None:
        """Add the lines for an alliance."""
        taking_part = [name for name in self.engines if alliance.years <= LARGEST.get(name, alliance.years)]
        with self._comparison(alliance, taking_part, self.runs) as comparison:
            self.rows += comparison.rows()
            self.versions |= {name: contestant.version() for name, contestant in comparison.contestants.items()}

    def text(self) -> str:
        """Return all lines as Markdown, the sizes of one thing below each other, and what they were measured on."""
        order = list(dict.fromkeys(row.what for row in self.rows))
        ordered = sorted(self.rows, key=lambda row: (order.index(row.what), row.years))
        header = ["", "years", "rows", *(ENGINES[name].title for name in self.engines)]
        lines = [[r.what, str(r.years), r.rows, *(r.cells.get(name, "–") for name in self.engines)] for r in ordered]
        legend = LEGEND.format(**self.runs._asdict(), enough=ENOUGH)
        machine = f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        return "\n\n".join([markdown(header, lines), legend, f"{', '.join([machine, *self.versions.values()])}."])

    @contextmanager
    def _comparison(self, alliance: Alliance, engines: Sequence[str], runs: Runs) -> Iterator[Comparison]:
        with TemporaryDirectory() as folder, ExitStack() as open_:
            contestants: dict[str, Contestant] = {}
            for name in engines:
                cannot = self.cannot.setdefault(name, {})
                contestants[name] = Contestant(name, Path(folder) / name, cannot)
                open_.callback(contestants[name].close)
            yield Comparison(alliance, Path(folder), contestants, self.tell, runs)
