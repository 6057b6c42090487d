"""Fifty clients of a served build, slow and broken queries among them: `python -m tests.bench.mix --busy 2`."""

import argparse
import multiprocessing
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from tests.serving import CROSS_JOIN, Server, served

QUICK, SLOW, BROKEN = 35, 10, 5
GOALS = "SELECT ?number { ?goal a ag:OperationalGoal ; skos:notation ?number } ORDER BY ?number"
MEDIUM = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?b ?q ?c }"  # less than a tenth of a second of processor time
WRONG = ("SELECT * {", "SELECT * { ?s ?p ?o.SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "DROP ALL", "\\u0053")


class Call(NamedTuple):
    """What one query was told, and after how many seconds."""

    status: int
    seconds: float
    body: bytes


class Calls(NamedTuple):
    """What all clients of each kind were told."""

    quick: Sequence[Call]
    slow: Sequence[Call]
    broken: Sequence[Call]


def mixed(server: Server, seconds: float) -> Calls:
    """Return what fifty clients are told when each asks again and again for so many seconds."""
    with ThreadPoolExecutor(QUICK + SLOW + BROKEN) as clients:
        slow = [clients.submit(_calls, server, f"{CROSS_JOIN} # {n}", 1, seconds) for n in range(SLOW)]
        broken = [clients.submit(_calls, server, WRONG[n % len(WRONG)], 0.2, seconds) for n in range(BROKEN)]
        quick = [clients.submit(_calls, server, MEDIUM if n % 7 == 0 else GOALS, 0.2, seconds) for n in range(QUICK)]
        kinds = ([call for client in kind for call in client.result()] for kind in (quick, slow, broken))
        return Calls(*kinds)


def _calls(server: Server, sparql: str, pause: float, seconds: float) -> list[Call]:
    end, calls = time.monotonic() + seconds, []
    while time.monotonic() < end:
        calls.append(call(server, sparql))
        time.sleep(pause)
    return calls


def call(server: Server, sparql: str) -> Call:
    """Return one query by POST, as CSV."""
    start = time.monotonic()
    heard = server.post(sparql, "text/csv")
    return Call(heard.status, time.monotonic() - start, heard.body)


def main() -> None:
    """Print how many calls of each kind had which status, and how long quick ones took."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.mix")
    parser.add_argument("--build", type=Path, default=Path("build"))
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--busy", type=int, default=0, help="processes that keep the machine busy meanwhile")
    chosen = parser.parse_args()
    with _busy(chosen.busy), served(chosen.build) as server:
        calls = mixed(server, chosen.seconds)
    for name, kind in calls._asdict().items():
        print(f"{name:7}{len(kind):6} calls  {dict(Counter(each.status for each in kind))}")
    cuts = quantiles((each.seconds for each in calls.quick), n=20)
    print(f"quick   p50 {cuts[9] * 1000:.0f} ms, p95 {cuts[18] * 1000:.0f} ms")


@contextmanager
def _busy(number: int) -> Iterator[None]:
    loops = [multiprocessing.Process(target=_turn, daemon=True) for _ in range(number)]
    for loop in loops:
        loop.start()
    yield
    for loop in loops:
        loop.terminate()


def _turn() -> None:
    while True:
        pass


if __name__ == "__main__":
    main()
