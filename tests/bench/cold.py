"""A cold start: `alliancegraph ask` beside a bare script that asks the same of the same store, as whole processes."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from alliancegraph.queries.asking.binding import bind
from tests.bench.cases import lookups
from tests.bench.draws import Draws
from tests.bench.timings import Timing

PAIRS = 7
KEPT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}  # as an installed command has it
BARE = """
import sys, pyoxigraph
store = pyoxigraph.Store.read_only(sys.argv[1])
answer = store.query(sys.argv[2], use_default_graph_as_union=True)
sys.stdout.buffer.write(answer.serialize(format=pyoxigraph.QueryResultsFormat.JSON))
"""


def cold_starts(build: Path, draws: Draws) -> dict[str, str]:
    """Median and worst of runs in turn, for the last of the look-ups."""
    *_, (_, question, parameters) = lookups()
    draw, *_ = draws.of(question, parameters)
    values = [part for name, (term,) in draw.items() for part in (f"--{name}", term.value)]
    command = Path(sys.executable).with_name("alliancegraph")
    ours = [str(command), "ask", question.name, *values, "--build", str(build), "--format", "json"]
    bare = [sys.executable, "-c", BARE, str(build / "store"), bind(question.sparql, draw)]
    _whole(ours)
    timings = {"ours": Timing(), "raw": Timing()}
    for _ in range(PAIRS):
        for timing, command_line in zip(timings.values(), (ours, bare), strict=True):
            timing.add(0, 0, _whole(command_line))
    return {name: timing.told({}) for name, timing in timings.items()}


def _whole(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=KEPT)
    return time.perf_counter() - start
