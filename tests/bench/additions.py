"""How long it takes to add a report to a whole alliance."""

import time
from pathlib import Path

from alliancegraph.build import add
from alliancegraph.graph.assemble.portion import Portion
from tests.bench.alliance import Alliance
from tests.bench.processes import alone
from tests.bench.reports import Year


def seconds_to_add(alliance: Alliance, build: Path) -> float:
    """Return seconds for the next report of the first member that hands one in, its checks included."""
    return alone(_adding, alliance, build)


def _adding(alliance: Alliance, build: Path) -> float:
    members = range(1, alliance.members + 1)
    reports = (Year(alliance.seed, member, alliance.last + 1).report() for member in members)
    report = next(report for report in reports if report and report.claims)
    start = time.perf_counter()
    add([Portion.of(report)], build, lambda _: None)
    return time.perf_counter() - start
